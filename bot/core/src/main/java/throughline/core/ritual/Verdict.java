package throughline.core.ritual;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be said of what wants to be said. Each wish is in one of the lists.
 *
 * @param say at once; all that is no answer in one message
 * @param waiting to be looked at again
 * @param until when; empty if nothing waits
 * @param dropped what is not said at all
 * @param tellsLead whether the lead gets one line that nobody answers
 */
public record Verdict(
        List<Wish> say, List<Wish> waiting, Optional<Instant> until, List<Dropped> dropped, boolean tellsLead) {
    /** A wish that is not said, and why. */
    public record Dropped(Wish wish, Reason reason) {}

    /** Why something is not said. */
    public enum Reason {
        ACTED("the one to tell did it"),
        OFF("switched off"),
        SNOOZED("snoozed"),
        UNANSWERED("the last two were not answered"),
        NOT_SET_UP("nobody set it up there"),
        GENERAL_CHANNEL("never in the general channel"),
        OUTSIDERS("outsiders read along"),
        TOO_LATE("it would come too late"),
        NEVER_WORKING("no working day for a year");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As the operator reads it. */
        public String words() {
            return words;
        }
    }

    /** The same while these wait as well, until that moment at the earliest. */
    Verdict waiting(List<Wish> more, Optional<Instant> other) {
        List<Wish> all = Stream.concat(waiting.stream(), more.stream()).toList();
        Optional<Instant> first =
                Stream.of(until, other).flatMap(Optional::stream).min(Instant::compareTo);
        return new Verdict(say, all, first, dropped, tellsLead);
    }

    public boolean isDropped(Reason reason) {
        return dropped.stream().anyMatch(one -> one.reason() == reason);
    }

    public Verdict {
        say = List.copyOf(say);
        waiting = List.copyOf(waiting);
        dropped = List.copyOf(dropped);
    }
}
