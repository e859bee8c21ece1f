package throughline.core.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses for tests. */
public final class InMemoryAddresses implements Addresses {
    private record Name(String platform, String whom) {}

    private final Map<Name, String> known = new ConcurrentHashMap<>();

    @Override
    public void learn(String platform, String whom, String address) {
        known.put(new Name(platform, whom), address);
    }

    @Override
    public Optional<String> find(String platform, String whom) {
        return Optional.ofNullable(known.get(new Name(platform, whom)));
    }
}
