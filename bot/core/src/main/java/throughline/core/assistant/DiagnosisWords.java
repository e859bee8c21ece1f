package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.progress.Diagnosis;
import throughline.core.progress.Diagnosis.Stage;
import throughline.core.progress.Movement;
import throughline.core.view.Phrases;

/** What a chain of metrics says, in words. */
record DiagnosisWords(Diagnosis diagnosis) {

    /** One or two lines, where the chain says something. */
    Optional<Block> inShort() {
        return switch (diagnosis.verdict()) {
            case CHAIN_INCOMPLETE, CHAIN_HOLDS -> Optional.empty();
            case NOT_ENOUGH_CHECK_INS -> Optional.of(new Block.Note(Prose.of(Phrases.sentence(verdict()))));
            default ->
                Optional.of(
                        new Block.Text(Prose.strong(Phrases.sentence(verdict())).then(" " + question())));
        };
    }

    /** As a clause without an end: "inputs are healthy and outcomes are flat: a strategy problem". */
    String verdict() {
        return switch (diagnosis.verdict()) {
            case STRATEGY_PROBLEM -> "inputs are healthy and " + flat() + ": a strategy problem";
            case BUSINESS_MODEL_PROBLEM -> "outcomes improve and impact is flat: a business model problem";
            case NOTHING_MOVES_YET -> "what should come first does not move yet, so nothing can follow from it";
            case CHAIN_HOLDS -> "every link of the chain that is measured moves";
            case CHAIN_INCOMPLETE -> missing();
            case NOT_ENOUGH_CHECK_INS -> "not enough check-ins to tell: " + tooFew();
        };
    }

    private String flat() {
        return diagnosis.at(Stage.OUTCOMES).findAny().isPresent() ? "outcomes are flat" : "impact is flat";
    }

    private String missing() {
        return diagnosis.links().isEmpty()
                ? "no key result says whether it measures an input, an outcome or impact"
                : "only " + name(diagnosis.links().get(0).stage()) + " are measured, so there is no chain to compare";
    }

    private String tooFew() {
        List<String> few = diagnosis
                .movements()
                .filter(movement -> !movement.canBeTold())
                .map(movement -> movement.keyResult().id() + " has "
                        + (movement.keyResult().checkIns().size() < Movement.FEWEST
                                ? Phrases.plural(movement.keyResult().checkIns().size(), "check-in", "check-ins")
                                : "no comparable figures"))
                .toList();
        return Phrases.listed(few.subList(0, Math.min(few.size(), Request.ROWS))) + "; a trend takes " + Movement.FEWEST
                + " check-ins with figures";
    }

    /** What to talk about next. */
    String question() {
        return switch (diagnosis.verdict()) {
            case STRATEGY_PROBLEM ->
                "To discuss: we do what we planned and customers behave as before. Which assumption about what "
                        + "moves " + metrics(Stage.OUTCOMES, Stage.IMPACT) + " is wrong?";
            case BUSINESS_MODEL_PROBLEM ->
                "To discuss: customers do what we hoped, and the business does not feel it. How was "
                        + metrics(Stage.OUTCOMES, Stage.OUTCOMES) + " meant to bring about "
                        + metrics(Stage.IMPACT, Stage.IMPACT) + "?";
            case NOTHING_MOVES_YET -> "To discuss: what keeps the work from starting to count?";
            case CHAIN_HOLDS -> "To discuss: will it be enough by the time it is due?";
            case CHAIN_INCOMPLETE -> "To discuss: which earlier sign would tell that the result is coming?";
            case NOT_ENOUGH_CHECK_INS -> "To discuss: who measures it next, and when?";
        };
    }

    private String metrics(Stage first, Stage second) {
        List<String> named = Stream.of(first, second)
                .distinct()
                .map(stage -> diagnosis
                        .at(stage)
                        .map(movement -> Phrases.clipped(movement.keyResult().metric()))
                        .limit(2)
                        .toList())
                .filter(metrics -> !metrics.isEmpty())
                .findFirst()
                .orElse(List.of("it"));
        return Phrases.listed(named);
    }

    static String name(Stage stage) {
        return switch (stage) {
            case INPUTS -> "inputs";
            case OUTCOMES -> "outcomes";
            case IMPACT -> "impact";
        };
    }

    /** "outcome O1-KR1 7-day activation · 40 → 46% in 5 check-ins, target 55%: improving". */
    Block.Items rows() {
        return new Block.Items(diagnosis.links().stream()
                .flatMap(link -> link.movements().stream().map(movement -> row(link.stage(), movement)))
                .collect(Collectors.toList()));
    }

    private static Block.Items.Row row(Stage stage, Movement movement) {
        Prose name = Prose.strong(movement.keyResult().id().text())
                .then(" ")
                .thenEmphasis(Phrases.clipped(movement.keyResult().metric()));
        return new Block.Items.Row(
                name,
                Stream.of(name(stage), trend(movement), figures(movement))
                        .filter(part -> !part.isEmpty())
                        .map(Prose::of)
                        .toList());
    }

    private static String trend(Movement movement) {
        int checkIns = movement.keyResult().checkIns().size();
        if (!movement.canBeTold()) {
            return checkIns < Movement.FEWEST
                    ? "too few check-ins (" + checkIns + ")"
                    : "no figures that could be compared";
        }
        return movement.isImproving() ? "improving" : "flat";
    }

    private static String figures(Movement movement) {
        int checkIns = movement.keyResult().checkIns().size();
        return checkIns == 0
                ? ""
                : movement.keyResult().checkIns().get(0).value() + " → "
                        + movement.keyResult().current().orElse("") + " over "
                        + Phrases.plural(checkIns, "check-in", "check-ins")
                        + movement.keyResult()
                                .target()
                                .map(target -> ", target " + target)
                                .orElse("");
    }
}
