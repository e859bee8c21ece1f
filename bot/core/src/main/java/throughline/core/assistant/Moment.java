package throughline.core.assistant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Roadmap;

/**
 * A moment that somebody asks about. A day counts to its end; a month, a quarter or a year is told from its start, because "since
 * Q1" is meant so.
 *
 * @param day the last day that counts
 * @param words "31 March 2026", "the start of Q1 2026" or "now"
 */
record Moment(Instant at, LocalDate day, String words) {
    static final String NOW = "now";

    private static final Pattern QUARTER = Pattern.compile(
            "(?:(?:the )?(?:start|beginning) of )?(?:(?<before>\\d{4})[- ]?)?q(?<number>[1-4])(?:[- ]?(?<after>\\d{4}))?");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:(?:the )?(?:start|beginning) of )?(?<period>(?:this|the|last|the last) (?:month|quarter|year)|"
                    // No weekday, though it may be a first, and no "month", which is one from today on.
                    + "(?!mon|tue|wed|thu|fri|sat|sun|yes|week|quarter|year)[a-z]{3,9}(?: \\d{4})?)");
    private static final Pattern END = Pattern.compile("(?:the )?end of (?<period>.+)");
    private static final String LAST_REVIEW = "last review";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The most words that a moment is said in. */
    private static final int MOST_WORDS = 6;

    static Optional<Moment> of(String text, Scene scene) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(NOW) || plain.equals("today")) {
            return Optional.of(now(scene));
        }
        if (plain.equals(LAST_REVIEW)) {
            return Optional.of(startOf(quarterOf(scene.today()), "the last quarter's review", scene));
        }
        return end(plain, scene)
                .or(() -> quarter(plain, scene))
                .or(() -> period(plain, scene))
                .or(() -> day(plain, scene));
    }

    /** A moment and the words after it. */
    record Leading(Moment moment, String rest) {}

    /** The moment that a text begins with, said in as many words as can be. */
    static Optional<Leading> leading(String text, Scene scene) {
        String[] words = text.strip().split("\\s+");
        for (int count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
            Optional<Moment> moment = of(String.join(" ", Arrays.copyOf(words, count)), scene);
            if (moment.isPresent()) {
                String rest = String.join(" ", Arrays.copyOfRange(words, count, words.length));
                return moment.map(found -> new Leading(found, rest));
            }
        }
        return Optional.empty();
    }

    static Moment now(Scene scene) {
        return new Moment(scene.now(), scene.today(), NOW);
    }

    boolean isNow() {
        return words.equals(NOW);
    }

    Roadmap roadmap(Scene scene) {
        return isNow() ? scene.roadmap() : scene.history().asOf(at);
    }

    /** As it is typed, to the day. */
    String typed() {
        return isNow() ? NOW : day.toString();
    }

    /** "Q4 2026" in which a day is. */
    static String quarterNamed(LocalDate day) {
        return "Q" + ((day.getMonthValue() + 2) / 3) + " " + day.getYear();
    }

    static LocalDate quarterOf(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    /** The first day of the quarter that a text names: the last one that has begun, if it gives no year. */
    static Optional<LocalDate> quarter(String text, LocalDate today) {
        Matcher matcher = QUARTER.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = 3 * Integer.parseInt(matcher.group("number")) - 2;
        LocalDate first = Optional.ofNullable(matcher.group("before"))
                .or(() -> Optional.ofNullable(matcher.group("after")))
                .map(year -> LocalDate.of(Integer.parseInt(year), month, 1))
                .orElseGet(() -> lastBegun(month, today));
        return Optional.of(first).filter(day -> !day.isAfter(today));
    }

    private static LocalDate lastBegun(int month, LocalDate today) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, 1);
        return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    private static Optional<Moment> quarter(String plain, Scene scene) {
        return quarter(plain, scene.today()).map(first -> startOf(first, "the start of " + quarterNamed(first), scene));
    }

    /** "The end of Q1": its last day, if it is over. */
    private static Optional<Moment> end(String plain, Scene scene) {
        Matcher matcher = END.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String period = matcher.group("period");
        Optional<LocalDate> next = quarter(period, scene.today()).map(first -> first.plusMonths(3));
        return next.or(() -> Since.day(theirs(period), scene.today())
                        .filter(first -> first.getDayOfMonth() == 1
                                && PERIOD.matcher(period).matches())
                        .map(first -> first.plusMonths(months(period))))
                .filter(first -> !first.isAfter(scene.today()))
                .map(first -> startOf(first, "the end of " + DAY.format(first.minusDays(1)), scene));
    }

    /** "The year" is the one that has begun. */
    private static String theirs(String period) {
        return period.replaceFirst("^the (?!last)", "this ");
    }

    private static int months(String period) {
        return period.endsWith("year") ? 12 : period.endsWith("quarter") ? 3 : 1;
    }

    private static Optional<Moment> period(String plain, Scene scene) {
        Matcher matcher = PERIOD.matcher(plain);
        return matcher.matches()
                ? Since.day(theirs(matcher.group("period")), scene.today())
                        .filter(first -> first.getDayOfMonth() == 1)
                        .map(first -> startOf(first, "the start of " + DAY.format(first), scene))
                : Optional.empty();
    }

    private static Optional<Moment> day(String plain, Scene scene) {
        return Since.day(plain, scene.today())
                .map(day -> day.equals(scene.today())
                        ? now(scene)
                        : new Moment(startOf(day.plusDays(1), scene).minusNanos(1), day, DAY.format(day)));
    }

    private static Moment startOf(LocalDate first, String words, Scene scene) {
        return new Moment(startOf(first, scene).minusNanos(1), first.minusDays(1), words);
    }

    private static Instant startOf(LocalDate day, Scene scene) {
        return day.atStartOfDay(scene.zone()).toInstant();
    }
}
