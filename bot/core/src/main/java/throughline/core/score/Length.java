package throughline.core.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Workstream;

/**
 * How long the rest of the work takes: the estimates of the workstreams that are not done, one after another, if each can be
 * read as a time; else RICE's effort, by one person at 52 weeks for 12 months. Both are upper bounds, and which one it is gets told.
 *
 * @param from what it was taken from
 */
public record Length(BigDecimal weeks, String from) {
    private static final Pattern ESTIMATE = Pattern.compile(
            "(?:~|about|approx\\.?|ca\\.?|around|up to|<)?\\s*(?:(\\d+(?:[.,]\\d+)?|an?|one|two|three|half an?)"
                    + "\\s*(?:-|–|to|or|\\.\\.)\\s*)?(\\d+(?:[.,]\\d+)?|an?|one|two|three|half an?)\\s*-?\\s*"
                    + "(?:(?:person|man|dev|engineer|working)[- ]?)?"
                    + "(d|days?|w|wks?|weeks?|sprints?|mo|mons?|months?|q|quarters?)\\.?");

    private static final Map<String, BigDecimal> WORDS = Map.of(
            "a",
            BigDecimal.ONE,
            "an",
            BigDecimal.ONE,
            "one",
            BigDecimal.ONE,
            "two",
            BigDecimal.valueOf(2),
            "three",
            BigDecimal.valueOf(3),
            "half a",
            new BigDecimal("0.5"),
            "half an",
            new BigDecimal("0.5"));

    private static final BigDecimal DAY = new BigDecimal("0.2");
    private static final BigDecimal SPRINT = BigDecimal.valueOf(2);
    static final BigDecimal MONTH = Figures.divided(BigDecimal.valueOf(52), BigDecimal.valueOf(12));
    static final BigDecimal QUARTER = BigDecimal.valueOf(13);

    public static Optional<Length> of(Roadmap roadmap, Initiative bet) {
        return ofWorkstreams(open(roadmap, bet)).or(() -> ofEffort(bet));
    }

    /** What would have to be recorded to know it. */
    static List<Gap> gaps(Roadmap roadmap, Initiative bet) {
        List<Gap> estimates = open(roadmap, bet).stream()
                .filter(work -> weeks(work).isEmpty())
                .map(work ->
                        new Gap(work.id(), "the estimate of " + work.id() + " in weeks", Workstream.ESTIMATE.key()))
                .limit(1)
                .toList();
        return estimates.isEmpty() ? Reach.gaps(bet) : estimates;
    }

    private static List<Workstream> open(Roadmap roadmap, Initiative bet) {
        return roadmap.building(bet).stream()
                .filter(work -> work.values().find(Workstream.STATUS).orElse(Workstream.Status.PLANNED)
                        != Workstream.Status.DONE)
                .toList();
    }

    private static Optional<Length> ofWorkstreams(List<Workstream> open) {
        List<BigDecimal> known =
                open.stream().flatMap(work -> weeks(work).stream()).toList();
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.size() < open.size() || sum.signum() == 0
                ? Optional.empty()
                : Optional.of(new Length(
                        sum,
                        open.size() == 1
                                ? "the workstream to go"
                                : open.size() + " workstreams to go, one after another"));
    }

    private static Optional<Length> ofEffort(Initiative bet) {
        return bet.values()
                .find(Initiative.RICE)
                .map(rice -> new Length(
                        rice.effort().multiply(MONTH, Figures.EXACT),
                        "RICE effort of " + Figures.months(rice.effort()) + ", by one person"));
    }

    private static Optional<BigDecimal> weeks(Workstream work) {
        return work.values().find(Workstream.ESTIMATE).flatMap(Length::weeks);
    }

    /** "5 weeks (2 workstreams to go, one after another)". */
    public String told() {
        return Figures.weeks(weeks) + " (" + from + ")";
    }

    /** The weeks that an estimate says, such as "6 weeks", "3 d" or "2-3 months"; of two figures the later one. */
    public static Optional<BigDecimal> weeks(String estimate) {
        Matcher matcher = ESTIMATE.matcher(estimate.strip().toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(number(matcher.group(2)).multiply(unit(matcher.group(3)), Figures.EXACT))
                : Optional.empty();
    }

    private static BigDecimal number(String written) {
        return WORDS.containsKey(written) ? WORDS.get(written) : new BigDecimal(written.replace(',', '.'));
    }

    private static BigDecimal unit(String written) {
        return switch (written.charAt(0)) {
            case 'd' -> DAY;
            case 's' -> SPRINT;
            case 'm' -> MONTH;
            case 'q' -> QUARTER;
            default -> BigDecimal.ONE;
        };
    }
}
