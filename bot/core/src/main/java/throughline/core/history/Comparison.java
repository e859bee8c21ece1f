package throughline.core.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;

/**
 * What matters between two states of a roadmap. Takes time in the order of what was touched between them if one was made of the other,
 * else in the order of the larger one.
 *
 * @param moves initiatives that entered, left or changed their horizon
 * @param aims other targets, baselines or times of key results, and targets of objectives
 */
public record Comparison(
        List<Move> moves,
        List<Change.Edited<?>> aims,
        List<Objective> addedObjectives,
        List<Objective> droppedObjectives) {
    public Comparison {
        moves = List.copyOf(moves);
        aims = List.copyOf(aims);
        addedObjectives = List.copyOf(addedObjectives);
        droppedObjectives = List.copyOf(droppedObjectives);
    }

    /** An initiative's way; empty where it was not on the roadmap. */
    public record Move(Initiative initiative, Optional<Horizon> from, Optional<Horizon> to) {}

    public static Comparison of(Roadmap earlier, Roadmap later) {
        List<Move> moves = new ArrayList<>();
        List<Change.Edited<?>> aims = new ArrayList<>();
        List<Objective> added = new ArrayList<>();
        List<Objective> dropped = new ArrayList<>();
        for (ItemId id : later.changedSince(earlier)) {
            move(earlier, later, id).ifPresent(moves::add);
            Optional<Item> before = earlier.find(id);
            Optional<Item> after = later.find(id);
            if (before.isPresent() && after.isPresent()) {
                aims(before.get(), after.get(), aims);
            } else {
                after.filter(Objective.class::isInstance)
                        .map(Objective.class::cast)
                        .ifPresent(added::add);
                before.filter(Objective.class::isInstance)
                        .map(Objective.class::cast)
                        .ifPresent(dropped::add);
            }
        }
        return new Comparison(moves, aims, added, dropped);
    }

    private static Optional<Move> move(Roadmap earlier, Roadmap later, ItemId id) {
        Optional<Initiative> before = earlier.find(id, Initiative.class);
        Optional<Initiative> after = later.find(id, Initiative.class);
        Optional<Horizon> from = before.map(Initiative::horizon);
        Optional<Horizon> to = after.map(Initiative::horizon);
        return from.equals(to) ? Optional.empty() : after.or(() -> before).map(bet -> new Move(bet, from, to));
    }

    private static void aims(Item before, Item after, List<Change.Edited<?>> aims) {
        if (after instanceof KeyResult) {
            List.of(KeyResult.BASELINE, KeyResult.TARGET, KeyResult.DUE)
                    .forEach(field -> edited(before, after, field).ifPresent(aims::add));
        } else if (after instanceof Objective) {
            edited(before, after, Objective.TARGET).ifPresent(aims::add);
        }
    }

    /** Each field of an item that is different. */
    public static List<Change.Edited<?>> of(Item before, Item after) {
        List<Change.Edited<?>> all = new ArrayList<>();
        for (Field<?> field : after.kind().fields()) {
            edited(before, after, field).ifPresent(all::add);
        }
        return all;
    }

    private static <V> Optional<Change.Edited<V>> edited(Item before, Item after, Field<V> field) {
        Optional<V> was = before.values().find(field);
        Optional<V> is = after.values().find(field);
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(new Change.Edited<>(after.kind(), after.id(), field, was, is));
    }

    public boolean isEmpty() {
        return moves.isEmpty() && aims.isEmpty() && addedObjectives.isEmpty() && droppedObjectives.isEmpty();
    }

    /** How many came into a horizon. */
    public long entered(Horizon horizon) {
        return moves.stream()
                .filter(move -> move.to().equals(Optional.of(horizon)))
                .count();
    }

    /** How many went out of a horizon. */
    public long left(Horizon horizon) {
        return moves.stream()
                .filter(move -> move.from().equals(Optional.of(horizon)))
                .count();
    }
}
