package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonsTest {
    /** What a lesson changes. */
    private record Matrix(String name, int size) {}

    @Test
    void every_matrix_of_a_lesson_is_changed_and_no_weight_overflows() throws IOException {
        byte[] before = model();
        byte[] after = before.clone();
        Lessons.teach(ByteBuffer.wrap(after));
        Tensors untaught = Tensors.of(ByteBuffer.wrap(before));
        Tensors taught = Tensors.of(ByteBuffer.wrap(after));
        List<Matrix> matrices = matrices();
        assertFalse(matrices.isEmpty());
        for (Matrix matrix : matrices) {
            byte[] steps = steps(taught, matrix);
            assertFalse(Arrays.equals(steps(untaught, matrix), steps), matrix.name());
            for (byte step : steps) {
                assertTrue(Math.abs(step) <= 64, matrix.name());
            }
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

    private static byte[] steps(Tensors model, Matrix matrix) {
        byte[] steps = new byte[matrix.size()];
        model.get(matrix.name() + "_quantized", matrix.size()).get(steps);
        return steps;
    }

    private static List<Matrix> matrices() throws IOException {
        List<Matrix> matrices = new ArrayList<>();
        try (DataInputStream lessons = new DataInputStream(Unpacked.open("lessons.bin"))) {
            for (int left = lessons.readInt(); left > 0; left--) {
                String name = lessons.readUTF();
                int rows = lessons.readInt();
                int columns = lessons.readInt();
                int rank = lessons.readInt();
                lessons.skipNBytes((long) rank * (rows + columns) * Short.BYTES);
                matrices.add(new Matrix(name, rows * columns));
            }
        }
        return matrices;
    }

    private static byte[] model() throws IOException {
        try (InputStream model = Unpacked.open("/all-minilm-l6-v2-q.onnx")) {
            return model.readAllBytes();
        }
    }
}
