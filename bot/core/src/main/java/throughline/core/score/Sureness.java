package throughline.core.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;

/**
 * The confidence meter: problem, solution and outcome, of which the lowest counts ("Closing the Strategy-Execution Gap": low in any
 * dimension means discovery first), and never more than the horizon promises.
 *
 * <p>Evidence ages: a side whose newest dated evidence is older than 90 days counts one level lower, from 181 days two. The 90 days are
 * those after which an untouched item is stale; the steps are this product's own rule. What counts as evidence: for the problem and the solution
 * what is recorded about the bet or its theme; for the outcome that and the check-ins of the key results that it serves. Where nothing
 * is dated, nothing is lowered, and that is told.
 */
final class Sureness {
    private static final int FRESH = 90;

    /** Lowest first. */
    private static final List<Confidence> LEVELS = List.of(Confidence.values());

    private record Side(String label, Optional<Belief> belief, Optional<LocalDate> newest) {
        Optional<Confidence> level(LocalDate today) {
            return belief.map(it -> lowered(it.level(), steps(today)));
        }

        private int steps(LocalDate today) {
            return newest.map(day -> (int) Math.max(0, (ChronoUnit.DAYS.between(day, today) - 1) / FRESH))
                    .orElse(0);
        }

        private static Confidence lowered(Confidence level, int steps) {
            return LEVELS.get(Math.max(0, LEVELS.indexOf(level) - steps));
        }

        String told(LocalDate today) {
            return label + " "
                    + belief.map(it -> lowered(it.level(), steps(today)).title() + " (" + basis(it, today) + ")")
                            .orElse("not judged");
        }

        private String basis(Belief it, LocalDate today) {
            String dated =
                    newest.map(day -> "newest evidence " + age(day, today)).orElse("no dated evidence");
            return (steps(today) > 0 && it.level() != Confidence.LOW
                            ? "was " + it.level().title() + "; "
                            : "")
                    + it.evidence().map(text -> Figures.clipped(text) + "; ").orElse("")
                    + dated;
        }

        private static String age(LocalDate day, LocalDate today) {
            long days = ChronoUnit.DAYS.between(day, today);
            return days <= 0 ? "from today" : Figures.plural((int) Math.min(days, 1_000_000), "day", "days") + " old";
        }
    }

    private Sureness() {}

    static Score of(Roadmap roadmap, Initiative bet, LocalDate today) {
        Optional<Beliefs> beliefs = bet.values().find(Initiative.CONFIDENCE);
        Optional<LocalDate> about = newest(evidence(roadmap, bet), today);
        Optional<LocalDate> measured = newest(Stream.concat(about.stream(), checkIns(roadmap, bet)), today);
        List<Side> sides = List.of(
                new Side("problem", beliefs.flatMap(Beliefs::problem), about),
                new Side("solution", beliefs.flatMap(Beliefs::solution), about),
                new Side("outcome", beliefs.flatMap(Beliefs::outcome), measured));
        List<Gap> gaps = sides.stream()
                .filter(side -> side.belief().isEmpty())
                .map(side -> new Gap(
                        bet.id(),
                        side.label() + " confidence",
                        Initiative.CONFIDENCE.key() + "." + side.label() + ".level"))
                .toList();
        return sides.stream()
                .flatMap(side -> side.level(today).stream())
                .reduce(Confidence::orLower)
                .<Score>map(own -> known(bet, own, sides, gaps, today))
                .orElseGet(() -> new Score.Unknown(Measure.CONFIDENCE, gaps));
    }

    private static Score known(Initiative bet, Confidence own, List<Side> sides, List<Gap> gaps, LocalDate today) {
        Confidence promised = bet.horizon().confidence();
        Confidence counts = own.orLower(promised);
        String told =
                String.join(", ", sides.stream().map(side -> side.told(today)).toList())
                        + "; the lowest counts: " + own.title()
                        + (counts == own
                                ? ""
                                : ", and " + bet.horizon().title() + " promises no more than " + promised.title());
        return new Score.Known(
                Measure.CONFIDENCE, BigDecimal.valueOf(LEVELS.indexOf(counts) + 1L), "", counts.title(), told, gaps);
    }

    private static Stream<LocalDate> evidence(Roadmap roadmap, Initiative bet) {
        Stream<Item> about = Stream.concat(Stream.of(bet), bet.theme().flatMap(roadmap::find).stream());
        return about.flatMap(item -> roadmap.evidenceFor(item).stream())
                .flatMap(evidence -> evidence.values().find(Evidence.ON).stream());
    }

    private static Stream<LocalDate> checkIns(Roadmap roadmap, Initiative bet) {
        return bet.serves().stream()
                .flatMap(id -> roadmap.find(id, KeyResult.class).stream())
                .flatMap(keyResult -> keyResult.checkIns().stream())
                .map(CheckIn::on);
    }

    private static Optional<LocalDate> newest(Stream<LocalDate> days, LocalDate today) {
        return days.filter(day -> !day.isAfter(today)).max(Comparator.naturalOrder());
    }
}
