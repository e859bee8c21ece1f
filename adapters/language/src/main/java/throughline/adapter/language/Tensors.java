package throughline.adapter.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the numbers of each tensor stand in a model's file. Reads as much of ONNX's protocol buffers as that needs: a model has a
 * graph, the graph has initializers, an initializer has a name and its numbers,
 * raw or as packed floats (onnx.proto).
 */
final class Tensors {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOATS = 4;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private final Map<String, ByteBuffer> data = new HashMap<>();

    private Tensors() {}

    /** The numbers that are got from here are those of {@code model}: whoever changes them changes it. */
    static Tensors of(ByteBuffer model) {
        Tensors tensors = new Tensors();
        tensors.readModel(model.duplicate());
        return tensors;
    }

    /** @throws IllegalArgumentException if the model has no such tensor, or not this many bytes of it */
    ByteBuffer get(String name, int bytes) {
        ByteBuffer found = data.get(name);
        if (found == null || found.remaining() != bytes) {
            throw new IllegalArgumentException("the model has no tensor " + name + " of " + bytes + " bytes");
        }
        return found.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readModel(ByteBuffer model) {
        while (model.hasRemaining()) {
            int tag = (int) varint(model);
            if (tag == (GRAPH << 3 | DELIMITED)) {
                readGraph(delimited(model));
            } else {
                skip(model, tag);
            }
        }
    }

    private void readGraph(ByteBuffer graph) {
        while (graph.hasRemaining()) {
            int tag = (int) varint(graph);
            if (tag == (INITIALIZER << 3 | DELIMITED)) {
                readTensor(delimited(graph));
            } else {
                skip(graph, tag);
            }
        }
    }

    private void readTensor(ByteBuffer tensor) {
        String name = "";
        ByteBuffer numbers = ByteBuffer.allocate(0);
        while (tensor.hasRemaining()) {
            int tag = (int) varint(tensor);
            if (tag == (NAME << 3 | DELIMITED)) {
                name = StandardCharsets.UTF_8.decode(delimited(tensor)).toString();
            } else if (tag == (RAW_DATA << 3 | DELIMITED) || tag == (FLOATS << 3 | DELIMITED)) {
                numbers = delimited(tensor);
            } else {
                skip(tensor, tag);
            }
        }
        data.put(name, numbers);
    }

    private static ByteBuffer delimited(ByteBuffer in) {
        int length = (int) varint(in);
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }

    private static void skip(ByteBuffer in, int tag) {
        switch (tag & 7) {
            case VARINT -> varint(in);
            case EIGHT_BYTES -> in.position(in.position() + 8);
            case DELIMITED -> delimited(in);
            case FOUR_BYTES -> in.position(in.position() + 4);
            default -> throw new IllegalArgumentException("this is no model");
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("this is no model");
    }
}
