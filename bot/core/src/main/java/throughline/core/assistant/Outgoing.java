package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;

/** Says what was committed without an input that it answers. */
record Outgoing(Map<String, Messenger> messengers, Outbox outbox) {
    private static final Logger LOG = System.getLogger(Outgoing.class.getName());

    /** What does not arrive now is in the outbox. */
    void say(List<Posting> postings) {
        postings.forEach(this::say);
    }

    /** What a message elsewhere shows from now on; empty where another bot speaks, and where outsiders may read along. */
    Optional<Posting> instead(String id, Place place, Turn.Update update) {
        return Optional.ofNullable(messengers.get(place.platform()))
                .filter(messenger -> isInternal(messenger, place))
                .map(messenger -> messenger.draw(reply(update), update.message()))
                .map(payload -> new Posting(id, place, "", payload, "", update.message()));
    }

    private static boolean isInternal(Messenger messenger, Place place) {
        try {
            return messenger.inspect(place).reach() == Place.Reach.INTERNAL;
        } catch (RuntimeException silent) {
            LOG.log(Level.WARNING, "Nobody knows who reads along in " + place.written(), silent);
            return false;
        }
    }

    static Reply reply(Turn.Update update) {
        return new Reply(Reply.Visibility.PUBLIC, update.card(), Optional.empty());
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
