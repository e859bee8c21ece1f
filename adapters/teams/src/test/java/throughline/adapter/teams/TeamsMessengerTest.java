package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Card;
import throughline.core.conversation.InMemoryAddresses;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.people.Account;

class TeamsMessengerTest extends MessengerContract {
    private final StubCourier courier = new StubCourier();
    private final StubPost post = new StubPost();
    private final InMemoryAddresses addresses = new InMemoryAddresses();
    private final References references = new References(addresses);
    private final TeamsMessenger messenger = new TeamsMessenger(
            references,
            new Roster(courier, references, new Roster.House(Optional.empty(), false), new HandClock()),
            new Mailing(courier),
            new OpenRequests(),
            parcel -> Optional.of(new Carried("#growth", "activity of " + parcel).written()),
            post);

    /** Takes what is put in the place of something. */
    private static final class StubPost implements Post {
        private final List<String> replaced = new ArrayList<>();
        private Outcome outcome = new Outcome.Accepted("a");

        @Override
        public Outcome carry(Address to, Message message, Permit permit) {
            return outcome;
        }

        @Override
        public Outcome replace(Address to, String activity, Message message) {
            replaced.add(activity + " in " + to.conversation());
            return outcome;
        }
    }

    static Post noPost() {
        return new StubPost();
    }

    TeamsMessengerTest() {
        addresses.learn("teams", "#growth", new Address("https://smba.example", "#growth", "28:bot", "t1").written());
    }

    @Override
    protected Messenger messenger() {
        return messenger;
    }

    @Override
    protected List<String> arrived() {
        return courier.sentTo("#growth");
    }

    private static Posting posting(String id, String recipient) {
        Place place = new Place("teams", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        return new Posting(id, place, recipient, "{\"text\":\"Now.\",\"card\":{}}", "");
    }

    @Test
    void a_place_where_the_bot_may_not_speak_is_left_alone_and_noted_once() {
        courier.refuse(new Undelivered(403, "MessageWritesBlocked", new IllegalStateException()));
        try (Log log = new Log()) {
            messenger.post(posting("t1.0", ""));
            messenger.post(posting("t2.0", ""));
            assertEquals(1, log.count("MessageWritesBlocked"));
        }
    }

    @Test
    void a_conversation_that_is_gone_does_not_stay_in_the_outbox() {
        courier.refuse(new Undelivered(404, "ConversationNotFound", new IllegalStateException()));
        messenger.post(posting("t1.0", ""));
        courier.accept();
        assertEquals(List.of(), arrived());
    }

    @Test
    void what_may_arrive_another_time_is_left_to_the_outbox() {
        courier.refuse(new Undelivered(429, "", new IllegalStateException()));
        assertThrows(Undelivered.class, () -> messenger.post(posting("t1.0", "")));
        courier.accept();
        messenger.post(posting("t1.0", ""));
        assertEquals(List.of("t1.0"), arrived());
    }

    @Test
    void a_private_message_that_is_sent_again_arrives_once_with_one_line() {
        messenger.post(posting("t1.0", "aad-ana"));
        messenger.post(posting("t1.0", "aad-ana"));
        assertEquals(List.of("t1.0"), courier.sentTo("opened:aad-ana"));
        assertEquals(List.of("t1.0:line"), arrived());
    }

    @Test
    void a_place_that_nobody_wrote_from_cannot_be_reached() {
        Place unknown = new Place("teams", "#unknown", Optional.empty(), Place.Reach.INTERNAL);
        Posting posting = new Posting("t1.0", unknown, "", "{\"text\":\"Now.\",\"card\":{}}", "");
        assertThrows(IllegalStateException.class, () -> messenger.post(posting));
    }

    @Override
    protected Account somebody() {
        return new Account("teams", "aad-ana");
    }

    @Override
    protected List<String> arrivedInPrivate() {
        return courier.sentTo("opened:aad-ana");
    }

    @Test
    void a_person_who_wrote_before_is_reached_from_another_platform_too() {
        references.learn("aad-bea", new Address("https://smba.example", "a:bea", "28:bot", "t1"));
        Place slack = new Place("slack", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        assertEquals(
                "a:bea",
                messenger
                        .direct(new Account("teams", "aad-bea"), slack)
                        .orElseThrow()
                        .channel());
        assertEquals(Optional.empty(), messenger.direct(somebody(), slack), "nothing is opened from there");
    }

    @Test
    void a_person_without_the_app_is_not_reached() {
        courier.refuse(new Undelivered(403, "ForbiddenOperationException", new IllegalStateException()));
        Place growth = new Place("teams", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        assertEquals(Optional.empty(), messenger.direct(somebody(), growth));
    }

    @Test
    void an_update_takes_the_place_of_what_was_carried_and_is_tried_again_if_it_did_not() {
        Place growth = new Place("teams", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        Reply reply = new Reply(Reply.Visibility.PUBLIC, Card.of("This week."), Optional.empty());
        Posting update =
                new Posting("t2.u", growth, "", messenger.draw(reply, "nudge:TM1:2026-W48"), "", "nudge:TM1:2026-W48");
        messenger.post(update);
        assertEquals(List.of("activity of nudge:TM1:2026-W48 in #growth"), post.replaced);
        post.outcome = new Outcome.Unknown("time-out");
        assertThrows(IllegalStateException.class, () -> messenger.post(update));
        post.outcome = new Outcome.Never("403");
        messenger.post(update);
        assertEquals(List.of(), arrived());
    }

    /** A form is filled in there, where nobody else sees it. */
    @Test
    void an_answer_in_the_personal_chat_updates_the_message_where_it_stands() {
        references.learn("aad-ana", new Address("https://smba.example", "a:ana", "28:bot", "t1"));
        Place personal = new Place("teams", "a:ana", Optional.empty(), Place.Reach.DIRECT);
        Reply reply = new Reply(Reply.Visibility.PUBLIC, Card.of("This week."), Optional.empty());
        messenger.post(new Posting(
                "t2.u", personal, "", messenger.draw(reply, "nudge:TM1:2026-W48"), "", "nudge:TM1:2026-W48"));
        assertEquals(List.of("activity of nudge:TM1:2026-W48 in #growth"), post.replaced);
    }

    @Test
    void what_was_carried_is_known_by_its_conversation_too() {
        TeamsCarrier carrier = new TeamsCarrier(references, post);
        assertEquals(new Outcome.Accepted("#growth/a"), carrier.send(posting("p1", ""), Permit.ALWAYS));
        references.learn("aad-ana", new Address("https://smba.example", "a:ana", "28:bot", "t1"));
        assertEquals(new Outcome.Accepted("a:ana/a"), carrier.send(posting("p2", "aad-ana"), Permit.ALWAYS));
        carrier.update(posting("p1", ""), "#growth/a");
        assertEquals(List.of("a in #growth"), post.replaced);
    }
}
