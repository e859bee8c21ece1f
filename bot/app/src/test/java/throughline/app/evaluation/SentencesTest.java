package throughline.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.data.Datum;
import throughline.core.interchange.Documents;

/** Sentences that nothing was learned from, about the sample roadmap: each is answered as the command above it, or offers it. */
class SentencesTest {
    private static final Path SAMPLE = Path.of("../../config/sample-roadmap.yaml");
    private static final Path SENTENCES = Path.of("src/test/resources/sentences/commands.txt");
    private static final String KNOWN_TO_BE_MISSED = "~ ";

    @Test
    void a_sentence_is_answered_as_its_command_or_offers_it() throws IOException, InterruptedException {
        try (LoadedAssistant loaded = LoadedAssistant.load()) {
            Documents.Tree sample = (Documents.Tree) loaded.documents().yaml(Files.readString(SAMPLE));
            Sample chat = new Sample(loaded.assistant(), (Datum.Mapping) sample.root());
            List<String> missed = new ArrayList<>();
            String command = "";
            for (String line : Files.readAllLines(SENTENCES)) {
                if (line.startsWith("= ") || line.startsWith("! ")) {
                    command = line;
                } else if (!line.isBlank() && !line.startsWith(KNOWN_TO_BE_MISSED)) {
                    missed(chat, command, line, missed);
                }
            }
            assertEquals("", String.join("\n", missed));
        }
    }

    private static void missed(Sample chat, String command, String sentence, List<String> missed) {
        String typed = command.substring(2);
        Sample.Said said = chat.ask(sentence);
        boolean isRight = command.startsWith("=")
                ? said.first().equals(chat.ask(typed).first())
                : said.offers().contains(typed) && !said.isRecorded();
        if (!isRight) {
            missed.add(sentence + " → " + said.first() + ", not as " + typed);
        }
    }
}
