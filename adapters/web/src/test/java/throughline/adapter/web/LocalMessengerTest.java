package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Transcript;
import throughline.core.people.Account;

class LocalMessengerTest extends MessengerContract {
    private final MemoryTranscript transcript = new MemoryTranscript();
    private final LocalMessenger messenger = new LocalMessenger(transcript, true);

    @Override
    protected Messenger messenger() {
        return messenger;
    }

    @Override
    protected List<String> arrived() {
        return transcript.since("#growth", "").stream().map(Transcript.Kept::id).toList();
    }

    @Override
    protected Account somebody() {
        return Account.local("ana");
    }

    @Override
    protected List<String> arrivedInPrivate() {
        return transcript.since("dm:ana", "").stream().map(Transcript.Kept::id).toList();
    }

    @Test
    void what_takes_the_place_of_a_message_says_of_which() {
        Place growth = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        Reply nudge = new Reply(Reply.Visibility.PUBLIC, Card.of("On track: Priya."), Optional.empty());
        messenger.post(new Posting("t2.u", growth, "", messenger.draw(nudge, "t1.0"), "", "t1.0"));
        String kept = transcript.since("#growth", "").get(0).message();
        assertTrue(kept.contains("\"replaces\":\"t1.0\""), kept);
    }

    @Test
    void a_form_that_did_its_work_is_shut() {
        Place growth = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        Block.Form form = new Block.Form(
                List.of(Field.text("why", "Why, in a line", true)),
                Button.primary("fill", "Answer", "nudge I4 drifting"),
                Optional.empty());
        Reply why = new Reply(
                Reply.Visibility.PRIVATE, Card.of("What makes it drift: Sample projects?", form), Optional.empty());
        messenger.post(new Posting("t1.0", growth, "ana", messenger.draw(why, "t1.0"), ""));
        messenger.taken(new Incoming(
                "ana:2",
                Speaker.member(somebody(), "Ana"),
                growth,
                new Input.Tapped("fill", "nudge I4 drifting", "t1.0", Map.of("why", List.of("legal"))),
                ""));
        Message shut = Message.read(transcript.since("#growth", "t1.0").get(0).message());
        assertEquals("t1.0", shut.shown().path("replaces").asText());
        assertTrue(shut.shown().path("text").asText().startsWith("What makes it drift: Sample projects?"));
        assertFalse(shut.hasForm());
        assertFalse(shut.isVisibleTo(new Handle("ben")));
    }

    @Test
    void nobody_is_reached_behind_a_closed_door() {
        Place growth = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        assertEquals(Optional.empty(), new LocalMessenger(transcript, false).direct(somebody(), growth));
    }
}
