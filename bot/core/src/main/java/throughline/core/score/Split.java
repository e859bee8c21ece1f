package throughline.core.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Rice;

/** How bets divide by a property: how many have each value, and how much of the known effort is theirs. */
public record Split<E extends Enum<E>>(List<Part<E>> parts) {
    /**
     * The bets with one value.
     *
     * @param value empty for those without one
     * @param estimated how many of them have an effort
     * @param effort of these, in person-months
     */
    public record Part<E extends Enum<E>>(Optional<E> value, int count, int estimated, BigDecimal effort) {
        /** "must", "big"; "not given" where there is no value. */
        public String label() {
            return value.map(Labels::word).orElse("not given");
        }
    }

    public Split {
        parts = List.copyOf(parts);
    }

    /** In the order of the values; those without one last, if there are any. */
    static <E extends Enum<E>> Split<E> of(
            Collection<Initiative> bets, E[] values, Function<Initiative, Optional<E>> property) {
        int[] counts = new int[values.length + 1];
        int[] estimated = new int[counts.length];
        BigDecimal[] effort = new BigDecimal[counts.length];
        for (Initiative bet : bets) {
            int at = property.apply(bet).map(List.of(values)::indexOf).orElse(values.length);
            counts[at]++;
            Optional<BigDecimal> own = bet.values().find(Initiative.RICE).map(Rice::effort);
            if (own.isPresent()) {
                estimated[at]++;
                effort[at] =
                        Optional.ofNullable(effort[at]).orElse(BigDecimal.ZERO).add(own.get());
            }
        }
        List<Part<E>> parts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Optional<E> value = i < values.length ? Optional.of(values[i]) : Optional.empty();
            if (value.isPresent() || counts[i] > 0) {
                parts.add(new Part<>(
                        value,
                        counts[i],
                        estimated[i],
                        Optional.ofNullable(effort[i]).orElse(BigDecimal.ZERO)));
            }
        }
        return new Split<>(parts);
    }

    public Stream<Part<E>> given() {
        return parts.stream().filter(part -> part.value().isPresent());
    }

    public int count(E value) {
        return part(value).map(Part::count).orElse(0);
    }

    public int estimated() {
        return parts.stream().mapToInt(Part::estimated).sum();
    }

    public BigDecimal effort() {
        return parts.stream().map(Part::effort).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<Part<E>> part(E value) {
        return given().filter(part -> part.value().filter(value::equals).isPresent())
                .findFirst();
    }

    /** The share of a part in the known effort, in whole percent; 0 where none is known. */
    public int percent(Part<E> part) {
        return Figures.percent(part.effort(), effort());
    }
}
