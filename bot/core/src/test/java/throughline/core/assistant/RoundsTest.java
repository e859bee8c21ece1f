package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Chronicle;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Diary;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;

/** What is said unasked, as conversations on a clock that is set. */
class RoundsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String FIRST = "nudge:TM1:2026-W48";

    private final Chat chat = new Chat();
    private final Calendar calendar = new Calendar(chat);
    private final InMemoryDeliveries all = calendar.all;
    private final Rounds rounds = calendar.rounds;
    private final Calendar.Mail mail = calendar.mail;

    private Rounds rounds(LocalDate... holidays) {
        return new Rounds(
                new Rounds.Ports(chat.store, chat.store.outbox(), all, all, Set.of(holidays)),
                List.of(chat.speaker),
                chat::now);
    }

    @BeforeEach
    void growth_is_nudged() {
        chat.chronicle = new Chronicle(all::diaries, all);
        chat.ask("maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        beat();
    }

    private void beat() {
        calendar.beat();
    }

    private void at(Instant moment) {
        chat.after(Duration.between(chat.now(), moment));
        beat();
    }

    private List<Posting> nudges() {
        return chat.speaker.said.stream()
                .filter(posting -> posting.id().startsWith("nudge:"))
                .toList();
    }

    private List<String> ids() {
        return nudges().stream().map(Posting::id).toList();
    }

    private Schedule schedule() {
        Team growth = chat.store
                .load("")
                .roadmap()
                .find(new ItemId("TM1"), Team.class)
                .orElseThrow();
        return chat.store
                .load("")
                .roadmap()
                .schedule(Schedule.Ritual.NUDGE, growth)
                .orElseThrow();
    }

    private void somethingHappens(String why) {
        chat.record(
                Acme.MAYA,
                why,
                new Change.Edited<>(
                        Kind.INITIATIVE, new ItemId("I4"), Initiative.WHY, Optional.empty(), Optional.of(why)));
    }

    /** Two weeks in which nobody answers, and the third. */
    private void nobodyAnswers() {
        at(MONDAY);
        somethingHappens("one");
        at(MONDAY.plus(WEEK));
        somethingHappens("two");
        at(MONDAY.plus(WEEK.multipliedBy(2)));
    }

    @Test
    void a_nudge_is_said_when_it_is_due_and_once() {
        assertEquals(Optional.of(MONDAY), rounds.due());
        at(MONDAY.minusSeconds(1));
        assertEquals(List.of(), ids());
        at(MONDAY);
        beat();
        rounds().run();
        beat();
        assertEquals(List.of(FIRST), ids());
        Posting said = nudges().get(0);
        assertEquals("#growth", said.place().channel());
        assertTrue(said.payload().startsWith("This week in Growth: "), said.payload());
        assertTrue(said.payload().contains("[On track]"), said.payload());
        assertEquals(Optional.of(MONDAY.plus(WEEK)), rounds.due());
    }

    @Test
    void a_preview_is_what_is_said_next() {
        String first = chat.ask("priya", "nudge preview growth");
        assertTrue(first.contains("The next one comes on Monday, 23 November."), first);
        at(MONDAY);
        assertTrue(first.startsWith(nudges().get(0).payload()), first + "\n\n" + nudges());
        chat.record(
                Acme.MAYA,
                "pricing test",
                new Change.Edited<>(
                        Kind.KEY_RESULT,
                        new ItemId("O1-KR2"),
                        KeyResult.TARGET,
                        Optional.of("55%"),
                        Optional.of("60%")));
        String second = chat.ask("priya", "nudge preview");
        assertTrue(
                second.contains("Above you: Maya changed the target of 7-day activation (O1-KR2) from “55%” to “60%” "
                        + "last Monday (why: pricing test)."),
                second);
        at(MONDAY.plus(WEEK));
        assertTrue(second.startsWith(nudges().get(1).payload()), second + "\n\n" + nudges());
    }

    @Test
    void a_preview_says_why_it_is_not_said() {
        chat.ask("priya", "nudge off growth");
        assertTrue(chat.ask("priya", "nudge preview").contains("It is switched off: “nudge on Growth” goes on."));
        chat.ask("priya", "nudge on growth");
        chat.ask("priya", "snooze 2w for growth");
        assertTrue(chat.ask("priya", "nudge preview").contains("The next one comes on Monday, 7 December."));
    }

    @Test
    void an_answer_is_seen_in_the_nudge_and_ends_with_its_buttons() {
        at(MONDAY);
        answer("priya");
        answer("maya");
        Posting update = chat.speaker.said.get(chat.speaker.said.size() - 1);
        assertEquals(FIRST, update.replaces());
        assertTrue(update.payload().contains("On track: Priya; Maya."), update.payload());
        assertFalse(update.payload().contains("[On track]"), update.payload());
        assertTrue(chat.ask("sam", "team growth").contains("Alignment: on track in 2 of 2 answers"));
    }

    @Test
    void an_answer_in_words_is_seen_in_the_nudge_as_well() {
        at(MONDAY);
        String about = asked();
        assertTrue(chat.ask("priya", "nudge " + about + " blocked: legal").startsWith("Noted: "));
        Posting update = last();
        assertEquals(
                FIRST + " in #growth",
                update.replaces() + " in " + update.place().channel());
        assertTrue(update.payload().contains("Blocked: Priya, “legal”."), update.payload());
        chat.command("maya", "#growth", "nudge drifting: legal is slow");
        assertTrue(last().payload().contains("Drifting: Maya, “legal is slow”."), last().payload());
        assertFalse(last().payload().contains("[On track]"), last().payload());
    }

    @Test
    void an_answer_on_its_preview_is_seen_in_the_nudge() {
        at(MONDAY);
        chat.ask("priya", "nudge preview growth");
        String value = "nudge " + asked() + " on track in 2026-W48 of TM1 asking steady";
        List<Posting> said =
                chat.hear(chat.incoming("priya", "dm:priya", new Input.Tapped(Actions.ASK, value, "m1", Map.of())));
        assertEquals(List.of("m1", FIRST), said.stream().map(Posting::replaces).toList());
    }

    @Test
    void an_answer_about_something_else_leaves_the_nudge_as_it_is() {
        at(MONDAY);
        String other = asked().equals("I4") ? "I3" : "I4";
        chat.ask("priya", "nudge " + other + " on track");
        assertFalse(last().isUpdate());
        assertTrue(chat.ask("sam", "nudge on track").startsWith("Which initiative?"));
    }

    @Test
    void an_answer_in_words_is_of_the_nudge_that_stands() {
        chat.ask("maya", "settings nudge Growth #growth friday 16:00 Europe/Berlin");
        at(Instant.parse("2026-11-20T15:00:00Z"));
        at(MONDAY);
        chat.ask("priya", "nudge on track");
        assertTrue(chat.ask("sam", "team growth").contains("W47 1 of 1"));
    }

    @Test
    void what_asks_nothing_needs_no_answer() {
        at(MONDAY);
        Team growth = chat.store
                .load("")
                .roadmap()
                .find(new ItemId("TM1"), Team.class)
                .orElseThrow();
        chat.record(
                Acme.MAYA,
                "another plan",
                chat.store.load("").roadmap().in(Horizon.NOW, growth).stream()
                        .map(bet -> new Change.Edited<>(
                                Kind.INITIATIVE,
                                bet.id(),
                                Initiative.HORIZON,
                                Optional.of(Horizon.NOW),
                                Optional.of(Horizon.LATER)))
                        .toArray(Change[]::new));
        at(MONDAY.plus(WEEK));
        assertTrue(nudges().get(1).payload().startsWith("This week in Growth: nothing in Now."));
        at(MONDAY.plus(WEEK.multipliedBy(2)));
        assertEquals(Optional.empty(), schedule().paused());
    }

    /** What the first nudge asks about. */
    private String asked() {
        return chat.drawn(nudges().get(0).payload())
                .card()
                .buttons()
                .get(0)
                .value()
                .split(" ", 3)[1];
    }

    private Posting last() {
        return chat.speaker.said.get(chat.speaker.said.size() - 1);
    }

    private void answer(String person) {
        String value =
                chat.drawn(nudges().get(0).payload()).card().buttons().get(0).value();
        chat.hear(chat.incoming(person, "#growth", new Input.Tapped(Actions.ASK, value, FIRST, Map.of())));
    }

    @Test
    void nothing_new_means_nothing_said() {
        chat.record(
                Acme.MAYA,
                "a new team",
                new Change.Added(Acme.item(Kind.TEAM, "TM3", values -> values.with(Team.NAME, "Editor"))));
        chat.ask("maya", "settings nudge Editor #editor monday 09:30 Europe/Berlin");
        at(MONDAY);
        assertEquals("nothing was new", outcome("nudge:TM3"));
        assertEquals("said", outcome("nudge:TM1"));
        assertEquals(List.of(FIRST), ids());
        assertEquals(List.of(), all.newest(5));
    }

    private String outcome(String ritual) {
        return Optional.ofNullable(all.diaries().get(ritual))
                .map(Diary::outcome)
                .orElse("");
    }

    @Test
    void editing_the_schedule_after_this_weeks_nudge_says_nothing_again() {
        at(MONDAY);
        somethingHappens("one");
        String said = chat.ask("maya", "settings nudge Growth #growth wednesday 09:30 Europe/Berlin");
        assertTrue(said.contains("The next one comes on Wednesday, 2 December"), said);
        at(MONDAY.plus(Duration.ofDays(2)));
        assertEquals(List.of(FIRST), ids());
        at(MONDAY.plus(Duration.ofDays(9)));
        assertEquals(List.of(FIRST, "nudge:TM1:2026-W49"), ids());
    }

    @Test
    void two_hours_late_is_said_and_two_days_late_is_skipped_and_recorded() {
        at(MONDAY.plus(Duration.ofHours(2)));
        assertEquals(List.of(FIRST), ids());
        somethingHappens("one");
        at(MONDAY.plus(Duration.ofDays(9)));
        assertEquals(List.of(FIRST), ids());
        DeadLetters.DeadLetter letter = all.newest(1).get(0);
        assertEquals("nudge:TM1:2026-W49 nothing ran when it was due", letter.id() + " " + letter.reason());
    }

    @Test
    void what_finds_no_working_hour_in_time_is_recorded() {
        chat.ask("maya", "settings nudge Growth #growth friday 17:30 Europe/Berlin");
        at(Instant.parse("2026-11-20T17:30:00Z"));
        assertEquals(List.of(), ids());
        assertEquals("it would come too late", outcome("nudge:TM1"));
        DeadLetters.DeadLetter letter = all.newest(1).get(0);
        assertEquals("nudge:TM1:2026-W47 no working hour was left", letter.id() + " " + letter.reason());
    }

    @Test
    void off_means_off_even_when_it_was_made_already() {
        at(MONDAY.minusSeconds(60));
        chat.after(Duration.ofSeconds(60));
        rounds.run();
        chat.ask("priya", "nudge off growth");
        beat();
        assertEquals(List.of(), ids());
        assertEquals("switched off", all.newest(1).get(0).reason());
    }

    @Test
    void a_holiday_of_the_calendar_moves_it_to_the_next_working_day() {
        rounds(LocalDate.of(2026, 11, 23)).run();
        assertEquals(Optional.of(MONDAY.plus(Duration.ofDays(1))), rounds.due());
    }

    @Test
    void the_item_that_is_asked_about_is_snoozed_from_the_nudge() {
        at(MONDAY);
        String snooze =
                chat.drawn(nudges().get(0).payload()).card().buttons().get(3).value();
        chat.hear(chat.incoming("priya", "#growth", new Input.Tapped(Actions.ASK, snooze, FIRST, Map.of())));
        assertEquals(snooze, "snooze " + schedule().items().get(0).item() + " for Growth");
    }

    @Test
    void what_changed_weeks_ago_is_told_with_its_date() {
        at(MONDAY);
        chat.after(Duration.ofDays(1))
                .record(
                        Acme.MAYA,
                        "pricing test",
                        new Change.Edited<>(
                                Kind.KEY_RESULT,
                                new ItemId("O1-KR2"),
                                KeyResult.TARGET,
                                Optional.of("55%"),
                                Optional.of("60%")));
        chat.ask("maya", "snooze 2w for growth");
        at(MONDAY.plus(WEEK));
        at(MONDAY.plus(WEEK.multipliedBy(3)));
        String nudge = nudges().get(1).payload();
        assertTrue(nudge.contains("from “55%” to “60%” on 24 November (why: pricing test)."), nudge);
    }

    @Test
    void whoever_takes_the_schedule_away_hears_nothing_more() {
        chat.ask("maya", "undo");
        beat();
        assertEquals(Optional.empty(), rounds.due());
        at(MONDAY);
        assertEquals(List.of(), ids());
    }

    @Test
    void while_nobody_tells_who_reads_along_it_waits() {
        chat.speaker.reach = Place.Reach.UNKNOWN;
        at(MONDAY);
        assertEquals(List.of(), ids());
        chat.speaker.reach = Place.Reach.INTERNAL;
        at(MONDAY.plusSeconds(60));
        assertEquals(List.of(FIRST), ids());
    }

    @Test
    void nothing_is_said_where_outsiders_read_along() {
        chat.speaker.reach = Place.Reach.EXTERNAL;
        at(MONDAY);
        assertEquals(List.of(), ids());
        assertEquals("outsiders read along", outcome("nudge:TM1"));
        beat();
        chat.bot.catchUp();
        assertEquals(
                "I stopped nudging Growth: outsiders read along in #growth.",
                chat.told("priya").get(0).lines().findFirst().orElse(""));
    }

    @Test
    void nothing_is_said_where_everybody_is_and_the_lead_is_told() {
        chat.speaker.called = Optional.of("#general");
        at(MONDAY);
        assertEquals(List.of(), ids());
        assertEquals(
                "everybody is in #growth", schedule().paused().orElseThrow().reason());
    }

    @Test
    void after_two_without_an_answer_the_lead_is_told_once_and_can_go_on() {
        nobodyAnswers();
        assertEquals(2, ids().size());
        assertEquals(
                "the last two in #growth got no answer",
                schedule().paused().orElseThrow().reason());
        beat();
        at(MONDAY.plus(WEEK.multipliedBy(3)));
        chat.bot.catchUp();
        assertEquals(List.of("I stopped nudging Growth: the last two in #growth got no answer."), stops("priya"));
        assertTrue(chat.ask("sam", "settings").contains("paused: the last two in #growth got no answer"));
        chat.ask("priya", "nudge on growth");
        assertEquals(Optional.empty(), schedule().paused());
        at(MONDAY.plus(WEEK.multipliedBy(4)));
        assertEquals(3, ids().size());
    }

    /** That a nudge stopped, as somebody was told it. */
    private List<String> stops(String person) {
        return chat.told(person).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("I stopped"))
                .toList();
    }

    @Test
    void where_nobody_leads_whoever_set_it_up_is_told() {
        chat.record(
                Acme.MAYA,
                "Priya leaves",
                new Change.Edited<>(
                        Kind.TEAM, new ItemId("TM1"), Team.LEAD, Optional.of(Acme.PRIYA), Optional.empty()));
        nobodyAnswers();
        beat();
        chat.bot.catchUp();
        assertEquals(List.of(), stops("priya"));
        assertEquals(List.of("I stopped nudging Growth: the last two in #growth got no answer."), stops("maya"));
    }

    @Test
    void a_channel_that_takes_nothing_pauses_its_nudge_and_the_lead_is_told() {
        mail.answer = Optional.of(new Outcome.Never("channel_not_found"));
        at(MONDAY);
        beat();
        chat.after(Duration.ofMinutes(1));
        chat.bot.catchUp();
        assertEquals(
                "#growth takes no message from me (channel_not_found)",
                schedule().paused().orElseThrow().reason());
        assertTrue(chat.told("priya").get(0).startsWith("I stopped nudging Growth: #growth takes no message from me"));
        assertEquals(DeadLetters.State.DEAD, all.newest(1).get(0).state());
    }

    @Test
    void the_lead_is_told_within_working_hours() {
        chat.ask("priya", "settings hours 13:00-17:00");
        mail.answer = Optional.of(new Outcome.Never("is_archived"));
        at(MONDAY);
        beat();
        assertEquals(List.of(), calendar.days("priya"));
        at(MONDAY.plus(Duration.ofHours(5)));
        assertEquals(1, calendar.days("priya").size());
    }

    @Test
    void a_year_is_replayed_by_going_from_due_to_due() {
        List<Instant> stops = new ArrayList<>();
        Instant end = MONDAY.plus(Duration.ofDays(365));
        for (Optional<Instant> due = rounds.due(); due.filter(end::isAfter).isPresent(); due = rounds.due()) {
            somethingHappens("on " + due.get());
            at(due.get());
            stops.add(due.get());
            chat.ask("priya", "nudge I4 on track");
        }
        assertEquals(53, stops.size());
        assertEquals(53, ids().size());
        assertEquals(53, nudges().stream().map(Posting::id).distinct().count());
    }
}
