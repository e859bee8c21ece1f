package throughline.core.assistant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.check.Capacity;
import throughline.core.intake.Guess;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;
import throughline.core.score.Measure;
import throughline.core.score.Score;
import throughline.core.score.Scores;
import throughline.core.view.Phrases;

/**
 * What a request comes to in figures, with its requester's own numbers, beside what is in Now.
 *
 * @param places whose bets it is compared with
 * @param out the only one that it is compared with, where one is chosen
 */
record Weighed(Roadmap roadmap, Guess guess, Capacity places, Optional<Initiative> out, LocalDate today) {
    private static final int COMPARED = 4;
    private static final BigDecimal COARSE = BigDecimal.TEN;

    /** "RICE 420 (300 to 560); in Now: I3 840, I12 310.", and what waiting costs; what is not known says so. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        told.add(rice().map(own -> own + beside(Measure.RICE)).orElse("RICE is not known: it needs the reach."));
        guess.delay()
                .map(delay -> "Waiting costs about " + amount(delay.middle()) + " a week" + ends(delay) + asTold(delay)
                        + beside(Measure.COST_OF_DELAY))
                .ifPresent(told::add);
        assumed().ifPresent(told::add);
        return told;
    }

    /** "RICE 420 (300 to 560)". */
    Optional<String> rice() {
        List<Score.Known> scores =
                guess.rice().stream().flatMap(rice -> score(rice).stream()).toList();
        return scores.stream().findFirst().map(middle -> {
            String low = scores.get(1).shown();
            String high = scores.get(scores.size() - 1).shown();
            return "RICE " + middle.shown() + (low.equals(high) ? "" : " (" + low + " to " + high + ")");
        });
    }

    private Optional<Score.Known> score(Rice rice) {
        Item bet = Kind.INITIATIVE.item(
                new ItemId("new"),
                Values.none()
                        .with(Initiative.TITLE, "new")
                        .with(Initiative.HORIZON, Horizon.LATER)
                        .with(Initiative.RICE, rice));
        return Scores.of(roadmap, (Initiative) bet, today).known(Measure.RICE);
    }

    /** "; in Now: I3 840, I12 310.", "; Faster search (I12): 310.", or that there is no such figure. */
    private String beside(Measure measure) {
        if (out.isPresent()) {
            return "; " + Phrases.named(out.get()) + ": "
                    + Scores.of(roadmap, out.get(), today)
                            .known(measure)
                            .map(Score.Known::shown)
                            .orElse("none is recorded")
                    + ".";
        }
        List<String> others = places.bets().stream()
                .flatMap(bet -> Scores.of(roadmap, bet, today).known(measure).stream()
                        .map(score -> bet.id() + " " + score.shown()))
                .limit(COMPARED)
                .toList();
        return others.isEmpty()
                ? "; none is recorded for what is in Now."
                : "; in Now: " + String.join(", ", others) + ".";
    }

    private Optional<String> assumed() {
        return guess.effort().isPresent() || guess.reach().isEmpty()
                ? Optional.empty()
                : Optional.of("The effort is taken from the size: "
                        + Phrases.plural(guess.months().middle().intValue(), "person-month.", "person-months."));
    }

    private static String ends(Estimate estimate) {
        return estimate.isRange() ? " (" + amount(estimate.low()) + " to " + amount(estimate.high()) + ")" : "";
    }

    private static String asTold(Estimate estimate) {
        return ", told as " + Phrases.quoted(estimate.told());
    }

    static String amount(BigDecimal amount) {
        boolean isCoarse = amount.abs().compareTo(COARSE) >= 0;
        BigDecimal rounded = amount.setScale(isCoarse ? 0 : 2, RoundingMode.HALF_UP);
        return isCoarse
                ? String.format(Locale.US, "%,d", rounded.toBigInteger())
                : rounded.stripTrailingZeros().toPlainString();
    }
}
