package throughline.app;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether everything is loaded and, if not, what is being loaded. */
@Singleton
final class LoadingHealth implements HealthIndicator {
    private static final String NAME = "roadmap";

    private final Readiness readiness;

    LoadingHealth(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(check());
    }

    HealthResult check() {
        return readiness.stillLoading().map(LoadingHealth::down).orElseGet(LoadingHealth::up);
    }

    private static HealthResult up() {
        return HealthResult.builder(NAME, HealthStatus.UP).build();
    }

    private static HealthResult down(String loading) {
        return HealthResult.builder(NAME, HealthStatus.DOWN)
                .details(Map.of("loading", loading))
                .build();
    }
}
