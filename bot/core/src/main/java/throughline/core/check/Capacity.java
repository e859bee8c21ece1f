package throughline.core.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;

/**
 * How many major bets a product has in Now, and how many it may have. What names no product, or one that is gone, belongs to the
 * first one.
 */
public record Capacity(Roadmap roadmap, Optional<Product> product) {
    private static final int DEFAULT_LIMIT = 4;

    /** Where a bet takes a place, wherever it is now. */
    public static Capacity of(Roadmap roadmap, Initiative bet) {
        return new Capacity(
                roadmap,
                bet.values()
                        .find(Initiative.PRODUCT)
                        .flatMap(id -> roadmap.find(id, Product.class))
                        .or(() -> first(roadmap)));
    }

    /** That of each product; without products that of all bets together. */
    static Stream<Capacity> all(Roadmap roadmap) {
        return roadmap.products().isEmpty()
                ? Stream.of(new Capacity(roadmap, Optional.empty()))
                : roadmap.products().stream().map(product -> new Capacity(roadmap, Optional.of(product)));
    }

    private static Optional<Product> first(Roadmap roadmap) {
        return roadmap.products().first(1).stream().findFirst();
    }

    public int limit() {
        return product.map(Product::nowLimit).orElse(DEFAULT_LIMIT);
    }

    /** How many places are taken; counting does not read them. */
    public int taken() {
        return pools().mapToInt(pool -> roadmap.majorBets(Horizon.NOW, pool).size())
                .sum();
    }

    public List<Initiative> bets() {
        return pools().flatMap(pool -> roadmap.majorBets(Horizon.NOW, pool).stream())
                .toList();
    }

    public boolean isOver() {
        return taken() > limit();
    }

    public boolean isFull() {
        return taken() >= limit();
    }

    /** "4 of 4". */
    public String told() {
        return taken() + " of " + limit();
    }

    private Stream<Optional<ItemId>> pools() {
        boolean isFirst = product.equals(first(roadmap));
        return Stream.concat(
                product.stream().map(it -> Optional.of(it.id())), isFirst ? Stream.of(Optional.empty()) : Stream.of());
    }

    /** Whether a bet in Now takes one of these places. */
    public boolean holds(Initiative bet) {
        return bet.horizon() == Horizon.NOW
                && bet.isMajor()
                && of(roadmap, bet).product.map(Product::id).equals(product.map(Product::id));
    }
}
