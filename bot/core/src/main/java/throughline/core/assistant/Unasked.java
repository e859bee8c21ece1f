package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Posting;

/** Says what was committed without an input that it answers. */
record Unasked(Map<String, Messenger> messengers, Outbox outbox) {
    private static final Logger LOG = System.getLogger(Unasked.class.getName());

    /** What does not arrive now is in the outbox. */
    void say(List<Posting> postings) {
        postings.forEach(this::say);
    }

    private void say(Posting posting) {
        try {
            Optional.ofNullable(messengers.get(posting.place().platform()))
                    .ifPresent(messenger -> messenger.post(posting));
            outbox.sent(List.of(posting));
        } catch (RuntimeException unreachable) {
            LOG.log(Level.WARNING, "Message " + posting.id() + " could not be sent", unreachable);
        }
    }
}
