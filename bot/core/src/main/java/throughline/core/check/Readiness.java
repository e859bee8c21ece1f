package throughline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.SuccessCriterion;

/**
 * What a gate between two layers asks of an initiative and does not get ("From Roadmap to Reality", Why the Model Works:
 * checkpoints).
 */
public record Readiness(List<Requirement> missing) {
    /** What is missing if there is no place, in the record of an entry. */
    public static final String NO_PLACE = "a free place in Now";

    public Readiness {
        missing = List.copyOf(missing);
    }

    public boolean isReady() {
        return missing.isEmpty();
    }

    /** What is missing, each in a few words. */
    public List<String> told() {
        return missing.stream().map(Requirement::what).toList();
    }

    /** From strategy to initiative: the objectives that it serves are settled, or it is still discovery. */
    public static Readiness forInitiative(Roadmap roadmap, Initiative bet) {
        return isDiscovery(bet)
                ? new Readiness(List.of())
                : new Readiness(new Look(roadmap, java.time.LocalDate.MAX)
                        .objectives(bet)
                        .flatMap(Readiness::missing)
                        .toList());
    }

    /** What an objective lacks before initiatives may be made of it. */
    public static Readiness of(Objective objective) {
        return new Readiness(missing(objective).toList());
    }

    private static Stream<Requirement> missing(Objective objective) {
        boolean isSure = objective
                .values()
                .find(Objective.PROBLEM_CONFIDENCE)
                .map(Belief::level)
                .filter(level -> level != Confidence.LOW)
                .isPresent();
        return Stream.of(
                        absent(objective, Objective.CURRENT, "the current state", "nobody can tell what should change"),
                        absent(objective, Objective.TARGET, "the target state", "nobody can tell when to stop"),
                        absent(
                                objective,
                                Objective.WHY,
                                "the rationale",
                                "a team that knows why decides well by itself"),
                        isSure
                                ? Stream.<Requirement>of()
                                : Stream.of(Requirement.field(
                                        "medium confidence in the problem of " + objective.id(),
                                        "below it the problem is to be understood first",
                                        objective,
                                        Objective.PROBLEM_CONFIDENCE)))
                .flatMap(requirements -> requirements);
    }

    private static Stream<Requirement> absent(Objective objective, Field<?> field, String what, String why) {
        return objective.values().find(field).isPresent()
                ? Stream.of()
                : Stream.of(Requirement.field(what + " of " + objective.id(), why, objective, field));
    }

    /** From initiative to work: what engineers and reviewers must know before it is built. */
    public static Readiness forNow(Roadmap roadmap, Initiative bet) {
        List<Requirement> missing = new ArrayList<>();
        boolean serves = bet.serves().stream()
                .anyMatch(id -> roadmap.find(id, KeyResult.class).isPresent());
        if (!serves) {
            missing.add(Requirement.field(
                    "a key result that it serves",
                    "without a line to an OKR nobody can tell why it comes before others",
                    bet,
                    Initiative.SERVES));
        }
        if (bet.values().all(Initiative.CONSTRAINTS).isEmpty()) {
            missing.add(Requirement.field(
                    "constraints", "engineers must ask at every turn, or guess", bet, Initiative.CONSTRAINTS));
        }
        if (bet.values().all(Initiative.NON_GOALS).isEmpty()) {
            missing.add(Requirement.field(
                    "non-goals",
                    "what it will not do keeps it from growing until it is late",
                    bet,
                    Initiative.NON_GOALS));
        }
        success(bet)
                .ifPresent(why ->
                        missing.add(Requirement.field("complete success criteria", why, bet, Initiative.SUCCESS)));
        unsure(bet).ifPresent(missing::add);
        if (bet.values().all(Initiative.REVIEWS).isEmpty()) {
            missing.add(new Requirement(
                    "engineering's review",
                    "nobody from engineering has said that it can be built",
                    bet,
                    List.of(),
                    "reviewed " + bet.id()));
        }
        if (bet.isBig() && bet.approved().isEmpty()) {
            missing.add(approval(bet));
        }
        return new Readiness(missing);
    }

    /** Decision rights follow the size of a bet. */
    static Requirement approval(Initiative bet) {
        return new Requirement(
                "the product lead's approval",
                "who decides follows the size of a bet, and this is a big one",
                bet,
                List.of(),
                "approve " + bet.id());
    }

    public boolean lacksApproval() {
        return missing.stream().anyMatch(Readiness::isApproval);
    }

    /** The same but for the approval, which a product lead gives by moving it. */
    public Readiness approved() {
        return new Readiness(
                missing.stream().filter(requirement -> !isApproval(requirement)).toList());
    }

    private static boolean isApproval(Requirement requirement) {
        return requirement.command().startsWith("approve ");
    }

    /** What a record of entry excused already. */
    public Readiness excusing(Optional<Admission> record) {
        List<String> excused = record.map(Admission::missing).orElse(List.of());
        return new Readiness(missing.stream()
                .filter(requirement -> !excused.contains(requirement.what()))
                .toList());
    }

    private static Optional<String> success(Initiative bet) {
        List<SuccessCriterion> success = bet.values().all(Initiative.SUCCESS);
        boolean isComplete = success.stream()
                .anyMatch(criterion -> NowRules.missing(criterion).isEmpty());
        if (isComplete) {
            return Optional.empty();
        }
        return Optional.of(
                success.isEmpty()
                        ? "without them nobody learns whether it worked"
                        : "they lack " + String.join(", ", lacking(success.get(0))));
    }

    private static List<String> lacking(SuccessCriterion criterion) {
        return NowRules.missing(criterion).stream()
                .map(part -> part.replaceFirst("^no ", ""))
                .toList();
    }

    private static boolean isDiscovery(Initiative bet) {
        return bet.values().find(Initiative.DISCOVERY).orElse(false);
    }

    private static Optional<Requirement> unsure(Initiative bet) {
        return bet.values()
                .find(Initiative.CONFIDENCE)
                .filter(beliefs -> !isDiscovery(bet))
                .flatMap(NowRules::lowest)
                .map(which -> new Requirement(
                        "more than low confidence",
                        "it is low in its " + which + ", which means discovery first",
                        bet,
                        List.of(Initiative.CONFIDENCE, Initiative.DISCOVERY),
                        "edit " + bet.id() + " discovery: yes"));
    }
}
