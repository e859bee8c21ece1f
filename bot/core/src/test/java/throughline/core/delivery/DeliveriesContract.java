package throughline.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.delivery.Parcels.MONDAY;
import static throughline.core.delivery.Parcels.NEXT;
import static throughline.core.delivery.Parcels.RITUAL;
import static throughline.core.delivery.Parcels.parcel;
import static throughline.core.delivery.Parcels.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.delivery.DeadLetters.State;
import throughline.core.delivery.Deliveries.Waiting;

/** What keeps deliveries does. Each test begins with an empty one, and with {@link #WAITS}. */
public abstract class DeliveriesContract {
    protected static final Waits WAITS =
            new Waits(millis(100), millis(900), millis(1500), millis(500), Duration.ZERO, Duration.ZERO);

    private static final Verdict.Done DONE = new Verdict.Done("17.4", false);

    protected abstract Schedule schedule();

    protected abstract Deliveries deliveries();

    protected abstract Sweeps sweeps();

    protected abstract DeadLetters letters();

    protected abstract Allowances allowances();

    protected abstract Arrivals arrivals();

    /** Lets the store's clock go on. */
    protected abstract void pass(Duration time) throws InterruptedException;

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private void make(String... ids) {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        assertTrue(schedule().materialise(round(ids)));
    }

    private Waiting only() {
        List<Waiting> taken = deliveries().take(5);
        assertEquals(1, taken.size());
        return taken.get(0);
    }

    private Claim claim() {
        return deliveries().claim(only()).orElseThrow();
    }

    private void begin(Claim claim) {
        assertTrue(deliveries().begin(claim).isPresent());
    }

    private void assertIdle() {
        List<Claim> claims = deliveries().take(5).stream()
                .flatMap(waiting -> deliveries().claim(waiting).stream())
                .toList();
        assertEquals(List.of(), claims);
    }

    @Test
    void what_is_planned_is_told_until_it_is_planned_otherwise() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().plan("nudge:billing", Optional.of(NEXT));
        assertEquals(Map.of(RITUAL, MONDAY, "nudge:billing", NEXT), schedule().planned());
        schedule().plan(RITUAL, Optional.of(NEXT));
        schedule().plan("nudge:billing", Optional.empty());
        assertEquals(Map.of(RITUAL, NEXT), schedule().planned());
    }

    @Test
    void what_is_due_is_made_by_the_first_who_comes() {
        make("a");
        assertFalse(schedule().materialise(round("b")));
        assertEquals(Map.of(RITUAL, NEXT), schedule().planned());
        assertEquals(parcel("a"), claim().parcel());
        assertIdle();
    }

    @Test
    void a_ritual_that_is_planned_again_makes_no_second_parcel_of_the_same_week() {
        make("a");
        assertTrue(deliveries().finish(claim(), DONE));
        make("a");
        assertIdle();
    }

    @Test
    void what_arrived_waits_no_more() throws InterruptedException {
        make("a");
        Claim claim = claim();
        assertFalse(claim.isUncertain());
        assertEquals(1, claim.attempt());
        assertTrue(deliveries().begin(claim).orElseThrow().isOpen());
        assertEquals(Optional.empty(), arrivals().find("a"));
        assertTrue(deliveries().finish(claim, DONE));
        pass(WAITS.settle());
        assertIdle();
        assertEquals(Optional.of("17.4"), arrivals().find("a"));
        assertEquals(Optional.empty(), arrivals().find("b"));
    }

    @Test
    void a_parcel_is_one_bots_while_its_lease_lasts() throws InterruptedException {
        make("a");
        Waiting waiting = only();
        assertTrue(deliveries().claim(waiting).isPresent());
        assertEquals(Optional.empty(), deliveries().claim(waiting));
        pass(WAITS.lease().plusMillis(50));
        Claim later = claim();
        assertFalse(later.isUncertain(), "nothing was begun");
        assertEquals(2, later.attempt());
    }

    @Test
    void whoever_lost_the_lease_may_neither_begin_nor_finish() throws InterruptedException {
        make("a");
        Claim lost = claim();
        pass(WAITS.lease().plusMillis(50));
        Claim held = claim();
        assertEquals(Optional.empty(), deliveries().begin(lost));
        assertFalse(deliveries().finish(lost, new Verdict.Dead("gone")));
        assertTrue(deliveries().begin(held).isPresent());
        assertTrue(deliveries().finish(held, DONE));
    }

    @Test
    void nothing_is_begun_that_could_outlast_its_lease() throws InterruptedException {
        make("a");
        Claim claim = claim();
        Permit permit = deliveries().begin(claim).orElseThrow();
        pass(WAITS.lease().minus(WAITS.call()).plusMillis(20));
        assertFalse(permit.isOpen());
        assertEquals(Optional.empty(), deliveries().begin(claim));
    }

    @Test
    void who_began_and_died_leaves_something_to_look_for_when_it_has_settled() throws InterruptedException {
        make("a");
        Claim dead = claim();
        begin(dead);
        pass(WAITS.lease().plusMillis(50));
        assertIdle();
        pass(WAITS.settle());
        Claim claim = claim();
        assertTrue(claim.isUncertain());
        assertFalse(claim.since().isBefore(dead.since()));
    }

    @Test
    void an_unknown_outcome_is_looked_for_when_it_has_settled() throws InterruptedException {
        make("a");
        Claim claim = claim();
        begin(claim);
        assertTrue(deliveries().finish(claim, new Verdict.Unclear("time-out")));
        pass(WAITS.lease());
        assertIdle();
        pass(WAITS.settle());
        assertTrue(claim().isUncertain());
    }

    @Test
    void what_was_certainly_not_taken_is_sent_again_without_a_look() throws InterruptedException {
        make("a");
        Claim claim = claim();
        begin(claim);
        assertTrue(deliveries().finish(claim, new Verdict.Later(millis(100), true, true, "429")));
        assertIdle();
        pass(millis(150));
        Claim again = claim();
        assertFalse(again.isUncertain());
        assertEquals(2, again.attempt());
    }

    @Test
    void waiting_for_an_allowance_is_no_attempt_and_forgets_nothing() throws InterruptedException {
        make("a");
        Claim claim = claim();
        begin(claim);
        deliveries().finish(claim, new Verdict.Unclear("reset"));
        assertEquals(
                List.of("a reset"),
                deliveries().delayed(5).stream()
                        .map(delayed -> delayed.id() + " " + delayed.reason())
                        .toList());
        pass(WAITS.settle().plusMillis(50));
        deliveries().finish(claim(), new Verdict.Later(Duration.ZERO, false, false, "later"));
        Claim again = claim();
        assertTrue(again.isUncertain());
        assertEquals(2, again.attempt());
    }

    @Test
    void what_is_tried_too_often_is_dead() {
        make("a");
        for (int i = 0; i < Waits.MOST_CLAIMS; i++) {
            deliveries().finish(claim(), new Verdict.Later(Duration.ZERO, true, true, "refused"));
        }
        assertIdle();
        assertEquals(State.DEAD, letters().newest(5).get(0).state());
    }

    @Test
    void what_may_have_arrived_and_is_looked_for_too_often_is_held() throws InterruptedException {
        make("a");
        Claim first = claim();
        begin(first);
        deliveries().finish(first, new Verdict.Unclear("time-out"));
        pass(WAITS.settle().plusMillis(50));
        for (int i = 1; i < Waits.MOST_CLAIMS; i++) {
            deliveries().finish(claim(), new Verdict.Later(Duration.ZERO, true, false, "not told"));
        }
        assertIdle();
        assertEquals(State.HELD, letters().newest(5).get(0).state());
    }

    @Test
    void what_was_sent_a_second_time_is_swept_later() throws InterruptedException {
        make("a");
        Claim first = claim();
        begin(first);
        deliveries().finish(first, new Verdict.Unclear("reset"));
        pass(WAITS.settle().plusMillis(50));
        Claim second = claim();
        begin(second);
        deliveries().finish(second, DONE);
        assertEquals(List.of(), sweeps().due(5));
        pass(WAITS.sweep().plusMillis(50));
        List<Sweeps.Suspect> due = sweeps().due(5);
        assertEquals(
                List.of(parcel("a")), due.stream().map(Sweeps.Suspect::parcel).toList());
        assertEquals(List.of(), sweeps().due(5), "it is one bot's for a lease");
        pass(WAITS.lease().plusMillis(50));
        assertEquals(1, sweeps().due(5).size());
        sweeps().clear(due.get(0), "17.4");
        pass(WAITS.lease().plusMillis(50));
        assertEquals(List.of(), sweeps().due(5));
    }

    @Test
    void what_was_sent_once_is_not_swept() throws InterruptedException {
        make("a");
        Claim claim = claim();
        begin(claim);
        deliveries().finish(claim, DONE);
        pass(WAITS.sweep().plusMillis(50));
        assertEquals(List.of(), sweeps().due(5));
    }

    @Test
    void who_hears_too_late_that_it_arrived_has_it_swept_at_once() throws InterruptedException {
        make("a");
        Claim slow = claim();
        begin(slow);
        pass(WAITS.settle().plusMillis(50));
        Claim claim = claim();
        begin(claim);
        deliveries().finish(claim, DONE);
        assertFalse(deliveries().finish(slow, new Verdict.Done("18.0", false)));
        assertEquals(1, sweeps().due(5).size());
    }

    private Claim slow() throws InterruptedException {
        make("a");
        Claim slow = claim();
        begin(slow);
        pass(WAITS.settle().plusMillis(50));
        return slow;
    }

    @Test
    void who_hears_late_that_it_arrived_spares_others_the_call() throws InterruptedException {
        Claim slow = slow();
        Claim other = claim();
        deliveries().finish(slow, DONE);
        assertEquals(Optional.empty(), deliveries().begin(other));
        assertTrue(deliveries().finish(other, new Verdict.Held("no history")));
        assertEquals(List.of(), letters().newest(5));
        assertEquals(Optional.of("17.4"), arrivals().find("a"));
        pass(WAITS.settle().plusMillis(50));
        assertIdle();
    }

    @Test
    void who_hears_late_that_it_arrived_takes_it_off_the_operators_list() throws InterruptedException {
        Claim slow = slow();
        deliveries().finish(claim(), new Verdict.Held("no history"));
        assertEquals(1, letters().newest(5).size());
        assertTrue(deliveries().finish(slow, DONE));
        assertEquals(List.of(), letters().newest(5));
        assertEquals(Optional.of("17.4"), arrivals().find("a"));
        assertFalse(letters().retry("a"));
        assertIdle();
    }

    @Test
    void letters_tell_why_and_can_be_sent_after_all_or_discarded() {
        make("a");
        Claim claim = claim();
        begin(claim);
        deliveries().finish(claim, new Verdict.Held("no history"));
        assertEquals(
                List.of("a HELD no history"),
                letters().newest(5).stream()
                        .map(letter -> letter.id() + " " + letter.state() + " " + letter.reason())
                        .toList());
        assertFalse(letters().retry("b"));
        assertTrue(letters().retry("a"));
        assertFalse(letters().retry("a"));
        Claim again = claim();
        assertFalse(again.isUncertain(), "the operator decided");
        assertEquals(1, again.attempt());
        deliveries().finish(again, new Verdict.Dead("is_archived"));
        assertTrue(letters().discard("a"));
        assertFalse(letters().discard("a"));
        assertEquals(List.of(), letters().newest(5));
        assertIdle();
    }

    @Test
    void what_is_skipped_is_recorded_and_never_sent() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        assertTrue(schedule()
                .materialise(new Schedule.Round(
                        RITUAL,
                        MONDAY,
                        List.of(parcel("a")),
                        Map.of("z", "8 days late"),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(Map.of(), schedule().planned());
        assertEquals("a", only().id());
        assertEquals(
                List.of("z"),
                letters().newest(5).stream().map(DeadLetters.DeadLetter::id).toList());
    }

    @Test
    void a_diary_is_written_with_what_is_made() {
        Diary.Made before = new Diary.Made("2026-W46", MONDAY.minusSeconds(604_800), "", "");
        Diary diary = Diary.made(List.of(before), new Diary.Made("2026-W47", MONDAY, "local:#growth", "I4 steady"));
        Schedule.Round round = new Schedule.Round(
                RITUAL, MONDAY, List.of(parcel("a")), Map.of(), Optional.of(NEXT), Optional.of(diary));
        assertFalse(schedule().materialise(round));
        assertEquals(Map.of(), schedule().diaries());
        schedule().plan(RITUAL, Optional.of(MONDAY));
        assertTrue(schedule().materialise(round));
        assertEquals(Map.of(RITUAL, diary), schedule().diaries());
        schedule().plan(RITUAL, Optional.empty());
        assertEquals(Map.of(RITUAL, diary), schedule().diaries(), "what is set up again goes on with it");
    }

    @Test
    void a_bucket_gives_its_burst_and_then_one_each_interval() throws InterruptedException {
        List<Allowance> one = List.of(new Allowance("c1", 2, millis(400)));
        assertEquals(Duration.ZERO, allowances().take("slack", one));
        assertEquals(Duration.ZERO, allowances().take("slack", one));
        Duration wait = allowances().take("slack", one);
        assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(millis(400)) <= 0, wait.toString());
        pass(wait.plusMillis(5));
        assertEquals(Duration.ZERO, allowances().take("slack", one));
    }

    @Test
    void if_one_bucket_is_empty_no_other_is_touched() {
        Allowance empty = new Allowance("empty", 1, Duration.ofHours(1));
        Allowance full = new Allowance("full", 1, Duration.ofHours(1));
        allowances().take("slack", List.of(empty));
        assertTrue(allowances().take("slack", List.of(full, empty)).compareTo(Duration.ofMinutes(59)) > 0);
        assertEquals(Duration.ZERO, allowances().take("slack", List.of(full)));
    }

    @Test
    void a_pause_holds_up_one_platform_and_the_longest_counts() throws InterruptedException {
        make("a");
        Claim claim = claim();
        allowances().pause("local", millis(400));
        allowances().pause("local", millis(50));
        Duration wait = allowances().take("local", List.of());
        assertTrue(wait.compareTo(millis(200)) > 0, wait.toString());
        assertEquals(Optional.empty(), deliveries().begin(claim));
        assertTrue(allowances().paused("local").compareTo(millis(200)) > 0);
        assertEquals(Duration.ZERO, allowances().paused("slack"));
        assertEquals(Duration.ZERO, allowances().take("slack", List.of()));
        pass(millis(405));
        assertEquals(Duration.ZERO, allowances().take("local", List.of()));
        assertEquals(Duration.ZERO, allowances().paused("local"));
        assertTrue(deliveries().begin(claim).isPresent());
    }

    @Test
    void who_was_allowed_to_call_asks_again_before_the_call_leaves() throws InterruptedException {
        make("a");
        Permit send = deliveries().begin(claim()).orElseThrow();
        Permit look = allowances().permit("local");
        assertTrue(send.isOpen());
        assertTrue(look.isOpen());
        allowances().pause("local", millis(600));
        pass(millis(250));
        assertFalse(send.isOpen(), "a permission ages");
        assertFalse(look.isOpen());
        assertTrue(allowances().permit("slack").isOpen());
    }

    @Test
    void letters_know_when_they_were_written() {
        make("a");
        deliveries().finish(claim(), new Verdict.Skipped("late"));
        assertTrue(letters().newest(1).get(0).since().isAfter(Instant.EPOCH));
    }
}
