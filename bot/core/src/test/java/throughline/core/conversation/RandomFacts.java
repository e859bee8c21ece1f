package throughline.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

/** Facts about a few initiatives, some of which are not there. */
final class RandomFacts {
    private static final int ITEMS = 12;
    private static final List<Horizon> HORIZONS = List.of(Horizon.values());

    private RandomFacts() {}

    static Change[] some(Random random) {
        return random.ints(1 + random.nextInt(4))
                .mapToObj(ignored -> one(random))
                .toArray(Change[]::new);
    }

    private static Change one(Random random) {
        String id = "I" + (1 + random.nextInt(ITEMS));
        Horizon horizon = HORIZONS.get(random.nextInt(HORIZONS.size()));
        String text = "text " + random.nextInt(5);
        return List.<Change>of(
                        Commits.add(id, horizon),
                        Commits.move(id, horizon),
                        Commits.retitle(id, text),
                        new Change.Listed<>(Kind.INITIATIVE, new ItemId(id), Initiative.CONSTRAINTS, text),
                        new Change.Unlisted<>(Kind.INITIATIVE, new ItemId(id), Initiative.CONSTRAINTS, text),
                        new Change.Edited<>(
                                Kind.INITIATIVE, new ItemId(id), Initiative.WHY, Optional.empty(), Optional.of(text)),
                        new Change.Removed(Kind.INITIATIVE, new ItemId(id)))
                .get(random.nextInt(7));
    }
}
