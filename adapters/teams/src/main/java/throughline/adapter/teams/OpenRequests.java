package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import throughline.core.conversation.Posting;

/** Requests whose sender still waits for the response, so that a part of the answer can go there instead of into the chat. */
final class OpenRequests {
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** @param dialog whether the response may be a form */
    Open begin(boolean dialog) {
        Open request = new Open("invoke:" + UUID.randomUUID(), dialog);
        open.put(request.returnPath, request);
        return request;
    }

    /** Puts a form into the response, if that is where it belongs and somebody still waits. */
    boolean takesForm(Posting posting) {
        Open request = open.get(posting.returnPath());
        return request != null && request.takesForm(posting);
    }

    /** Puts a line into the response, if somebody still waits for one. */
    boolean takesLine(String returnPath, String line) {
        Open request = open.get(returnPath);
        return request != null && request.takesLine(line);
    }

    /** One of them; what it did not take before it is closed goes into the chat. */
    final class Open implements AutoCloseable {
        private final String returnPath;
        private final boolean dialog;
        private final List<String> lines = new ArrayList<>();
        private Optional<JsonNode> form = Optional.empty();
        private boolean over;

        private Open(String returnPath, boolean dialog) {
            this.returnPath = returnPath;
            this.dialog = dialog;
        }

        String returnPath() {
            return returnPath;
        }

        private synchronized boolean takesForm(Posting posting) {
            if (over || !dialog || form.isPresent() || !Message.isForm(posting)) {
                return false;
            }
            form = Message.of(posting).card();
            return true;
        }

        private synchronized boolean takesLine(String line) {
            if (!over) {
                lines.add(line);
            }
            return !over;
        }

        synchronized Optional<JsonNode> form() {
            return form;
        }

        synchronized Optional<String> line() {
            return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", lines));
        }

        @Override
        public synchronized void close() {
            over = true;
            open.remove(returnPath);
        }
    }
}
