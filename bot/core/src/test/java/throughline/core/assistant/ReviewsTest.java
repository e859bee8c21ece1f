package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sighting;
import throughline.core.delivery.Waits;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Review;

/** Who is reminded of a quarter's review, and when, on a clock that is set. */
class ReviewsTest {
    private static final Quarter Q4 = Quarter.of("2026-Q4").orElseThrow();

    private final Chat chat = Quarterly.chat();
    private final InMemoryDeliveries all = new InMemoryDeliveries(chat::now, Waits.USUAL);
    private final Reviews reviews = reviews();
    private final Dispatch dispatch = new Dispatch(
            all,
            all,
            List.of(new Mail()),
            Waits.USUAL,
            new Dispatch.Surroundings(chat::now, () -> 0, chat::after, event -> {}, reviews));

    private Reviews reviews(LocalDate... holidays) {
        return new Reviews(
                new Rounds.Ports(chat.store, chat.store.outbox(), all, all, Set.of(holidays)),
                List.of(chat.speaker),
                chat::now);
    }

    /** Puts into conversations what it gets. */
    private final class Mail implements Carrier {
        @Override
        public String platform() {
            return chat.speaker.platform();
        }

        @Override
        public List<Allowance> toSend(Posting posting) {
            return List.of();
        }

        @Override
        public List<Allowance> toLook(Posting posting) {
            return List.of();
        }

        @Override
        public Outcome send(Posting posting, Permit permit) {
            chat.speaker.post(posting);
            return new Outcome.Accepted(posting.id());
        }

        @Override
        public Sighting look(Posting posting, Instant since) {
            return new Sighting.Absent();
        }

        @Override
        public Outcome takeBack(Posting posting, String id) {
            return new Outcome.Accepted(id);
        }

        @Override
        public Outcome update(Posting posting, String id) {
            return new Outcome.Accepted(id);
        }
    }

    @BeforeEach
    void in_november() {
        at("2026-12-16T08:00:00Z");
    }

    private void beat() {
        reviews.run();
        while (dispatch.next()) {
            // The next one.
        }
    }

    private void at(String moment) {
        Quarterly.at(chat, moment);
        beat();
    }

    private List<String> ids() {
        return chat.speaker.said.stream()
                .map(Posting::id)
                .filter(id -> id.startsWith("review"))
                .toList();
    }

    private List<String> ids(String ritual) {
        return ids().stream().filter(id -> id.startsWith(ritual)).toList();
    }

    private Optional<Review> review() {
        return chat.store.load("").roadmap().review(Acme.MAYA, Q4);
    }

    @Test
    void a_pm_is_reminded_three_times_and_no_more() {
        assertEquals(Optional.of(Instant.parse("2026-12-17T08:30:00Z")), reviews.due());
        at("2026-12-17T08:29:59Z");
        assertEquals(List.of(), ids());
        at("2026-12-17T08:30:00Z");
        reviews().run();
        beat();
        assertEquals(List.of("review:p1:2026-Q4+1"), ids("review:p1"));
        assertEquals(List.of("review:p2:2026-Q4+1"), ids("review:p2"));
        String told = chat.told("maya").get(0);
        assertEquals(
                "Your Q4 review is on 31 December: 6 initiatives, about 20 minutes.",
                told.lines().findFirst().orElse(""));
        assertTrue(told.contains("[Start]") && told.contains("[Remind me Monday]"), told);
        at("2026-12-24T08:30:00Z");
        at("2026-12-31T08:30:00Z");
        at("2027-01-04T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1", "review:p1:2026-Q4+2", "review:p1:2026-Q4+3"), ids("review:p1"));
        assertTrue(chat.told("maya").get(2).startsWith("Your Q4 review is today: 6 initiatives"));
        assertEquals(Optional.of(Instant.parse("2027-03-17T08:30:00Z")), reviews.due());
    }

    @Test
    void a_review_begun_by_its_reminder_goes_on_in_the_next_one() {
        at("2026-12-17T08:30:00Z");
        String start = chat.lastTold("maya").card().buttons().get(0).value();
        assertTrue(chat.tap("maya", Actions.ASK, start, java.util.Map.of()).startsWith("Did Guided setup (I1)"));
        chat.tap("maya", "Done");
        at("2026-12-24T08:30:00Z");
        String second = chat.told("maya").get(chat.told("maya").size() - 1);
        assertTrue(second.startsWith("Your Q4 review: 1 of 6 reviewed, about 17 minutes left."), second);
        assertTrue(second.contains("[Go on]"), second);
    }

    @Test
    void who_is_done_is_not_reminded_and_who_has_nothing_neither() {
        chat.promote(Acme.PRIYA, Role.PM);
        at("2026-12-16T09:00:00Z");
        at("2026-12-17T08:30:00Z");
        assertEquals(
                "there is nothing to review", all.diaries().get("review:p4").outcome());
        List.of("I1", "I2", "I4", "I5", "I6")
                .forEach(bet -> chat.ask("maya", "review " + bet + " keep because it goes on"));
        chat.ask("maya", "review I3 done because it shipped");
        chat.ask("maya", "review close");
        at("2026-12-24T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1"), ids("review:p1"));
        assertEquals("the review is closed", all.diaries().get("review:p1").outcome());
        assertEquals(List.of(), ids("review:p4"));
    }

    @Test
    void holidays_and_snoozes_move_it_to_a_working_morning() {
        reviews(LocalDate.of(2026, 12, 17)).run();
        assertEquals(Instant.parse("2026-12-18T08:30:00Z"), all.planned().get("review:p1"));
        beat();
        chat.ask("maya", "snooze until 2026-12-21");
        at("2026-12-17T08:30:00Z");
        assertEquals(List.of(), ids("review:p1"));
        assertEquals(Instant.parse("2026-12-21T08:30:00Z"), all.planned().get("review:p1"));
        at("2026-12-21T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1"), ids("review:p1"));
    }

    @Test
    void off_is_off_for_one_and_for_all() {
        chat.ask("maya", "nudge off");
        at("2026-12-17T08:30:00Z");
        assertEquals(List.of("review:p2:2026-Q4+1"), ids());
        assertEquals("switched off", all.diaries().get("review:p1").outcome());
        chat.promote(Acme.SAM, Role.ADMIN);
        chat.ask("sam", "settings review off");
        at("2026-12-24T08:30:00Z");
        assertEquals(List.of("review:p2:2026-Q4+1"), ids());
        assertFalse(all.planned().containsKey("review:p2"));
        chat.ask("sam", "settings review on");
        at("2026-12-31T08:30:00Z");
        assertEquals(
                List.of("review:p2:2026-Q4+1", "review:p2:2026-Q4+3"),
                ids("review:p2"),
                "what was missed while it was off is not made up for");
    }

    @Test
    void what_waits_for_its_carrier_is_not_sent_when_the_review_is_closed() {
        Quarterly.at(chat, "2026-12-17T08:30:00Z");
        reviews.run();
        List.of("I1", "I2", "I4", "I5", "I6")
                .forEach(bet -> chat.ask("maya", "review " + bet + " keep because it goes on"));
        chat.ask("maya", "review I3 done because it shipped");
        chat.ask("maya", "review close");
        while (dispatch.next()) {
            // The next one.
        }
        assertEquals(List.of(), ids("review:p1"));
        assertTrue(all.newest(10).stream()
                .anyMatch(letter -> letter.state() == DeadLetters.State.SKIPPED
                        && letter.id().equals("review:p1:2026-Q4+1")));
    }

    @Test
    void a_reminder_that_is_asked_for_comes_on_its_day_once() {
        at("2026-12-17T08:30:00Z");
        chat.ask("maya", "review remind 2026-12-20");
        at("2026-12-20T12:00:00Z");
        assertEquals(List.of(), ids("review-asked"), "on a Sunday");
        at("2026-12-21T08:30:00Z");
        reviews().run();
        beat();
        assertEquals(List.of("review-asked:p1:2026-12-20"), ids("review-asked"));
        at("2026-12-24T08:30:00Z");
        assertEquals(2, ids("review:p1").size(), "the others come too");
        assertEquals(1, ids("review-asked").size());
    }

    @Test
    void after_downtime_at_most_the_latest_comes() {
        at("2026-12-17T08:30:00Z");
        at("2027-01-02T12:00:00Z");
        assertEquals(1, ids("review:p1").size(), "nobody works on a Saturday");
        at("2027-01-04T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1", "review:p1:2026-Q4+3"), ids("review:p1"));
    }

    @Test
    void what_is_not_reviewed_when_the_quarter_is_over_is_unconfirmed() {
        at("2026-12-17T08:30:00Z");
        chat.ask("maya", "review I1 keep because it goes on");
        at("2026-12-31T08:30:00Z");
        assertFalse(chat.ask("sam", "now").contains("not confirmed"));
        at("2027-01-01T08:00:00Z");
        assertTrue(review().orElseThrow().isLapsed());
        String now = chat.ask("sam", "now all");
        assertEquals(4, count(now, "not confirmed in the review of Q4 2026"), now);
        assertTrue(chat.ask("sam", "show I4").contains("not confirmed in the review of Q4 2026"));
        assertFalse(chat.ask("sam", "public").contains("onfirmed"));
        int facts = chat.store.log().size();
        at("2027-01-02T08:00:00Z");
        assertEquals(facts, chat.store.log().size(), "once");
        String pack = chat.ask("maya", "review");
        assertTrue(pack.contains("You were here."), pack);
        chat.ask("maya", "review I4 keep because it goes on");
        assertFalse(chat.ask("sam", "show I4").contains("not confirmed"));
    }

    private static int count(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    @Test
    void who_was_never_reminded_confirms_nothing() {
        chat.ask("maya", "nudge off");
        at("2026-12-17T08:30:00Z");
        at("2027-01-05T08:30:00Z");
        assertTrue(review().isEmpty());
    }

    @Test
    void who_owns_bets_is_reminded_whatever_the_role_is_called() {
        Person tom = chat.store.load("").people().find(Acme.TOM).orElseThrow();
        assertTrue(tom.keepsRoadmap());
        at("2026-12-17T08:30:00Z");
        assertEquals(1, ids("review:p2").size());
        assertEquals(0, ids("review:p3").size(), "Sam asks for things");
        assertTrue(Duration.between(chat.now(), reviews.due().orElseThrow()).toDays() <= 7);
    }
}
