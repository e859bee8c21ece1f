package throughline.core.question;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The commonest ways to ask, as rules: they hold before anything learned is loaded. */
public final class Idioms {
    /**
     * What a question asks for.
     *
     * @param verb the command that answers it, with words that always follow it
     * @param about the rest of the question, to be resolved to an item
     */
    public record Meaning(String verb, String about) {}

    private record Way(Pattern pattern, String verb) {
        Optional<Meaning> of(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? Optional.of(new Meaning(verb, about(matcher))) : Optional.empty();
        }

        /** What stands before and after the words that told the intent. */
        private static String about(Matcher matcher) {
            return IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "))
                    .strip();
        }
    }

    /** In order: the more particular way of asking comes first. */
    private static final List<Way> WAYS = List.of(
            way(
                    "^(?:show|list|give|tell|what|which)\\b[^,;:]{0,30}\\b(?:okrs|objectives|goals|key results)\\W*$",
                    "okrs"),
            way(
                    "^(.*?)\\b(?:which|what|whose)\\b.*?\\b(?:okrs?|objectives?|goals?|key results?|krs?)\\b(.*)",
                    "which-okr"),
            way("^what(?:'s| is) wrong with (.*)", "check"),
            way("^(?:at |on )?(?:which|what) layer (?:is|are) (.*?)(?: (?:at|on|written|defined).*)?$", "layer"),
            way("^(?:what|who)(?:'s| is| are|s)? (?:the )?(.*) team\\b.*", "team"),
            way("\\bwho\\b(.*)", "who"),
            way("\\bowner of\\b(.*)", "who"),
            way("\\bwhy\\b(.*)", "why"),
            way("\\b(?:when|eta)\\b(.*)", "when"),
            way(
                    "^(?:what(?:'s| is| are)? (?:everyone |we )?(?:working on|building|doing)|what(?:'s| is) in (?:now|flight))"
                            + "\\b.*",
                    "now"),
            way("\\bstatus of\\b(.*)", "show"),
            way("\\bnext\\b(.*)", "next"),
            way("\\blater\\b(.*)", "later"),
            way("\\bnow\\b(.*)", "now"),
            way("\\b(?:our|the|all|show) (?:okrs|objectives|goals)\\b.*", "okrs"),
            way("\\b(?:how(?:'s| is)|tell me about|what is|what's)\\b(.*)", "show"),
            way("^(?:hi|hello|hey|help|what can you do)\\b.*", "help"));

    private static final Pattern GIVEN = Pattern.compile(
            "^[^:]{0,80}\\b(?:okrs?|objectives?|goals?|key results?|krs?)\\b[^:]{0,40}\\b(?:this|it)\\b[^:]{0,30}[:\\n](.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINNING =
            Pattern.compile("^\\W*(?:would|could|does|do|did|will|can|should|is|are)\\b\\s*", Pattern.CASE_INSENSITIVE);

    /** Looks at a run of spaces once and not from each of them: there may be a page of them. */
    private static final Pattern ENDING = Pattern.compile(
            "(?<!\\s)\\s*+\\b(?:serves?|supports?|helps?|be for|for|under|belongs? to|contributes? to|accelerates?)\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** Asks for something to be built; not whether it is. */
    private static final Pattern REQUEST = Pattern.compile(
            "^(?:hi[, ]+|hey[, ]+|please )?(?:(?:feature )?request(?: for)?:|i'd like to (?:request|ask for)|i want to"
                    + " (?:request|ask for)|i(?: would|'d) like us to have)\\s+(.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Asks for something to be built, or for something that is to be shown. */
    private static final Pattern WISH = Pattern.compile(
            "^(?:hi[, ]+|hey[, ]+|please )?(?:can|could|may) (?:we|i|you)(?: please)? (?:have|get)\\s+(.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern VIEW = Pattern.compile(
            "^(?:please )?(?:(?:show|open|give|see|draw|what(?:'s| is| does)|how does) )?(?:me |us )?(?:the |our |your )?"
                    + "(theme|executive|release|technology|technical|portfolio|public|customer|board|opportunity solution|opportunity)s?"
                    + "(?: (?:view|roadmap|board|tree))(?: looks?(?: like)?)?\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** What is asked about rituals, as a whole sentence. */
    private static final List<Way> RITUALS = List.of(
            way(
                    "^(?:who (?:has|have|hasn't|has not|read)(?: not)? (?:read|seen|acknowledged)?|how far (?:is|did)) ?(?:the |our )?"
                            + "(?:new |changed )?(?:strategy|objective|change|changes)(?: (?:get|go|passed on|spread))?\\W*$",
                    "cascade"),
            way("^(?:show |open )(?:me )?(?:the )?cascades?\\W*$", "cascade"),
            way(
                    "^(?:who(?:'s| is)|is (?:anybody|anyone|somebody)) (?:overloaded|overworked|swamped)\\W*$"
                            + "|^(?:which|what) teams? waits? (?:for|on) (?:each other|another|others)\\W*$"
                            + "|^(?:what are |show (?:me )?)?(?:the |our )?cross[- ]team dependenc(?:y|ies)\\W*$"
                            + "|^(?:what do|where do) (?:the |our )?teams (?:read|see) (?:things )?differently\\W*$"
                            + "|^(?:show (?:me )?)?(?:the |our )?monthly sync\\W*$",
                    "sync"),
            way(
                    "^(?:show (?:me )?)?(?:the |my |this month's |our )pulse(?: question)?\\W*$"
                            + "|^what(?:'s| is) (?:the |my |this month's )pulse(?: question)?\\W*$",
                    "pulse"));

    private static final Pattern REVIEW = Pattern.compile(
            "^(?:please )?(?:(?:let'?s|let us|(?:can|could) (?:we|i|you)|i(?:'d like| want| need| have)? ?to|start|begin|do|open|resume|continue"
                    + "|go on with|show|give) (?:me |us )?)*(?:with )?(?:my |our |the |this |a )*(?:(?:quarterly|quarter(?:'s)?|end[- ]of[- ]quarter)"
                    + "(?: roadmap)?|(?<quarter>q[1-4](?: \\d{4})?|last quarter(?:'s)?)) (?:review|retro(?:spective)?)(?: now| please)?\\W*$"
                    + "|^how did (?:my|our|the) (?:bets|initiatives) (?:do|go|turn out|work out)(?: this quarter)?\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** What somebody says to a reminder: nothing else is put off so. */
    private static final Pattern REMIND = Pattern.compile(
            "^(?:please )?remind me (?:again )?(?:on |in )?(?<when>(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week"
                    + "|(?:a|\\d{1,3}) (?:day|week)s?|\\d{4}-\\d{2}-\\d{2})(?: please)?\\W*$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 500;

    private Idioms() {}

    public static Optional<Meaning> of(String question) {
        String plain = question.strip().replace('’', '\'');
        // Questions are short; a pasted page is not matched to its end.
        String text = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return WAYS.stream().flatMap(way -> way.of(text).stream()).findFirst();
    }

    /** The work in "which OKR does this serve: …", marked as work rather than a name. */
    public static Optional<String> work(String text) {
        Matcher matcher = GIVEN.matcher(text.strip());
        return matcher.find() ? Optional.of("this: " + matcher.group(1).strip()) : Optional.empty();
    }

    /** What somebody asks for to be built: "bulk export" in "I'd like to request bulk export". */
    public static Optional<String> request(String text) {
        return wanted(REQUEST, text);
    }

    /** What somebody may wish to be built, or to be shown: "bulk export" in "can we have bulk export?". */
    public static Optional<String> wish(String text) {
        return wanted(WISH, text);
    }

    private static Optional<String> wanted(Pattern asking, String text) {
        Matcher matcher = asking.matcher(text.strip().replace('’', '\''));
        return matcher.matches()
                ? Optional.of(matcher.group(1)
                                .strip()
                                .replaceFirst("(?<![\\s?.!])[\\s?.!]++$", "")
                                .replaceFirst("(?i)(?<![\\s,])[\\s,]++please$", ""))
                        .filter(wish -> !wish.isEmpty())
                : Optional.empty();
    }

    /** Which view is asked for, in words such as "show me the release view"; nothing else is said in them. */
    public static Optional<Meaning> view(String text) {
        Matcher matcher = VIEW.matcher(text.strip().replace('’', '\''));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String audience = matcher.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(
                audience.startsWith("opportunity") ? new Meaning("tree", "") : new Meaning("view", audience));
    }

    /** Which ritual is asked about, in a sentence that says nothing else: "who is overloaded?". */
    public static Optional<Meaning> ritual(String text) {
        String plain = text.strip().replace('\u2019', '\'');
        return plain.length() > LONGEST
                ? Optional.empty()
                : RITUALS.stream()
                        .filter(way -> way.pattern().matcher(plain).matches())
                        .map(way -> new Meaning(way.verb(), ""))
                        .findFirst();
    }

    /** That somebody wants to review a quarter, in words such as "let's do the quarterly review", or to be reminded of it; it may say which. */
    public static Optional<Meaning> review(String text) {
        String whole = text.strip().replace('’', '\'');
        String plain = whole.length() > LONGEST ? "" : whole;
        Matcher matcher = REVIEW.matcher(plain);
        Matcher remind = REMIND.matcher(plain);
        if (remind.matches()) {
            return Optional.of(new Meaning("review", "remind " + remind.group("when")));
        }
        return matcher.matches()
                ? Optional.of(new Meaning(
                        "review",
                        Optional.ofNullable(matcher.group("quarter")).orElse("").replace("'s", "")))
                : Optional.empty();
    }

    /** What a question is about which asks for its OKR: the rest of "which OKR would a CSV import serve". */
    public static String subject(String question) {
        String about = of(question)
                .filter(meaning -> meaning.verb().equals("which-okr"))
                .map(Meaning::about)
                .orElse(question);
        String trimmed = ENDING.matcher(BEGINNING.matcher(about).replaceFirst(""))
                .replaceFirst("")
                .strip();
        return trimmed.isEmpty() ? question : trimmed;
    }

    private static Way way(String pattern, String verb) {
        return new Way(Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE), verb);
    }
}
