package throughline.core.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;

/**
 * A question about what was just talked about: "and who owns it?", "why?", "its constraints?". Every word of it has to be known here,
 * so that "is it raining" is none.
 */
public final class FollowUp {
    /** No question of this sort is longer, in characters. */
    private static final int LONGEST = 120;

    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:(?:and|so|but|ok|okay|also|then|thanks|thx|cool|great|well|hm+|oh|right|alright)\\b[\\s,.!]*)+");
    private static final Pattern TAIL = Pattern.compile(
            "(?:[\\s,]+(?:please|pls|then|again|exactly|anyway|though|actually|by the way|thanks))?[\\s?!.…]*$");

    private static final Pattern POSSESSIVE = Pattern.compile("\\b(?:their|(?:this|that) one's)\\b");

    /** "This quarter" is a time. */
    private static final Pattern PRONOUN = Pattern.compile(
            "\\b(?:(?:this|that) one|this(?! (?:quarter|half|year|month|week)\\b)|that|them|they|these|those)\\b(?!')");

    private static final String OKR = "(?:okr|objective|goal|key result|kr)";
    private static final String OKRS = OKR + "s?";
    private static final String ASK =
            "(?:(?:(?:what|who|which)(?:'s| is| are)|what about|how about|tell me|show(?: me)?" + "|give me|any) )?";

    private static final String PROGRESS = "progress";
    private static final String SHOW = "show";
    private static final String WHICH_OKR = "which-okr";
    private static final String WHEN = "when";
    private static final String WHO = "who";
    private static final String WHY = "why";

    private record Way(Pattern pattern, String verb) {
        boolean fits(String question) {
            return pattern.matcher(question).matches();
        }
    }

    /** Ways to ask, in which "it" stands for whatever refers back. In order: the more particular one comes first. */
    private static final List<Way> WAYS = Stream.of(
                    aspect("owners?", "lead|team", WHO),
                    aspect("constraints?", "limits|limitations", "constraints"),
                    aspect("non-? ?goals?", "", "non-goals"),
                    aspect("trade-? ?offs?", "", "trade-off"),
                    aspect("scores?|rice", "dhm|cost of delay", "score"),
                    aspect("status", "state", SHOW),
                    aspect(PROGRESS, "", PROGRESS),
                    aspect("reason|rationale", "purpose|point|motivation", WHY),
                    aspect("eta|release window|horizon", "release|timeline|timing|due date|deadline", WHEN),
                    aspect(OKR, OKR + "s", WHICH_OKR),
                    who(),
                    why(),
                    whichOkr(),
                    progress(),
                    when(),
                    show())
            .flatMap(List::stream)
            .toList();

    private FollowUp() {}

    /** The command that the text gives about the item; empty if the text does not refer back. */
    public static Optional<String> of(String text, Item about) {
        if (text.length() > LONGEST || text.contains(":") || text.strip().contains("\n")) {
            return Optional.empty();
        }
        String question = plain(text, about.kind());
        return WAYS.stream()
                .filter(way -> way.fits(question))
                .findFirst()
                .map(way -> verb(way, about.kind()) + " " + about.id());
    }

    private static String plain(String text, Kind kind) {
        String words = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip().replaceAll("\\s+", " ");
        String bare = TAIL.matcher(LEAD_IN.matcher(words).replaceFirst("")).replaceFirst("");
        String noun = "\\b(?:this|that|the) " + (kind == Kind.INITIATIVE ? "(?:initiative|bet)" : kind.title());
        String named = bare.replaceAll(noun + "'s\\b", "its").replaceAll(noun + "\\b", "it");
        return PRONOUN.matcher(POSSESSIVE.matcher(named).replaceAll("its")).replaceAll("it");
    }

    /** Only what is measured has progress; of anything else it is shown where it stands. */
    private static String verb(Way way, Kind kind) {
        boolean isMeasured = kind == Kind.KEY_RESULT || kind == Kind.OBJECTIVE;
        return way.verb().equals(PROGRESS) && !isMeasured ? SHOW : way.verb();
    }

    /**
     * Something that an item has.
     *
     * @param nouns what it is called, also where nothing refers back: "and the owner?"
     * @param others what it is called only where something does: "its team?"
     */
    private static List<Way> aspect(String nouns, String others, String verb) {
        String any = "(?:" + nouns + (others.isEmpty() ? "" : "|" + others) + ")";
        return ways(
                verb,
                ASK + "(?:the )?(?:" + nouns + ")",
                ASK + "its " + any,
                ASK + "(?:the )?" + any + " (?:of|for|on|behind|with|to) it",
                "(?:does|do) it have (?:any |an? |the )?" + any,
                "(?:is|are) there (?:any |an? )?" + any + " (?:for|on|to|behind|with) it",
                "(?:which|what) " + any + " (?:does|do) it have");
    }

    private static List<Way> who() {
        String owns =
                "(?:owns?|owning|leads?|leading|runs?|running|behind|on|responsible for|accountable for|in charge of"
                        + "|works? on|working on|builds?|building|drives?|driving|measures?|measuring|decides?(?: on)?)";
        return ways(
                WHO,
                WHO,
                "(?:who|who's|whos|who is|who are|(?:which|what) team(?: is)?) " + owns + " it",
                "who does it belong to",
                "who is it (?:owned|led|built|driven|measured) by",
                "who (?:do|should|can) (?:i|we) (?:ask|talk to|speak to|contact) about it");
    }

    private static List<Way> why() {
        String word =
                "(?: (?:is|are|was|were|do|does|did|should|would|have|has|we|be|to|in|on|the|so|still|now|next|later"
                        + "|doing|build|building|need|needed|want|matters?|important|worth|picked|chosen|choose|planned|first"
                        + "|a priority|working))*";
        return ways(WHY, WHY, "why" + word + " it" + word);
    }

    private static List<Way> whichOkr() {
        String word = "(?: (?:is|are|do|does|would|will|the|of|behind|under|for|to|in|with|on|we|serv(?:e|es|ing)"
                + "|supports?|mov(?:e|es|ing)|helps?|contributes?|belongs?|linked|tied))*";
        return Stream.concat(
                        ways(
                                WHICH_OKR,
                                "(?:which|what) " + OKR,
                                "(?:which|what)(?:'s)?" + word + " " + OKRS + word + " it" + word,
                                "(?:does|do|will|would) it (?:serve|support|help|move)(?: an?| any| the)? " + OKRS,
                                "what (?:does|do|would) it (?:serve|support|move)")
                                .stream(),
                        ways(
                                "what-serves",
                                "(?:what|which (?:initiatives|bets))(?: else)? (?:serves?|supports?|moves?) it")
                                .stream())
                .toList();
    }

    private static List<Way> progress() {
        return ways(
                PROGRESS,
                "(?:is|are)(?: still)? it(?: still)? (?:on (?:track|target|course)|going well|progressing|at risk)",
                "(?:are|is) we on track (?:with|for|on) it",
                "how(?:'s| is| are) it (?:doing|progressing|coming along|tracking)",
                "how are we doing (?:on|with) it",
                "how far(?: along)? (?:is|are) it(?: along)?",
                "where (?:does|do) it stand");
    }

    private static List<Way> when() {
        String event =
                "(?:com(?:e|es|ing)|due|done|out|ready|live|ship(?:s|ping|ped)?|land(?:s|ing)?|launch(?:es|ing|ed)?"
                        + "|start(?:s|ing)?|finish(?:ed)?|happen(?:s|ing)?|arrives?|expected|planned|scheduled|released?"
                        + "|available|delivered)";
        String word = "(?: (?:is|are|will|does|do|can|should|we|be|have|get|expect|to|going|take|" + event + "))*";
        return ways(
                WHEN,
                WHEN + "|how soon",
                "(?:when|how soon|how long)" + word + " it" + word,
                "(?:is|are|will) it(?: (?:still|be|going|to|get))*(?: in)? (?:now|next|later|soon|this quarter|" + event
                        + ")(?: (?:soon|this quarter|next quarter|this year|now|next|later))?");
    }

    private static List<Way> show() {
        return ways(
                SHOW,
                "tell me more|more details|details",
                "(?:what's|what is|what are|what about|how about|tell me(?: more)? about|more (?:about|on)|show(?: me)?"
                        + "|details (?:of|on)|describe|explain) it(?: about)?",
                "what(?:'s| is| are)? it (?:working on|doing|building)",
                "(?:has|have|did) it (?:start|started|shipped?|launch|launched|finish|finished)(?: yet)?",
                "(?:is|are) it (?:already |still )?(?:blocked|in progress|started|shipped|live|done|finished) ?(?:yet)?");
    }

    private static List<Way> ways(String verb, String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> new Way(Pattern.compile(pattern), verb))
                .toList();
    }
}
