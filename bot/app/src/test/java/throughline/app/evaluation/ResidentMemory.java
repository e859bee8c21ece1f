package throughline.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that this process occupies. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmRSS:";

    private ResidentMemory() {}

    /** In megabytes, as Linux tells it. */
    static String told() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(KEY))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException noLinux) {
            return "unknown";
        }
    }
}
