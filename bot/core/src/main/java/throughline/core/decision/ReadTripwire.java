package throughline.core.decision;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.progress.Figure;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Tripwire;

/**
 * Reads a tripwire from what people write: "O2-KR1 < 8 %", "activation passes 55 % by Q1 2027", "≥ 40", "31 March 2027".
 *
 * @param named finds a key result by its id or name
 * @param usual the key result that is meant where none is named
 * @param today days that are not after it are past
 */
public record ReadTripwire(Function<String, Optional<KeyResult>> named, Optional<KeyResult> usual, LocalDate today) {

    /** What was read. */
    public sealed interface Read {
        record Understood(Tripwire tripwire) implements Read {}

        /** @param words what is wrong with it, to be told at its field */
        record Problem(String words) implements Read {}
    }

    public static final int LONGEST = 300;

    private static final String EXAMPLE = "Write a key result and a figure, or a day: O2-KR1 < 8 %, or 2027-03-31.";

    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:revisit|reopen|bring\\s+it\\s+back|come\\s+back|look\\s+again|comes\\s+back|if|when|once|as\\s+soon\\s+as)\\b[\\s:]*)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OR = Pattern.compile("\\s+or\\s+(?:if\\s+|when\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("^(?:on|by|at|after|from|until)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM = Pattern.compile(
            "[\\s,]+(?:(?<how>by|before|until|till|on|at|in|within)\\s+(?<day>.+)|(?<span>(?:this|next)\\s+(?:month|quarter"
                    + "|year)))$",
            Pattern.CASE_INSENSITIVE);
    /** What can only be followed by a day: of others a figure may tell what it counts, as in "5 % in total". */
    private static final Pattern ENDING = Pattern.compile("by|before|until|till|within", Pattern.CASE_INSENSITIVE);

    /** A figure that is kept is no longer. */
    private static final int LONGEST_FIGURE = 60;

    private static final Pattern FIGURE =
            Pattern.compile("(?:[$€£¥]|USD|EUR|GBP|CHF)?\\s*[-+−]?\\s*[$€£¥]?\\s*\\d.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARISON = Pattern.compile(
            "(?<still>\\b(?:is\\s+still|still|stays|remains)\\s+)?"
                    + "(?:\\b(?:is|are|falls?|drops?|goes|gets?|rises?|climbs?|moves|sinks?|comes)\\s+)?"
                    + "(?<sign><=|>=|=<|=>|<|>|≤|≥|=|\\b(?:at\\s+most|no\\s+more\\s+than|up\\s+to|at\\s+least|no\\s+less\\s+than|"
                    + "less\\s+than|fewer\\s+than|lower\\s+than|more\\s+than|higher\\s+than|greater\\s+than|below|under|above|over|"
                    + "beyond|passes|pass|crosses|exceeds|reaches|reach|hits|to|is)\\b)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> IT =
            Set.of("", "it", "that", "this", "the figure", "the number", "the metric", "the kr");

    private static final Map<String, Tripwire.Comparison> SIDES = Map.ofEntries(
            Map.entry("<", Tripwire.Comparison.BELOW),
            Map.entry("below", Tripwire.Comparison.BELOW),
            Map.entry("under", Tripwire.Comparison.BELOW),
            Map.entry("less than", Tripwire.Comparison.BELOW),
            Map.entry("fewer than", Tripwire.Comparison.BELOW),
            Map.entry("lower than", Tripwire.Comparison.BELOW),
            Map.entry("<=", Tripwire.Comparison.AT_MOST),
            Map.entry("=<", Tripwire.Comparison.AT_MOST),
            Map.entry("≤", Tripwire.Comparison.AT_MOST),
            Map.entry("at most", Tripwire.Comparison.AT_MOST),
            Map.entry("no more than", Tripwire.Comparison.AT_MOST),
            Map.entry("up to", Tripwire.Comparison.AT_MOST),
            Map.entry(">=", Tripwire.Comparison.AT_LEAST),
            Map.entry("=>", Tripwire.Comparison.AT_LEAST),
            Map.entry("≥", Tripwire.Comparison.AT_LEAST),
            Map.entry("at least", Tripwire.Comparison.AT_LEAST),
            Map.entry("no less than", Tripwire.Comparison.AT_LEAST),
            Map.entry(">", Tripwire.Comparison.ABOVE),
            Map.entry("above", Tripwire.Comparison.ABOVE),
            Map.entry("over", Tripwire.Comparison.ABOVE),
            Map.entry("beyond", Tripwire.Comparison.ABOVE),
            Map.entry("more than", Tripwire.Comparison.ABOVE),
            Map.entry("higher than", Tripwire.Comparison.ABOVE),
            Map.entry("greater than", Tripwire.Comparison.ABOVE),
            Map.entry("exceeds", Tripwire.Comparison.ABOVE));
    private static final Set<String> PASSING = Set.of("passes", "pass", "crosses");

    public Read of(String text) {
        String plain = LEAD.matcher(text.strip().replaceAll("\\s+", " "))
                .replaceFirst("")
                .replaceFirst("[.!]+$", "")
                .strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return new Read.Problem(EXAMPLE);
        }
        String[] parts = OR.split(plain, -1);
        Read whole = one(plain);
        return whole instanceof Read.Problem && parts.length == 2 ? either(plain, parts) : whole;
    }

    /** A figure or a day, whichever is first. */
    private Read either(String plain, String[] parts) {
        Read first = one(parts[0].strip());
        Read second = one(parts[1].strip());
        if (!(first instanceof Read.Understood left)) {
            return first;
        }
        if (!(second instanceof Read.Understood right)) {
            return second;
        }
        boolean isOneOfEach = left.tripwire().condition().isPresent()
                        != right.tripwire().condition().isPresent()
                && left.tripwire().by().isPresent() != right.tripwire().by().isPresent();
        return isOneOfEach
                ? new Read.Understood(new Tripwire(
                        plain,
                        left.tripwire().condition().or(() -> right.tripwire().condition()),
                        Tripwire.Term.AT_LATEST,
                        left.tripwire().by().or(() -> right.tripwire().by())))
                : new Read.Problem("I watch one key result, and one day. " + EXAMPLE);
    }

    private Read one(String text) {
        Optional<LocalDate> day =
                Days.in(text, today).or(() -> Days.in(DAY.matcher(text).replaceFirst(""), today));
        if (day.isPresent()) {
            return day.get().isAfter(today)
                    ? new Read.Understood(new Tripwire(text, Optional.empty(), Tripwire.Term.AT_LATEST, day))
                    : past(day.get());
        }
        Matcher comparison = COMPARISON.matcher(text);
        while (comparison.find()) {
            String bound = text.substring(comparison.end());
            if (FIGURE.matcher(bound).matches()) {
                return compared(text, comparison, bound);
            }
        }
        return new Read.Problem(EXAMPLE);
    }

    private static Read past(LocalDate day) {
        return new Read.Problem(Days.told(day) + " is not ahead of us. Give a day to come.");
    }

    private Read compared(String text, Matcher comparison, String rest) {
        String name = text.substring(0, comparison.start()).strip().replaceFirst("[,:]$", "");
        Optional<KeyResult> keyResult = IT.contains(name.toLowerCase(Locale.ROOT)) ? usual : named.apply(name);
        if (keyResult.isEmpty()) {
            return new Read.Problem(
                    IT.contains(name.toLowerCase(Locale.ROOT))
                            ? "Which key result? Write it first: O2-KR1 " + comparison.group("sign") + " " + rest
                            : "I find no key result called “" + name + "”. Its id is sure to be found: O2-KR1 < 8 %.");
        }
        Matcher term = TERM.matcher(rest);
        boolean hasTerm = term.find();
        Optional<LocalDate> day = hasTerm ? day(term) : Optional.empty();
        if (hasTerm && day.isEmpty() && ENDING.matcher(how(term)).matches()) {
            return new Read.Problem("I know no day “" + term.group("day") + "”. " + EXAMPLE);
        }
        String bound = (day.isPresent() ? rest.substring(0, term.start()) : rest).strip();
        if (Figure.in(bound).isEmpty() || bound.length() > LONGEST_FIGURE) {
            return new Read.Problem("“" + bound + "” is no figure to compare with. " + EXAMPLE);
        }
        if (day.isPresent() && !day.get().isAfter(today)) {
            return past(day.get());
        }
        boolean isStill = comparison.group("still") != null
                || (day.isPresent() && how(term).matches("(?i)on|at"));
        Tripwire.Condition condition =
                new Tripwire.Condition(keyResult.get().id(), side(comparison, keyResult.get(), bound), bound);
        return settled(text, keyResult.get(), condition, day, isStill);
    }

    private static String how(Matcher term) {
        return Optional.ofNullable(term.group("how")).orElse("");
    }

    private Optional<LocalDate> day(Matcher term) {
        String written = Optional.ofNullable(term.group("day")).orElseGet(() -> term.group("span"));
        if (how(term).equalsIgnoreCase("before")) {
            return Days.before(written, today);
        }
        Optional<LocalDate> ahead =
                how(term).matches("(?i)in|within") ? Days.in("in " + written, today) : Optional.empty();
        return ahead.or(() -> Days.in(written, today));
    }

    /** Passing and reaching have no side of their own: it is the one where the figure is not yet. */
    private static Tripwire.Comparison side(Matcher comparison, KeyResult keyResult, String bound) {
        String sign = comparison.group("sign").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Tripwire.Comparison said = SIDES.get(sign);
        if (said != null) {
            return said;
        }
        boolean isAbove = keyResult
                .current()
                .or(keyResult::baseline)
                .filter(figure ->
                        Wire.holds(new Tripwire.Condition(keyResult.id(), Tripwire.Comparison.ABOVE, bound), figure))
                .isPresent();
        if (PASSING.contains(sign)) {
            return isAbove ? Tripwire.Comparison.BELOW : Tripwire.Comparison.ABOVE;
        }
        return isAbove ? Tripwire.Comparison.AT_MOST : Tripwire.Comparison.AT_LEAST;
    }

    /** What is so already can't happen: it is looked at on the day that was given, or the figure is no tripwire. */
    private static Read settled(
            String text, KeyResult keyResult, Tripwire.Condition condition, Optional<LocalDate> day, boolean isStill) {
        Optional<Figure> limit = Figure.in(condition.figure());
        Optional<String> current = keyResult.current().or(keyResult::baseline);
        Optional<Figure> figure = current.flatMap(Figure::in);
        if (figure.isPresent() && figure.flatMap(is -> limit.flatMap(is::in)).isEmpty()) {
            return new Read.Problem(keyResult.id() + " is measured as " + current.orElseThrow()
                    + ", which can't be compared with " + condition.figure() + ".");
        }
        boolean isSo = current.filter(is -> Wire.holds(condition, is)).isPresent();
        if (day.isEmpty() && (isSo || isStill)) {
            return new Read.Problem((isSo ? keyResult.id() + " is " + current.orElseThrow() + " already. " : "")
                    + "Say on which day to look: " + keyResult.id() + " " + sign(condition) + " " + condition.figure()
                    + " on 2027-03-31.");
        }
        return new Read.Understood(new Tripwire(
                text, Optional.of(condition), isSo || isStill ? Tripwire.Term.ON : Tripwire.Term.UNTIL, day));
    }

    private static String sign(Tripwire.Condition condition) {
        return switch (condition.comparison()) {
            case BELOW -> "<";
            case AT_MOST -> "≤";
            case AT_LEAST -> "≥";
            case ABOVE -> ">";
        };
    }

    /** The line that reads as the same again. */
    public static String written(Tripwire tripwire) {
        Optional<String> day = tripwire.by().map(LocalDate::toString);
        return tripwire.condition()
                .map(condition -> condition.keyResult() + " " + sign(condition) + " " + condition.figure()
                        + day.map(on -> join(tripwire.term()) + on).orElse(""))
                .orElseGet(() -> day.orElse(""));
    }

    private static String join(Tripwire.Term term) {
        return switch (term) {
            case UNTIL -> " by ";
            case ON -> " on ";
            case AT_LATEST -> " or ";
        };
    }
}
