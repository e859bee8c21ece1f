package throughline.app;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.question.Inference;
import throughline.core.question.Language;
import throughline.core.roadmap.Roadmap;

/**
 * Lets the language model read what is new on the roadmap before anybody asks about it. What it knows already costs nothing. Then
 * some sentences are answered to nobody: the first of them takes a hundred times as long as all others.
 */
final class Preparation implements Duty {
    /** The model remembers about so many texts; more would drive the first ones out again. */
    private static final int MOST = 6_000;

    private final TurnStore store;
    private final Language language;
    private final Consumer<Snapshot> rehearsal;
    private Optional<Roadmap> prepared = Optional.empty();

    /** @param rehearsal has no effect but that the like of it is faster afterwards */
    Preparation(TurnStore store, Language language, Consumer<Snapshot> rehearsal) {
        this.store = store;
        this.language = language;
        this.rehearsal = rehearsal;
    }

    @Override
    public String name() {
        return "language-preparation";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.empty();
    }

    @Override
    public synchronized void run() {
        Snapshot now = store.load("preparation");
        Roadmap roadmap = now.roadmap();
        boolean isNew = prepared.filter(known -> known == roadmap).isEmpty();
        if (isNew && isLoaded()) {
            Inference.texts(roadmap).limit(MOST).forEach(language::meaning);
            if (prepared.isEmpty()) {
                rehearsal.accept(now);
            }
            prepared = Optional.of(roadmap);
        }
    }

    private boolean isLoaded() {
        return language.meaning("roadmap").isPresent();
    }
}
