package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.people.Account;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;

/** What a day brings for requests, on a clock that is set. */
class MorningsTest {
    private static final String DIRECT = "local:sam|dm:sam|";

    private final Chat chat = new Chat();
    private final Calendar calendar = new Calendar(chat);
    private final InMemoryDeliveries all = calendar.all;
    private final Rounds.Ports ports = calendar.ports;
    private final Returns returns = calendar.returns;
    private final Reminders reminders = calendar.reminders;
    private final Bot noting = chat.bot(Reminders.noting(chat.store, all));

    private void at(String moment) {
        chat.after(Duration.between(chat.now(), Instant.parse(moment)));
        calendar.beat();
    }

    /* Decisions that come back */

    private Receipt decision() {
        return chat.store
                .load("")
                .roadmap()
                .find(new ItemId("D1"), Receipt.class)
                .orElseThrow();
    }

    private void declinedUntilTheFourth() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 decline because two ask for it; revisit on 2026-12-04");
        returns.run();
    }

    private List<String> news(String person) {
        return chat.told(person).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Decision D1") || line.contains("looked at again"))
                .toList();
    }

    @Test
    void a_decision_comes_back_on_its_day_once_however_many_look() {
        declinedUntilTheFourth();
        at("2026-12-03T10:00:00Z");
        assertTrue(decision().isWatched());
        at("2026-12-04T10:00:00Z");
        assertEquals(List.of("Decision D1 about Bulk export comes back: 4 December 2026 has come."), news("maya"));
        assertEquals(1, news("sam").size());
        new Returns(ports, List.of(chat.speaker), chat::now).run();
        at("2026-12-07T10:00:00Z");
        assertEquals(1, news("maya").size(), "once");
        assertEquals(1, news("sam").size(), "once");
        assertTrue(chat.ask("maya", "decisions back").contains("Bulk export"));
    }

    @Test
    void it_waits_until_its_decider_works() {
        declinedUntilTheFourth();
        at("2026-12-05T10:00:00Z");
        assertEquals(List.of(), news("maya"), "on a Saturday");
        assertTrue(decision().isWatched());
        at("2026-12-07T06:00:00Z");
        assertEquals(List.of(), news("maya"), "before work");
        Instant due = returns.due().orElseThrow();
        assertEquals(Instant.parse("2026-12-07T08:30:00Z"), due);
        at(due.toString());
        assertEquals(1, news("maya").size());
    }

    @Test
    void nothing_is_due_while_nothing_may_come_back() {
        returns.run();
        assertEquals(Optional.empty(), returns.due());
        declinedUntilTheFourth();
        assertEquals(Optional.of(Instant.parse("2026-11-21T06:00:00Z")), returns.due());
    }

    @Test
    void what_cannot_be_sent_is_sent_later() {
        declinedUntilTheFourth();
        chat.speaker.cutOff = true;
        at("2026-12-04T10:00:00Z");
        assertEquals(List.of(), news("maya"));
        assertFalse(decision().isWatched());
        chat.speaker.cutOff = false;
        at("2026-12-04T10:05:00Z");
        assertEquals(1, news("maya").size());
    }

    /* The channel for requests */

    private final Intakes intakes = new Intakes(ports, List.of(chat.speaker), chat::now);

    private List<String> parcels() {
        intakes.run();
        return all.take(20).stream().map(Deliveries.Waiting::id).toList();
    }

    @Test
    void what_is_filed_from_now_on_is_shown_in_its_channel_once() {
        Filed.by(chat, Acme.SAM);
        assertEquals(List.of(), parcels(), "nothing is set up");
        assertTrue(chat.ask("maya", "settings intake #requests")
                .startsWith("Each request that is filed from now on is shown in #requests."));
        assertTrue(chat.ask("maya", "settings").contains("are shown in #requests"));
        assertEquals(List.of(), parcels(), "filed before");
        Filed.by(chat, "R2", "Dark mode", "I7", Acme.SAM);
        Filed.by(chat, "R3", "Audit log", "I7", Acme.SAM);
        assertEquals(List.of("intake:R2", "intake:R3"), parcels());
        new Intakes(ports, List.of(chat.speaker), chat::now).run();
        assertEquals(List.of("intake:R2", "intake:R3"), parcels());
        assertEquals("R3", all.diaries().get("intake").period());
    }

    @Test
    void what_becomes_of_it_takes_its_place_there() {
        chat.ask("maya", "settings intake #requests");
        Filed.by(chat, Acme.SAM);
        parcels();
        chat.ask("maya", "decide R1 swap because the deal is large");
        assertEquals(
                List.of("Sam asks for Bulk export (R1). Tom is asked whether Invoice self-service (I7) may go."),
                shown());
        chat.ask("maya", "decide R1 decline because two ask for it; revisit on 2026-12-04");
        assertEquals("Declined: Bulk export (D2).", shown().get(1));
        returns.run();
        at("2026-12-04T10:00:00Z");
        assertEquals("Sam asks for Bulk export (R1). D2 came back. Maya Lind decides.", shown().get(2));
        chat.ask("sam", "withdraw R1");
        assertEquals("Sam withdrew Bulk export (R1).", shown().get(3));
        chat.speaker.reach = Place.Reach.EXTERNAL;
        chat.ask("maya", "settings intake #partners");
        chat.ask("maya", "decide R1 later because it can wait");
        assertEquals(4, shown().size(), "not where outsiders read along");
    }

    /** What the card of R1 in the channel was replaced with. */
    private List<String> shown() {
        return chat.speaker.said.stream()
                .filter(posting -> posting.replaces().equals("intake:R1"))
                .map(posting -> posting.payload().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void nothing_is_shown_where_outsiders_read_along_or_nobody_knows() {
        chat.ask("maya", "settings intake #requests");
        Filed.by(chat, Acme.SAM);
        chat.speaker.reach = Place.Reach.UNKNOWN;
        assertEquals(List.of(), parcels());
        chat.speaker.reach = Place.Reach.EXTERNAL;
        assertEquals(List.of(), parcels());
        assertEquals("outsiders read along", all.diaries().get("intake").outcome());
        chat.ask("maya", "settings intake off");
        chat.speaker.reach = Place.Reach.INTERNAL;
        Filed.by(chat, "R2", "Dark mode", "I7", Acme.SAM);
        assertEquals(List.of(), parcels());
    }

    @Test
    void only_who_keeps_the_roadmap_says_where() {
        assertTrue(chat.ask("sam", "settings intake #requests").startsWith("Only a PM, a product lead or an admin"));
        assertTrue(chat.ask("maya", "settings intake #general").contains("where everybody is"));
        assertTrue(chat.store.load("").roadmap().intake().isEmpty());
    }

    /* Requests that lie about */

    private void begun(String channel, Place.Reach reach) {
        noting.hear(new Incoming(
                "first",
                Speaker.member(Account.local("sam"), "sam"),
                new Place(Account.LOCAL, channel, Optional.empty(), reach),
                new Input.Said("request a CSV of everything", Input.Manner.OPEN),
                ""));
        chat.speaker.said.clear();
    }

    private Optional<Dialogue> open(String conversation) {
        return chat.store.load(conversation).dialogue();
    }

    @Test
    void its_author_is_reminded_once_after_a_week_and_it_is_forgotten_after_two() {
        begun("dm:sam", Place.Reach.DIRECT);
        assertEquals(Optional.of(Instant.parse("2026-11-27T09:30:00Z")), reminders.due());
        at("2026-11-27T09:30:00Z");
        assertEquals(1, chat.told("sam").size());
        assertTrue(
                chat.told("sam").get(0).startsWith("You began a request a week ago and have not sent it."),
                chat.told("sam").get(0));
        assertEquals(Optional.of(Instant.parse("2026-12-04T09:30:00Z")), reminders.due());
        at("2026-11-30T09:30:00Z");
        assertEquals(1, chat.told("sam").size(), "once");
        assertTrue(open(DIRECT).isPresent());
        at("2026-12-04T09:30:00Z");
        assertTrue(open(DIRECT).isEmpty());
        assertEquals(Optional.empty(), reminders.due());
        assertEquals(1, chat.told("sam").size());
    }

    @Test
    void nobody_is_reminded_of_what_was_left_or_goes_on() {
        begun("dm:sam", Place.Reach.DIRECT);
        chat.after(Duration.ofDays(5));
        noting.hear(chat.incoming("sam", "dm:sam", new Input.Said("yes", Input.Manner.OPEN)));
        chat.speaker.said.clear();
        at("2026-11-27T09:30:00Z");
        assertEquals(List.of(), chat.told("sam"));
        assertEquals(Optional.of(Instant.parse("2026-12-02T09:30:00Z")), reminders.due());
        noting.hear(chat.incoming("sam", "dm:sam", new Input.Said("cancel", Input.Manner.OPEN)));
        chat.speaker.said.clear();
        at("2026-12-02T09:30:00Z");
        assertEquals(List.of(), chat.told("sam"));
        assertEquals(Optional.empty(), reminders.due());
    }

    @Test
    void what_was_begun_among_others_is_told_in_private_with_where_to_go_on() {
        begun("#growth", Place.Reach.INTERNAL);
        at("2026-11-27T09:30:00Z");
        assertTrue(places().contains("dm:sam"));
        assertTrue(chat.told("sam").get(0).contains("Say “request” where you began it"));
    }

    private List<String> places() {
        return chat.speaker.said.stream()
                .map(Posting::place)
                .map(Place::channel)
                .toList();
    }
}
