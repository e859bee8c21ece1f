package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Claim;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Parcels;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sender;
import throughline.core.delivery.Sighting;
import throughline.core.delivery.Sweep;
import throughline.core.delivery.Verdict;
import throughline.core.delivery.Waits;

class DeliveringTest {
    private static final Duration A_CALL = Duration.ofMillis(300);
    private static final Instant NOW = Parcels.MONDAY;

    private final InMemoryDeliveries all = new InMemoryDeliveries(() -> NOW, Waits.USUAL);
    private final CountDownLatch begun = new CountDownLatch(1);

    /** Takes everything, in its time. */
    private final class Slow implements Carrier {
        @Override
        public String platform() {
            return Parcels.parcel("a").platform();
        }

        @Override
        public List<Allowance> toSend(Posting posting) {
            return List.of();
        }

        @Override
        public List<Allowance> toLook(Posting posting) {
            return List.of();
        }

        @Override
        public Outcome send(Posting posting, Permit permit) {
            begun.countDown();
            try {
                Thread.sleep(A_CALL.toMillis());
                return new Outcome.Accepted("1");
            } catch (InterruptedException cut) {
                return new Outcome.Unknown("it was cut off");
            }
        }

        @Override
        public Sighting look(Posting posting, Instant since, Permit permit) {
            return new Sighting.Absent();
        }

        @Override
        public Outcome takeBack(Posting posting, String id, Permit permit) {
            return new Outcome.Accepted(id);
        }

        @Override
        public Outcome update(Posting posting, String id) {
            return new Outcome.Accepted(id);
        }
    }

    /** Breaks some times before it goes on. */
    private record Breaking(Deliveries deliveries, AtomicInteger times) implements Deliveries {
        @Override
        public List<Delayed> delayed(int most) {
            return deliveries.delayed(most);
        }

        @Override
        public List<Waiting> take(int most) {
            if (times.getAndDecrement() > 0) {
                throw new StackOverflowError("as planned");
            }
            return deliveries.take(most);
        }

        @Override
        public Optional<Claim> claim(Waiting waiting) {
            return deliveries.claim(waiting);
        }

        @Override
        public Optional<Permit> begin(Claim claim) {
            return deliveries.begin(claim);
        }

        @Override
        public boolean finish(Claim claim, Verdict verdict) {
            return deliveries.finish(claim, verdict);
        }
    }

    private Dispatch dispatch(Deliveries deliveries) {
        return new Dispatch(
                deliveries,
                all,
                List.of(new Slow()),
                Waits.USUAL,
                new Dispatch.Surroundings(() -> NOW, () -> 0, wait -> {}, event -> {}, Sender.ANY));
    }

    private Deliver duty(boolean isAlone) {
        return new Deliver(dispatch(all), new Sweep(all, all, List.of(new Slow()), event -> {}), isAlone);
    }

    @BeforeEach
    void one_is_due() {
        all.plan(Parcels.RITUAL, Optional.of(NOW));
        assertTrue(all.materialise(Parcels.round("a")));
    }

    @Test
    void a_call_under_way_comes_to_its_end_when_the_bot_ends() throws InterruptedException {
        Delivering delivering = new Delivering(dispatch(all));
        delivering.start();
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        delivering.close();
        assertEquals(Optional.of("1"), all.find("a"));
    }

    @Test
    void what_breaks_ends_no_thread() throws InterruptedException {
        try (Delivering delivering = new Delivering(dispatch(new Breaking(all, new AtomicInteger(8))))) {
            delivering.start();
            assertTrue(begun.await(10, TimeUnit.SECONDS));
        }
        assertEquals(Optional.of("1"), all.find("a"));
    }

    @Test
    void the_ticker_does_not_wait_for_a_platform_while_others_send() {
        duty(false).run();
        assertEquals(1, begun.getCount());
        duty(true).run();
        assertEquals(Optional.of("1"), all.find("a"));
    }
}
