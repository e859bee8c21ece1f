package throughline.adapter.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** The model as it came in its jar, and how ONNX Runtime is told to run it: here is where its weights can be replaced. */
final class ModelFile {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private ModelFile() {}

    static OrtSession open(OrtEnvironment environment) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            sparing(options);
            return environment.createSession(bytes(), options);
        }
    }

    static Vocabulary vocabulary() throws IOException {
        try (InputStream tokenizer = resource(TOKENIZER).openStream()) {
            return Vocabulary.read(tokenizer);
        }
    }

    /** A sentence is short: more threads and memory kept at hand would cost more than they return. */
    private static void sparing(OrtSession.SessionOptions options) throws OrtException {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.setCPUArenaAllocator(false);
    }

    /** Outside of the heap, which would stay as large as it grew for this moment. */
    private static ByteBuffer bytes() throws IOException {
        URLConnection model = resource(MODEL).openConnection();
        // Its own view of the jar, which is closed with the stream.
        model.setUseCaches(false);
        try (ReadableByteChannel channel = Channels.newChannel(model.getInputStream())) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(model.getContentLength());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all is there
            }
            return bytes.flip();
        }
    }

    private static URL resource(String name) throws IOException {
        URL resource = ModelFile.class.getResource(name);
        if (resource == null) {
            throw new IOException("no " + name + " on the class path");
        }
        return resource;
    }
}
