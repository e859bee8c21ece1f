package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.question.Loading;

class HealthTest {
    private final Readiness readiness = new Readiness();

    @Test
    void a_bot_that_is_loading_says_what_and_does_not_ask_the_store() {
        readiness.loading("importing plan.yaml");
        Health health = new Health(
                readiness,
                () -> {
                    throw new AssertionError("The store is still starting.");
                },
                Missing.NOTHING,
                Optional::empty);
        assertEquals(Map.of("loading", "importing plan.yaml"), health.problems());
    }

    @Test
    void nothing_is_missing_once_everything_is_loaded_and_the_store_answers() {
        readiness.ready();
        assertEquals(Map.of(), new Health(readiness, InMemoryStore::new, Missing.NOTHING, Optional::empty).problems());
    }

    @Test
    void a_store_that_does_not_answer_says_why() {
        readiness.ready();
        assertEquals(
                Map.of("store", "connection refused"),
                new Health(readiness, Away::new, Missing.NOTHING, Optional::empty).problems());
    }

    @Test
    void a_language_model_that_is_missing_is_told_and_no_problem() {
        readiness.ready();
        Health health = new Health(
                readiness, InMemoryStore::new, new Missing(Optional.of("loading the language model")), Optional::empty);
        assertEquals(Map.of("language", "loading the language model"), health.shortcomings());
        assertEquals(Map.of(), health.problems());
    }

    /** Loads nothing. */
    private record Missing(Optional<String> missing) implements Loading {
        static final Missing NOTHING = new Missing(Optional.empty());

        @Override
        public void start(Runnable then) {
            throw new AssertionError("Who asks about it does not start it.");
        }
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
