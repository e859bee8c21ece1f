package throughline.core.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import throughline.core.roadmap.Initiative;

/** What is not measured but named: the type of the work, the size of the bet, the place in its release. */
final class Labels {
    private static final List<Initiative.WorkType> WORK = List.of(Initiative.WorkType.values());
    private static final List<Initiative.Moscow> PLACES = List.of(Initiative.Moscow.values());

    private Labels() {}

    /** Shreyas Doshi's LNO ("Closing the Strategy-Execution Gap"). */
    static Score workType(Initiative bet) {
        return bet.values()
                .find(Initiative.WORK_TYPE)
                .map(type -> score(Measure.LNO, WORK.size() - WORK.indexOf(type), type, meaning(type)))
                .orElseGet(() -> unknown(Measure.LNO, bet, "the work type", Initiative.WORK_TYPE.key()));
    }

    /** Bet sizing (same article); a size is no merit, so it has no rank. */
    static Score size(Initiative bet) {
        return bet.values()
                .find(Initiative.SIZE)
                .map(size -> score(Measure.SIZE, 0, size, meaning(size)))
                .orElseGet(() -> unknown(Measure.SIZE, bet, "the bet size", Initiative.SIZE.key()));
    }

    /** Must, should, could, won't (Dai Clegg, 1994; DSDM), which says something within one release only. */
    static Score moscow(Initiative bet) {
        return bet.values()
                .find(Initiative.MOSCOW)
                .map(place -> score(Measure.MOSCOW, PLACES.size() - PLACES.indexOf(place), place, meaning(place)))
                .orElseGet(() -> unknown(Measure.MOSCOW, bet, "the place in its release", Initiative.MOSCOW.key()));
    }

    static String word(Enum<?> label) {
        return label == Initiative.Moscow.WONT ? "won't" : label.name().toLowerCase(Locale.ROOT);
    }

    private static Score score(Measure measure, int rank, Enum<?> label, String meaning) {
        return new Score.Known(measure, BigDecimal.valueOf(rank), "", word(label), meaning, List.of());
    }

    private static Score unknown(Measure measure, Initiative bet, String label, String path) {
        return new Score.Unknown(measure, List.of(new Gap(bet.id(), label, path)));
    }

    private static String meaning(Initiative.WorkType type) {
        return switch (type) {
            case LEVERAGE -> "outsized impact for its effort";
            case NEUTRAL -> "predictable, moderate impact";
            case OVERHEAD -> "keeps things running, creates no new value";
        };
    }

    private static String meaning(Initiative.Size size) {
        return switch (size) {
            case BIG -> "high potential, higher uncertainty, larger commitment";
            case MEDIUM -> "moderate impact and confidence, measured investment";
            case SMALL -> "lower impact, high confidence, quick";
        };
    }

    private static String meaning(Initiative.Moscow place) {
        return switch (place) {
            case MUST -> "without it there is no release";
            case SHOULD -> "important, but the release works without it";
            case COULD -> "the first to give way";
            case WONT -> "not in this release";
        };
    }
}
