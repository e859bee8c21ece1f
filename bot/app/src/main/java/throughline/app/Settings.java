package throughline.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the operator decided, checked.
 *
 * @param port 0 takes a free one
 * @param roadmap the file to import into an empty store; empty for the sample
 * @param local whether the chat for this machine is served
 * @param redis empty for the built-in Redis, which keeps its files in {@code data}
 */
record Settings(
        int port,
        String bind,
        Path data,
        Optional<Path> roadmap,
        boolean local,
        Time clock,
        String organization,
        Optional<Secret> redis) {

    /** Where the bot's time comes from. */
    enum Time {
        SYSTEM,
        SETTABLE
    }

    /** A value that may hold a password: never shown. */
    record Secret(String reveal) {
        @Override
        public String toString() {
            return "(not shown)";
        }
    }
}
