package throughline.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.data.Datum;
import throughline.core.interchange.Documents;

/**
 * An organization's roadmap, and what is asked about it.
 *
 * @param roadmap as a roadmap file has it
 */
record OrganizationFile(String name, Datum.Mapping roadmap, List<LinkQuestion> links, List<LookupQuestion> lookups) {
    private static final String SUFFIX = ".json";
    private static final String LINKS = "link_questions";
    private static final String LOOKUPS = "lookup_questions";

    /** Those in a folder, by name. */
    static List<OrganizationFile> in(Path folder, Documents documents) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            List<OrganizationFile> read = new ArrayList<>();
            for (Path file : sorted) {
                read.add(read(file, documents));
            }
            return List.copyOf(read);
        }
    }

    private static OrganizationFile read(Path file, Documents documents) throws IOException {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        if (documents.yaml(Files.readString(file)) instanceof Documents.Tree tree
                && tree.root() instanceof Datum.Mapping top) {
            return of(name, top);
        }
        throw new IllegalArgumentException(file + " is no organization");
    }

    static OrganizationFile of(String name, Datum.Mapping top) {
        return new OrganizationFile(
                name,
                withoutQuestions(top),
                mappings(top, LINKS).map(OrganizationFile::link).toList(),
                mappings(top, LOOKUPS).map(OrganizationFile::lookup).toList());
    }

    private static Datum.Mapping withoutQuestions(Datum.Mapping top) {
        Map<Datum.Scalar, Datum> entries = new LinkedHashMap<>(top.entries());
        entries.keySet().removeIf(key -> List.of(LINKS, LOOKUPS).contains(key.text()));
        return new Datum.Mapping(entries, top.spot());
    }

    private static LinkQuestion link(Datum.Mapping question) {
        return new LinkQuestion(
                text(question, "text"),
                texts(question, "expected"),
                texts(question, "expected_kr"),
                texts(question, "difficulty").stream().findFirst().orElse("unrated"));
    }

    private static LookupQuestion lookup(Datum.Mapping question) {
        return new LookupQuestion(text(question, "text"), text(question, "intent"), texts(question, "entity"));
    }

    private static String text(Datum.Mapping mapping, String key) {
        return texts(mapping, key).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no “" + key + "” at " + mapping.spot()));
    }

    /** None where there is no value, one where there is no list. */
    private static List<String> texts(Datum.Mapping mapping, String key) {
        return elements(mapping.get(key))
                .filter(Datum.Scalar.class::isInstance)
                .map(element -> ((Datum.Scalar) element).text())
                .toList();
    }

    private static Stream<Datum.Mapping> mappings(Datum.Mapping mapping, String key) {
        return elements(mapping.get(key))
                .filter(Datum.Mapping.class::isInstance)
                .map(Datum.Mapping.class::cast);
    }

    private static Stream<Datum> elements(Optional<Datum> datum) {
        return datum.stream()
                .flatMap(value -> value instanceof Datum.Sequence list ? list.elements().stream() : Stream.of(value));
    }
}
