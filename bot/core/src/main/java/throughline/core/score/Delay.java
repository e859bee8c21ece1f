package throughline.core.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.FixedDeadline;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;

/**
 * Cost of delay: what a week of waiting costs (Donald Reinertsen, "The Principles of Product Development Flow", 2009, chapter 2;
 * the profiles after Joshua Arnold's "urgency profiles"). The figure is the recorded cost a week; the sentence tells what the profile
 * makes of it over a quarter of 13 weeks:
 *
 * <ul>
 *   <li>linear: 13 times the week,
 *   <li>deadline: nothing until then, the weekly cost for each week after it; the day itself is not told, only the weeks left,
 *   <li>decaying: the weekly cost halves each quarter, which is an assumption, so a quarter costs 9.63 times the first week (the sum of
 *       2^(-n/13) for n from 0 to 12).
 * </ul>
 */
final class Delay {
    private static final BigDecimal FADING_QUARTER = new BigDecimal("9.63");

    private Delay() {}

    static Score of(Roadmap roadmap, Initiative bet, LocalDate today) {
        return bet.values()
                .find(Initiative.COST_OF_DELAY)
                .map(cost -> known(roadmap, bet, cost, today))
                .orElseGet(() -> new Score.Unknown(Measure.COST_OF_DELAY, List.of(gap(bet))));
    }

    static Gap gap(Initiative bet) {
        return new Gap(bet.id(), "the cost of a week", Initiative.COST_OF_DELAY.key() + ".per_week");
    }

    private static Score known(Roadmap roadmap, Initiative bet, CostOfDelay cost, LocalDate today) {
        BigDecimal figure = Figures.rounded(cost.perWeek());
        String shown = Figures.shown(figure) + " a week";
        Optional<FixedDeadline> deadline = bet.values().find(Initiative.FIXED_DEADLINE);
        boolean isUndated = isAtDeadline(cost) && deadline.isEmpty();
        List<Gap> gaps =
                isUndated ? List.of(new Gap(bet.id(), "the deadline", Initiative.FIXED_DEADLINE.key())) : List.of();
        return new Score.Known(Measure.COST_OF_DELAY, figure, "a week", shown, told(roadmap, bet, cost, today), gaps);
    }

    private static boolean isAtDeadline(CostOfDelay cost) {
        return cost.profile().filter(CostOfDelay.Profile.DEADLINE::equals).isPresent();
    }

    private static String told(Roadmap roadmap, Initiative bet, CostOfDelay cost, LocalDate today) {
        String week = Figures.shown(cost.perWeek());
        if (isAtDeadline(cost)) {
            return bet.values()
                    .find(Initiative.FIXED_DEADLINE)
                    .map(deadline ->
                            dated(cost, ChronoUnit.DAYS.between(today, deadline.on()), Length.of(roadmap, bet)))
                    .orElse(week + " for each week after a deadline, which is not recorded");
        }
        if (cost.profile().filter(CostOfDelay.Profile.DECAYING::equals).isPresent()) {
            return week + " in the first week, fading (taken to halve each quarter): 13 weeks of waiting cost about "
                    + times(cost, FADING_QUARTER);
        }
        return week + (cost.profile().isEmpty() ? " a week, taken as" : " a week,") + " the same each week × 13 = "
                + times(cost, Length.QUARTER) + " a quarter";
    }

    private static String dated(CostOfDelay cost, long days, Optional<Length> length) {
        String week = Figures.shown(cost.perWeek());
        BigDecimal left = BigDecimal.valueOf(Math.floorDiv(days, 7));
        if (days < 0) {
            BigDecimal late = BigDecimal.valueOf(Math.floorDiv(-days, 7));
            return "the deadline was missed " + Figures.weeks(late) + " ago: " + week + " a week × "
                    + Figures.shown(late) + " = " + times(cost, late) + " so far";
        }
        return "nothing for the " + Figures.weeks(left) + " that are left, then " + week
                + " a week: missing the deadline by a quarter costs " + times(cost, Length.QUARTER)
                + length.map(it -> "; " + start(cost, left, it)).orElse("");
    }

    private static String start(CostOfDelay cost, BigDecimal left, Length length) {
        BigDecimal spare = left.subtract(length.weeks());
        String takes = "the work takes " + length.told() + ", so ";
        return spare.signum() < 0
                ? takes + "it would be " + Figures.weeks(spare.negate()) + " late, which costs "
                        + times(cost, spare.negate())
                : takes + "it has to begin within " + Figures.weeks(spare);
    }

    private static String times(CostOfDelay cost, BigDecimal weeks) {
        return Figures.shown(Figures.rounded(cost.perWeek().multiply(weeks, Figures.EXACT)));
    }
}
