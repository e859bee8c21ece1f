package throughline.adapter.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the model was taught about requests and the goals that they serve: for each matrix the product of two thin ones, which is
 * added to it (low-rank adaptation, Hu et al. 2021). A thousandth of the model's size, so it is kept here and the model is not.
 */
final class Lessons {
    private static final String RESOURCE = "lessons.bin";

    /** The model's own weights use this much of a byte, so that no processor's sums of products overflow. */
    private static final int LARGEST = 64;

    private static final int FLOAT = 4;

    private Lessons() {}

    /** Changes the weights in a model's file. */
    static void teach(ByteBuffer model) throws IOException {
        Tensors tensors = Tensors.of(model);
        try (DataInputStream lessons = new DataInputStream(new BufferedInputStream(Unpacked.open(RESOURCE)))) {
            for (int left = lessons.readInt(); left > 0; left--) {
                String matrix = lessons.readUTF();
                int rows = lessons.readInt();
                int columns = lessons.readInt();
                int rank = lessons.readInt();
                float[][] first = floats(lessons, rank, rows);
                float[][] second = floats(lessons, rank, columns);
                add(
                        tensors.get(matrix + "_quantized", rows * columns),
                        tensors.get(matrix + "_scale", columns * FLOAT),
                        first,
                        second);
            }
        }
    }

    private static float[][] floats(DataInputStream in, int rows, int columns) throws IOException {
        float[][] read = new float[rows][columns];
        for (float[] row : read) {
            for (int i = 0; i < columns; i++) {
                // The upper half of a float: its lower half would be noise here.
                row[i] = Float.intBitsToFloat(in.readShort() << 16);
            }
        }
        return read;
    }

    /** Adds the product to a matrix whose columns each have a scale, and scales them anew. */
    private static void add(ByteBuffer steps, ByteBuffer scales, float[][] first, float[][] second) {
        int columns = second[0].length;
        int rows = first[0].length;
        float[][] weights = new float[rows][columns];
        float[] largest = new float[columns];
        for (int row = 0; row < rows; row++) {
            float[] sums = weights[row];
            for (int column = 0; column < columns; column++) {
                sums[column] = steps.get(row * columns + column) * scales.getFloat(column * FLOAT);
            }
            for (int i = 0; i < first.length; i++) {
                addTo(sums, first[i][row], second[i]);
            }
            for (int column = 0; column < columns; column++) {
                largest[column] = Math.max(largest[column], Math.abs(sums[column]));
            }
        }
        for (int column = 0; column < columns; column++) {
            float scale = Math.max(largest[column], Float.MIN_NORMAL) / LARGEST;
            scales.putFloat(column * FLOAT, scale);
            for (int row = 0; row < rows; row++) {
                steps.put(row * columns + column, (byte) Math.round(weights[row][column] / scale));
            }
        }
    }

    private static void addTo(float[] sums, float factor, float... row) {
        for (int i = 0; i < row.length; i++) {
            sums[i] += factor * row[i];
        }
    }
}
