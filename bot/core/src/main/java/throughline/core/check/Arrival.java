package throughline.core.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * An initiative that some facts would bring into Now, or that would take a place there which it did not take before. Whatever comes
 * into Now comes as one of these: what people type, forms, what is taken back, files.
 *
 * @param after the roadmap with the facts
 * @param bet as it would be
 * @param enters whether it was not in Now before
 */
public record Arrival(Roadmap before, Roadmap after, Initiative bet, boolean enters) {

    /** Those that the facts would bring, in the order of the facts. */
    public static List<Arrival> of(Roadmap before, Roadmap after, List<Change> facts) {
        return facts.stream()
                .flatMap(fact -> fact.about().stream())
                .distinct()
                .flatMap(id -> of(before, after, id).stream())
                .toList();
    }

    private static Optional<Arrival> of(Roadmap before, Roadmap after, ItemId id) {
        return after.find(id, Initiative.class)
                .filter(bet -> bet.horizon() == Horizon.NOW)
                .map(bet -> new Arrival(before, after, bet, !isInNow(before, id)))
                .filter(arrival -> arrival.enters() || arrival.takesPlace());
    }

    private static boolean isInNow(Roadmap roadmap, ItemId id) {
        return roadmap.find(id, Initiative.class)
                .filter(bet -> bet.horizon() == Horizon.NOW)
                .isPresent();
    }

    /** What it lacks; what is in Now already is not asked again. */
    public Readiness readiness() {
        return enters ? Readiness.forNow(after, bet) : new Readiness(List.of());
    }

    /** Whether there is a place for it: Now is not over its limit, or holds no more than it did. */
    public boolean hasPlace() {
        Capacity then = Capacity.of(after, bet);
        return !takesPlace() || !then.isOver() || then.taken() <= new Capacity(before, then.product()).taken();
    }

    private boolean takesPlace() {
        Capacity then = Capacity.of(after, bet);
        return then.holds(bet)
                && before.find(bet.id(), Initiative.class)
                        .filter(new Capacity(before, then.product())::holds)
                        .isEmpty();
    }

    /**
     * The facts of a first import, taken as found: what is in Now there gets a record of entry unless the file has one, and what does
     * not pass the gate is marked as having entered before it.
     */
    public static List<Change> asFound(List<Change> facts, LocalDate on) {
        Stamp stamp = new Stamp(Instant.EPOCH, PersonId.BOT, "");
        Roadmap roadmap = Roadmap.empty().on(new ChangeSet(stamp, Optional.empty(), facts));
        List<Change> found = new ArrayList<>();
        for (Change fact : facts) {
            found.add(fact instanceof Change.Added added ? new Change.Added(asFound(roadmap, added, on)) : fact);
        }
        return List.copyOf(found);
    }

    private static Item asFound(Roadmap roadmap, Change.Added added, LocalDate on) {
        return Stream.of(added.item())
                .filter(Initiative.class::isInstance)
                .map(Initiative.class::cast)
                .filter(bet -> bet.horizon() == Horizon.NOW && bet.entered().isEmpty())
                .findFirst()
                .map(bet -> bet.with(Initiative.ENTERED, Optional.of(found(roadmap, bet, on))))
                .orElse(added.item());
    }

    private static Admission found(Roadmap roadmap, Initiative bet, LocalDate on) {
        Readiness readiness = Readiness.forNow(roadmap, bet);
        return new Admission(
                on,
                Optional.empty(),
                readiness.isReady() ? Admission.Way.GATE : Admission.Way.BEFORE_GATE,
                Optional.empty(),
                readiness.told(),
                Optional.empty(),
                Optional.of(bet.confidence()));
    }
}
