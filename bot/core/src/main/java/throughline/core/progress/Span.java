package throughline.core.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;

/** Some days, the first and the last included. */
public record Span(LocalDate from, LocalDate to) {
    private static final Pattern WINDOW = Pattern.compile("(?<year>\\d{4})(?:[- ]?(?<part>[QH][1-4]))?");
    private static final Pattern REVERSED = Pattern.compile("(?<part>[QH][1-4])[- /]?(?<year>\\d{4})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");
    private static final int QUARTER = 3;
    private static final int HALF = 6;

    /** {@code 2026-Q4}, {@code Q4 2026}, {@code 2026-H2} or {@code 2026}, by the calendar; a day is itself. Empty for anything else. */
    public static Optional<Span> of(String written) {
        String text = written.strip();
        if (DAY.matcher(text).matches()) {
            int month = Integer.parseInt(text.substring(5, 7));
            YearMonth there = YearMonth.of(Integer.parseInt(text.substring(0, 4)), month);
            LocalDate day = there.atDay(Math.min(there.lengthOfMonth(), Integer.parseInt(text.substring(8))));
            return Optional.of(new Span(day, day));
        }
        Matcher window = WINDOW.matcher(text);
        Matcher reversed = REVERSED.matcher(text);
        if (window.matches()) {
            return part(window);
        }
        return reversed.matches() ? part(reversed) : Optional.empty();
    }

    private static Optional<Span> part(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        Optional<String> part = Optional.ofNullable(matcher.group("part"));
        if (part.isEmpty()) {
            return Optional.of(new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        int months = part.get().charAt(0) == 'Q' ? QUARTER : HALF;
        int last = months * (part.get().charAt(1) - '0');
        return last > 12
                ? Optional.empty()
                : Optional.of(new Span(
                        LocalDate.of(year, last - months + 1, 1),
                        YearMonth.of(year, last).atEndOfMonth()));
    }

    /**
     * From when a key result is worked for until it is due: from the beginning of its objective's period or the first check-in,
     * whichever is earlier. Empty where no end is given as a quarter, a half year or a day, or one check-in alone tells the beginning.
     */
    public static Optional<Span> of(Roadmap roadmap, KeyResult keyResult) {
        Optional<LocalDate> period = roadmap.find(keyResult.objective(), Objective.class)
                .flatMap(objective -> objective.values().find(Objective.PERIOD))
                .flatMap(Span::of)
                .map(Span::from);
        Optional<LocalDate> measured = keyResult.checkIns().stream().findFirst().map(CheckIn::on);
        Optional<LocalDate> from = measured.filter(
                        first -> period.isEmpty() ? keyResult.checkIns().size() > 1 : first.isBefore(period.get()))
                .or(() -> period);
        return keyResult
                .due()
                .flatMap(Span::of)
                .flatMap(end -> from.filter(start -> start.isBefore(end.to())).map(start -> new Span(start, end.to())));
    }

    /** How much of it has passed, from 0 to 1. */
    public BigDecimal passed(LocalDate today) {
        long all = ChronoUnit.DAYS.between(from, to) + 1;
        long gone = Math.max(0, Math.min(all, ChronoUnit.DAYS.between(from, today)));
        return BigDecimal.valueOf(gone).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }
}
