package throughline.core.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Initiative.Nature;
import throughline.core.roadmap.Initiative.Size;
import throughline.core.roadmap.Initiative.WorkType;

/**
 * How bets are mixed ("Closing the Strategy-Execution Gap", Bet Sizing): a healthy portfolio has big, medium and small ones, too many big
 * ones concentrate the risk, too many small ones are incremental thinking. The article gives no figures; here too many big are more
 * than half, too many small more than two thirds of three or more sized bets.
 */
public record Mix(int bets, Split<Size> sizes, Split<WorkType> types, Split<Nature> natures) {
    private static final int FEW = 3;

    public static Mix of(Collection<Initiative> bets) {
        return new Mix(
                bets.size(),
                Split.of(bets, Size.values(), bet -> bet.values().find(Initiative.SIZE)),
                Split.of(bets, WorkType.values(), bet -> bet.values().find(Initiative.WORK_TYPE)),
                Split.of(
                        bets,
                        Nature.values(),
                        bet -> Optional.of(bet.values().find(Initiative.NATURE).orElse(Nature.CUSTOMER))));
    }

    /** Whether big, medium and small are all there and neither end outweighs the others. */
    public boolean isHealthy() {
        return verdict().isEmpty();
    }

    /** What is wrong with the sizes, worst first, each as a clause. */
    public List<String> verdict() {
        int sized = sizes.given().mapToInt(Split.Part::count).sum();
        if (sized == 0) {
            return List.of("no bet has a size, so the mix can't be judged");
        }
        List<String> wrong = new ArrayList<>();
        if (sized >= FEW && 2 * sizes.count(Size.BIG) > sized) {
            wrong.add(of(sizes.count(Size.BIG), sized) + " are big, more than half: risk is concentrated");
        }
        if (sized >= FEW && 3 * sizes.count(Size.SMALL) > 2 * sized) {
            wrong.add(of(sizes.count(Size.SMALL), sized) + " are small, more than two thirds: incremental thinking");
        }
        List<String> absent = Stream.of(Size.values())
                .filter(size -> sizes.count(size) == 0)
                .map(Labels::word)
                .toList();
        if (!absent.isEmpty()) {
            wrong.add("there is no " + String.join(" and no ", absent) + " bet");
        }
        return List.copyOf(wrong);
    }

    /** How many have no size, so that nothing is judged by them. */
    public int unsized() {
        return bets - sizes.given().mapToInt(Split.Part::count).sum();
    }

    private static String of(int some, int all) {
        return Figures.shown(BigDecimal.valueOf(some)) + " of " + Figures.plural(all, "sized bet", "sized bets");
    }
}
