package throughline.core.roadmap;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The kinds of things that a roadmap is made of, and of what is kept beside it, with the letter that their ids begin with.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state; the JDK's types cannot say so
public enum Kind {
    PRODUCT("product", "P", () -> Product.FIELDS, Product::new),
    STRATEGY("strategy statement", "S", () -> Strategy.FIELDS, Strategy::new),
    OBJECTIVE("objective", "O", () -> Objective.FIELDS, Objective::new),
    KEY_RESULT("key result", "KR", () -> KeyResult.FIELDS, KeyResult::new),
    THEME("theme", "T", () -> Theme.FIELDS, Theme::new),
    INITIATIVE("initiative", "I", () -> Initiative.FIELDS, Initiative::new),
    WORKSTREAM("workstream", "W", () -> Workstream.FIELDS, Workstream::new),
    EVIDENCE("evidence", "E", () -> Evidence.FIELDS, Evidence::new),
    EXPERIMENT("experiment", "X", () -> Experiment.FIELDS, Experiment::new),
    TEAM("team", "TM", () -> Team.FIELDS, Team::new),
    QUESTION("question", "Q", () -> Question.FIELDS, Question::new),
    PRECEDENT("precedent", "L", () -> Precedent.FIELDS, Precedent::new),
    PROPOSAL("proposal", "PR", () -> Proposal.FIELDS, Proposal::new),
    SHARE("shared horizon", "SH", () -> Share.FIELDS, Share::new),
    WATCH("watch", "WA", () -> Watch.FIELDS, Watch::new),
    SCHEDULE("schedule", "N", () -> Schedule.FIELDS, Schedule::new),
    ALIGNMENT("alignment answer", "A", () -> Alignment.FIELDS, Alignment::new),
    DAYS_OFF("list of days off", "H", () -> DaysOff.FIELDS, DaysOff::new),
    REQUEST("request", "R", () -> FeatureRequest.FIELDS, FeatureRequest::new),
    DECISION("decision", "D", () -> Receipt.FIELDS, Receipt::new),
    INTAKE("channel for requests", "C", () -> IntakeChannel.FIELDS, IntakeChannel::new),
    NEWS("piece of news", "NW", () -> News.FIELDS, News::new),
    PULSE("pulse", "PU", () -> Pulse.FIELDS, Pulse::new),
    CASCADE("change that is passed on", "CA", () -> Cascade.FIELDS, Cascade::new),
    QUARTERS("setting of quarters", "F", () -> Quarters.FIELDS, Quarters::new),
    REVIEW("quarterly review", "QR", () -> Review.FIELDS, Review::new);

    private static final Set<Kind> BESIDE = EnumSet.range(QUESTION, REVIEW);

    private final String title;
    private final String prefix;
    // Lazy, because the items' classes name kinds in their fields.
    private final Supplier<List<Field<?>>> fields;
    private final BiFunction<ItemId, Values, Item> make;

    Kind(String title, String prefix, Supplier<List<Field<?>>> fields, BiFunction<ItemId, Values, Item> make) {
        this.title = title;
        this.prefix = prefix;
        this.fields = fields;
        this.make = make;
    }

    /** As people read it: "key result". */
    public String title() {
        return title;
    }

    public String withArticle() {
        return this == EVIDENCE ? title : ("aeiou".indexOf(title.charAt(0)) < 0 ? "a " : "an ") + title;
    }

    /** As files and stores have it: {@code key_result}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String prefix() {
        return prefix;
    }

    /** Whether it is kept beside the roadmap: no file has it, no name finds it, and it does not count. */
    public boolean isBeside() {
        return BESIDE.contains(this);
    }

    /** In the order in which people read them; the essentials first. */
    public List<Field<?>> fields() {
        return fields.get();
    }

    public Item item(ItemId id, Values values) {
        return make.apply(id, values);
    }
}
