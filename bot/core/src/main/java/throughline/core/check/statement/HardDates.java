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

    /** Days that everybody knows, and that promise as much as their dates. */
    private static final String FEAST =
            "(?:Easter|Whitsun|Pentecost|Christmas|Xmas|X-mas|New Year(?:'s)?|Thanksgiving|Hallowe'?en|"
                    + "Valentine's|Black Friday|Cyber Monday|Boxing Day|Lab(?:o|ou)r Day|Memorial Day|Independence Day|"
                    + "Diwali|Ramadan|Eid|Hanukkah|Chinese New Year|Lunar New Year|Mother's Day|Father's Day|Bastille Day|"
                    + "Singles' Day|Midsummer|Golden Week)\\b(?! \\p{L}+ing\\b)";

    private static final String NUMBERED =
            "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
                    + "fifteenth|twentieth|thirtieth|last)";

    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?<![\\d-])(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)"),
            Pattern.compile("(?<![\\d.])" + DAY + "\\.(?:0?[1-9]|1[0-2])\\.(?:(?:20)?\\d{2})?(?![\\d.])"),
            Pattern.compile("(?<![\\d/])\\d{1,2}([-/])\\d{1,2}\\1(?:20)?\\d{2}(?!\\d)"),
            Pattern.compile(
                    "(?i)\\b(?:by|on|until|till|before|due|from|ga|eta|date:?|live:?)\\s+\\d{1,2}/\\d{1,2}(?![\\d/%])"),
            Pattern.compile("\\b" + DAY + ORDINAL + "?(?: of)?(?:[-–/]" + DAY + ")? " + MONTH),
            Pattern.compile("\\b" + MONTH + " " + DAY + ORDINAL + "?\\b(?![\\d%.:/-]\\d| ?%)"),
            Pattern.compile("(?i:\\b" + NUMBERED + " (?:day |week |half |\\p{L}+day )?(?:of|in) )" + MONTH),
            Pattern.compile("\\b" + MONTH + ",? ?(?:of )?(?:20\\d{2}|'\\d{2})\\b"),
            Pattern.compile(
                    "(?i:\\b(?:in|by|until|till|before|from|since|this|next|early|late|mid|end of|of mid|around|"
                            + "middle of|beginning of|start of|during)[- ])" + MONTH + "(?! (?:\\p{Lu}|&))"),
            Pattern.compile("(?i)\\b(?:by|on|until|till|before) the " + DAY + ORDINAL + "\\b(?! \\p{L})"),
            Pattern.compile("(?i:\\b(?:by|on|until|till|before|this|next|starting|due|for)\\s+(?:next |this |coming )?)"
                    + WEEKDAY + "(?=\\W*$|,|\\)|\\.)"),
            Pattern.compile("(?i:\\b(?:by|until|before)\\s+(?:next |this |coming )?)" + WEEKDAY),
            Pattern.compile("(?i)\\b(?:by|before) (?:tomorrow|tonight|next (?:week|month)|(?:the )?(?:end|close) of "
                    + "(?:the |this |next )?(?:week|month|day|business|play))\\b"),
            Pattern.compile("\\b(?:EO[DWMQY]|COB)\\b"),
            Pattern.compile(
                    "(?i:\\b(?:by|before|until|till|in time for|ahead of|(?:out|live|ready|done|available|there|finished|"
                            + "launched|released|shipped|delivered) (?:for|at|on)|no later than) (?:this |next )?)"
                            + FEAST),
            Pattern.compile("(?i)\\b(?:in|by|until|from|before) (?:calendar )?week \\d{1,2}\\b(?!\\s*(?:%|of))"),
            Pattern.compile("\\b(?:CW|KW) ?\\d{1,2}\\b"),
            Pattern.compile(
                    "(?i)(?:^|[,;:(–-] ?|\\bto be |\\b(?:go|goes|is|be) )(?:live|done|finish(?:ed)?|ship(?:s|ped)?|"
                            + "launch(?:ed|es)?|ready|released?|available|delivered|completed?|out) (?:in|within) "
                            + COUNT
                            + " (?:days|weeks|months)\\b"));

    /** Without one of these there is no date, which is quickly seen. */
    private static final Pattern SIGNS = Pattern.compile(
            "\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day\\b|day's\\b|\\bEO|\\bCOB|(?i:tomorrow|tonight|week|month|business|"
                    + "close of play)|\\bEaster|Whitsun|Pentecost|Christmas|mas\\b|New Year|Thanksgiving|Hallow|Diwali|Ramadan|Eid|"
                    + "Hanukkah|Valentine|Midsummer");

    /** What is told of the past promises nothing: "In an interview on 12 March four dispatchers said so". */
    private static final Pattern TOLD = Pattern.compile(
            "(?i)\\b(?:was|were|had|did|said|told|saw|rose|fell|learn(?:ed|t)|found|showed|"
                    + "wrote|came|went|grew|lost|began|(?:we|they|he|she|it|I|users|customers|people|who) \\p{L}+ed)\\b");

    private static final Pattern PROMISED =
            Pattern.compile("(?i)\\b(?:will|must|shall|'ll|due|by|until|till|before|deadlines?|eta|live|"
                    + "ship\\p{L}*|launch\\p{L}*|releas\\p{L}*|deliver\\p{L}*|ready|available|promis\\p{L}*|expect\\p{L}*|commit\\p{L}*|"
                    + "plan\\p{L}*|target\\p{L}*|starts?|rollout|roll-out|out|would|go|goes|to be)\\b");

    private static final Pattern CLAUSES = Pattern.compile("(?<=[!?;]|\\p{L}\\.) +");

    private HardDates() {}

    static Optional<String> in(String text) {
        if (!SIGNS.matcher(text).find()) {
            return Optional.empty();
        }
        return CLAUSES.splitAsStream(text)
                .filter(clause -> !isTold(clause))
                .flatMap(clause -> first(clause).stream())
                .findFirst();
    }

    private static boolean isTold(String clause) {
        return TOLD.matcher(clause).find() && !PROMISED.matcher(clause).find();
    }

    private static Optional<String> first(String text) {
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
