package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;

/** Friday, 20 November 2026, in Acme. */
class NudgingTest {
    private final Chat chat = new Chat();
    private int deliveries;

    @Test
    void a_preview_shows_the_teams_now_with_its_line_and_one_question() {
        String nudge = chat.ask("priya", "nudge preview growth");
        assertEquals("This week in Growth: 5 bets, 1 without a line to an OKR.", first(nudge));
        assertTrue(nudge.contains("• I3 Guided setup → 7-day activation 46% (needs 55%)"), nudge);
        assertTrue(nudge.contains("[On track] [Drifting] [Blocked]"), nudge);
        assertTrue(nudge.contains("Nobody gets it yet: “settings nudge Growth” sets it up."), nudge);
        assertTrue(nudge.lines().count() <= 13, nudge);
    }

    @Test
    void a_nudge_is_set_up_in_one_line() {
        String said = chat.ask("maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        assertEquals("Growth is nudged on Mondays at 09:30 in #growth (Europe/Berlin).", first(said));
        assertTrue(said.contains("The next one comes on Monday, 23 November"), said);
        Schedule schedule = schedule();
        assertEquals("local:#growth", schedule.channel());
        assertEquals(Chat.NOW, schedule.since());
        assertTrue(chat.ask("sam", "settings").contains("Growth · Mondays at 09:30 in #growth (Europe/Berlin)"));
    }

    @Test
    void the_first_one_is_promised_for_no_holiday_of_the_calendar() {
        chat.holidays = Set.of(LocalDate.of(2026, 11, 23));
        Input.Said line = new Input.Said("settings nudge Growth #growth monday 09:30 Europe/Berlin", Input.Manner.OPEN);
        String said = chat.bot(chat.store)
                .hear(chat.incoming("maya", "dm:maya", line))
                .get(0)
                .payload();
        assertTrue(said.contains("The next one comes on Tuesday, 24 November"), said);
    }

    @Test
    void a_nudge_is_set_up_where_it_is_said() {
        chat.command("priya", "#growth", "settings nudge Growth here tue 10:00");
        assertEquals("local:#growth", schedule().channel());
        assertEquals("TUESDAY 10:00", schedule().weekday() + " " + schedule().time());
    }

    @Test
    void a_channel_that_has_only_an_id_is_called_the_teams_and_kept_by_the_form() {
        String said = chat.command("priya", "19:growth@thread", "settings nudge Growth here tue 10:00 Europe/Berlin");
        assertEquals("Growth is nudged on Tuesdays at 10:00 in the team's channel (Europe/Berlin).", first(said));
        chat.tap(
                "maya",
                Actions.FILL,
                "settings nudge",
                Map.of(
                        "team", List.of("Growth"),
                        "channel", List.of("the team's channel"),
                        "weekday", List.of("Tuesday"),
                        "time", List.of("11:00"),
                        "zone", List.of("Europe/Berlin")));
        assertEquals(
                "local:19:growth@thread at 11:00",
                schedule().channel() + " at " + schedule().time());
    }

    @Test
    void a_line_may_be_said_like_a_sentence() {
        chat.ask("maya", "settings nudge for Growth in #growth on Tuesdays at 9:45 Europe/Berlin");
        assertEquals("TUESDAY 09:45", schedule().weekday() + " " + schedule().time());
        chat.ask("maya", "settings nudge Growth #growth at 10:00");
        assertEquals("TUESDAY 10:00", schedule().weekday() + " " + schedule().time());
    }

    @Test
    void where_channels_have_no_names_it_is_set_up_in_the_channel() {
        String said = inTeams("a:maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        assertEquals("Say it in the team's channel: I find none by its name here.", first(said));
        assertTrue(said.contains("“@Throughline settings nudge Growth here monday 09:30 Europe/Berlin”"), said);
        assertEquals(first(said), first(inTeams("a:maya", "settings nudge Growth")));
        String form = inTeams("19:growth@thread", "settings nudge Growth #growth");
        assertTrue(form.contains("I find no channel by its name here. Say “here” in the team's own."), form);
        assertTrue(chat.store.load("").roadmap().schedules().isEmpty());
        inTeams("19:growth@thread", "settings nudge Growth here monday 09:30 Europe/Berlin");
        assertEquals("teams:19:growth@thread", schedule().channel());
    }

    /** What Maya, who is there as well, is told. */
    private String inTeams(String channel, String text) {
        return inTeams(channel, new Input.Said(text, Input.Manner.OPEN));
    }

    private String inTeams(String channel, Input input) {
        return on("teams", channel, input);
    }

    private String on(String platform, String channel, Input input) {
        Chat.Voice voice = chat.new Voice(platform);
        Account account = new Account(platform, "maya");
        Person maya = chat.store.load("").people().find(Acme.MAYA).orElseThrow();
        chat.write(maya.accounts().contains(account) ? maya : maya.with(account));
        Place.Reach reach = channel.startsWith("a:") ? Place.Reach.DIRECT : Place.Reach.INTERNAL;
        Incoming said = new Incoming(
                platform + deliveries++,
                Speaker.member(account, "Maya"),
                new Place(platform, channel, Optional.empty(), reach),
                input,
                "");
        return chat.bot(chat.store, voice).hear(said).get(0).payload();
    }

    @Test
    void where_commands_come_from_channels_without_the_bot_it_asks_to_be_invited() {
        Input line = new Input.Said("settings nudge Growth #growth monday 09:30 Europe/Berlin", Input.Manner.COMMAND);
        String said = on("slack", "C7", line);
        assertTrue(said.contains("Invite me to it if I am not there yet"), said);
        assertEquals("slack:#growth", schedule().channel());
    }

    @Test
    void a_form_keeps_a_channel_of_another_platform() {
        chat.ask("maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        inTeams(
                "a:maya",
                new Input.Tapped(
                        Actions.FILL,
                        "settings nudge",
                        "m1",
                        Map.of(
                                "team", List.of("Growth"),
                                "channel", List.of("#growth"),
                                "weekday", List.of("Monday"),
                                "time", List.of("11:00"),
                                "zone", List.of("Europe/Berlin"))));
        assertEquals(
                "local:#growth at 11:00",
                schedule().channel() + " at " + schedule().time());
    }

    @Test
    void a_form_asks_for_the_zone_where_nobody_knows_it() {
        Person maya = chat.store.load("").people().find(Acme.MAYA).orElseThrow();
        chat.write(new Person(
                maya.id(),
                maya.name(),
                maya.roles(),
                Optional.empty(),
                maya.details(),
                maya.accounts(),
                Optional.empty()));
        String said = chat.ask("maya", "settings nudge Growth #growth");
        assertTrue(said.contains("In which time zone does the team work? Give one like Europe/Berlin."), said);
    }

    @Test
    void a_form_says_what_is_wrong_at_its_field() {
        String said = chat.ask("maya", "settings nudge Growth #general saturday 22:15 Berlin");
        assertTrue(said.contains("I never speak unasked where everybody is."), said);
        assertTrue(said.contains("Take a working day, Monday to Friday."), said);
        assertTrue(said.contains("Take a time within working hours"), said);
        assertTrue(said.contains("Give a time zone like Europe/Berlin"), said);
        assertTrue(chat.store.load("").roadmap().schedules().isEmpty());
    }

    @Test
    void a_form_sets_it_up_as_well() {
        chat.ask("maya", "settings nudge");
        chat.tap(
                "maya",
                Actions.FILL,
                "settings nudge",
                Map.of(
                        "team", List.of("Growth"),
                        "channel", List.of("#growth"),
                        "weekday", List.of("Wednesday"),
                        "time", List.of("9.15"),
                        "zone", List.of("europe/berlin")));
        assertEquals("WEDNESDAY 09:15", schedule().weekday() + " " + schedule().time());
    }

    @Test
    void only_a_pm_the_lead_or_an_admin_sets_it_up() {
        assertTrue(first(chat.ask("sam", "settings nudge Growth #growth")).startsWith("Only a PM, the team's lead"));
        assertTrue(chat.store.load("").roadmap().schedules().isEmpty());
        assertTrue(first(chat.ask("priya", "settings nudge Growth #growth")).startsWith("Growth is nudged"));
    }

    @Test
    void setting_it_up_again_edits_it_and_can_be_undone() {
        chat.ask("maya", "settings nudge Growth #growth");
        chat.ask("maya", "settings nudge Growth #growth friday");
        assertEquals(1, chat.store.load("").roadmap().schedules().size());
        assertEquals("FRIDAY", schedule().weekday().name());
        chat.ask("maya", "undo");
        assertEquals("MONDAY", schedule().weekday().name());
    }

    @Test
    void a_team_is_switched_off_at_once_on_again_and_snoozed() {
        chat.ask("maya", "settings nudge Growth #growth");
        chat.command("priya", "#growth", "nudge off");
        assertTrue(schedule().isOff());
        chat.ask("priya", "nudge on growth");
        assertFalse(schedule().isOff());
        String said = chat.ask("maya", "nudge snooze 1w for growth");
        assertEquals("Snoozed: Growth hears nothing before Friday, 27 November.", first(said));
        chat.ask("maya", "snooze I4 until 2026-12-01 for growth");
        assertEquals("I4", schedule().items().get(0).item().text());
        assertFalse(chat.ask("maya", "nudge preview growth").contains("I4"));
    }

    @Test
    void an_item_is_snoozed_by_its_name_and_woken_with_the_team() {
        chat.ask("maya", "settings nudge Growth #growth");
        String said = chat.ask("priya", "snooze sample projects 2w for growth");
        assertEquals(
                "Snoozed: Growth hears nothing about Sample projects (I4) before Friday, 4 December.", first(said));
        chat.ask("priya", "snooze O1-KR1 for growth");
        assertFalse(chat.ask("priya", "nudge preview growth").contains("Check-in due: O1-KR1"));
        chat.ask("priya", "nudge on growth");
        assertEquals(List.of(), schedule().items());
        assertEquals(Chat.NOW, schedule().since());
        assertTrue(chat.ask("priya", "nudge preview growth").contains("I4 Sample projects"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snooze guided setup | 18 December",
                "snooze I3 for a week | 27 November",
                "snooze Guided setup until monday | 23 November",
                "snooze I3 tomorrow | 21 November",
                "snooze I3 fri for me | 27 November",
            })
    void somebody_snoozes_an_item_for_oneself(String said, String until) {
        assertEquals(
                "Snoozed: you hear nothing about Guided setup (I3) unasked before " + until + ".",
                first(chat.ask("sam", said)));
    }

    @Test
    void where_two_teams_are_nudged_nobody_guesses_which_is_meant() {
        chat.ask("maya", "settings nudge Growth #product");
        chat.ask("maya", "settings nudge Billing #product");
        String said = chat.command("maya", "#product", "nudge off");
        assertEquals("Which team? 2 are nudged here.", first(said));
        assertEquals("nudge off Billing", button("Billing"));
        chat.command("maya", "#product", "snooze I3 1w");
        assertEquals("snooze I3 1w for Growth", button("Growth"));
        assertFalse(schedule().isOff());
    }

    @Test
    void an_item_that_is_only_meant_is_asked_about_first() {
        assertEquals("Did you mean Guided setup (I3)?", first(chat.ask("sam", "snooze setup guided 2w")));
        assertEquals("snooze I3 2w for me", button("Guided setup (I3)"));
        assertEquals(List.of(), sam().preferences().items());
    }

    @Test
    void a_team_without_a_nudge_has_nothing_to_snooze() {
        assertEquals("Growth gets no nudge: nobody set it up.", first(chat.ask("maya", "snooze 1w for growth")));
        assertTrue(first(chat.ask("maya", "snooze 1w for unicorns")).startsWith("Which team?"));
    }

    @Test
    void a_channel_that_was_named_is_the_teams_wherever_its_id_is_told() {
        chat.ask("maya", "settings nudge Growth #growth");
        Place place = new Place("local", "C7", Optional.empty(), Place.Reach.INTERNAL).called(Optional.of("#growth"));
        Incoming off = chat.incoming("priya", "#x", new Input.Said("nudge off", Input.Manner.COMMAND));
        chat.hear(new Incoming(off.delivery(), off.from(), place, off.input(), ""));
        assertTrue(schedule().isOff());
    }

    @Test
    void somebody_switches_off_snoozes_and_keeps_own_hours() {
        chat.ask("sam", "nudge off");
        assertTrue(sam().preferences().isOff());
        chat.ask("sam", "nudge on");
        chat.ask("sam", "snooze 1w");
        assertEquals("2026-11-27", sam().preferences().snoozed().orElseThrow().toString());
        chat.ask("sam", "snooze I4 2d");
        assertEquals("I4", sam().preferences().items().get(0).item());
        chat.ask("sam", "settings hours 9:00-16:30");
        assertTrue(chat.ask("sam", "settings").contains("You · snoozed until 27 November, 09:00–16:30"));
        assertTrue(first(chat.ask("sam", "snooze until yesterday")).startsWith("Until when?"));
    }

    @Test
    void an_answer_is_kept_and_seen_in_the_message_that_was_tapped() {
        chat.ask("priya", "nudge preview growth");
        Posting tapped = tap("priya", "On track");
        assertEquals("m1", tapped.replaces());
        assertTrue(tapped.payload().contains("On track: Priya."), tapped.payload());
        assertTrue(tapped.payload().contains("[On track]"), "Maya has not answered yet");
        assertEquals(1, answers().size());
    }

    @Test
    void buttons_go_when_everybody_answered() {
        chat.ask("priya", "nudge preview growth");
        String value = button("On track");
        tap("priya", Actions.ASK, value, Map.of());
        Posting last = tap("maya", Actions.ASK, value, Map.of());
        assertTrue(last.payload().contains("On track: Priya; Maya."), last.payload());
        assertFalse(last.payload().contains("[On track]"), last.payload());
    }

    @Test
    void drifting_asks_why_and_the_nudge_shows_it() {
        chat.ask("priya", "nudge preview growth");
        String about = chat.last().answer().orElseThrow().toString();
        Posting form = tap("priya", "Drifting");
        assertTrue(form.payload().startsWith("What makes it drift"), form.payload() + about);
        String value = chat.last().card().buttons().get(0).value();
        Posting said = tap("priya", Actions.FILL, value, Map.of("why", List.of("legal is slow")));
        assertEquals("m1", said.replaces());
        assertEquals(List.of("m1"), chat.speaker.taken);
        assertTrue(said.payload().contains("Drifting: Priya, “legal is slow”."), said.payload());
        String team = chat.ask("sam", "team growth");
        assertTrue(team.contains("Alignment: on track in 0 of 1 answer in 6 weeks: W47 0 of 1 · "), team);
        assertTrue(team.contains("drifting, “legal is slow”"), team);
    }

    @Test
    void an_answer_is_typed_and_changed_too() {
        assertEquals(
                "Noted: Sample projects (I4) is blocked, “no data”.",
                first(chat.ask("priya", "nudge I4 blocked: no data")));
        chat.ask("priya", "nudge I4 on track");
        assertEquals(1, answers().size());
        assertEquals(Alignment.State.ON_TRACK, answers().get(0).state());
    }

    @Test
    void whoever_is_not_of_the_team_does_not_answer_for_it() {
        assertEquals(
                "Growth answers this for itself. Nothing was recorded.", first(chat.ask("sam", "nudge I4 on track")));
        assertEquals(List.of(), answers());
    }

    @Test
    void last_months_nudge_takes_no_answer_and_loses_its_buttons() {
        chat.ask("priya", "nudge preview growth");
        String value = button("On track");
        chat.after(Duration.ofDays(30));
        List<Posting> said =
                chat.hear(chat.incoming("priya", "#growth", new Input.Tapped(Actions.ASK, value, "m1", Map.of())));
        assertEquals(
                "That nudge was of week 48, so nothing was recorded.",
                first(said.get(0).payload()));
        assertFalse(said.get(1).payload().contains("[On track]"));
        assertEquals(List.of(), answers());
    }

    @Test
    void days_off_are_kept_for_everybody_and_for_a_team() {
        assertEquals(
                "Everybody is off on 2 days: 24 December and 25 December.",
                first(chat.ask("maya", "settings days-off 2026-12-25, 2026-12-24")));
        assertEquals(
                "Growth is off on 1 day: 6 January 2027.",
                first(chat.ask("maya", "settings days-off growth 2027-01-06")));
        assertTrue(chat.ask("sam", "settings")
                .contains("• Days off · 24 December and 25 December; Growth 6 January 2027"));
        assertEquals(
                "Everybody is off on 3 days: 24 December, 25 December and 1 January 2027.",
                first(chat.ask("maya", "settings days-off 2027-01-01")));
        assertEquals(
                "Everybody is off on 2 days: 25 December and 1 January 2027.",
                first(chat.ask("maya", "settings days-off not 2026-12-24")));
        chat.ask("maya", "settings days-off none");
        assertEquals(
                0,
                chat.store
                        .load("")
                        .roadmap()
                        .daysOff(Optional.empty())
                        .toList()
                        .get(0)
                        .days()
                        .size());
    }

    @Test
    void days_and_hours_that_are_not_understood_are_told() {
        assertTrue(first(chat.ask("maya", "settings days-off 24.12.2026")).startsWith("On which days?"));
        assertTrue(first(chat.ask("maya", "settings days-off 2026-02-31")).startsWith("On which days?"));
        assertTrue(first(chat.ask("sam", "settings days-off 2026-12-24")).startsWith("Only a PM or an admin"));
        assertTrue(first(chat.ask("sam", "settings hours 18:00-09:00")).startsWith("From when to when?"));
        assertEquals(
                "I speak to you unasked between 09:00 and 17:00 on working days only.",
                first(chat.ask("sam", "settings Hours 9-17")));
    }

    private Posting tap(String person, String label) {
        return tap(person, Actions.ASK, button(label), Map.of());
    }

    private Posting tap(String person, String action, String value, Map<String, List<String>> inputs) {
        List<Posting> said = chat.hear(chat.incoming(person, "#growth", new Input.Tapped(action, value, "m1", inputs)));
        return said.get(said.size() - 1);
    }

    private String button(String label) {
        return chat.last().card().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<Alignment> answers() {
        return chat.store.load("").roadmap().all(Kind.ALIGNMENT).stream()
                .map(Alignment.class::cast)
                .toList();
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

    private Person sam() {
        return chat.store.load("").people().find(Acme.SAM).orElseThrow();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
