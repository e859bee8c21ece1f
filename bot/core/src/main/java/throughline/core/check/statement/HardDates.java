package throughline.core.check.statement;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates that a roadmap must not promise: "Presenting your roadmap with hard dates turns a strategic guide into a brittle project
 * plan" ("The Product Manager's Guide to Road Maps", mistake 1).
 */
final class HardDates {
    /** What a text shows at a glance. Patterns are slow, and most texts show nothing. */
    private enum Cue {
        FIGURE,
        MONTH,
        WEEKDAY,
        TERM,
        FEAST
    }

    /** The words that are cues, by their first letters. */
    private static final Map<String, Set<Cue>> BEGINNINGS = Stream.of(
                    beginning(Cue.MONTH, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
                    beginning(Cue.WEEKDAY, "Mon Tue Wed Thu Fri Sat Sun"),
                    beginning(Cue.TERM, "EOD EOW EOM EOQ EOY COB tom ton wee mon day bus pla Tom Ton Wee Mon Day Bus"),
                    beginning(
                            Cue.FEAST,
                            "Eas Whi Pen Chr Xma X-m New Tha Hal Val Bla Cyb Box Lab Mem Ind Diw Ram Eid Han Chi Lun "
                                    + "Mot Fat Bas Sin Mid Gol"))
            .flatMap(entries -> entries)
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));

    private static final int BEGINNING = 3;

    private static Stream<Map.Entry<String, Cue>> beginning(Cue cue, String beginnings) {
        return Stream.of(beginnings.split(" ")).map(beginning -> Map.entry(beginning, cue));
    }

    private static Set<Cue> cues(String text) {
        Set<Cue> cues = EnumSet.noneOf(Cue.class);
        boolean inWord = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isLetter = Character.isLetter(letter);
            if (isLetter && !inWord && at + BEGINNING <= text.length()) {
                cues.addAll(BEGINNINGS.getOrDefault(text.substring(at, at + BEGINNING), Set.of()));
            } else if (letter >= '0' && letter <= '9') {
                cues.add(Cue.FIGURE);
            }
            inWord = isLetter;
        }
        return cues;
    }

    /** One way to write a date. */
    private record Shape(Cue cue, Pattern pattern) {
        static Shape of(Cue cue, String pattern) {
            return new Shape(cue, Pattern.compile(pattern));
        }
    }

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

    private static final List<Shape> DATES = List.of(
            Shape.of(Cue.FIGURE, "(?<![\\d-])(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)"),
            Shape.of(Cue.FIGURE, "(?<![\\d.])" + DAY + "\\.(?:0?[1-9]|1[0-2])\\.(?:(?:20)?\\d{2})?(?![\\d.])"),
            Shape.of(Cue.FIGURE, "(?<![\\d/])\\d{1,2}([-/])\\d{1,2}\\1(?:20)?\\d{2}(?!\\d)"),
            Shape.of(
                    Cue.FIGURE,
                    "(?i)\\b(?:by|on|until|till|before|due|from|ga|eta|date:?|live:?)\\s+\\d{1,2}/\\d{1,2}(?![\\d/%])"),
            Shape.of(Cue.MONTH, "\\b" + DAY + ORDINAL + "?(?: of)?(?:[-–/]" + DAY + ")? " + MONTH),
            Shape.of(Cue.MONTH, "\\b" + MONTH + " " + DAY + ORDINAL + "?\\b(?![\\d%.:/-]\\d| ?%)"),
            Shape.of(Cue.MONTH, "(?i:\\b" + NUMBERED + " (?:day |week |half |\\p{L}+day )?(?:of|in) )" + MONTH),
            Shape.of(Cue.MONTH, "\\b" + MONTH + ",? ?(?:of )?(?:20\\d{2}|'\\d{2})\\b"),
            Shape.of(
                    Cue.MONTH,
                    "(?i:\\b(?:in|by|until|till|before|from|since|this|next|early|late|mid|end of|of mid|around|"
                            + "middle of|beginning of|start of|during)[- ])" + MONTH + "(?! (?:\\p{Lu}|&))"),
            Shape.of(Cue.FIGURE, "(?i)\\b(?:by|on|until|till|before) the " + DAY + ORDINAL + "\\b(?! \\p{L})"),
            Shape.of(
                    Cue.WEEKDAY,
                    "(?i:\\b(?:by|on|until|till|before|this|next|starting|due|for)\\s+(?:next |this |coming )?)"
                            + WEEKDAY + "(?=\\W*$|,|\\)|\\.)"),
            Shape.of(Cue.WEEKDAY, "(?i:\\b(?:by|until|before)\\s+(?:next |this |coming )?)" + WEEKDAY),
            Shape.of(
                    Cue.TERM,
                    "(?i)\\b(?:by|before) (?:tomorrow|tonight|next (?:week|month)|(?:the )?(?:end|close) of "
                            + "(?:the |this |next )?(?:week|month|day|business|play))\\b"),
            Shape.of(Cue.TERM, "\\b(?:EO[DWMQY]|COB)\\b"),
            Shape.of(
                    Cue.FEAST,
                    "(?i:\\b(?:by|before|until|till|in time for|ahead of|(?:out|live|ready|done|available|there|finished|"
                            + "launched|released|shipped|delivered) (?:for|at|on)|no later than) (?:this |next )?)"
                            + FEAST),
            Shape.of(Cue.TERM, "(?i)\\b(?:in|by|until|from|before) (?:calendar )?week \\d{1,2}\\b(?!\\s*(?:%|of))"),
            Shape.of(Cue.FIGURE, "\\b(?:CW|KW) ?\\d{1,2}\\b"),
            Shape.of(
                    Cue.TERM,
                    "(?i)(?:^|[,;:(–-] ?|\\bto be |\\b(?:go|goes|is|be) )(?:live|done|finish(?:ed)?|ship(?:s|ped)?|"
                            + "launch(?:ed|es)?|ready|released?|available|delivered|completed?|out) (?:in|within) "
                            + COUNT
                            + " (?:days|weeks|months)\\b"));

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
        Set<Cue> cues = cues(text);
        return cues.isEmpty()
                ? Optional.empty()
                : CLAUSES.splitAsStream(text)
                        .flatMap(clause -> first(clause, cues).filter(date -> !isTold(clause)).stream())
                        .findFirst();
    }

    private static boolean isTold(String clause) {
        return TOLD.matcher(clause).find() && !PROMISED.matcher(clause).find();
    }

    private static Optional<String> first(String text, Set<Cue> cues) {
        return DATES.stream()
                .filter(shape -> cues.contains(shape.cue()))
                .map(shape -> shape.pattern().matcher(text))
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
