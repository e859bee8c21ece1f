package throughline.adapter.teams;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** A listener that is there before the one who listens. */
final class Later implements Listener {
    private final AtomicReference<Listener> real = new AtomicReference<>();

    void becomes(Listener listener) {
        real.set(listener);
    }

    @Override
    public Optional<Heard> accept(Incoming incoming) {
        return real.get().accept(incoming);
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        return real.get().ask(incoming);
    }
}
