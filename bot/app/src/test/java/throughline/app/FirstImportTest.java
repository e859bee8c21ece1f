package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.data.Datum;
import throughline.core.data.Spot;
import throughline.core.interchange.Documents;
import throughline.core.interchange.Problem;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Stamp;

class FirstImportTest {
    private static final Instant NOW = Instant.parse("2027-01-04T09:30:00Z");
    private static final Datum PLAN = Datum.mapping()
            .put("org", "Acme")
            .put(
                    "people",
                    Datum.list(
                            List.of(Datum.mapping().put("name", "Maya Okafor").done())))
            .put(
                    "initiatives",
                    Datum.list(List.of(Datum.mapping()
                            .put("id", "I1")
                            .put("title", "Guided setup")
                            .put("horizon", "now")
                            .done())))
            .done();

    @TempDir
    Path directory;

    private final InMemoryStore store = new InMemoryStore();
    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void an_empty_store_gets_the_roadmap_in_one_commit_by_the_bot() throws IOException {
        run(store, new Documents.Tree(PLAN), plan());
        assertEquals(1, store.log().size());
        ChangeSet facts = store.log().get(0);
        assertEquals(new Stamp(NOW, PersonId.BOT, "file"), facts.stamp());
        Snapshot after = store.load("x");
        assertEquals("Acme", after.roadmap().organization());
        assertEquals(1, after.roadmap().in(Horizon.NOW).size());
        long people = facts.changes().stream()
                .filter(Change.PersonTouched.class::isInstance)
                .count();
        assertEquals(2, people, "Maya and the admin");
        assertTrue(after.people().stream().anyMatch(person -> person.name().equals("Maya Okafor")));
    }

    @Test
    void a_store_with_a_roadmap_stays_as_it_is() throws IOException {
        store.commit(Commits.on(store).with(Commits.add("I9", Horizon.NEXT)).done());
        run(store, new Documents.Tree(PLAN), plan());
        assertEquals(1, store.log().size());
    }

    @Test
    void a_roadmap_that_was_emptied_is_not_filled_again() throws IOException {
        run(store, new Documents.Tree(PLAN), plan());
        store.commit(Commits.on(store)
                .with(new Change.Removed(Kind.INITIATIVE, new ItemId("I1")))
                .done());
        run(store, new Documents.Tree(PLAN), plan());
        assertEquals(2, store.log().size());
    }

    @Test
    void another_bot_that_was_first_is_left_in_peace() throws IOException {
        TurnStore raced = new Raced(store);
        run(raced, new Documents.Tree(PLAN), plan());
        assertEquals(1, store.log().size());
        assertEquals(Commits.STAMP, store.log().get(0).stamp());
    }

    @Test
    void mistakes_are_counted_then_told_one_by_one_and_nothing_is_imported() throws IOException {
        Problem horizon = new Problem(new Spot(4, 12), "initiatives[0] (I1) › horizon", "expected one of now, next");
        Problem owner = new Problem(new Spot(9, 3), "initiatives[1] (I2) › owner", "expected text, found a list");
        Path plan = plan();
        String told = refusal(new Documents.Broken(List.of(horizon, owner)), plan);
        assertEquals(
                List.of(
                        plan + " has 2 mistakes, so nothing was imported; correct the file and start again.",
                        plan + ":4:12: initiatives[0] (I1) › horizon: expected one of now, next",
                        plan + ":9:3: initiatives[1] (I2) › owner: expected text, found a list"),
                told.lines().toList());
        assertEquals(List.of(), store.log());
    }

    @Test
    void a_file_that_means_nothing_is_refused() throws IOException {
        Path plan = plan();
        String told = refusal(new Documents.Tree(Datum.list(List.of())), plan);
        assertTrue(told.startsWith(plan + " has one mistake, so nothing was imported"), told);
        assertEquals(List.of(), store.log());
    }

    @Test
    void a_file_that_is_not_text_is_refused() throws IOException {
        Path binary = Files.write(directory.resolve("plan.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertEquals(
                "THROUGHLINE_ROADMAP is “" + binary + "”, which is not text in UTF-8; save it as such.",
                refusal(new Documents.Tree(PLAN), binary));
    }

    @Test
    void a_file_that_is_gone_by_then_is_refused() {
        Path gone = directory.resolve("gone.yaml");
        assertEquals(
                "THROUGHLINE_ROADMAP is “" + gone + "”, which cannot be read; give a roadmap file.",
                refusal(new Documents.Tree(PLAN), gone));
    }

    @Test
    void without_a_file_the_sample_is_read() {
        AtomicBoolean read = new AtomicBoolean();
        Documents documents = text -> {
            read.set(text.contains("initiatives:"));
            return new Documents.Tree(PLAN);
        };
        new FirstImport(store, documents, this::id, () -> NOW).run(new RoadmapSource(Optional.empty()));
        assertTrue(read.get());
    }

    private String refusal(Documents.Parsed parsed, Path file) {
        return assertThrows(Refusal.class, () -> run(store, parsed, file)).getMessage();
    }

    private void run(TurnStore into, Documents.Parsed parsed, Path file) {
        new FirstImport(into, text -> parsed, this::id, () -> NOW).run(new RoadmapSource(Optional.of(file)));
    }

    private Path plan() throws IOException {
        return Files.writeString(directory.resolve("plan.yaml"), "org: Acme");
    }

    private String id() {
        return "p" + ids.incrementAndGet();
    }

    /** A store into which another bot imports between our load and our commit. */
    private record Raced(InMemoryStore store) implements TurnStore {
        @Override
        public Snapshot load(String conversation) {
            Snapshot before = store.load(conversation);
            store.commit(Commits.on(store).with(Commits.add("I9", Horizon.NEXT)).done());
            return before;
        }

        @Override
        public Outcome commit(Commit commit) {
            return store.commit(commit);
        }
    }
}
