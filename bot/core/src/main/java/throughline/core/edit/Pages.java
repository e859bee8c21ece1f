package throughline.core.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Experiment;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/**
 * In which order a form asks for a kind's fields: the essentials on the first page, what is rarely needed on the last. A field
 * that is named nowhere here comes on the last page, so that a new one can be filled in at once.
 */
public final class Pages {
    /** What commands of their own record: nobody fills these in. */
    private static final Set<Field<?>> RECORDED = Set.of(
            KeyResult.CHECK_INS,
            Initiative.REVIEWS,
            Initiative.FLAGS,
            Workstream.FLAGS,
            Initiative.APPROVED,
            Initiative.ENTERED,
            Initiative.CONFIRMED,
            Objective.CONFIRMED);

    private static final Map<Kind, List<List<Field<?>>>> PAGES = Map.of(
            Kind.STRATEGY,
            List.of(List.of(Strategy.STATEMENT, Strategy.WHERE, Strategy.HOW, Strategy.PERMISSION, Strategy.PERIOD)),
            Kind.PRODUCT,
            List.of(List.of(Product.NAME, Product.PROBLEMS, Product.CUSTOMERS, Product.LEAD, Product.NOW_LIMIT)),
            Kind.OBJECTIVE,
            List.of(
                    List.of(Objective.TITLE, Objective.WHY, Objective.CURRENT, Objective.TARGET, Objective.PERIOD),
                    List.of(
                            Objective.PROBLEM_CONFIDENCE,
                            Objective.OWNER,
                            Objective.LEVEL,
                            Objective.SUPPORTS,
                            Objective.STRATEGY)),
            Kind.KEY_RESULT,
            List.of(List.of(
                    KeyResult.OBJECTIVE,
                    KeyResult.TITLE,
                    KeyResult.METRIC,
                    KeyResult.BASELINE,
                    KeyResult.TARGET,
                    KeyResult.DUE)),
            Kind.THEME,
            List.of(List.of(Theme.TITLE, Theme.PROBLEM, Theme.SERVES, Theme.KPI)),
            Kind.INITIATIVE,
            List.of(
                    List.of(
                            Initiative.TITLE,
                            Initiative.HORIZON,
                            Initiative.SERVES,
                            Initiative.THEME,
                            Initiative.OWNER,
                            Initiative.WHY),
                    List.of(
                            Initiative.DESCRIPTION,
                            Initiative.CONSTRAINTS,
                            Initiative.NON_GOALS,
                            Initiative.SIZE,
                            Initiative.TEAM,
                            Initiative.SUCCESS),
                    List.of(
                            Initiative.CONFIDENCE,
                            Initiative.RICE,
                            Initiative.COST_OF_DELAY,
                            Initiative.DHM,
                            Initiative.WORK_TYPE),
                    List.of(
                            Initiative.RELEASE,
                            Initiative.MOSCOW,
                            Initiative.DEPENDS_ON,
                            Initiative.FIXED,
                            Initiative.OPEN,
                            Initiative.TRADE_OFFS)),
            Kind.WORKSTREAM,
            List.of(List.of(
                    Workstream.TITLE, Workstream.INITIATIVE, Workstream.ESTIMATE, Workstream.STATUS, Workstream.OWNER)),
            Kind.EVIDENCE,
            List.of(List.of(Evidence.STATEMENT, Evidence.ORIGIN, Evidence.INITIATIVE, Evidence.THEME, Evidence.VOICE)),
            Kind.EXPERIMENT,
            List.of(List.of(Experiment.ASSUMPTION, Experiment.INITIATIVE, Experiment.MEASURE, Experiment.RESULT)),
            Kind.TEAM,
            List.of(List.of(Team.NAME, Team.CHANNEL, Team.LEAD, Team.MEMBERS)));

    private Pages() {}

    /** Every field that may be filled in, each on one page. */
    public static List<List<Field<?>>> of(Kind kind) {
        List<List<Field<?>>> pages = new ArrayList<>(PAGES.getOrDefault(kind, List.of()));
        Set<Field<?>> placed = new HashSet<>(RECORDED);
        pages.forEach(placed::addAll);
        List<Field<?>> rest =
                kind.fields().stream().filter(field -> !placed.contains(field)).toList();
        if (!rest.isEmpty()) {
            pages.add(rest);
        }
        return List.copyOf(pages);
    }

    /** What is asked first. */
    public static List<Field<?>> essentials(Kind kind) {
        return of(kind).get(0);
    }

    /** Every field that may be filled in, the essentials first. */
    public static List<Field<?>> fields(Kind kind) {
        return of(kind).stream().<Field<?>>flatMap(List::stream).toList();
    }
}
