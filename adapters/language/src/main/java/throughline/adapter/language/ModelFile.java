package throughline.adapter.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The model as it came in its jar, and how ONNX Runtime is told to run it: here is where its weights can be replaced. */
final class ModelFile {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private ModelFile() {}

    /** From a file, because its 23 MB would be in memory twice otherwise, and stay there until somebody collects them. */
    static OrtSession open(OrtEnvironment environment, Unpacked files) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            sparing(options);
            return environment.createSession(taught(files).toString(), options);
        }
    }

    /** Changed where it lies: read whole, the model would leave its size several times over in the heap. */
    private static Path taught(Unpacked files) throws IOException {
        Path file = files.unpack(MODEL);
        try (FileChannel model = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Lessons.teach(model.map(FileChannel.MapMode.READ_WRITE, 0, model.size()));
        }
        return file;
    }

    static Vocabulary vocabulary() throws IOException {
        try (InputStream tokenizer = Unpacked.open(TOKENIZER)) {
            return Vocabulary.read(tokenizer);
        }
    }

    /** A sentence is short: more threads, and memory kept at hand, would cost more than they return. */
    private static void sparing(OrtSession.SessionOptions options) throws OrtException {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.setCPUArenaAllocator(false);
    }
}
