package throughline.app;

import java.time.Duration;
import java.util.List;
import throughline.core.conversation.Outbox;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Operations;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.StoreTime;

/** What messages go through, as it is now. */
record Plant(DeadLetters letters, Deliveries deliveries, Outbox outbox, Schedule plans, Skew skew, StoreTime store) {
    private static final int MOST = 200;

    /** What is sent at once, and tried again once or twice, is no trouble. */
    private static final Duration LATE = Duration.ofMinutes(1);

    Operations.Report report() {
        return new Operations.Report(
                letters.newest(MOST),
                delayed(),
                unsent(),
                plans.planned(),
                plans.diaries(),
                skew.last(),
                store.failover());
    }

    long count(DeadLetters.State state) {
        return letters.newest(MOST).stream()
                .filter(letter -> letter.state() == state)
                .count();
    }

    List<Deliveries.Delayed> delayed() {
        return deliveries.delayed(MOST);
    }

    int unsent() {
        return outbox.waiting(LATE).size();
    }
}
