package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final String MATRIX = "onnx::MatMul_787";

    @Test
    void every_matrix_of_a_lesson_is_changed_and_nothing_grows() throws IOException {
        byte[] before = model();
        byte[] after = before.clone();
        Lessons.teach(ByteBuffer.wrap(after));
        assertFalse(Arrays.equals(before, after));
        byte[] untaught = steps(before);
        byte[] taught = steps(after);
        assertFalse(Arrays.equals(untaught, taught));
        for (byte step : taught) {
            assertTrue(Math.abs(step) <= 64);
        }
    }

    @Test
    void the_same_lessons_teach_the_same() throws IOException {
        byte[] once = model();
        byte[] again = model();
        Lessons.teach(ByteBuffer.wrap(once));
        Lessons.teach(ByteBuffer.wrap(again));
        assertArrayEquals(once, again);
    }

    @Test
    void what_is_no_model_or_another_one_is_refused() {
        assertThrows(RuntimeException.class, () -> Lessons.teach(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        assertThrows(IllegalArgumentException.class, () -> Lessons.teach(ByteBuffer.allocate(0)));
    }

    private static byte[] steps(byte[] model) {
        ByteBuffer steps = Tensors.of(ByteBuffer.wrap(model)).get(MATRIX + "_quantized", 384 * 384);
        byte[] read = new byte[384 * 384];
        steps.get(read);
        return read;
    }

    private static byte[] model() throws IOException {
        try (InputStream model = Unpacked.open("/all-minilm-l6-v2-q.onnx")) {
            return model.readAllBytes();
        }
    }
}
