package throughline.app;

import java.util.Optional;

/** What the bot still has to load before it answers. Thread-safe. */
final class Readiness {
    private volatile Optional<String> loading = Optional.of("starting");

    /** Tells what is being done now, as an operator would say it: "importing plan.yaml". */
    void loading(String what) {
        loading = Optional.of(what);
    }

    void ready() {
        loading = Optional.empty();
    }

    /** What is still being loaded; empty when the bot is ready. */
    Optional<String> stillLoading() {
        return loading;
    }
}
