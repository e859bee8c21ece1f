package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Card;

/** What every messenger does. */
public abstract class MessengerContract {
    private static final Reply REPLY = new Reply(Reply.Visibility.PUBLIC, Card.of("Now: 1 bet."), Optional.empty());

    protected abstract Messenger messenger();

    /** The ids of the messages that arrived in #growth, in their order. */
    protected abstract List<String> arrived();

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

    private Posting posting(String id) {
        Place place = new Place(messenger().platform(), "#growth", Optional.empty(), Place.Reach.INTERNAL);
        return new Posting(id, place, "", messenger().draw(REPLY, id), "");
    }
}
