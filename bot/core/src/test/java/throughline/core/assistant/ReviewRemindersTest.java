package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.delivery.Diary;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Review;

/** Who is reminded of a quarter's review, and when, among all that a day brings. */
class ReviewRemindersTest {
    private static final Quarter Q4 = Quarter.of("2026-Q4").orElseThrow();

    private final Chat chat = Quarterly.chat();
    private final Calendar calendar = new Calendar(chat);

    @BeforeEach
    void the_day_before() {
        calendar.at("2026-12-16T10:00:00Z");
    }

    /** What of reviews became what for somebody. */
    private List<String> told(String person) {
        return Optional.ofNullable(calendar.all.diaries().get("day:" + person)).stream()
                .flatMap(diary -> diary.told().stream())
                .filter(part -> part.part().startsWith("review"))
                .map(part -> part.part() + " " + part.outcome())
                .toList();
    }

    private List<String> reminders(String person) {
        return calendar.days(person).stream()
                .filter(text -> text.contains(" review is on ")
                        || text.contains(" review is today")
                        || text.contains(" review was due on ")
                        || text.contains(" reviewed, about "))
                .toList();
    }

    private Optional<Review> review() {
        return chat.store.load("").roadmap().review(Acme.MAYA, Q4);
    }

    private void close() {
        List.of("I1", "I2", "I4", "I5", "I6")
                .forEach(bet -> chat.ask("maya", "review " + bet + " keep because it goes on"));
        chat.ask("maya", "review I3 done because it shipped");
        chat.ask("maya", "review close");
    }

    @Test
    void a_pm_is_reminded_three_times_and_no_more() {
        calendar.at("2026-12-17T08:29:00Z");
        assertEquals(List.of(), reminders("maya"));
        for (String moment : List.of(
                "2026-12-17T08:30:00Z",
                "2026-12-18T08:30:00Z",
                "2026-12-21T08:30:00Z",
                "2026-12-24T08:30:00Z",
                "2026-12-28T08:30:00Z",
                "2026-12-31T08:30:00Z",
                "2027-01-04T08:30:00Z",
                "2027-01-11T08:30:00Z")) {
            calendar.at(moment);
            calendar.daily(List.of()).run();
            calendar.deliver();
        }
        assertEquals(
                List.of("review:p1:2026-Q4+1 said", "review:p1:2026-Q4+2 said", "review:p1:2026-Q4+3 said"),
                told("p1"));
        assertEquals(3, told("p2").size());
        List<String> all = reminders("maya");
        assertEquals(3, all.size());
        assertTrue(
                all.get(0).contains("Your Q4 review is on 31 December: 6 initiatives, about 20 minutes."), all.get(0));
        assertTrue(all.get(0).contains("[Start]") && all.get(0).contains("[Remind me Monday]"), all.get(0));
        assertTrue(all.get(2).contains("Your Q4 review is today: 6 initiatives"), all.get(2));
    }

    @Test
    void a_review_begun_by_its_reminder_goes_on_in_the_next_one() {
        calendar.at("2026-12-17T08:30:00Z");
        assertTrue(calendar.tapDay("maya", "Start").startsWith("Did Guided setup (I1)"));
        chat.tap("maya", "Done");
        calendar.at("2026-12-24T08:30:00Z");
        String second = reminders("maya").get(1);
        assertTrue(second.contains("Your Q4 review: 1 of 6 reviewed, about 17 minutes left."), second);
        assertTrue(second.contains("[Go on]"), second);
    }

    @Test
    void who_is_done_is_not_reminded_and_who_has_nothing_neither() {
        chat.promote(Acme.PRIYA, Role.PM);
        calendar.at("2026-12-17T08:30:00Z");
        assertEquals(List.of(), told("p4"));
        assertEquals(List.of(), told("p3"), "Sam asks for things");
        close();
        calendar.at("2026-12-24T08:30:00Z");
        calendar.at("2026-12-31T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1 said"), told("p1"));
    }

    @Test
    void snoozes_and_days_off_move_it_to_a_working_morning() {
        chat.ask("maya", "settings days-off 2026-12-17");
        calendar.at("2026-12-17T08:30:00Z");
        assertEquals(List.of(), told("p2"));
        chat.ask("maya", "snooze until 2026-12-21");
        calendar.at("2026-12-18T08:30:00Z");
        assertEquals(List.of("review:p2:2026-Q4+1 said"), told("p2"));
        assertEquals(List.of(), told("p1"));
        calendar.at("2026-12-21T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1 said"), told("p1"));
    }

    @Test
    void off_is_off_for_one_and_for_all() {
        chat.ask("maya", "nudge off");
        calendar.at("2026-12-17T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1 switched off"), told("p1"));
        assertEquals(List.of("review:p2:2026-Q4+1 said"), told("p2"));
        chat.promote(Acme.SAM, Role.ADMIN);
        chat.ask("sam", "settings review off");
        calendar.at("2026-12-24T08:30:00Z");
        assertEquals(1, told("p2").size());
        calendar.at("2026-12-30T08:30:00Z");
        chat.ask("sam", "settings review on");
        calendar.at("2026-12-31T08:30:00Z");
        assertEquals(List.of("review:p2:2026-Q4+1 said", "review:p2:2026-Q4+3 said"), told("p2"));
    }

    @Test
    void a_reminder_that_is_asked_for_comes_on_its_day_once() {
        calendar.at("2026-12-17T08:30:00Z");
        chat.ask("maya", "review remind 2026-12-20");
        calendar.at("2026-12-20T12:00:00Z");
        assertEquals(1, told("p1").size(), "on a Sunday");
        calendar.at("2026-12-21T08:30:00Z");
        calendar.at("2026-12-22T08:30:00Z");
        calendar.at("2026-12-24T08:30:00Z");
        assertEquals(
                List.of("review:p1:2026-Q4+1 said", "review-asked:2026-12-21 said", "review:p1:2026-Q4+2 said"),
                told("p1"));
    }

    @Test
    void a_reminder_that_is_asked_for_on_the_day_of_another_is_said_with_it() {
        calendar.at("2026-12-17T08:30:00Z");
        chat.ask("maya", "review remind 2026-12-24");
        calendar.at("2026-12-24T08:30:00Z");
        calendar.at("2026-12-28T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1 said", "review:p1:2026-Q4+2 said"), told("p1"));
        String second = reminders("maya").get(1);
        assertEquals(1, second.split("Your Q4 review is on", -1).length - 1, second);
    }

    @Test
    void after_downtime_at_most_the_latest_comes() {
        calendar.at("2026-12-17T08:30:00Z");
        calendar.at("2027-01-02T12:00:00Z");
        assertEquals(1, told("p1").size(), "nobody works on a Saturday");
        calendar.at("2027-01-04T08:30:00Z");
        assertEquals(List.of("review:p1:2026-Q4+1 said", "review:p1:2026-Q4+3 said"), told("p1"));
    }

    @Test
    void what_is_not_reviewed_when_the_quarter_is_over_is_unconfirmed() {
        calendar.at("2026-12-17T08:30:00Z");
        chat.ask("maya", "review I1 keep because it goes on");
        calendar.at("2026-12-31T08:30:00Z");
        assertFalse(chat.ask("sam", "now").contains("not confirmed"));
        calendar.at("2027-01-01T08:30:00Z");
        assertTrue(review().orElseThrow().isLapsed());
        String now = chat.ask("sam", "now all");
        assertEquals(4, now.split("not confirmed in the review of Q4 2026", -1).length - 1, now);
        assertTrue(chat.ask("sam", "show I4").contains("not confirmed in the review of Q4 2026"));
        assertFalse(chat.ask("sam", "public").contains("onfirmed"));
        Review lapsed = review().orElseThrow();
        calendar.at("2027-01-04T08:30:00Z");
        assertEquals(lapsed, review().orElseThrow(), "once");
        assertTrue(chat.ask("maya", "review").contains("You were here."));
        chat.ask("maya", "review I4 keep because it goes on");
        assertFalse(chat.ask("sam", "show I4").contains("not confirmed"));
    }

    @Test
    void what_another_confirmed_or_what_came_back_later_is_not_unconfirmed() {
        calendar.at("2026-12-17T08:30:00Z");
        calendar.at("2026-12-31T08:30:00Z");
        calendar.at("2027-01-01T08:30:00Z");
        Initiative bet = chat.store
                .load("")
                .roadmap()
                .find(new ItemId("I4"), Initiative.class)
                .orElseThrow();
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE, bet.id(), Initiative.OWNER, Optional.of(Acme.MAYA), Optional.of(Acme.TOM)));
        assertTrue(chat.ask("sam", "show I4").contains("not confirmed in the review of Q4 2026"));
        chat.ask("tom", "review Q4");
        chat.ask("tom", "review Q4 I4 keep because it goes on");
        assertFalse(chat.ask("sam", "show I4").contains("not confirmed"));
        assertTrue(chat.ask("sam", "show I1").contains("not confirmed in the review of Q4 2026"));
        calendar.at("2027-03-01T08:30:00Z");
        chat.ask("maya", "move I1 next");
        chat.ask("maya", "move I1 now");
        chat.ask("maya", "move I1 now override because it is needed again");
        assertFalse(chat.ask("sam", "show I1").contains("not confirmed"));
    }

    @Test
    void who_was_never_reminded_confirms_nothing() {
        calendar.at("2027-01-12T08:30:00Z");
        assertTrue(review().isEmpty());
        Optional<Diary> diary = Optional.ofNullable(calendar.all.diaries().get("day:p1"));
        assertTrue(diary.stream()
                .flatMap(one -> one.told().stream())
                .noneMatch(part -> part.part().startsWith("review")));
    }
}
