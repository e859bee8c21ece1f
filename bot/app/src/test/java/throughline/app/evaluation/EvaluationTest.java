package throughline.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Path FOLDER = Path.of("src/test/resources/evaluation");

    @Test
    void every_question_is_asked_and_what_is_recorded_is_right() throws IOException, InterruptedException {
        try (LoadedAssistant loaded = LoadedAssistant.load()) {
            List<OrganizationFile> organizations = OrganizationFile.in(FOLDER, loaded.documents());
            Evaluation evaluation = Evaluation.of(organizations, loaded.assistant());
            assertEquals(new Share(1, 1), new LinkReport(evaluation.links()).rightlyDrawn());
            assertTrue(evaluation.links().get(0).hasRightKeyResult());
            assertEquals(new Share(2, 2), new LookupReport(evaluation.lookups()).intent());
            assertEquals(new Share(2, 2), new LookupReport(evaluation.lookups()).entity());
            assertEquals(4, evaluation.times().nanos().size());
            assertEquals(4, evaluation.timesOfLarge().nanos().size());
            assertTrue(evaluation.lines().anyMatch(line -> line.startsWith("2 link questions, 1 of them")));
        }
    }
}
