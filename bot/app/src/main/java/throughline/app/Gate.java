package throughline.app;

import java.util.List;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;
import throughline.core.conversation.StoreUnavailable;

/** Lets nothing in before the bot is ready: an answer from a roadmap that is half there would be wrong. */
record Gate(Readiness readiness, Listener listener) implements Listener {
    @Override
    public List<Posting> hear(Incoming incoming) {
        readiness.stillLoading().ifPresent(loading -> {
            String message = "Not ready yet: " + loading;
            throw new StoreUnavailable(message, new IllegalStateException(message));
        });
        return listener.hear(incoming);
    }
}
