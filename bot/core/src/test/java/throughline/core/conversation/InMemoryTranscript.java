package throughline.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transcript for tests. */
public final class InMemoryTranscript implements Transcript {
    private final Map<String, List<Kept>> channels = new HashMap<>();

    @Override
    public synchronized void keep(String channel, String id, String message) {
        List<Kept> messages = channels.computeIfAbsent(channel, unknown -> new ArrayList<>());
        if (position(messages, id) < 0) {
            messages.add(new Kept(id, message));
        }
    }

    @Override
    public synchronized void replace(String channel, String id, String message) {
        channels.getOrDefault(channel, new ArrayList<>())
                .replaceAll(kept -> kept.id().equals(id) ? new Kept(id, message) : kept);
    }

    @Override
    public synchronized List<Kept> since(String channel, String after) {
        List<Kept> messages = channels.getOrDefault(channel, List.of());
        return List.copyOf(messages.subList(position(messages, after) + 1, messages.size()));
    }

    private static int position(List<Kept> messages, String id) {
        return messages.stream().map(Kept::id).toList().indexOf(id);
    }
}
