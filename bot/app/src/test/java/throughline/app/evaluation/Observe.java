package throughline.app.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.conversation.Ids;
import throughline.core.interchange.Import;
import throughline.core.interchange.RoadmapFile;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Meaning;
import throughline.core.question.Observation;
import throughline.core.question.Phrasing;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** Writes what the bot sees of the questions in some folders, for weights to be fitted to: a line of JSON a question. */
public final class Observe {
    private Observe() {}

    /** @param arguments the folders, with commas between; a file with the words that tell how something is asked; where to write */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Set<String> words = Set.copyOf(Files.readAllLines(Path.of(arguments[1])));
        try (LoadedAssistant loaded = LoadedAssistant.load();
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            for (OrganizationFile organization : Evaluate.organizations(arguments[0], loaded)) {
                observe(organization, loaded, words, out);
            }
        }
    }

    private static void observe(
            OrganizationFile organization, LoadedAssistant loaded, Set<String> words, PrintWriter out) {
        Observation observation =
                new Observation(roadmap(organization), loaded.language(), loaded.recall(), new Known(words));
        organization
                .links()
                .forEach(question -> out.println("{\"org\":" + quoted(organization.name()) + ",\"text\":"
                        + quoted(question.text()) + ",\"expected\":" + quoted(question.expected()) + ",\"kr\":"
                        + quoted(question.keyResults()) + ",\"v\":" + meaning(loaded.language(), question.text())
                        + ",\"line\":" + numbers(observation.line(question.text())) + ",\"items\":"
                        + numbers(observation.items(question.text(), Observation.kinds(Intent.WHICH_OKR))) + "}"));
        organization.lookups().forEach(question -> {
            Intent intent = Intent.valueOf(question.intent().toUpperCase(Locale.ROOT));
            out.println("{\"org\":" + quoted(organization.name()) + ",\"text\":" + quoted(question.text())
                    + ",\"intent\":" + quoted(question.intent()) + ",\"entity\":" + quoted(question.entity())
                    + ",\"v\":" + meaning(loaded.language(), question.text()) + ",\"wording\":"
                    + quoted(observation.wording(question.text())) + ",\"items\":"
                    + numbers(observation.items(question.text(), Observation.kinds(intent))) + "}");
        });
    }

    private static Roadmap roadmap(OrganizationFile organization) {
        Ids ids = new Ids() {
            private int last;

            @Override
            public String next() {
                return "id" + ++last;
            }
        };
        Import.Understood read = (Import.Understood) RoadmapFile.read(organization.roadmap(), People.none(), ids);
        return Roadmap.empty()
                .on(new ChangeSet(new Stamp(Instant.EPOCH, PersonId.BOT, "file"), Optional.empty(), read.changes()));
    }

    private static String meaning(Language language, String text) {
        return language.meaning(text)
                .map(Meaning::direction)
                .map(Arrays::toString)
                .orElse("[]");
    }

    private static String numbers(Map<String, List<Double>> seen) {
        return seen.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(Observe::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    /** Knows the words that it is given, and nothing else. */
    private record Known(Set<String> words) implements Phrasing {
        @Override
        public boolean knows(String word) {
            return words.contains(word);
        }

        @Override
        public Map<Intent, Double> intents(List<String> sentence, Meaning meaning) {
            return Map.of();
        }

        @Override
        public double productMatter(Meaning meaning) {
            return 0;
        }
    }
}
