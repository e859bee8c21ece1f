package throughline.core.assistant;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.question.Resolution.Match;
import throughline.core.question.Understanding;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Window;
import throughline.core.roadmap.Words;
import throughline.core.view.Audience;
import throughline.core.view.ByHorizon;

/**
 * What a sentence gives the command that answers it, as it would be typed behind the verb: the items, the horizon, the days or the
 * audience that it names.
 */
final class Spoken {
    /**
     * What stands behind the verb.
     *
     * @param read the item that the sentence was read to be about, if it is one
     */
    record Typed(String words, Optional<Item> read) {
        private static Typed of(String words) {
            return new Typed(words, Optional.empty());
        }
    }

    /** From here on an item is named in a sentence that need not name any. */
    private static final double NAMED = 0.5;

    /** From here on it is, though the sentence says enough without it. */
    private static final double CLEARLY = 0.8;

    private static final Set<Kind> BETS_AND_GOALS =
            EnumSet.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME);
    private static final Set<Kind> WRITTEN =
            EnumSet.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.STRATEGY, Kind.WORKSTREAM);

    /** The intents that are read here, and what each may name. */
    private static final Map<Intent, Set<Kind>> MAY_NAME = Map.ofEntries(
            Map.entry(Intent.COMPARE, EnumSet.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME)),
            Map.entry(Intent.MIX, EnumSet.of(Kind.PRODUCT, Kind.THEME, Kind.OBJECTIVE, Kind.TEAM)),
            Map.entry(
                    Intent.CHECK,
                    EnumSet.of(
                            Kind.INITIATIVE,
                            Kind.OBJECTIVE,
                            Kind.KEY_RESULT,
                            Kind.THEME,
                            Kind.STRATEGY,
                            Kind.WORKSTREAM,
                            Kind.TEAM)),
            Map.entry(Intent.LAYER, WRITTEN),
            Map.entry(Intent.DIAGNOSE, EnumSet.of(Kind.OBJECTIVE, Kind.KEY_RESULT)),
            Map.entry(Intent.CHANGES, Set.of()),
            Map.entry(Intent.AS_OF, EnumSet.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.TEAM)),
            Map.entry(Intent.DIFF, BETS_AND_GOALS),
            Map.entry(Intent.SLIP, Set.of()),
            Map.entry(Intent.VIEW, EnumSet.of(Kind.TEAM)),
            Map.entry(Intent.TREE, BETS_AND_GOALS),
            Map.entry(Intent.PROPOSAL, Set.of()),
            Map.entry(Intent.FLAG, Set.of()),
            Map.entry(Intent.WATCHING, Set.of()),
            Map.entry(Intent.QUESTIONS, Set.of()),
            Map.entry(Intent.COMMENTS, Set.of()));

    /** Nobody compares more in a sentence; a pasted list is not read to its end. */
    private static final int MOST_PIECES = 16;

    private static final Pattern HORIZON = word("(?<!right )(now|next|later)");
    private static final Pattern BETWEEN = Pattern.compile(
            "[,;:&?]|\\b(?:and|or|with|versus|vs|against|to|than|before|beat|beats|between|over|next to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = word("(?:last quarter|this quarter|(?:\\d{4}[- ]?)?q[1-4](?:[- ]?\\d{4})?)");
    private static final Pattern WINDOW = word("(?:\\d{4}[- ]?[qh]\\d|[qh]\\d(?:[- ]?\\d{4})?)");
    private static final Pattern UNTIL_NOW = word("(?:and|to|until|till|with|versus|vs) (?:now|today)");
    private static final Pattern MINE =
            word("(?:my|mine|i own|i have|i keep|i (?:need|have|ought) to|should i|i should)");
    private static final Pattern EVERYTHING = word("(?:roadmap|everything)");
    private static final Pattern LIST = word("(?:which|what|other|different|list) (?:\\w+ )?(?:views?|audiences?)");

    /** In order: "the themes of our objectives" are themes. */
    private static final List<Map.Entry<String, Pattern>> ALL_OF_A_KIND = List.of(
            Map.entry("themes", word("themes")),
            Map.entry("key results", word("(?:key results|krs)")),
            Map.entry("okrs", word("okrs")),
            Map.entry("objectives", word("(?:objectives|goals)")),
            Map.entry("strategies", word("(?:strategies|strategy statements?)")),
            Map.entry("initiatives", word("(?:initiatives|bets)")),
            Map.entry("workstreams", word("workstreams")));

    /** In order: what is more particular comes first. */
    private static final List<Map.Entry<Audience, Pattern>> AUDIENCES = List.of(
            Map.entry(Audience.BOARD, word("(?:kanban|side by side|(?:all )?columns?|board|everything on one page)")),
            Map.entry(Audience.PUBLIC, word("(?:public|publicly|customers?|outside|outsiders|external(?:ly)?)")),
            Map.entry(Audience.RELEASE, word("(?:releases?|windows?|launch(?:es)?|marketing|sales|shipping)")),
            Map.entry(Audience.TECHNOLOGY, word("(?:tech|technical|technology|engineers?|engineering)")),
            Map.entry(Audience.PORTFOLIO, word("(?:portfolio|product leaders?)")),
            Map.entry(
                    Audience.THEME,
                    word("(?:themes?|executives?|execs?|leadership|management|c-level|ceo|directors)")));

    /** What is asked of an earlier day about one item. */
    private static final List<Map.Entry<String, Pattern>> ASPECTS = List.of(
            Map.entry("who", word("(?:who|owner|owned)")),
            Map.entry("why", word("(?:why|reason)")),
            Map.entry("which-okr", word("(?:okrs?|objectives?|goals?|key results?)")),
            Map.entry("constraints", word("constraints?")),
            Map.entry("non-goals", word("non-? ?goals?")));

    private final Understanding understanding;

    Spoken(Understanding understanding) {
        this.understanding = understanding;
    }

    static boolean reads(Intent intent) {
        return MAY_NAME.containsKey(intent);
    }

    /** What asks for changes between two days asks for what is different. */
    static Intent refined(Request request, Intent intent) {
        if (intent != Intent.CHANGES && intent != Intent.HISTORY) {
            return intent;
        }
        String text = request.whole();
        int times = SaidTimes.in(text, request.scene()).times().size();
        return times > 1 || (times == 1 && UNTIL_NOW.matcher(text).find()) ? Intent.DIFF : intent;
    }

    Typed typed(Request request, Intent intent) {
        String text = request.whole();
        SaidTimes said = SaidTimes.in(text, request.scene());
        return switch (intent) {
            case COMPARE -> Typed.of(compared(request, text));
            case MIX -> mixed(request, text);
            case CHECK -> checked(request, text);
            case CHANGES -> Typed.of(since(text, said));
            case AS_OF -> asOf(request, said);
            case DIFF -> between(request, text, said);
            case SLIP -> Typed.of(first(QUARTER, text).orElse(""));
            case VIEW -> audience(request, text);
            case LAYER, DIAGNOSE, TREE -> naming(request, intent, text, "");
            default -> Typed.of("");
        };
    }

    /** The item of which somebody wants a change taken back, if one is named. */
    Optional<Item> undone(Request request) {
        return clearly(request, request.whole(), WRITTEN);
    }

    /** The item that is named, or something else if none is. */
    private Typed naming(Request request, Intent intent, String text, String otherwise) {
        return named(request, text, kinds(intent), NAMED)
                .map(item -> new Typed(Subject.entity(item), Optional.of(item)))
                .orElseGet(() -> Typed.of(otherwise));
    }

    private Optional<Item> named(Request request, String text, Set<Kind> kinds, double sure) {
        return understanding.among(request.roadmap(), text, kinds).stream()
                .limit(1)
                .filter(match -> match.sure() >= sure)
                .map(Match::item)
                .findFirst();
    }

    /** An item that is named by its id, or by half of its title at least. */
    private Optional<Item> clearly(Request request, String text, Set<Kind> kinds) {
        List<String> words = Words.of(text);
        return named(request, text, kinds, CLEARLY)
                .filter(item -> words.containsAll(Words.of(item.id().text())) || isHalfNamed(words, item));
    }

    private static boolean isHalfNamed(List<String> words, Item item) {
        List<String> title = Names.telling(item.title());
        long said = title.stream()
                .filter(word -> words.stream().anyMatch(one -> Spelling.isForm(one, word)))
                .count();
        return 2 * said >= title.size() && said > 0;
    }

    private static Set<Kind> kinds(Intent intent) {
        return MAY_NAME.getOrDefault(intent, Set.of());
    }

    /** The items of one kind that stand between "and", "or", "than"; else a horizon, or one item under which bets are. */
    private String compared(Request request, String text) {
        Map<Kind, List<Item>> named = BETWEEN.splitAsStream(text)
                .filter(piece -> !Names.telling(piece).isEmpty())
                .limit(MOST_PIECES)
                .flatMap(piece -> named(request, piece, kinds(Intent.COMPARE), NAMED).stream())
                .distinct()
                .collect(Collectors.groupingBy(Item::kind, TreeMap::new, Collectors.toList()));
        // The words around may resemble something of another kind.
        List<Item> items =
                named.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        Optional<String> horizon = horizon(text).filter(any -> items.size() < 2);
        return horizon.orElseGet(
                () -> items.stream().map(item -> item.id().text()).collect(Collectors.joining(" ")));
    }

    private Typed mixed(Request request, String text) {
        return first(WINDOW, text)
                .flatMap(Window::of)
                .map(Window::title)
                .or(() -> horizon(text))
                .map(Typed::of)
                .orElseGet(() -> naming(request, Intent.MIX, text, ""));
    }

    private Typed checked(Request request, String text) {
        Optional<Item> clearly = clearly(request, text, kinds(Intent.CHECK));
        Optional<String> scope = scope(text).or(() -> first(EVERYTHING, text)).filter(any -> clearly.isEmpty());
        return scope.map(Typed::of).orElseGet(() -> naming(request, Intent.CHECK, text, "roadmap"));
    }

    /** What is checked where no item is named: one's own, a horizon, all of a kind. */
    private static Optional<String> scope(String text) {
        if (MINE.matcher(text).find()) {
            return Optional.of("mine");
        }
        return ALL_OF_A_KIND.stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> horizon(text));
    }

    private static String since(String text, SaidTimes said) {
        return said.times().stream()
                .findFirst()
                .orElseGet(() -> word("today").matcher(text).find() ? "today" : "");
    }

    private Typed asOf(Request request, SaidTimes said) {
        return said.times().stream()
                .findFirst()
                .map(day -> {
                    Typed question = ofThatDay(request, said.rest());
                    return new Typed(day + " " + question.words(), question.read());
                })
                .orElseGet(() -> Typed.of(""));
    }

    private Typed ofThatDay(Request request, String text) {
        Optional<Item> item = clearly(request, text, kinds(Intent.AS_OF));
        if (item.isPresent()) {
            return new Typed(about(item.get(), text), item);
        }
        if (word("(?:okrs?|objectives?|goals?|key results?)").matcher(text).find()) {
            return Typed.of("okrs");
        }
        return Typed.of(
                word("(?:board|columns?|side by side)").matcher(text).find()
                        ? "view board"
                        : horizon(text).orElse("now"));
    }

    private static String about(Item item, String text) {
        if (item.kind() == Kind.TEAM) {
            return "team " + item.title();
        }
        return ASPECTS.stream()
                .filter(aspect -> item.kind() == Kind.INITIATIVE)
                .filter(aspect -> aspect.getValue().matcher(text).find())
                .map(aspect -> aspect.getKey() + " " + item.id())
                .findFirst()
                .orElse("show " + item.id());
    }

    /** Two days, or one and now. */
    private Typed between(Request request, String text, SaidTimes said) {
        if (said.times().isEmpty()) {
            return Typed.of(word("(?:now|today)").matcher(text).find() ? "this quarter now" : "");
        }
        String days = said.times().stream().limit(2).collect(Collectors.joining(" "))
                + (said.times().size() == 1 ? " " + Moment.NOW : "");
        Optional<Item> item = clearly(request, said.rest(), kinds(Intent.DIFF));
        return new Typed(item.map(found -> found.id() + " ").orElse("") + days, item);
    }

    private Typed audience(Request request, String text) {
        if (LIST.matcher(text).find()) {
            return Typed.of("");
        }
        return AUDIENCES.stream()
                .filter(audience -> audience.getValue().matcher(text).find())
                .map(audience -> Typed.of(audience.getKey().word()))
                .findFirst()
                .or(() -> named(request, text, kinds(Intent.VIEW), NAMED)
                        .map(team -> new Typed("team " + team.title(), Optional.of(team))))
                .orElseGet(() -> Typed.of(""));
    }

    /** The last horizon that a text names, as it is typed. */
    static Optional<String> horizon(String text) {
        return horizons(text).reduce((before, last) -> last);
    }

    /** The horizons that a text names, as they are typed. */
    static Stream<String> horizons(String text) {
        return HORIZON.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(named -> ByHorizon.OPEN.stream()
                        .map(Horizon::title)
                        .map(title -> title.toLowerCase(Locale.ROOT))
                        .filter(named::equalsIgnoreCase));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static Pattern word(String pattern) {
        return Pattern.compile("\\b" + pattern + "\\b", Pattern.CASE_INSENSITIVE);
    }
}
