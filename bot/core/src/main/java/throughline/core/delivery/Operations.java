package throughline.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How deliveries go, as an operator asks. */
@FunctionalInterface
public interface Operations {
    /** Nothing is delivered. */
    Operations NONE = () -> new Report(List.of(), List.of(), 0, Map.of(), Map.of(), Duration.ZERO, Optional.empty());

    /**
     * What is known of them.
     *
     * @param letters what nobody sends, newest first
     * @param delayed what is tried again later, the next one first
     * @param unsent answers that nobody took yet, though they were made some time ago
     * @param planned rituals to when they are due
     * @param diaries rituals to what they have behind them
     * @param skew how far the store's clock is ahead of this machine's
     * @param failover when another primary of the store was seen the last time; empty for never
     */
    record Report(
            List<DeadLetters.DeadLetter> letters,
            List<Deliveries.Delayed> delayed,
            int unsent,
            Map<String, Instant> planned,
            Map<String, Diary> diaries,
            Duration skew,
            Optional<Instant> failover) {
        public Report {
            letters = List.copyOf(letters);
            delayed = List.copyOf(delayed);
            planned = Map.copyOf(planned);
            diaries = Map.copyOf(diaries);
        }

        public long count(DeadLetters.State state) {
            return letters.stream().filter(letter -> letter.state() == state).count();
        }
    }

    Report report();
}
