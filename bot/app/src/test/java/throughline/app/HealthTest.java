package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;

class HealthTest {
    private static final ExecutorService POOL = ForkJoinPool.commonPool();

    @Test
    void a_bot_that_is_loading_says_what() {
        Readiness readiness = new Readiness();
        readiness.loading("importing plan.yaml");
        HealthResult told = new LoadingHealth(readiness).check();
        assertEquals(HealthStatus.DOWN, told.getStatus());
        assertEquals(Map.of("loading", "importing plan.yaml"), told.getDetails());
    }

    @Test
    void a_bot_that_has_loaded_everything_is_up() {
        Readiness readiness = new Readiness();
        readiness.ready();
        assertEquals(HealthStatus.UP, new LoadingHealth(readiness).check().getStatus());
    }

    @Test
    void a_store_that_answers_is_up() {
        assertEquals(
                HealthStatus.UP,
                new StoreHealth(new InMemoryStore(), POOL).check().getStatus());
    }

    @Test
    void a_store_that_does_not_answer_says_why() {
        HealthResult told = new StoreHealth(new Away(), POOL).check();
        assertEquals(HealthStatus.DOWN, told.getStatus());
        assertEquals(Map.of("problem", "connection refused"), told.getDetails());
    }

    /** A store out of reach. */
    private record Away() implements TurnStore {
        @Override
        public Snapshot load(String conversation) {
            throw new StoreUnavailable("connection refused", new RuntimeException());
        }

        @Override
        public Outcome commit(Commit commit) {
            throw new StoreUnavailable("connection refused", new RuntimeException());
        }
    }
}
