package throughline.adapter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import throughline.core.conversation.Posting;

/**
 * What the latest deliveries were answered with, for senders whose connection broke before they read it. Only a courtesy:
 * that nothing is done twice is the inbox's work.
 */
final class Answered {
    private static final int REMEMBERED = 500;

    private final Map<String, List<Posting>> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Posting>> eldest) {
            return size() > REMEMBERED;
        }
    };

    List<Posting> orElse(String delivery, Supplier<List<Posting>> answer) {
        List<Posting> said = answer.get();
        synchronized (latest) {
            if (said.isEmpty()) {
                return latest.getOrDefault(delivery, List.of());
            }
            latest.put(delivery, said);
            return said;
        }
    }
}
