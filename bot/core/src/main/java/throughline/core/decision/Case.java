package throughline.core.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;

/**
 * A request with what was decided about it: where it stands, and which facts take it on. It knows no command and nobody's rights;
 * whoever records its facts relies on {@link #basis()}.
 */
public record Case(Roadmap roadmap, FeatureRequest request) {

    /** Where it stands. */
    public sealed interface Stage {
        /** @param before the decision that came back, if one did */
        record Undecided(Optional<Receipt> before) implements Stage {}

        /** The owner of what would go out has to agree. */
        record WithOwner(Receipt receipt) implements Stage {}

        /** That owner objects, and the product lead has to say who is right. */
        record Disputed(Receipt receipt) implements Stage {}

        /** Everybody agrees, and it is not complete yet or has no place. */
        record Cleared(Receipt receipt) implements Stage {}

        record Decided(Receipt receipt) implements Stage {}

        record Withdrawn() implements Stage {}
    }

    public Stage stage() {
        Optional<Receipt> standing = standing();
        return switch (request.state()) {
            case WITHDRAWN -> new Stage.Withdrawn();
            case FILED -> new Stage.Undecided(standing);
            default -> standing.map(Case::stage).orElseGet(() -> new Stage.Undecided(Optional.empty()));
        };
    }

    private static Stage stage(Receipt receipt) {
        return switch (receipt.state()) {
            case WAITING -> isCleared(receipt) ? new Stage.Cleared(receipt) : new Stage.WithOwner(receipt);
            case OBJECTED -> new Stage.Disputed(receipt);
            case FINAL -> new Stage.Decided(receipt);
            case REOPENED, REPLACED -> new Stage.Undecided(Optional.of(receipt));
        };
    }

    private static boolean isCleared(Receipt receipt) {
        return receipt.values().find(Receipt.ASKED_OF).isEmpty()
                || receipt.answer().filter(Receipt.Answer.AGREED::equals).isPresent()
                || receipt.values().find(Receipt.SETTLED_BY).isPresent();
    }

    /** The decision that no later one has replaced. */
    public Optional<Receipt> standing() {
        return roadmap.decisionsOn(request).stream()
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .reduce((earlier, later) -> later);
    }

    /** Whether it may be decided, though nobody asked for another decision. */
    public boolean isOpen() {
        return request.isOpen();
    }

    /** What must not have moved when its facts are recorded. */
    public Set<String> basis() {
        Set<String> basis = new HashSet<>(Set.of(request.id().text()));
        roadmap.decisionsOn(request).stream()
                .map(receipt -> receipt.id().text())
                .forEach(basis::add);
        return basis;
    }

    /** The decision that a ruling makes; it waits for the owner of what goes out, if somebody is asked. */
    public Receipt receipt(Ruling ruling, PersonId decider, LocalDate today, boolean isFinal) {
        return (Receipt) Kind.DECISION.item(
                roadmap.nextBeside(Kind.DECISION),
                Values.none()
                        .with(Receipt.TITLE, request.title())
                        .with(Receipt.REQUEST, request.id())
                        .with(Receipt.WHAT, ruling.what())
                        .with(Receipt.STATE, isFinal ? Receipt.State.FINAL : Receipt.State.WAITING)
                        .with(Receipt.DECIDER, decider)
                        .with(Receipt.REASON, ruling.reason())
                        .with(Receipt.ON, today)
                        .with(Receipt.INITIATIVE, ruling.initiative())
                        .with(Receipt.OUT, ruling.swap().map(Ruling.Swap::out))
                        .with(Receipt.TO, ruling.swap().map(Ruling.Swap::to))
                        .with(Receipt.ASKED_OF, ruling.swap().flatMap(Ruling.Swap::asked))
                        .with(Receipt.TRIPWIRE, ruling.tripwire()));
    }

    /** The facts of a decision. What was decided before, or waits, is replaced. */
    public List<Change> deciding(Receipt receipt) {
        List<Change> changes = new ArrayList<>(replacing());
        changes.add(new Change.Added(receipt));
        changes.addAll(to(
                receipt.state() == Receipt.State.FINAL
                        ? FeatureRequest.State.DECIDED
                        : FeatureRequest.State.WITH_OWNER));
        receipt.initiative().ifPresent(id -> changes.addAll(becoming(id)));
        return changes;
    }

    private List<Change> replacing() {
        return standing()
                .map(receipt -> edited(receipt, Receipt.STATE, Optional.of(Receipt.State.REPLACED)))
                .orElse(List.of());
    }

    private List<Change> to(FeatureRequest.State state) {
        return edited(request, FeatureRequest.STATE, Optional.of(state));
    }

    private List<Change> becoming(ItemId initiative) {
        return edited(request, FeatureRequest.INITIATIVE, Optional.of(initiative));
    }

    /** The owner of what would go out says yes. */
    public List<Change> agreeing(Receipt receipt, PersonId by, LocalDate today) {
        return answering(receipt, Receipt.Answer.AGREED, Optional.empty(), by, today);
    }

    /** The owner of what would go out says no: {@code lead} is asked, or any product lead. */
    public List<Change> objecting(
            Receipt receipt, String reason, PersonId by, Optional<PersonId> lead, LocalDate today) {
        List<Change> changes =
                new ArrayList<>(answering(receipt, Receipt.Answer.OBJECTED, Optional.of(reason), by, today));
        changes.addAll(edited(receipt, Receipt.STATE, Optional.of(Receipt.State.OBJECTED)));
        changes.addAll(edited(receipt, Receipt.ASKED_OF, lead));
        changes.addAll(to(FeatureRequest.State.OBJECTED));
        return changes;
    }

    private static List<Change> answering(
            Receipt receipt, Receipt.Answer answer, Optional<String> reason, PersonId by, LocalDate today) {
        List<Change> changes = new ArrayList<>(edited(receipt, Receipt.ANSWER, Optional.of(answer)));
        changes.addAll(edited(receipt, Receipt.ANSWER_REASON, reason));
        changes.addAll(edited(receipt, Receipt.ANSWERED_BY, Optional.of(by)));
        changes.addAll(edited(receipt, Receipt.ANSWERED_ON, Optional.of(today)));
        return changes;
    }

    /** The product lead wants the swap all the same. */
    public List<Change> overruling(Receipt receipt, String reason, PersonId lead) {
        List<Change> changes = new ArrayList<>(settling(receipt, reason, lead));
        changes.addAll(edited(receipt, Receipt.STATE, Optional.of(Receipt.State.WAITING)));
        changes.addAll(to(FeatureRequest.State.WITH_OWNER));
        return changes;
    }

    /** The product lead says that the owner is right: somebody has to decide anew. */
    public List<Change> upholding(Receipt receipt, String reason, PersonId lead) {
        List<Change> changes = new ArrayList<>(settling(receipt, reason, lead));
        changes.addAll(givingUp(receipt));
        return changes;
    }

    private static List<Change> settling(Receipt receipt, String reason, PersonId lead) {
        List<Change> changes = new ArrayList<>(edited(receipt, Receipt.SETTLED_BY, Optional.of(lead)));
        changes.addAll(edited(receipt, Receipt.SETTLED_REASON, Optional.of(reason)));
        return changes;
    }

    /** What was decided can't come to pass: somebody has to decide anew. */
    public List<Change> givingUp(Receipt receipt) {
        List<Change> changes = new ArrayList<>(edited(receipt, Receipt.STATE, Optional.of(Receipt.State.REPLACED)));
        changes.addAll(to(FeatureRequest.State.FILED));
        return changes;
    }

    /** A decision that came to pass: {@code initiative} is in Now, and {@code what} tells by which way. */
    public static Receipt finished(Receipt receipt, ItemId initiative, Receipt.What what) {
        Item settled = receipt.with(Receipt.STATE, Optional.of(Receipt.State.FINAL))
                .with(Receipt.INITIATIVE, Optional.of(initiative))
                .with(Receipt.WHAT, Optional.of(what));
        return (Receipt)
                (what == Receipt.What.SWAP
                        ? settled
                        : settled.with(Receipt.OUT, Optional.empty()).with(Receipt.TO, Optional.empty()));
    }

    /** What was waited for came to pass: {@code initiative} is where it was decided to be. */
    public List<Change> finishing(Receipt receipt, ItemId initiative, Receipt.What what) {
        Receipt settled = finished(receipt, initiative, what);
        List<Change> changes = new ArrayList<>();
        Stream.of(Receipt.STATE, Receipt.INITIATIVE, Receipt.WHAT, Receipt.OUT, Receipt.TO)
                .forEach(field -> changes.addAll(edited(receipt, field, settled)));
        changes.addAll(becoming(initiative));
        changes.addAll(to(FeatureRequest.State.DECIDED));
        return changes;
    }

    /** The tripwire brings it back, once. */
    public List<Change> reopening(Receipt receipt, String what, LocalDate today) {
        List<Change> changes = new ArrayList<>(reopened(receipt, what, today));
        changes.addAll(to(FeatureRequest.State.FILED));
        return changes;
    }

    static List<Change> reopened(Receipt receipt, String what, LocalDate today) {
        List<Change> changes = new ArrayList<>(edited(receipt, Receipt.STATE, Optional.of(Receipt.State.REOPENED)));
        changes.addAll(edited(receipt, Receipt.REOPENED_ON, Optional.of(today)));
        // Metrics and figures may be long, and what is too long could not be read again.
        String fitting = Receipt.REOPENED_WHY.shape().reworded(what, same -> same);
        changes.addAll(edited(receipt, Receipt.REOPENED_WHY, Optional.of(fitting)));
        return changes;
    }

    /**
     * Somebody wants it no longer, and others do: what that person said of it goes. If it was theirs, it is {@code heir}'s from now on.
     */
    public List<Change> leaving(PersonId person, PersonId heir) {
        List<Change> changes = new ArrayList<>();
        if (request.author().equals(person)) {
            changes.addAll(edited(request, FeatureRequest.AUTHOR, Optional.of(heir)));
            Stream.concat(Stream.of(FeatureRequest.CUSTOMERS, FeatureRequest.REVENUE), explained())
                    .forEach(field -> changes.addAll(edited(request, field, Optional.empty())));
        }
        request.voices().stream()
                .filter(voice -> voice.person().equals(person))
                .forEach(voice ->
                        changes.add(new Change.Unlisted<>(Kind.REQUEST, request.id(), FeatureRequest.VOICES, voice)));
        return changes;
    }

    /** What was asked back and answered; what is not answered yet is still to be. */
    private Stream<Field<?>> explained() {
        return request.values().find(FeatureRequest.EXPLAINED).isPresent()
                ? Stream.of(FeatureRequest.ASKED, FeatureRequest.ASKED_BY, FeatureRequest.EXPLAINED)
                : Stream.of();
    }

    /** Nobody wants it any more. */
    public List<Change> withdrawing() {
        List<Change> changes = new ArrayList<>(replacing());
        changes.addAll(to(FeatureRequest.State.WITHDRAWN));
        return changes;
    }

    private static <V> List<Change> edited(Item item, Field<V> field, Item after) {
        return edited(item, field, after.values().find(field));
    }

    private static <V> List<Change> edited(Item item, Field<V> field, Optional<V> after) {
        Optional<V> before = item.values().find(field);
        return before.equals(after)
                ? List.of()
                : List.of(new Change.Edited<>(item.kind(), item.id(), field, before, after));
    }

    /** What can't be, whatever people do and in whatever order; empty if all is as it should be. */
    public List<String> contradictions() {
        List<String> wrong = new ArrayList<>();
        long standing = roadmap.decisionsOn(request).stream()
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .count();
        if (standing > 1) {
            wrong.add(standing + " decisions stand at once");
        }
        Optional<Receipt.State> decision = standing().map(Receipt::state);
        boolean fits = switch (request.state()) {
            case FILED -> decision.isEmpty() || decision.get() == Receipt.State.REOPENED;
            case WITH_OWNER -> decision.equals(Optional.of(Receipt.State.WAITING));
            case OBJECTED -> decision.equals(Optional.of(Receipt.State.OBJECTED));
            case WITHDRAWN -> decision.isEmpty();
            default -> decision.equals(Optional.of(Receipt.State.FINAL));
        };
        if (!fits) {
            wrong.add("it is " + request.state() + " and its decision "
                    + decision.map(Enum::name).orElse("does not exist"));
        }
        return wrong;
    }
}
