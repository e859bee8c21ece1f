package throughline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The roadmap file to start with: the operator's, or else the sample in the jar. */
record RoadmapSource(Optional<Path> file) {
    private static final String SAMPLE = "config/sample-roadmap.yaml";

    /** As problems in it are told. */
    String name() {
        return file.map(Path::toString).orElse(SAMPLE);
    }

    /** @throws Refusal if the operator's file cannot be read */
    String text() {
        return file.map(RoadmapSource::read).orElseGet(RoadmapSource::sample);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw refusal(file, "is not text in UTF-8; save it as such", binary);
        } catch (IOException unreadable) {
            throw refusal(file, "cannot be read; give a roadmap file", unreadable);
        }
    }

    private static Refusal refusal(Path file, String advice, IOException cause) {
        return new Refusal(Setting.ROADMAP.variable() + " is “" + file + "”, which " + advice + ".", cause);
    }

    private static String sample() {
        try (InputStream sample = Defaults.open(SAMPLE)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
