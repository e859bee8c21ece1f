package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.conversation.TurnStore;
import throughline.core.question.Inference;
import throughline.core.question.Language;
import throughline.core.roadmap.Roadmap;

/** Lets the language model read what is new on the roadmap before anybody asks about it. What it knows already costs nothing. */
final class Preparation implements Duty {
    /** The model remembers about so many texts; more would drive the first ones out again. */
    private static final int MOST = 6_000;

    private final TurnStore store;
    private final Language language;
    private Optional<Roadmap> prepared = Optional.empty();

    Preparation(TurnStore store, Language language) {
        this.store = store;
        this.language = language;
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
    public void run() {
        Roadmap roadmap = store.load("preparation").roadmap();
        boolean isNew = prepared.filter(known -> known == roadmap).isEmpty();
        if (isNew && isLoaded()) {
            Inference.texts(roadmap).limit(MOST).forEach(language::meaning);
            prepared = Optional.of(roadmap);
        }
    }

    private boolean isLoaded() {
        return language.meaning("roadmap").isPresent();
    }
}
