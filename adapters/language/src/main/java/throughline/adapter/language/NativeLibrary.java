package throughline.adapter.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Locale;

/** ONNX Runtime's native part. */
final class NativeLibrary {
    /** Where ONNX Runtime looks. Left to itself, it leaves its files behind when the process is killed, and a directory always. */
    private static final String PATH = "onnxruntime.native.path";

    private NativeLibrary() {}

    /** Loads it, the first time, from files that are not needed any more afterwards. */
    static OrtEnvironment load(Unpacked files) throws OrtException, IOException {
        files.unpack(resource("onnxruntime"));
        files.unpack(resource("onnxruntime4j_jni"));
        System.setProperty(PATH, files.directory().toString());
        OrtEnvironment environment = OrtEnvironment.getEnvironment("throughline");
        environment.setTelemetry(false);
        return environment;
    }

    private static String resource(String library) {
        return "/ai/onnxruntime/native/" + system() + "-" + processor() + "/" + System.mapLibraryName(library);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "osx";
        }
        return name.startsWith("windows") ? "win" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("amd64") || name.equals("x86_64") ? "x64" : name;
    }
}
