package throughline.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.History;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

class InverseTest {
    private static final Stamp STAMP =
            new Stamp(Instant.parse("2026-11-20T10:00:00Z"), new PersonId("p1"), "local:#growth");

    @Test
    void whatever_is_taken_back_at_once_leaves_the_roadmap_as_it_was() {
        Random random = new Random(20261120);
        Roadmap roadmap = Acme.roadmap();
        for (int i = 0; i < 1_000; i++) {
            ChangeSet commit = commit(random, roadmap);
            Roadmap after = roadmap.on(commit);
            Inverse inverse = Inverse.of(commit, after, List.of(), false);
            assertEquals(List.of(), inverse.conflicts());
            Roadmap back = after.on(new ChangeSet(STAMP, Optional.empty(), inverse.facts()));
            assertEquals(items(roadmap), items(back), commit::toString);
            roadmap = random.nextInt(3) == 0 ? after : back;
        }
    }

    @Test
    void what_was_changed_since_stands_whatever_is_taken_back() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Roadmap start = Acme.roadmap();
            ChangeSet mine = commit(random, start);
            Roadmap before = start.on(mine);
            ChangeSet theirs = commit(random, before);
            Roadmap now = before.on(theirs);
            Inverse inverse = Inverse.of(mine, now, List.of(new History.Entry("1-2", theirs)), false);
            Set<List<Object>> touched = new HashSet<>();
            theirs.changes().forEach(change -> touched.addAll(fields(change)));
            for (Change fact : inverse.facts()) {
                if (fact instanceof Change.Edited<?> edited) {
                    boolean isTheirs = touched.contains(List.of(edited.item(), edited.field()));
                    assertTrue(!isTheirs || edited.before().equals(after(mine, edited)), () -> mine + " / " + theirs);
                }
            }
        }
    }

    /** What the commit itself left in a field. */
    private static Optional<?> after(ChangeSet mine, Change.Edited<?> inverse) {
        return mine.changes().stream()
                .filter(change -> change instanceof Change.Edited<?> edited
                        && edited.item().equals(inverse.item())
                        && (Object) edited.field() == inverse.field())
                .reduce((first, second) -> second)
                .flatMap(change -> ((Change.Edited<?>) change).after());
    }

    private static List<List<Object>> fields(Change change) {
        return change instanceof Change.Edited<?> edited ? List.of(List.of(edited.item(), edited.field())) : List.of();
    }

    /** Facts as commands make them: each knows what is there before. */
    private static ChangeSet commit(Random random, Roadmap start) {
        Roadmap roadmap = start;
        List<Change> facts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Change fact = fact(random, roadmap);
            facts.add(fact);
            roadmap = fact.on(roadmap, STAMP);
        }
        return new ChangeSet(STAMP, Optional.empty(), facts);
    }

    private static Change fact(Random random, Roadmap roadmap) {
        ItemId id = new ItemId("I" + (1 + random.nextInt(16)));
        Optional<Initiative> bet = roadmap.find(id, Initiative.class);
        if (bet.isEmpty()) {
            return new Change.Added(Acme.bet(id.text(), "Bet " + random.nextInt(9), Horizon.LATER, values -> values));
        }
        List<String> constraints = bet.get().values().all(Initiative.CONSTRAINTS);
        String text = "text " + random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> new Change.Removed(bet.get());
            case 1 ->
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        id,
                        Initiative.HORIZON,
                        Optional.of(bet.get().horizon()),
                        Optional.of(List.of(Horizon.values()).get(random.nextInt(5))));
            case 2 ->
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        id,
                        Initiative.WHY,
                        bet.get().values().find(Initiative.WHY),
                        Optional.of(text));
            default ->
                constraints.contains(text)
                        ? new Change.Unlisted<>(Kind.INITIATIVE, id, Initiative.CONSTRAINTS, text)
                        : new Change.Listed<>(Kind.INITIATIVE, id, Initiative.CONSTRAINTS, text);
        };
    }

    /** The order of a list is not brought back, so it does not count here. */
    private static Map<ItemId, Object> items(Roadmap roadmap) {
        Map<ItemId, Object> items = new HashMap<>();
        roadmap.stream().map(Roadmap.Placed::item).forEach(item -> items.put(item.id(), unordered(item)));
        return items;
    }

    private static Object unordered(Item item) {
        return List.of(
                new HashSet<>(item.values().all(Initiative.CONSTRAINTS)),
                item.with(Initiative.CONSTRAINTS, Optional.empty()));
    }
}
