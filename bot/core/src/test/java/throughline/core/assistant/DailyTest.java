package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Diary;
import throughline.core.people.Role;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;

/** What a person is told unasked: one message a day, whatever falls together. */
class DailyTest {
    private final Chat chat = new Chat();
    private final List<Errand> wanted = new ArrayList<>();
    private final Occasion test = today -> List.copyOf(wanted);
    private final Calendar calendar = new Calendar(chat, List.of(test));

    private void want(String id, Wish.Topic topic) {
        wanted.add(new Errand(
                Acme.SAM, new Wish(id, topic, Set.of(), List.of(new ItemId("I4"))), Section.of("About " + id + ".")));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    private List<String> sam() {
        return calendar.days("sam");
    }

    @Test
    void all_kinds_of_a_day_are_one_message_with_a_section_each() {
        want("n1", Wish.Topic.NEWS);
        want("s1", Wish.Topic.SYNC);
        want("r1", Wish.Topic.REVIEW);
        calendar.beat();
        assertEquals(1, sam().size());
        assertEquals("For you today: a quarterly review, a piece of news and a monthly sync.", first(sam().get(0)));
        assertTrue(sam().get(0).indexOf("About r1") < sam().get(0).indexOf("About n1"), sam().get(0));
        calendar.beat();
        assertEquals(1, sam().size());
    }

    @Test
    void one_thing_is_said_without_a_preface() {
        want("n1", Wish.Topic.NEWS);
        calendar.beat();
        assertEquals("About n1.", first(sam().get(0)));
    }

    @Test
    void what_comes_later_that_day_waits_for_the_next_working_morning() {
        want("n1", Wish.Topic.NEWS);
        calendar.beat();
        want("n2", Wish.Topic.NEWS);
        calendar.at("2026-11-20T13:00:00Z");
        assertEquals(1, sam().size());
        assertEquals(Optional.of(Instant.parse("2026-11-23T08:30:00Z")), calendar.daily.due());
        calendar.at("2026-11-23T08:29:00Z");
        assertEquals(1, sam().size(), "before the morning");
        calendar.at("2026-11-23T08:30:00Z");
        assertEquals(2, sam().size());
        assertEquals("About n2.", first(sam().get(1)));
    }

    @Test
    void what_is_left_over_waits_and_is_not_lost() {
        want("n1", Wish.Topic.NEWS);
        want("s1", Wish.Topic.SYNC);
        want("r1", Wish.Topic.REVIEW);
        want("p1", Wish.Topic.PULSE);
        want("c1", Wish.Topic.CASCADE);
        calendar.beat();
        assertFalse(sam().get(0).contains("s1"), sam().get(0));
        calendar.at("2026-11-23T08:30:00Z");
        assertEquals("About s1.", first(sam().get(1)));
    }

    @Test
    void whatever_is_not_said_is_recorded_with_its_reason() {
        chat.ask("sam", "nudge off");
        want("n1", Wish.Topic.NEWS);
        calendar.beat();
        assertEquals(List.of(), sam());
        Diary diary = calendar.all.diaries().get("day:" + Acme.SAM);
        assertEquals(
                List.of("n1 switched off"),
                diary.told().stream()
                        .map(part -> part.part() + " " + part.outcome())
                        .toList());
        chat.ask("sam", "nudge on");
        calendar.at("2026-11-23T08:30:00Z");
        assertEquals(List.of(), sam(), "what was dropped does not come back");
    }

    @Test
    void what_is_still_so_is_told_when_it_is_switched_on_again_and_recorded_once() {
        chat.ask("sam", "nudge off");
        want("c1", Wish.Topic.CHECK_IN);
        calendar.beat();
        chat.ask("maya", "edit I9 why: Banks ask.");
        calendar.beat();
        assertEquals(1, calendar.all.diaries().get("day:" + Acme.SAM).told().size());
        chat.ask("sam", "nudge on");
        calendar.beat();
        assertEquals(List.of("About c1."), sam());
    }

    @Test
    void what_is_about_a_snoozed_item_waits_until_that_is_over() {
        want("c1", Wish.Topic.CHECK_IN);
        chat.ask("sam", "snooze I4 until 2026-11-24");
        calendar.beat();
        calendar.at("2026-11-23T08:30:00Z");
        assertEquals(List.of(), sam());
        calendar.at("2026-11-24T08:30:00Z");
        assertEquals(List.of("About c1."), sam());
    }

    @Test
    void what_asks_in_vain_twice_is_not_asked_again() {
        wanted.add(new Errand(
                Acme.SAM, new Wish("p3", Wish.Topic.PULSE, Set.of(), List.of()).after(2), Section.of("Which OKR?")));
        calendar.beat();
        assertEquals(List.of(), sam());
        assertEquals(
                "the last two were not answered",
                calendar.all.diaries().get("day:" + Acme.SAM).outcome());
    }

    @Test
    void two_bots_say_it_once() {
        want("n1", Wish.Topic.NEWS);
        calendar.daily.run();
        calendar.daily(List.of(test)).run();
        calendar.deliver();
        assertEquals(1, sam().size());
    }

    /** One looks while the other one, which does not know of the second piece yet, tells the first. */
    @Test
    void of_two_bots_that_saw_different_things_only_one_notes_what_it_told() {
        wanted.add(new Errand(
                Acme.SAM, new Wish("own", Wish.Topic.NEWS, Set.of(Acme.SAM), List.of()), Section.of("Dropped.")));
        calendar.beat();
        want("n1", Wish.Topic.NEWS);
        List<Errand> first = List.copyOf(wanted);
        Daily quick = calendar.daily(List.of(today -> first));
        Occasion both = today -> {
            quick.run();
            want("n2", Wish.Topic.NEWS);
            return List.copyOf(wanted);
        };
        calendar.daily(List.of(both)).run();
        calendar.deliver();
        assertEquals(List.of("About n1."), sam());
        calendar.at("2026-11-23T08:30:00Z");
        assertTrue(sam().get(1).contains("About n2."), sam().get(1));
    }

    @Test
    void off_holds_for_what_was_made_already() {
        want("n1", Wish.Topic.NEWS);
        calendar.daily.run();
        chat.ask("sam", "nudge off");
        calendar.deliver();
        assertEquals(List.of(), sam());
        DeadLetters.DeadLetter letter = calendar.all.newest(1).get(0);
        assertEquals("day:p3:2026-11-20 switched off", letter.id() + " " + letter.reason());
    }

    @Test
    void who_cannot_be_reached_is_told_when_that_is_over() {
        chat.speaker.away.add("sam");
        want("n1", Wish.Topic.NEWS);
        calendar.beat();
        chat.speaker.away.clear();
        calendar.at("2026-11-23T08:30:00Z");
        assertEquals(1, sam().size());
    }

    @Test
    void a_year_of_many_wishes_never_has_two_messages_on_a_day() {
        for (int day = 0; day < 60; day++) {
            want("n" + day, Wish.Topic.NEWS);
            calendar.at(chat.now().plus(Duration.ofHours(7)));
        }
        List<String> ids =
                calendar.postings("sam").stream().map(posting -> posting.id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals(
                60,
                sam().stream()
                                .mapToInt(text -> text.split("About n", -1).length - 1)
                                .sum()
                        + waiting());
    }

    private int waiting() {
        Set<String> told = new java.util.HashSet<>();
        calendar.all.diaries().get("day:" + Acme.SAM).told().forEach(part -> told.add(part.part()));
        return (int)
                wanted.stream().filter(one -> !told.contains(one.wish().id())).count();
    }

    /* Check-ins */

    private void measured(String keyResult) {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.KEY_RESULT,
                        new ItemId(keyResult),
                        KeyResult.MEASURER,
                        Optional.empty(),
                        Optional.of(Acme.PRIYA)));
    }

    private List<String> asked(String person) {
        return calendar.days(person).stream()
                .filter(text -> text.contains("today? It was"))
                .toList();
    }

    @Test
    void the_measurer_is_asked_when_a_figure_is_due_and_once_more_after_a_week() {
        measured("O2-KR1");
        calendar.at("2026-12-10T08:30:00Z");
        assertEquals(List.of(), asked("priya"));
        calendar.at("2026-12-11T08:30:00Z");
        assertEquals(1, asked("priya").size());
        assertTrue(
                asked("priya").get(0).startsWith("What is “tickets per account” today? It was 1.7 on 10 November."),
                asked("priya").get(0));
        for (int day = 12; day < 31; day++) {
            calendar.at("2026-12-" + day + "T08:30:00Z");
        }
        assertEquals(2, asked("priya").size(), "once more");
        assertTrue(asked("priya").get(1).contains("I ask this once more, and not again."));
    }

    @Test
    void who_checks_in_is_asked_a_month_later_and_a_slip_is_asked_about() {
        measured("O2-KR1");
        calendar.at("2026-12-11T08:30:00Z");
        assertTrue(
                calendar.tapDay("priya", "Check in O2-KR1").startsWith("What is tickets per account (O2-KR1) today?"));
        assertTrue(chat.ask("priya", "check in O2-KR1 17 high because the form is new")
                .startsWith("Is 17 right?"));
        assertTrue(chat.ask("priya", "check in O2-KR1 1.6 high because the form is new")
                .startsWith("Checked in: "));
        KeyResult after = chat.store
                .load("")
                .roadmap()
                .find(new ItemId("O2-KR1"), KeyResult.class)
                .orElseThrow();
        assertEquals("1.6", after.lastCheckIn().orElseThrow().value());
        assertEquals(
                Optional.of("the form is new"),
                after.lastCheckIn().orElseThrow().note());
        calendar.at("2026-12-30T08:30:00Z");
        assertEquals(1, asked("priya").size());
        calendar.at("2027-01-11T08:30:00Z");
        assertEquals(2, asked("priya").size());
    }

    @Test
    void a_part_that_is_answered_keeps_its_text_and_loses_its_buttons() {
        measured("O2-KR1");
        wanted.add(
                new Errand(Acme.PRIYA, new Wish("n1", Wish.Topic.NEWS, Set.of(), List.of()), Section.of("About n1.")));
        calendar.at("2026-12-11T08:30:00Z");
        String told = calendar.standing("priya");
        assertEquals("For you today: a check-in that is due and a piece of news.", first(told));
        assertTrue(told.contains("[Check in O2-KR1]"), told);
        chat.ask("priya", "check-in O2-KR1 1.6 yes");
        calendar.daily.run();
        String standing = calendar.standing("priya");
        assertEquals("For you today: a piece of news.", first(standing));
        assertTrue(standing.contains("“tickets per account” is 1.6 now (O2-KR1)."), standing);
        assertTrue(standing.contains("About n1."), standing);
        assertFalse(standing.contains("["), standing);
        int said = chat.speaker.said.size();
        chat.ask("maya", "edit I9 why: Banks ask.");
        int answered = chat.speaker.said.size();
        calendar.daily.run();
        assertEquals(answered, chat.speaker.said.size(), "said anew once");
        assertTrue(answered > said);
        assertEquals(1, calendar.days("priya").size(), "and not told again");
    }

    @Test
    void a_message_stands_as_it_is_when_nothing_of_it_was_answered() {
        want("n1", Wish.Topic.NEWS);
        calendar.beat();
        chat.ask("maya", "edit I9 why: Banks ask.");
        calendar.daily.run();
        assertEquals(sam().get(0), calendar.standing("sam"));
    }

    @Test
    void who_writes_a_key_result_is_not_asked_for_its_figure_the_same_day() {
        chat.ask("maya", "add kr teams that stay for O1 baseline: 40 %; target: 60 %");
        calendar.beat();
        assertTrue(calendar.days("maya").stream().noneMatch(text -> text.contains("teams that stay")));
        calendar.at("2026-11-23T08:30:00Z");
        assertTrue(calendar.days("maya").stream().anyMatch(text -> text.contains("What is “teams that stay” today?")));
    }

    @Test
    void whoever_owns_the_objective_is_asked_where_nobody_measures() {
        calendar.at("2026-12-11T08:30:00Z");
        assertTrue(calendar.days("maya").get(calendar.days("maya").size() - 1).contains("Check in O1-KR1"));
    }

    @Test
    void whoever_owns_the_objective_is_asked_where_the_measurer_left_and_may_answer() {
        measured("O1-KR1");
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.OBJECTIVE,
                        new ItemId("O1"),
                        Objective.OWNER,
                        Optional.of(Acme.MAYA),
                        Optional.of(Acme.SAM)));
        chat.promote(Acme.TOM, Role.ADMIN).ask("tom", "forget-person #" + Acme.PRIYA + " yes");
        calendar.at("2026-12-11T08:30:00Z");
        assertTrue(calendar.days("sam").stream().anyMatch(text -> text.contains("Check in O1-KR1")));
        assertTrue(chat.ask("sam", "check-in O1-KR1 34 % yes").startsWith("Checked in: "));
    }

    @Test
    void nobody_is_asked_for_a_figure_of_a_time_that_is_over() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.OBJECTIVE, new ItemId("O1"), Objective.PERIOD, Optional.empty(), Optional.of("2025-Q4")),
                new Change.Edited<>(
                        Kind.KEY_RESULT, new ItemId("O1-KR1"), KeyResult.DUE, due("O1-KR1"), Optional.empty()));
        calendar.at("2026-12-11T08:30:00Z");
        assertTrue(calendar.days("maya").stream().noneMatch(text -> text.contains("Check in O1-KR1")));
    }

    private Optional<String> due(String keyResult) {
        return chat.store
                .load("")
                .roadmap()
                .find(new ItemId(keyResult), KeyResult.class)
                .flatMap(KeyResult::due);
    }

    @Test
    void a_figure_many_times_the_last_one_is_asked_about_where_no_target_is_known() {
        chat.ask("maya", "add kr trials per week for O1");
        String id = chat.store.load("").roadmap().all(Kind.KEY_RESULT).stream()
                .filter(item -> item.title().contains("trials per week"))
                .map(item -> item.id().text())
                .findFirst()
                .orElseThrow();
        chat.ask("maya", "check-in " + id + " 17");
        assertTrue(chat.ask("maya", "check-in " + id + " 170").startsWith("Is 170 right? That is a jump."));
        assertTrue(chat.ask("maya", "check-in " + id + " 40").startsWith("Checked in"));
    }

    /* Sync */

    @Test
    void leads_get_what_to_look_at_together_at_the_beginning_of_a_month() {
        Hired.one(chat, "lea", Role.PRODUCT_LEAD);
        chat.record(
                Acme.MAYA,
                "nobody asked for it",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I9"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.DROPPED)));
        calendar.at("2026-12-01T08:30:00Z");
        String told = calendar.days("lea").get(0);
        assertTrue(told.startsWith("Sync for December: 1 priority moved and 1 person has too much."), told);
        assertTrue(told.contains("Now → Dropped"), told);
        calendar.at("2026-12-02T08:30:00Z");
        assertEquals(1, calendar.days("lea").size());
        String asked = chat.ask("lea", "who is overloaded?");
        assertTrue(asked.startsWith("To look at together: "), asked);
    }

    @Test
    void what_waits_for_something_dropped_is_said_to_wait_in_vain() {
        chat.record(
                Acme.MAYA,
                "nobody asked for it",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I7"),
                        Initiative.DEPENDS_ON,
                        Optional.empty(),
                        Optional.of(List.of(new ItemId("I9")))),
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I9"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.DROPPED)));
        String told = chat.ask("maya", "sync");
        assertTrue(told.contains("waits for SSO for all plans (I9), which was dropped"), told);
    }
}
