package throughline.app;

import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;
import throughline.core.conversation.StoreUnavailable;

/** Lets nothing in before the bot is ready: an answer from a roadmap that is half there would be wrong. */
record Gate(Readiness readiness, Listener listener) implements Listener {
    @Override
    public Optional<Heard> accept(Incoming incoming) {
        refuseUntilReady();
        return listener.accept(incoming);
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        refuseUntilReady();
        return listener.ask(incoming);
    }

    private void refuseUntilReady() {
        readiness.stillLoading().ifPresent(loading -> {
            String message = "Not ready yet: " + loading;
            throw new StoreUnavailable(message, new IllegalStateException(message));
        });
    }
}
