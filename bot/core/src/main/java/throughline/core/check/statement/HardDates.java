package throughline.core.check.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that a roadmap must not promise: "Presenting your roadmap with hard dates turns a strategic guide into a brittle project
 * plan" ("The Product Manager's Guide to Road Maps", mistake 1).
 */
final class HardDates {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
                    + "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b(?!-\\p{L})\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String ORDINAL = "(?:st|nd|rd|th)";
    private static final String WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b(?!')";
    private static final String COUNT = "(?:\\d+|one|two|three|four|five|six|eight|ten|twelve)";

    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?<![\\d-])(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)"),
            Pattern.compile("(?<![\\d.])" + DAY + "\\.(?:0?[1-9]|1[0-2])\\.(?:(?:20)?\\d{2})?(?![\\d.])"),
            Pattern.compile("(?<![\\d/])\\d{1,2}([-/])\\d{1,2}\\1(?:20)?\\d{2}(?!\\d)"),
            Pattern.compile(
                    "(?i)\\b(?:by|on|until|till|before|due|from|ga|eta|date:?|live:?)\\s+\\d{1,2}/\\d{1,2}(?![\\d/%])"),
            Pattern.compile("\\b" + DAY + ORDINAL + "?(?: of)?(?:[-–/]" + DAY + ")? " + MONTH),
            Pattern.compile("\\b" + MONTH + " " + DAY + ORDINAL + "?\\b(?![\\d%.:/-]\\d| ?%)"),
            Pattern.compile("\\b(?:first|last) of " + MONTH),
            Pattern.compile("\\b" + MONTH + ",? ?(?:of )?(?:20\\d{2}|'\\d{2})\\b"),
            Pattern.compile(
                    "(?i:\\b(?:in|by|until|till|before|from|since|this|next|early|late|mid|end of|of mid|around|"
                            + "middle of|beginning of|start of|during)[- ])" + MONTH + "(?! (?:\\p{Lu}|&))"),
            Pattern.compile("(?i)\\b(?:by|on|until|till|before) the " + DAY + ORDINAL + "\\b(?! \\p{L})"),
            Pattern.compile("(?i:\\b(?:by|on|until|till|before|this|next|starting|due|for)\\s+(?:next |this |coming )?)"
                    + WEEKDAY + "(?=\\W*$|,|\\)|\\.)"),
            Pattern.compile("(?i:\\b(?:by|until|before)\\s+(?:next |this |coming )?)" + WEEKDAY),
            Pattern.compile("(?i)\\bby (?:tomorrow|tonight|next week|end of (?:the |this |next )?(?:week|month))\\b"),
            Pattern.compile("(?i)\\b(?:in|by|until|from|before) (?:calendar )?week \\d{1,2}\\b(?!\\s*(?:%|of))"),
            Pattern.compile("\\b(?:CW|KW) ?\\d{1,2}\\b"),
            Pattern.compile(
                    "(?i)(?:^|[,;:(–-] ?|\\bto be |\\b(?:go|goes|is|be) )(?:live|done|finish(?:ed)?|ship(?:s|ped)?|"
                            + "launch(?:ed|es)?|ready|released?|available|delivered|completed?|out) (?:in|within) "
                            + COUNT
                            + " (?:days|weeks|months)\\b"));

    /** Without one of these there is no date, which is quickly seen. */
    private static final Pattern SIGNS = Pattern.compile(
            "\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day\\b|(?i:tomorrow|tonight|week|month)");

    private HardDates() {}

    static Optional<String> in(String text) {
        if (!SIGNS.matcher(text).find()) {
            return Optional.empty();
        }
        return DATES.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .min(Comparator.comparingInt(MatchResult::start))
                .map(MatchResult::group)
                .map(HardDates::bare);
    }

    private static String bare(String found) {
        return found.replaceFirst("^[\\s,;:(–-]+", "").strip();
    }
}
