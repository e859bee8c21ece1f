package throughline.adapter.teams;

import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** Takes note of what is heard. */
record Noting(Listener listener, List<Incoming> heard) implements Listener {
    @Override
    public Optional<Heard> accept(Incoming incoming) {
        heard.add(incoming);
        return listener.accept(incoming);
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        heard.add(incoming);
        return listener.ask(incoming);
    }
}
