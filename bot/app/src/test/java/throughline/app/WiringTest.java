package throughline.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throughline.core.assistant.Assistant;

class WiringTest {
    @Test
    void what_works_out_answers_opens_no_store(@TempDir Path home) {
        Path data = home.resolve("data");
        try (ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .properties(Map.of("throughline.data", data.toString()))
                .build()
                .start()) {
            assertNotNull(context.getBean(Assistant.class));
            assertFalse(Files.exists(data));
        }
    }
}
