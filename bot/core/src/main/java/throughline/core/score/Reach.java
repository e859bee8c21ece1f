package throughline.core.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Rice;

/**
 * RICE: reach × impact × confidence ÷ effort (Sean McBride, "RICE: Simple prioritization for product managers", Intercom). Reach
 * is people or accounts a quarter, impact 0.25 to 3, confidence a share, effort person-months.
 */
final class Reach {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private Reach() {}

    static Score of(Initiative bet) {
        return bet.values()
                .find(Initiative.RICE)
                .<Score>map(Reach::of)
                .orElseGet(() -> new Score.Unknown(Measure.RICE, gaps(bet)));
    }

    private static Score of(Rice rice) {
        BigDecimal figure = Figures.rounded(Figures.divided(
                rice.reach().multiply(rice.impact()).multiply(rice.confidence()).multiply(PERCENT), rice.effort()));
        String shown = Figures.shown(figure);
        String told = "reach " + Figures.shown(rice.reach()) + " × impact " + Figures.shown(rice.impact()) + " × "
                + Figures.shown(rice.confidence()) + " % ÷ " + Figures.shown(rice.effort()) + " = " + shown;
        return new Score.Known(Measure.RICE, figure, "weighted reach for a person-month", shown, told, List.of());
    }

    static List<Gap> gaps(Initiative bet) {
        return Stream.of("reach", "impact", "confidence", "effort")
                .map(input -> new Gap(bet.id(), input, Initiative.RICE.key() + "." + input))
                .toList();
    }
}
