package throughline.core.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.roadmap.Dhm;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;

/**
 * DHM: how much something delights customers, is hard to copy and improves the margin, 0 to 3 each, so 9 at most (Gibson Biddle, in
 * "Closing the Strategy-Execution Gap"). The weakest side is told, and where a bet is weaker than the product that it is for.
 */
public final class Delight {
    private record Side(String label, String key, Optional<Dhm.Mark> mark) {
        int score() {
            return mark.map(Dhm.Mark::score).orElse(0);
        }

        String told() {
            return label + " " + score();
        }

        String reason() {
            return mark.flatMap(Dhm.Mark::reason)
                    .map(reason -> " (" + Figures.clipped(reason) + ")")
                    .orElse("");
        }
    }

    private static final Dhm NOTHING = new Dhm(Optional.empty(), Optional.empty(), Optional.empty());

    private Delight() {}

    static Score of(Roadmap roadmap, Initiative bet) {
        Score alone = of(bet.id(), bet.values().find(Initiative.DHM));
        Optional<Dhm> product = product(roadmap, bet).flatMap(it -> it.values().find(Product.DHM));
        if (!(alone instanceof Score.Known known) || product.isEmpty()) {
            return alone;
        }
        String beside = beside(bet.values().get(Initiative.DHM), product.get());
        return new Score.Known(
                Measure.DHM, known.figure(), known.unit(), known.shown(), known.told() + beside, known.gaps());
    }

    /** A product's own. */
    public static Score of(Product product) {
        return of(product.id(), product.values().find(Product.DHM));
    }

    private static Score of(ItemId item, Optional<Dhm> recorded) {
        List<Side> sides = sides(recorded.orElse(NOTHING));
        List<Gap> gaps = sides.stream()
                .filter(side -> side.mark().isEmpty())
                .map(side -> new Gap(item, side.label(), Initiative.DHM.key() + "." + side.key() + ".score"))
                .toList();
        if (!gaps.isEmpty()) {
            return new Score.Unknown(Measure.DHM, gaps);
        }
        int sum = sides.stream().mapToInt(Side::score).sum();
        String told = sides.stream().map(Side::told).collect(Collectors.joining(" + ")) + " = " + sum + " of 9, "
                + weakest(sides);
        return new Score.Known(Measure.DHM, BigDecimal.valueOf(sum), "of 9", sum + " of 9", told, List.of());
    }

    private static List<Side> sides(Dhm dhm) {
        return List.of(
                new Side("delight", "delight", dhm.delight()),
                new Side("hard to copy", "hard_to_copy", dhm.hardToCopy()),
                new Side("margin", "margin", dhm.margin()));
    }

    private static String weakest(List<Side> sides) {
        int least = sides.stream().mapToInt(Side::score).min().orElse(0);
        List<Side> weakest =
                sides.stream().filter(side -> side.score() == least).toList();
        return weakest.size() == sides.size()
                ? "equal on all sides"
                : "weakest in "
                        + Figures.listed(weakest.stream()
                                .map(side -> side.label() + side.reason())
                                .toList());
    }

    private static String beside(Dhm bet, Dhm product) {
        List<Side> own = sides(bet);
        List<Side> others = sides(product);
        List<String> weaker = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            if (others.get(i).score() > own.get(i).score()) {
                weaker.add(own.get(i).label() + " (" + own.get(i).score() + " against "
                        + others.get(i).score() + ")");
            }
        }
        return weaker.isEmpty()
                ? "; on no side weaker than its product"
                : "; weaker than its product in " + Figures.listed(weaker);
    }

    /** The one it is for; where there is only one product, that. */
    private static Optional<Product> product(Roadmap roadmap, Initiative bet) {
        return bet.values()
                .find(Initiative.PRODUCT)
                .flatMap(id -> roadmap.find(id, Product.class))
                .or(() -> roadmap.products().size() == 1
                        ? roadmap.products().stream().findFirst()
                        : Optional.empty());
    }
}
