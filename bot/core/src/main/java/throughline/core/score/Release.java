package throughline.core.score;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Initiative.Moscow;

/**
 * MoSCoW within one release: how many bets and which share of the effort are must, should, could. Musts should take at most 60 % of the
 * effort, so that something can give way ("The DSDM Agile Project Framework", MoSCoW prioritisation, Agile Business Consortium). What
 * will not be done takes none, so it is left out of the share; so is what has no effort, which is told by how many were counted.
 */
public record Release(Split<Moscow> places, Split<Moscow> planned) {
    private static final int MOST = 60;

    public static Release of(Collection<Initiative> bets) {
        return new Release(
                split(bets),
                split(bets.stream()
                        .filter(bet ->
                                place(bet).filter(place -> place != Moscow.WONT).isPresent())
                        .toList()));
    }

    private static Split<Moscow> split(Collection<Initiative> bets) {
        return Split.of(bets, Moscow.values(), Release::place);
    }

    private static Optional<Moscow> place(Initiative bet) {
        return bet.values().find(Initiative.MOSCOW);
    }

    /** The share of the musts in the effort of must, should and could, in percent; empty where no effort is known. */
    public Optional<Integer> mustPercent() {
        return planned.part(Moscow.MUST).filter(must -> planned.estimated() > 0).map(planned::percent);
    }

    /** Exactly, not by the rounded percent. */
    public boolean isOverloaded() {
        return planned.part(Moscow.MUST)
                .filter(must -> must.effort()
                                .movePointRight(2)
                                .compareTo(planned.effort().multiply(BigDecimal.valueOf(MOST)))
                        > 0)
                .isPresent();
    }

    /** In one clause. */
    public String verdict() {
        String counted = " of the effort (known for " + planned.estimated() + " of "
                + Figures.plural(
                        planned.parts().stream().mapToInt(Split.Part::count).sum(), "bet", "bets") + ")";
        return mustPercent()
                .map(percent -> isOverloaded()
                        ? "musts take " + percent + " %" + counted + ", more than " + MOST
                                + " %: too little can give way"
                        : "musts take " + percent + " %" + counted + ", within " + MOST + " %")
                .orElse("no effort is known, so the share of the musts can't be told");
    }
}
