package throughline.app;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;

/** Whether the store answers. */
@Singleton
final class StoreHealth implements HealthIndicator {
    private static final String NAME = "store";

    private final TurnStore store;
    private final ExecutorService blocking;

    StoreHealth(TurnStore store, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.store = store;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(blocking, this::check);
    }

    HealthResult check() {
        try {
            store.load("health");
            return HealthResult.builder(NAME, HealthStatus.UP).build();
        } catch (StoreUnavailable away) {
            return HealthResult.builder(NAME, HealthStatus.DOWN)
                    .details(Map.of("problem", String.valueOf(away.getMessage())))
                    .build();
        }
    }
}
