package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Arrival;
import throughline.core.check.Readiness;
import throughline.core.conversation.History;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Approval;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** What stands before Now. Every way into Now asks here, and nothing else decides. */
record Gate(Request request, List<Change> facts, Entering how) {
    Gate {
        facts = List.copyOf(facts);
    }

    /** What the gate says of one initiative. */
    sealed interface Verdict {
        /** @param admitted the initiative with the record of its entry */
        record Admitted(Initiative admitted) implements Verdict {}

        /** @param readiness what it lacks; nothing if only a place is missing */
        record Refused(Arrival arrival, Readiness readiness) implements Verdict {}
    }

    /** The verdict on each initiative that the facts would bring into Now, or that would take a place there. */
    List<Verdict> verdicts() {
        return arrivals().stream().map(this::verdict).toList();
    }

    List<Arrival> arrivals() {
        return Arrival.of(request.roadmap(), after(), facts);
    }

    private Roadmap after() {
        Stamp stamp = new Stamp(request.scene().now(), request.person().id(), "");
        return request.roadmap().on(new ChangeSet(stamp, Optional.empty(), facts));
    }

    private Verdict verdict(Arrival arrival) {
        Readiness asked = arrival.readiness();
        boolean approves = asked.lacksApproval() && Approvers.may(request, arrival.bet());
        Initiative bet = approves ? approved(arrival.bet()) : arrival.bet();
        Readiness readiness = approves ? asked.approved() : asked;
        if (readiness.isReady() && arrival.hasPlace()) {
            return new Verdict.Admitted(admitted(arrival, bet));
        }
        return how.override()
                .<Verdict>map(reason -> new Verdict.Admitted(with(bet, overridden(arrival, readiness, bet, reason))))
                .orElseGet(() -> new Verdict.Refused(arrival, readiness));
    }

    private Initiative admitted(Arrival arrival, Initiative bet) {
        return arrival.enters() || how.swap().isPresent() ? with(bet, entry(bet)) : bet;
    }

    private Initiative approved(Initiative bet) {
        Approval approval =
                new Approval(request.scene().today(), request.person().id(), Optional.empty());
        return (Initiative) bet.with(Initiative.APPROVED, Optional.of(approval));
    }

    private static Initiative with(Initiative bet, Admission admission) {
        return (Initiative) bet.with(Initiative.ENTERED, Optional.of(admission));
    }

    private Admission entry(Initiative bet) {
        return admission(
                bet,
                how.swap().isPresent() ? Admission.Way.SWAP : Admission.Way.GATE,
                how.swap().map(Entering.Swap::reason),
                List.of());
    }

    private Admission overridden(Arrival arrival, Readiness readiness, Initiative bet, String reason) {
        List<String> missing = new ArrayList<>(readiness.told());
        if (!arrival.hasPlace()) {
            missing.add(Readiness.NO_PLACE);
        }
        return admission(bet, Admission.Way.OVERRIDE, Optional.of(reason), missing);
    }

    private Admission admission(Initiative bet, Admission.Way way, Optional<String> reason, List<String> missing) {
        return new Admission(
                request.scene().today(),
                Optional.of(request.person().id()),
                way,
                reason,
                missing,
                how.swap().map(swap -> swap.out().id()),
                Optional.of(bet.confidence()));
    }

    /**
     * What taking something back would bring into Now although it may not be there. What returns has passed once: it is asked only
     * for what its record of entry does not excuse, and for a place unless the one that it left is still empty.
     *
     * @param later what was recorded since, newest first
     */
    static Optional<Verdict.Refused> returning(Request request, List<Change> facts, List<History.Entry> later) {
        boolean isTaken = later.stream()
                .flatMap(entry -> entry.facts().changes().stream())
                .anyMatch(Gate::mayTakePlace);
        return new Gate(request, facts, Entering.PLAIN)
                .arrivals().stream()
                        .flatMap(arrival -> returning(arrival, isTaken).stream())
                        .findFirst();
    }

    private static Optional<Verdict.Refused> returning(Arrival arrival, boolean isTaken) {
        Initiative bet = arrival.bet();
        // Without a record it was in Now before entries were recorded.
        Readiness readiness =
                bet.entered().isPresent() ? arrival.readiness().excusing(bet.entered()) : new Readiness(List.of());
        boolean hasPlace = arrival.hasPlace() || !isTaken;
        return readiness.isReady() && hasPlace
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(arrival, readiness));
    }

    private static boolean mayTakePlace(Change change) {
        boolean isLeaving = change instanceof Change.Removed
                || (change instanceof Change.Edited<?> edited
                        && (Object) edited.field() == Initiative.HORIZON
                        && !edited.after().equals(Optional.of(Horizon.NOW)));
        return change.moves().contains(Change.NOW) && !isLeaving;
    }

    /** The ids of initiatives that the facts bring into Now or take out of it. */
    static boolean touchesNow(Roadmap roadmap, List<Change> facts) {
        return facts.stream()
                .filter(fact -> fact.moves().contains(Change.NOW))
                .anyMatch(fact -> isInNow(roadmap, fact) || bringsIn(fact));
    }

    private static boolean isInNow(Roadmap roadmap, Change fact) {
        Stream<ItemId> about = fact.about().stream();
        return about.flatMap(id -> roadmap.find(id, Initiative.class).stream())
                .anyMatch(bet -> bet.horizon() == Horizon.NOW);
    }

    private static boolean bringsIn(Change fact) {
        return fact instanceof Change.Added
                || (fact instanceof Change.Edited<?> edited && edited.after().equals(Optional.of(Horizon.NOW)));
    }
}
