package throughline.core.check;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.check.statement.Statement;
import throughline.core.progress.Figure;
import throughline.core.progress.Span;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.KeyResult.Measures;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;

/** Better words, made from what is already recorded. */
final class Rewrites {
    private static final int LONGEST = 160;
    private static final List<String> MONTHS =
            Stream.of(Month.values()).map(month -> month.name().substring(0, 3)).toList();
    private static final Pattern MONTH =
            Pattern.compile("\\b(" + String.join("|", MONTHS) + ")[A-Z]*\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(20\\d{2})\\b");
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern REST = Pattern.compile("^[\\s,;:)–-]+");

    /** The months of feasts that move little enough to tell the quarter. */
    private static final Map<String, Integer> FEASTS = Map.of(
            "Easter",
            4,
            "Christmas",
            12,
            "Xmas",
            12,
            "Thanksgiving",
            11,
            "Hallow",
            10,
            "Black Friday",
            11,
            "Cyber",
            11);

    private static final Pattern LEFT_OVER = Pattern.compile(
            "(?i)[\\s,;:(–-]*(?:\\b(?:on|by|until|before|in|from|due|the|of|at|date|eta)\\b[\\s,;:)–-]*)*$");

    private Rewrites() {}

    /** "Increase 7-day activation from 40% to 55%", from the key result that says most about customers or business. */
    static Optional<String> outcome(Roadmap roadmap, Objective objective) {
        return roadmap.measuring(objective).stream()
                .filter(keyResult ->
                        keyResult.baseline().isPresent() && keyResult.target().isPresent())
                .max(Comparator.comparingInt(Rewrites::weight))
                .map(Rewrites::change);
    }

    private static int weight(KeyResult keyResult) {
        return keyResult
                .values()
                .find(KeyResult.KIND)
                .map(kind -> kind == Measures.OUTCOME ? 3 : kind == Measures.IMPACT ? 2 : 0)
                .orElse(1);
    }

    /** "Increase 7-day activation from 40% to 55%". */
    static String change(KeyResult keyResult) {
        if (keyResult.baseline().isEmpty() || keyResult.target().isEmpty()) {
            return clipped(keyResult.metric() + ": from " + keyResult.baseline().orElse("which figure") + " to "
                    + keyResult
                            .target()
                            .filter(target -> !new Statement(target).isVague())
                            .orElse("which"));
        }
        String from = keyResult.baseline().orElse("…");
        String to = keyResult.target().orElse("…");
        return clipped(
                (falls(from, to) ? "Reduce " : "Increase ") + keyResult.metric() + " from " + from + " to " + to);
    }

    private static boolean falls(String from, String to) {
        Optional<Figure> target = Figure.in(to);
        return Figure.in(from)
                .flatMap(start -> target.flatMap(start::in))
                .filter(start -> start.compareTo(target.map(Figure::number).orElse(start)) > 0)
                .isPresent();
    }

    /** The quarter of a date, "2027-Q1"; without a year it is the next such month. */
    static String quarter(String date, LocalDate today) {
        Optional<LocalDate> day = Span.of(date.replace('/', '-')).map(Span::to);
        Matcher month = MONTH.matcher(date);
        if (day.isPresent()) {
            return quarter(day.get().getYear(), day.get().getMonthValue());
        }
        boolean isMonth = month.find();
        Optional<Integer> feast =
                FEASTS.keySet().stream().filter(date::contains).findFirst().map(FEASTS::get);
        if (!isMonth && feast.isEmpty()) {
            return quarter(today.getYear(), today.getMonthValue());
        }
        int number = isMonth ? MONTHS.indexOf(month.group(1).toUpperCase(Locale.ROOT)) + 1 : feast.orElseThrow();
        Matcher year = YEAR.matcher(date);
        int next = number < today.getMonthValue() ? today.getYear() + 1 : today.getYear();
        return quarter(year.find() ? Integer.parseInt(year.group(1)) : next, number);
    }

    private static String quarter(int year, int month) {
        return year + "-Q" + (month + 2) / 3;
    }

    /** The text without its dates; empty if little is left. */
    static Optional<String> undated(String text) {
        String rest = text;
        for (int i = 0; i < 3; i++) {
            Optional<String> date = new Statement(rest).hardDate();
            if (date.isEmpty()) {
                break;
            }
            rest = without(rest, date.get());
        }
        return Optional.of(rest).filter(left -> left.length() > 3 && !left.equals(text));
    }

    private static String without(String text, String date) {
        int at = text.indexOf(date);
        String before = LEFT_OVER.matcher(text.substring(0, at)).replaceFirst("");
        String after = REST.matcher(text.substring(at + date.length())).replaceFirst(" ");
        return GAP.matcher(before + after).replaceAll(" ").strip();
    }

    /** So that it fits a line and a button. */
    static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }

    static String quoted(String text) {
        return "“" + clipped(text) + "”";
    }
}
