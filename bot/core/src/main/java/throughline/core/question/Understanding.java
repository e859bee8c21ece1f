package throughline.core.question;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

/** Understands a sentence: what somebody wants to know, and about which item of the roadmap. */
public final class Understanding {
    private static final Set<Kind> WORK = Set.of(Kind.INITIATIVE, Kind.WORKSTREAM);
    private static final Set<Kind> WORK_AND_GOALS = Set.of(Kind.INITIATIVE, Kind.WORKSTREAM, Kind.OBJECTIVE);
    private static final Set<Kind> GOALS = Set.of(Kind.OBJECTIVE, Kind.KEY_RESULT);

    private static final Set<Kind> WRITTEN =
            Set.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.WORKSTREAM, Kind.STRATEGY);

    private static final Set<Kind> NAMED = Set.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT);

    /** From here on something on the roadmap is clearly named. */
    private static final double CLEARLY = 0.9;

    /** What is less sure than this to be off the topic is not, where something is clearly named. */
    private static final double SURELY_OFF = 0.8;

    /** What each intent is about; the others are about the roadmap as a whole. */
    private static final Map<Intent, Set<Kind>> ABOUT = new EnumMap<>(Map.ofEntries(
            Map.entry(Intent.WHICH_OKR, WORK),
            Map.entry(Intent.WHY, WORK_AND_GOALS),
            Map.entry(Intent.WHEN, WORK),
            Map.entry(Intent.WHO_OWNS, WORK),
            Map.entry(Intent.STATUS_OF, WORK),
            Map.entry(Intent.NON_GOALS, Set.of(Kind.INITIATIVE)),
            Map.entry(Intent.CONSTRAINTS, Set.of(Kind.INITIATIVE)),
            Map.entry(Intent.ON_ROADMAP, WORK),
            Map.entry(Intent.TRADEOFF, Set.of(Kind.INITIATIVE)),
            Map.entry(Intent.WHY_NOT, WORK),
            Map.entry(Intent.WHAT_SERVES, GOALS),
            Map.entry(Intent.PROGRESS_OF_KR, Set.of(Kind.KEY_RESULT)),
            Map.entry(Intent.TEAM_WORK, Set.of(Kind.TEAM)),
            Map.entry(Intent.SCORE, Set.of(Kind.INITIATIVE, Kind.PRODUCT)),
            Map.entry(Intent.HISTORY, WRITTEN),
            Map.entry(Intent.WATCH, WRITTEN),
            Map.entry(Intent.MOVE, Set.of(Kind.INITIATIVE))));

    private final Language language;
    private final Recall recall;
    private final Phrasing phrasing;

    public Understanding(Language language, Recall recall, Phrasing phrasing) {
        this.language = language;
        this.recall = recall;
        this.phrasing = phrasing;
    }

    /**
     * What a sentence asks for.
     *
     * @param sure of the intent, from 0 to 1
     * @param about items that it may be about, best first; empty for intents that are about none
     */
    public record Asked(Intent intent, double sure, List<Resolution.Match> about) {
        public Asked {
            about = List.copyOf(about);
        }

        /** Whether the intent needs an item. */
        public boolean needsItem() {
            return ABOUT.containsKey(intent);
        }
    }

    /** Empty while what was learned is not loaded, and for a text without a word. */
    public Optional<Asked> of(Roadmap roadmap, String text) {
        return language.meaning(text).flatMap(meaning -> {
            Map<Intent, Double> intents = phrasing.intents(new Wording(roadmap, phrasing::knows).of(text), meaning);
            return onTopic(intents, roadmap, text)
                    .map(best -> new Asked(best.getKey(), best.getValue(), about(roadmap, text, best.getKey())));
        });
    }

    /** The likeliest intent; who clearly names something on the roadmap is not off the topic, however it sounds. */
    private Optional<Map.Entry<Intent, Double>> onTopic(Map<Intent, Double> intents, Roadmap roadmap, String text) {
        Optional<Map.Entry<Intent, Double>> best = likeliest(intents, intent -> true);
        Optional<Double> offTopic = best.filter(found -> found.getKey() == Intent.OUT_OF_SCOPE)
                .filter(found -> namesSomething(roadmap, text))
                .map(Map.Entry::getValue);
        return offTopic.isEmpty()
                ? best
                : likeliest(intents, intent -> intent != Intent.OUT_OF_SCOPE)
                        .map(found -> Map.entry(found.getKey(), found.getValue() / onTopic(offTopic.get())));
    }

    /** The share that the other intents have among themselves; all, where it may be none of them. */
    private static double onTopic(double offTopic) {
        return offTopic < SURELY_OFF ? 1 - offTopic : 1;
    }

    private static Optional<Map.Entry<Intent, Double>> likeliest(
            Map<Intent, Double> intents, Predicate<Intent> wanted) {
        return intents.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .max(Comparator.comparingDouble(Map.Entry<Intent, Double>::getValue)
                        .thenComparing(Map.Entry::getKey));
    }

    private boolean namesSomething(Roadmap roadmap, String text) {
        return new Resolution(roadmap, language, recall, phrasing)
                .find(text, NAMED).stream().anyMatch(match -> match.sure() >= CLEARLY);
    }

    /** The items that a sentence of this intent may be about, best first. */
    public List<Resolution.Match> about(Roadmap roadmap, String text, Intent intent) {
        return among(roadmap, text, kinds(intent));
    }

    /** The items of some kinds that a text may name, best first. */
    public List<Resolution.Match> among(Roadmap roadmap, String text, Set<Kind> kinds) {
        return kinds.isEmpty() || Names.telling(text).isEmpty()
                ? List.of()
                : new Resolution(roadmap, language, recall, phrasing).find(text, kinds);
    }

    static Set<Kind> kinds(Intent intent) {
        return ABOUT.getOrDefault(intent, Set.of());
    }
}
