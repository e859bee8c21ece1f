package throughline.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gallery as a platform shows it, one file per card in {@code src/test/resources/gallery}. After an intended change
 * {@code mvn -pl adapters/slack -am test -Dapprove=true} writes them anew; read the difference before you commit it.
 */
public final class ApprovedGallery {
    private static final Path APPROVED = Path.of("src/test/resources/gallery");

    private ApprovedGallery() {}

    /** @param drawn file name to what the card looks like today */
    public static void assertHolds(Map<String, String> drawn) throws IOException {
        if (Boolean.getBoolean("approve")) {
            write(drawn);
        }
        assertEquals(new TreeSet<>(drawn.keySet()), names(), "the gallery's files are out of date");
        for (Map.Entry<String, String> card : drawn.entrySet()) {
            assertEquals(
                    Files.readString(APPROVED.resolve(card.getKey())),
                    card.getValue(),
                    () -> card.getKey() + " is out of date; see ApprovedGallery for how to write it anew");
        }
    }

    private static void write(Map<String, String> drawn) throws IOException {
        Files.createDirectories(APPROVED);
        for (String name : names()) {
            Files.delete(APPROVED.resolve(name));
        }
        for (Map.Entry<String, String> card : drawn.entrySet()) {
            Files.writeString(APPROVED.resolve(card.getKey()), card.getValue());
        }
    }

    private static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
