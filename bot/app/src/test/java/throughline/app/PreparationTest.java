package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InMemoryStore;
import throughline.core.question.Language;
import throughline.core.question.Meaning;
import throughline.core.roadmap.Horizon;

class PreparationTest {
    private final InMemoryStore store = new InMemoryStore();
    private final List<String> read = new ArrayList<>();
    private boolean isLoaded = true;

    private final Language language = text -> {
        read.add(text);
        return isLoaded ? Optional.of(Meaning.of(1)) : Optional.empty();
    };

    private final Preparation preparation = new Preparation(store, language);

    @Test
    void what_is_on_the_roadmap_is_read_before_anybody_asks() {
        store.commit(Commits.on(store).with(Commits.add("I1", Horizon.NOW)).done());
        assertEquals(List.of("roadmap", "Bet I1"), prepared());
    }

    @Test
    void nothing_is_read_again_until_something_changes() {
        preparation.run();
        assertEquals(List.of(), prepared());
        store.commit(Commits.on(store).with(Commits.add("I1", Horizon.NOW)).done());
        assertEquals(List.of("roadmap", "Bet I1"), prepared());
        assertEquals(List.of(), prepared());
    }

    @Test
    void it_waits_for_the_model() {
        store.commit(Commits.on(store).with(Commits.add("I1", Horizon.NOW)).done());
        isLoaded = false;
        assertEquals(List.of("roadmap"), prepared());
        isLoaded = true;
        assertEquals(List.of("roadmap", "Bet I1"), prepared());
    }

    /** What is read in one round. */
    private List<String> prepared() {
        read.clear();
        preparation.run();
        return List.copyOf(read);
    }
}
