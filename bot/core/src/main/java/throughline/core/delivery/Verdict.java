package throughline.core.delivery;

import java.time.Duration;

/** What becomes of a parcel after an attempt. */
public sealed interface Verdict {
    /**
     * It arrived.
     *
     * @param id by which the platform knows it
     * @param isFound whether it had arrived before, and was found there
     */
    record Done(String id, boolean isFound) implements Verdict {}

    /**
     * It is tried again.
     *
     * @param pause until then
     * @param isAttempt whether it counts as one: waiting for a platform's allowance does not
     * @param isClear whether the call that was begun certainly did not take it
     */
    record Later(Duration pause, boolean isAttempt, boolean isClear, String reason) implements Verdict {}

    /** It may have arrived: after a while it is looked for. */
    record Unclear(String reason) implements Verdict {}

    /** It may have arrived and we cannot look: the operator decides. */
    record Held(String reason) implements Verdict {}

    /** It will not be taken: the operator is told. */
    record Dead(String reason) implements Verdict {}

    /** Its time has passed. */
    record Skipped(String reason) implements Verdict {}

    Duration FIRST_PAUSE = Duration.ofSeconds(2);
    Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /**
     * What becomes of it when a call was made.
     *
     * @param attempt from 1
     * @param jitter from 0 to 1
     */
    static Verdict after(Outcome outcome, int attempt, double jitter) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return new Done(accepted.id(), false);
        }
        if (outcome instanceof Outcome.NotAccepted not) {
            Duration wait = not.isPause() ? not.pause().plus(spread(jitter)) : backOff(attempt, jitter);
            return new Later(wait, !not.isPause(), true, not.reason());
        }
        if (outcome instanceof Outcome.Never never) {
            return new Dead(never.reason());
        }
        return new Unclear(((Outcome.Unknown) outcome).reason());
    }

    /** So that not all come back at the same moment. */
    private static Duration spread(double jitter) {
        return Duration.ofMillis(Math.round(jitter * 250));
    }

    /** Twice as long each time, of which up to a half is left to chance. */
    static Duration backOff(int attempt, double jitter) {
        long grown = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 20);
        long longest = Math.min(grown, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - jitter / 2)));
    }
}
