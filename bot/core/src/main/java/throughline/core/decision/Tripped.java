package throughline.core.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;

/**
 * A decision that comes back to its decider.
 *
 * @param what what happened, in words
 */
public record Tripped(Roadmap roadmap, Receipt receipt, String what) {

    /** Every decision that its tripwire brings back on a day; what is recorded of it keeps it from coming twice. */
    public static List<Tripped> tripped(Roadmap roadmap, LocalDate today) {
        Stream<Receipt> byKeyResult = roadmap.wiredToAnything().stream();
        Stream<Receipt> byDay = roadmap.wiredUpTo(today).stream();
        return Stream.concat(byKeyResult, byDay)
                .distinct()
                .flatMap(receipt -> of(roadmap, receipt, today).stream())
                .toList();
    }

    /** Those that a key result brings back. */
    public static List<Tripped> by(Roadmap roadmap, ItemId keyResult, LocalDate today) {
        return roadmap.wiredTo(keyResult).stream()
                .flatMap(receipt -> of(roadmap, receipt, today).stream())
                .toList();
    }

    private static Optional<Tripped> of(Roadmap roadmap, Receipt receipt, LocalDate today) {
        return receipt.tripwire()
                .filter(tripwire -> receipt.isWatched() && isOfUse(roadmap, receipt))
                .map(tripwire -> new Wire(roadmap, tripwire).on(today))
                .filter(Wire.Outcome.Tripped.class::isInstance)
                .map(outcome -> new Tripped(roadmap, receipt, ((Wire.Outcome.Tripped) outcome).what()));
    }

    /** What shipped needs no other decision. */
    private static boolean isOfUse(Roadmap roadmap, Receipt receipt) {
        return request(roadmap, receipt)
                .map(FeatureRequest::state)
                .map(state -> state == FeatureRequest.State.DECIDED || state == FeatureRequest.State.MOVED)
                .orElse(true);
    }

    public Optional<FeatureRequest> request() {
        return request(roadmap, receipt);
    }

    private static Optional<FeatureRequest> request(Roadmap roadmap, Receipt receipt) {
        return receipt.request().flatMap(id -> roadmap.find(id, FeatureRequest.class));
    }

    /** The facts that bring it back. */
    public List<Change> changes(LocalDate today) {
        return request()
                .map(request -> new Case(roadmap, request).reopening(receipt, what, today))
                .orElseGet(() -> Case.reopened(receipt, what, today));
    }

    /** "7-day activation (O1-KR2) was 46 % when it was decided", if the tripwire looks at a figure that was known. */
    public Optional<String> then() {
        return receipt.tripwire()
                .flatMap(tripwire -> tripwire.condition())
                .flatMap(condition -> roadmap.find(condition.keyResult(), KeyResult.class))
                .flatMap(keyResult -> keyResult.checkIns().stream()
                        .limit(Math.max(0, keyResult.checkIns().size() - 1))
                        .filter(checkIn -> !checkIn.on().isAfter(receipt.on()))
                        .reduce((earlier, later) -> later)
                        .map(checkIn -> keyResult.metric() + " (" + keyResult.id() + ") was "
                                + keyResult.figure(checkIn) + " when it was decided"));
    }
}
