package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what the code says. After an intended change {@code mvn -pl adapters/files -am test -Dapprove=true}
 * writes them anew; read the difference before you commit it.
 */
final class Approved {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path RESOURCES = MODULE.resolve("src/test/resources/throughline/adapter/files");

    private Approved() {}

    /** A file of the product's configuration. */
    static Path config(String name) {
        return MODULE.resolve("../../config").resolve(name).normalize();
    }

    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void assertHolds(Path file, String rendered) {
        if (Boolean.getBoolean("approve")) {
            try {
                Files.writeString(file, rendered);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        assertEquals(text(file), rendered, () -> file + " is out of date; see Approved for how to write it anew");
    }
}
