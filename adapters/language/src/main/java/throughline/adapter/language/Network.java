package throughline.adapter.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import throughline.core.question.Meaning;

/** The sentence model, loaded. Thread-safe. */
final class Network implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    /** Held for reading while the session runs: to close one that runs would take the process down. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private Network(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Takes about half a second. */
    static Network load() throws OrtException, IOException {
        WordPieces pieces = new WordPieces(ModelFile.vocabulary());
        try (Unpacked files = Unpacked.create()) {
            OrtEnvironment environment = NativeLibrary.load(files);
            return new Network(environment, ModelFile.open(environment, files), pieces);
        }
    }

    /** Empty once it is closed. */
    Optional<Meaning> meaning(String text) {
        long[] read = pieces.of(text);
        use.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(run(read));
        } catch (OrtException broken) {
            throw new IllegalStateException("the language model failed", broken);
        } finally {
            use.readLock().unlock();
        }
    }

    private Meaning run(long[] read) throws OrtException {
        long[] all = new long[read.length];
        Arrays.fill(all, 1);
        try (OnnxTensor ids = row(read);
                OnnxTensor attention = row(all);
                OnnxTensor types = row(new long[read.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            OnnxTensor states = (OnnxTensor) result.get(0);
            return Meaning.of(sum(states.getFloatBuffer(), read.length));
        }
    }

    private OnnxTensor row(long... numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    /** The sum has the direction of the mean. */
    private static float[] sum(FloatBuffer states, int rows) {
        int breadth = states.remaining() / rows;
        float[] sum = new float[breadth];
        for (int i = 0; i < rows * breadth; i++) {
            sum[i % breadth] += states.get(i);
        }
        return sum;
    }

    @Override
    public void close() throws OrtException {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
