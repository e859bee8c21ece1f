package throughline.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.question.Loading;

/**
 * Whether the bot can answer.
 *
 * @param store asked for only when everything is loaded, because it may still be starting before
 * @param language the bot answers without it, by comparing words
 * @param skew why the clocks cannot be trusted, if they cannot
 */
record Health(Readiness readiness, Supplier<TurnStore> store, Loading language, Supplier<Optional<String>> skew) {
    /** What is missing, by what it is: "loading", "store" or "clock"; empty when the bot is ready. */
    Map<String, String> problems() {
        return readiness
                .stillLoading()
                .map(loading -> Map.of("loading", loading))
                .or(() -> outage().map(outage -> Map.of("store", outage)))
                .or(() -> skew.get().map(problem -> Map.of("clock", problem)))
                .orElse(Map.of());
    }

    /** What the bot does without for now, by what it is: "language". */
    Map<String, String> shortcomings() {
        return language.missing().map(missing -> Map.of("language", missing)).orElse(Map.of());
    }

    private Optional<String> outage() {
        try {
            store.get().load("health");
            return Optional.empty();
        } catch (StoreUnavailable away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }
}
