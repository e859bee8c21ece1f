package throughline.core.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;

/**
 * CD3, cost of delay divided by duration: what a week of waiting costs ÷ the weeks that the work takes. Doing the highest first costs the
 * least in total where one thing is done after another (Reinertsen, "The Principles of Product Development Flow", principle F17,
 * "weighted shortest job first"; the name is Joshua Arnold's).
 */
final class Urgency {
    private Urgency() {}

    static Score of(Roadmap roadmap, Initiative bet) {
        Optional<CostOfDelay> cost = bet.values().find(Initiative.COST_OF_DELAY);
        Optional<Length> length = Length.of(roadmap, bet);
        return cost.isPresent() && length.isPresent()
                ? known(cost.get(), length.get())
                : new Score.Unknown(Measure.CD3, gaps(roadmap, bet, cost.isEmpty(), length.isEmpty()));
    }

    private static List<Gap> gaps(Roadmap roadmap, Initiative bet, boolean noCost, boolean noLength) {
        List<Gap> gaps = new ArrayList<>();
        if (noCost) {
            gaps.add(Delay.gap(bet));
        }
        if (noLength) {
            gaps.addAll(Length.gaps(roadmap, bet));
        }
        return gaps;
    }

    private static Score known(CostOfDelay cost, Length length) {
        BigDecimal figure = Figures.rounded(Figures.divided(cost.perWeek(), length.weeks()));
        String shown = Figures.shown(figure);
        String told = Figures.shown(cost.perWeek()) + " a week ÷ " + length.told() + " = " + shown;
        return new Score.Known(Measure.CD3, figure, "a week for each week of work", shown, told, List.of());
    }
}
