package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.delivery.DeadLetters.DeadLetter;
import throughline.core.delivery.DeadLetters.State;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Operations;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Schedule;

class OperateTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:30:00Z");

    private final Chat chat = new Chat();

    /** What went wrong in a week. */
    static Operations.Report trouble() {
        return new Operations.Report(
                List.of(
                        new DeadLetter("nudge:TM2:2026-W47", State.HELD, "missing_scope", MONDAY),
                        new DeadLetter("nudge:TM1:2026-W47", State.DEAD, "is_archived", MONDAY),
                        new DeadLetter("nudge:TM1:2026-W46", State.SKIPPED, "nothing ran when it was due", MONDAY)),
                List.of(),
                0,
                Map.of("nudge:TM1", MONDAY.plus(Duration.ofDays(7))),
                Map.of(
                        "nudge:TM1", new Diary("2026-W47", List.of(), "said", MONDAY),
                        "nudge:TM2", new Diary("2026-W47", List.of(), "nothing was new", MONDAY)),
                Duration.ofMillis(2_400),
                Optional.of(MONDAY.minusSeconds(60)));
    }

    static Change pause(Chat chat, String reason) {
        Schedule schedule =
                chat.store.load("").roadmap().schedules().stream().findFirst().orElseThrow();
        return Change.edited(
                schedule, Schedule.PAUSED, Optional.of(new Schedule.Paused(MONDAY, reason, Optional.empty())));
    }

    @BeforeEach
    void tom_is_an_admin() {
        chat.promote(Acme.TOM, Role.ADMIN);
    }

    @Test
    void only_an_admin_sees_it() {
        assertTrue(chat.ask("sam", "operations").startsWith("Only an admin"));
        assertTrue(chat.ask("tom", "operations").startsWith("Every message got there."));
    }

    @Test
    void what_did_not_get_there_is_told_with_its_reason() {
        chat.operations = OperateTest::trouble;
        String told = chat.ask("tom", "operations");
        assertTrue(told.startsWith("Messages: 1 held, 1 dead and 1 skipped."), told);
        assertTrue(told.contains("nudge:TM1:2026-W47 · dead 16 Nov 08:30 UTC: is_archived"), told);
        assertTrue(told.contains("Growth · 2026-W47 said 16 Nov 08:30 UTC, next 23 Nov 08:30 UTC"), told);
        assertTrue(told.contains("2.4 s apart: set them right"), told);
        assertTrue(told.contains("another primary since 16 Nov 08:29 UTC"), told);
        assertTrue(told.contains("what it acknowledged in its last moments may be lost"), told);
    }

    @Test
    void what_waits_is_told_with_its_reason() {
        chat.operations = () -> new Operations.Report(
                List.of(),
                List.of(new Deliveries.Delayed("nudge:TM1:2026-W47", "nobody speaks there", MONDAY)),
                3,
                Map.of(),
                Map.of(),
                Duration.ZERO,
                Optional.empty());
        String told = chat.ask("tom", "operations");
        assertTrue(told.startsWith("Messages: 1 waiting and 3 answers not taken yet."), told);
        assertTrue(told.contains("nudge:TM1:2026-W47 · waits until 16 Nov 08:30 UTC: nobody speaks there"), told);
        assertTrue(told.contains("3 not taken yet: tried again every few seconds, the log says why"), told);
    }

    @Test
    void what_nobody_made_though_it_was_due_is_told() {
        chat.operations = () -> new Operations.Report(
                List.of(),
                List.of(),
                0,
                Map.of("nudge:TM1", Chat.NOW.minusSeconds(600), "nudge:TM2", Chat.NOW.minusSeconds(60)),
                Map.of(),
                Duration.ZERO,
                Optional.empty());
        String told = chat.ask("tom", "operations");
        assertTrue(told.startsWith("Messages: 1 nudge not made yet."), told);
        assertTrue(told.contains("and is not made yet: nobody speaks there, or the platform does not tell"), told);
    }

    @Test
    void a_paused_nudge_is_told_with_how_it_goes_on() {
        chat.ask("maya", "settings nudge Growth #growth");
        chat.record(PersonId.BOT, "", pause(chat, "#growth takes no message from me (is_archived)"));
        String told = chat.ask("tom", "operations");
        assertTrue(told.startsWith("Messages: 1 nudge paused."), told);
        assertTrue(told.contains("#growth takes no message from me (is_archived); the lead is not told yet"), told);
        assertTrue(told.contains("“nudge on Growth” goes on"), told);
        assertTrue(chat.ask("sam", "changes").contains("paused the weekly nudge of Growth (#growth takes no message"));
    }

    @Test
    void a_message_is_sent_after_all_once_it_is_confirmed() {
        chat.operations = OperateTest::trouble;
        String asked = chat.ask("tom", "operations retry nudge:TM2:2026-W47");
        assertTrue(asked.contains("It may have arrived: look there first"), asked);
        assertEquals(List.of(), chat.letters.decided);
        assertEquals("nudge:TM2:2026-W47 is sent in a moment.", first(chat.tap("tom", "Send it")));
        assertEquals(List.of("retry nudge:TM2:2026-W47"), chat.letters.decided);
    }

    @Test
    void of_a_persons_own_message_the_person_is_asked() {
        String id = "day:" + Acme.MAYA + ":2026-11-16";
        chat.operations = () -> new Operations.Report(
                List.of(new DeadLetter(id, State.HELD, "Teams does not let bots read what was said", MONDAY)),
                List.of(),
                0,
                Map.of(),
                Map.of(),
                Duration.ZERO,
                Optional.empty());
        String told = chat.ask("tom", "operations");
        assertTrue(told.contains("Teams does not let bots read what was said; to Maya Lind"), told);
        String asked = chat.ask("tom", "operations retry " + id);
        assertTrue(asked.contains("It may have arrived: ask Maya Lind first"), asked);
    }

    @Test
    void a_message_is_discarded_once_it_is_confirmed() {
        chat.operations = OperateTest::trouble;
        chat.ask("tom", "operations discard nudge:TM1:2026-W47");
        chat.tap("tom", "Discard it");
        assertEquals(List.of("discard nudge:TM1:2026-W47"), chat.letters.decided);
    }

    @Test
    void nobody_else_decides_and_what_does_not_lie_there_is_told() {
        chat.operations = OperateTest::trouble;
        assertTrue(chat.ask("maya", "operations retry nudge:TM2:2026-W47 yes").startsWith("Only an admin"));
        String told = chat.ask("tom", "operations retry nudge:TM9:2026-W47 yes");
        assertTrue(told.startsWith("No message “nudge:TM9:2026-W47” waits for a decision."), told);
        assertFalse(chat.ask("tom", "operations retry nudge:TM1:2026-W46 yes").contains("in a moment"));
        assertEquals(List.of(), chat.letters.decided);
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
