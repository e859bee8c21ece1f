package throughline.adapter.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import throughline.core.conversation.Transcript;

/** A transcript that is forgotten with the test. */
final class MemoryTranscript implements Transcript {
    private final Map<String, List<Kept>> channels = new HashMap<>();

    @Override
    public synchronized void keep(String channel, String id, String message) {
        List<Kept> kept = channels.computeIfAbsent(channel, any -> new ArrayList<>());
        if (kept.stream().noneMatch(one -> one.id().equals(id))) {
            kept.add(new Kept(id, message));
        }
    }

    @Override
    public synchronized void replace(String channel, String id, String message) {
        channels.getOrDefault(channel, new ArrayList<>())
                .replaceAll(kept -> kept.id().equals(id) ? new Kept(id, message) : kept);
    }

    synchronized void forget() {
        channels.clear();
    }

    @Override
    public synchronized List<Kept> since(String channel, String after) {
        List<Kept> kept = channels.getOrDefault(channel, List.of());
        int from = IntStream.range(0, kept.size())
                .filter(index -> kept.get(index).id().equals(after))
                .map(index -> index + 1)
                .findFirst()
                .orElse(0);
        return List.copyOf(kept.subList(from, kept.size()));
    }
}
