package throughline.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.delivery.Parcels.MONDAY;
import static throughline.core.delivery.Parcels.RITUAL;
import static throughline.core.delivery.Parcels.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Tally.Event;

/** Sending as situations, on a platform that does as it is told. */
class DispatchTest {
    private static final Waits WAITS = Waits.USUAL;

    private Instant now = MONDAY;
    private final InMemoryDeliveries all = new InMemoryDeliveries(() -> now, WAITS);
    private final Platform platform = new Platform();
    private final List<Event> events = new ArrayList<>();
    private final Dispatch dispatch = new Dispatch(
            all,
            all,
            List.of(platform),
            WAITS,
            new Dispatch.Surroundings(() -> now, () -> 0, wait -> now = now.plus(wait), events::add, Sender.ANY));
    private final Sweep sweep = new Sweep(all, all, List.of(platform), events::add);

    /** Answers as it was told, and shows what it took. */
    private static class Platform implements Carrier {
        private final Deque<Outcome> answers = new ArrayDeque<>();
        private final List<String> shown = new ArrayList<>();
        private Optional<Sighting> sighting = Optional.empty();
        private int calls;

        @Override
        public String platform() {
            return "local";
        }

        @Override
        public List<Allowance> toSend(Posting posting) {
            return List.of(new Allowance("local", 1, Duration.ofSeconds(1)));
        }

        @Override
        public List<Allowance> toLook(Posting posting) {
            return List.of();
        }

        @Override
        public Outcome send(Posting posting, Permit permit) {
            calls++;
            return answers.isEmpty() ? accept("id" + calls) : answers.poll();
        }

        private Outcome accept(String id) {
            shown.add(id);
            return new Outcome.Accepted(id);
        }

        @Override
        public Sighting look(Posting posting, Instant since, Permit permit) {
            return sighting.orElseGet(() -> shown.isEmpty() ? new Sighting.Absent() : new Sighting.Found(shown));
        }

        @Override
        public Outcome takeBack(Posting posting, String id, Permit permit) {
            shown.remove(id);
            return new Outcome.Accepted(id);
        }

        @Override
        public Outcome update(Posting posting, String id) {
            return new Outcome.Accepted(id);
        }
    }

    @BeforeEach
    void one_is_due() {
        all.plan(RITUAL, Optional.of(MONDAY));
        assertTrue(all.materialise(round("a")));
    }

    private void all() {
        while (dispatch.next()) {
            // The next one.
        }
    }

    private void later(Duration time) {
        now = now.plus(time);
        all();
    }

    @Test
    void what_is_taken_is_sent_once() {
        all();
        later(Duration.ofDays(1));
        assertEquals(List.of("id1"), platform.shown);
        assertEquals(List.of(Event.SENT), events);
    }

    @Test
    void what_was_taken_without_a_word_is_found_and_not_sent_again() {
        platform.answers.add(new Outcome.Unknown("time-out"));
        platform.shown.add("quiet");
        all();
        later(WAITS.settle());
        assertEquals(List.of("quiet"), platform.shown);
        assertEquals(List.of(Event.UNKNOWN, Event.RECONCILED), events);
    }

    @Test
    void what_is_absent_is_sent_again_and_a_second_copy_that_comes_late_is_deleted() {
        platform.answers.add(new Outcome.Unknown("reset"));
        all();
        later(WAITS.settle());
        platform.shown.add("late");
        now = now.plus(WAITS.sweep());
        sweep.run();
        assertEquals(List.of("id2"), platform.shown);
        assertEquals(List.of(Event.UNKNOWN, Event.SENT, Event.SWEPT), events);
    }

    @Test
    void where_nobody_can_look_it_is_held() {
        platform.answers.add(new Outcome.Unknown("502"));
        platform.sighting = Optional.of(new Sighting.Blind("no history"));
        all();
        later(WAITS.settle());
        later(Duration.ofDays(1));
        assertEquals(1, platform.calls);
        assertEquals("no history", all.newest(1).get(0).reason());
        assertTrue(all.retry("a"));
        all();
        assertEquals(2, platform.calls);
    }

    @Test
    void what_is_never_told_is_held_in_the_end() {
        platform.answers.add(new Outcome.Unknown("time-out"));
        platform.sighting = Optional.of(new Sighting.NotTold(Duration.ofMinutes(1), "429"));
        all();
        for (int look = 0; look < 2 * Waits.MOST_CLAIMS; look++) {
            later(Duration.ofMinutes(2));
        }
        assertEquals(1, platform.calls);
        assertEquals(
                List.of(DeadLetters.State.HELD),
                all.newest(5).stream().map(DeadLetters.DeadLetter::state).toList());
    }

    @Test
    void who_is_told_to_wait_waits_with_everything() {
        platform.answers.add(new Outcome.NotAccepted(Duration.ofSeconds(40), "429"));
        all();
        assertFalse(all.take("local", List.of()).isZero());
        later(Duration.ofSeconds(39));
        assertEquals(1, platform.calls);
        later(Duration.ofSeconds(1));
        assertEquals(List.of(Event.DELAYED, Event.SENT), events);
    }

    @Test
    void what_will_never_be_taken_is_told() {
        platform.answers.add(new Outcome.Never("is_archived"));
        all();
        later(Duration.ofDays(1));
        assertEquals(1, platform.calls);
        assertEquals(DeadLetters.State.DEAD, all.newest(1).get(0).state());
    }

    @Test
    void what_comes_too_late_is_skipped_and_recorded() {
        later(Duration.ofDays(1).plusSeconds(1));
        assertEquals(0, platform.calls);
        assertEquals(DeadLetters.State.SKIPPED, all.newest(1).get(0).state());
    }

    @Test
    void what_nobody_speaks_for_waits_for_others_until_it_is_too_late() {
        Dispatch mute = new Dispatch(
                all,
                all,
                List.of(),
                WAITS,
                new Dispatch.Surroundings(() -> now, () -> 0, wait -> now = now.plus(wait), events::add, Sender.ANY));
        assertTrue(mute.next());
        assertEquals(List.of(), all.newest(5));
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        assertTrue(mute.next());
        assertEquals(DeadLetters.State.SKIPPED, all.newest(5).get(0).state());
        assertEquals(List.of(Event.DELAYED, Event.SKIPPED), events);
    }

    @Test
    void a_carrier_that_breaks_leaves_it_open() {
        Dispatch broken = new Dispatch(
                all,
                all,
                List.of(new Platform() {
                    @Override
                    public Outcome send(Posting posting, Permit permit) {
                        throw new IllegalStateException("broken");
                    }
                }),
                WAITS,
                new Dispatch.Surroundings(() -> now, () -> 0, wait -> now = now.plus(wait), events::add, Sender.ANY));
        assertTrue(broken.next());
        assertEquals(List.of(Event.UNKNOWN), events);
    }

    @Test
    void pauses_grow_and_stay_within_ten_minutes() {
        assertEquals(Duration.ofSeconds(2), Verdict.backOff(1, 0));
        assertEquals(Duration.ofSeconds(1), Verdict.backOff(1, 1));
        assertEquals(Duration.ofMinutes(10), Verdict.backOff(20, 0));
    }
}
