package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import throughline.core.assistant.Assistant;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.people.Account;
import throughline.core.question.Language;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;

class PreparationTest {
    private final InMemoryStore store = new InMemoryStore();
    private final AtomicBoolean isLoaded = new AtomicBoolean();
    private final List<String> read = new ArrayList<>();
    private final List<Snapshot> rehearsed = new ArrayList<>();
    private final Language language = text -> {
        read.add(text);
        return isLoaded.get() ? new WordLanguage().meaning(text) : Optional.empty();
    };

    /** Draws, and must not speak. */
    private record Mute(List<String> drawn) implements Messenger {
        @Override
        public String platform() {
            return Account.LOCAL;
        }

        @Override
        public Optional<Place> direct(Account account, Place near) {
            return Optional.empty();
        }

        @Override
        public String draw(Reply reply, String id) {
            drawn.add(reply.card().headline().plain());
            return "";
        }

        @Override
        public void post(Posting posting) {
            throw new AssertionError("nobody is spoken to");
        }
    }

    @Test
    void what_is_new_is_read_once_the_model_is_there_and_sentences_are_rehearsed_once() {
        Preparation preparation = new Preparation(store, language, rehearsed::add);
        store.commit(Commits.on(store).with(Commits.add("I1", Horizon.NOW)).done());
        preparation.run();
        assertFalse(read.contains("Bet I1"));
        isLoaded.set(true);
        preparation.run();
        assertTrue(read.contains("Bet I1"));
        store.commit(Commits.on(store).with(Commits.add("I2", Horizon.NOW)).done());
        preparation.run();
        assertTrue(read.contains("Bet I2"));
        assertEquals(1, rehearsed.size());
    }

    @Test
    void nothing_is_read_again_until_something_changes() {
        Preparation preparation = new Preparation(store, language, rehearsed::add);
        isLoaded.set(true);
        preparation.run();
        read.clear();
        preparation.run();
        assertEquals(List.of(), read);
        store.commit(Commits.on(store).with(Commits.add("I1", Horizon.NOW)).done());
        preparation.run();
        assertEquals(List.of("roadmap", "Bet I1"), read);
    }

    @Test
    void a_rehearsal_draws_answers_and_says_and_records_nothing() {
        store.commit(Commits.on(store)
                .with(Acme.facts().changes().toArray(Change[]::new))
                .done());
        int before = store.log().size();
        List<String> drawn = new ArrayList<>();
        new Rehearsal(
                        new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing()),
                        List.of(new Mute(drawn)),
                        InstantSource.system())
                .accept(store.load("rehearsal"));
        assertTrue(drawn.size() > 1, drawn::toString);
        assertEquals(before, store.log().size());
        assertEquals(List.of(), store.outbox().waiting(Duration.ZERO));
    }
}
