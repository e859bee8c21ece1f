package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Card;
import throughline.core.people.Account;

/** What every messenger does. */
public abstract class MessengerContract {
    private static final Reply REPLY = new Reply(Reply.Visibility.PUBLIC, Card.of("Now: 1 bet."), Optional.empty());

    protected abstract Messenger messenger();

    /** The ids of the messages that arrived in #growth, in their order. */
    protected abstract List<String> arrived();

    /** Somebody who can be reached. */
    protected abstract Account somebody();

    /** The ids of the messages that arrived where somebody alone sees them, in their order. */
    protected abstract List<String> arrivedInPrivate();

    @Test
    public void drawing_sends_nothing_and_gives_the_same_again() {
        assertEquals(messenger().draw(REPLY, "t1.0"), messenger().draw(REPLY, "t1.0"));
        assertEquals(List.of(), arrived());
    }

    @Test
    public void a_drawn_message_has_the_answer() {
        assertFalse(messenger().draw(REPLY, "t1.0").indexOf("Now: 1 bet.") < 0);
    }

    @Test
    public void messages_arrive_in_the_order_in_which_they_were_sent() {
        messenger().post(posting("t1.0"));
        messenger().post(posting("t1.1"));
        assertEquals(List.of("t1.0", "t1.1"), arrived());
    }

    @Test
    public void a_message_that_is_sent_again_arrives_once() {
        messenger().post(posting("t1.0"));
        messenger().post(posting("t1.0"));
        assertEquals(List.of("t1.0"), arrived());
    }

    @Test
    public void somebody_who_did_not_write_is_reached_in_private() {
        Place place = messenger().direct(somebody(), growth()).orElseThrow();
        assertEquals(messenger().platform(), place.platform());
        assertTrue(place.isDirect(), place.toString());
        String drawn = messenger().draw(REPLY, "t1.n0");
        messenger().post(new Posting("t1.n0", place, somebody().id(), drawn, ""));
        messenger().post(new Posting("t1.n0", place, somebody().id(), drawn, ""));
        assertEquals(List.of("t1.n0"), arrivedInPrivate());
        assertEquals(List.of(), arrived());
    }

    @Test
    public void nobody_of_another_platform_is_reached() {
        assertEquals(Optional.empty(), messenger().direct(new Account("elsewhere", "ana"), growth()));
    }

    private Posting posting(String id) {
        return new Posting(id, growth(), "", messenger().draw(REPLY, id), "");
    }

    private Place growth() {
        return new Place(messenger().platform(), "#growth", Optional.empty(), Place.Reach.INTERNAL);
    }
}
