package throughline.adapter.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The responses that are still open: an answer that is ready in time is the response itself. */
final class Waiting {
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    /** @param returnPath unique to the input whose response waits */
    Seat expect(String returnPath, Predicate<Drawn> wanted) {
        Seat seat = new Seat(returnPath, wanted);
        seats.put(returnPath, seat);
        return seat;
    }

    /** @return whether a response took the message; if not, it has to be sent */
    boolean take(String returnPath, Drawn drawn) {
        Seat seat = seats.get(returnPath);
        return seat != null && seat.wanted.test(drawn) && seat.filled.complete(Optional.of(drawn));
    }

    /** A response that waits. Whoever fills it first decides. */
    final class Seat {
        private final String returnPath;
        private final Predicate<Drawn> wanted;
        private final CompletableFuture<Optional<Drawn>> filled = new CompletableFuture<>();

        private Seat(String returnPath, Predicate<Drawn> wanted) {
            this.returnPath = returnPath;
            this.wanted = wanted;
        }

        /** Nothing comes any more. */
        void leave() {
            filled.complete(Optional.empty());
        }

        Optional<Drawn> awaited(Duration patience) {
            try {
                return filled.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                leave();
                return filled.join();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                leave();
                return filled.join();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                seats.remove(returnPath, this);
            }
        }
    }
}
