package throughline.app.evaluation;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import throughline.core.assistant.Assistant;
import throughline.core.interchange.Documents;
import throughline.core.question.Language;
import throughline.core.question.Loading;
import throughline.core.question.Recall;

/** The front door as the application wires it, with all that it has to load; until it is closed. Opens no port and no store. */
final class LoadedAssistant implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final ApplicationContext context;

    private LoadedAssistant(ApplicationContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException if something is not there after a minute, with what it is */
    static LoadedAssistant load() throws InterruptedException {
        LoadedAssistant loaded = new LoadedAssistant(ApplicationContext.builder()
                .banner(false)
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .build()
                .start());
        loaded.await();
        return loaded;
    }

    private void await() throws InterruptedException {
        Loading loading = context.getBean(Loading.class);
        Instant end = Instant.now().plus(PATIENCE);
        loading.start(() -> {});
        while (loading.missing().isPresent()) {
            if (Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException(loading.missing().orElse("loaded too late"));
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    Assistant assistant() {
        return context.getBean(Assistant.class);
    }

    Language language() {
        return context.getBean(Language.class);
    }

    Recall recall() {
        return context.getBean(Recall.class);
    }

    Documents documents() {
        return context.getBean(Documents.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
