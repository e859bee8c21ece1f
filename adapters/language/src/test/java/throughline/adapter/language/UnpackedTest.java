package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnpackedTest {
    @Test
    void nothing_is_left_behind() throws IOException {
        Unpacked files = Unpacked.create();
        Path file = files.unpack("/all-minilm-l6-v2-q-tokenizer.json");
        assertTrue(Files.size(file) > 0);
        assertEquals(files.directory(), file.getParent());
        files.close();
        assertFalse(Files.exists(files.directory()));
    }

    @Test
    void a_resource_that_is_missing_is_named() throws IOException {
        try (Unpacked files = Unpacked.create()) {
            IOException missing = assertThrows(IOException.class, () -> files.unpack("/nowhere.so"));
            assertEquals("no /nowhere.so on the class path", missing.getMessage());
        }
    }
}
