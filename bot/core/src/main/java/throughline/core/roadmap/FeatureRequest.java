package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * What somebody wants to be built, with the trade-off as the requester told it. It is kept beside the roadmap like a {@link Question};
 * what became of it is told by a {@link Receipt}.
 */
public final class FeatureRequest extends Item {
    /** Where it stands. */
    public enum State {
        /** The PM has it. */
        FILED,
        /** The PM wants the swap; the owner of what would go out is asked. */
        WITH_OWNER,
        /** That owner objects; the product lead is asked. */
        OBJECTED,
        DECIDED,
        /** What it became moved to another horizon since. */
        MOVED,
        SHIPPED,
        MEASURED,
        WITHDRAWN
    }

    /** What the requester would take out of Now for it. */
    public enum Swap {
        INITIATIVE,
        CANT_CHOOSE,
        /** Nothing: it should wait. */
        PARK,
        /** Nothing: Now has room for it. */
        NOT_NEEDED
    }

    public static final Shape.Text PROBLEM_TEXT = new Shape.Text(2_000, false);
    public static final Shape.Text WORDS = new Shape.Text(4_000, false);

    public static final Field<String> TITLE = Field.required("title", Shape.line(), "What is asked for");
    public static final Field<String> PROBLEM = Field.required("problem", PROBLEM_TEXT, "The problem that it solves");
    public static final Field<List<String>> CUSTOMERS =
            Field.of("customers", Shape.many(Shape.line(120)), "Whose problem it is");
    public static final Field<Evidence.Origin> ORIGIN =
            Field.of("evidence", Shape.oneOf(Evidence.Origin.class), "What kind of evidence there is");
    public static final Field<String> SOURCE = Field.of("source", Shape.line(), "Where that is written down");
    public static final Field<Estimate> REVENUE = Field.of("revenue", Estimate.SHAPE, "Yearly revenue behind it");
    public static final Field<ItemId> OBJECTIVE = Field.of(
            "objective", Shape.item(Kind.OBJECTIVE), "The objective that it accelerates; absent for none of them");
    public static final Field<ItemId> KEY_RESULT =
            Field.of("key_result", Shape.item(Kind.KEY_RESULT), "The key result that it should move");
    public static final Field<Estimate> MOVEMENT =
            Field.of("movement", Estimate.SHAPE, "By how much, in the key result's unit");
    public static final Field<Beliefs> CONFIDENCE =
            Field.of("confidence", Beliefs.SHAPE, "How sure of problem, solution and outcome");
    public static final Field<Initiative.Size> SIZE =
            Field.of("size", Shape.oneOf(Initiative.Size.class), "The size of the bet");
    public static final Field<Estimate> REACH = Field.of("reach", Estimate.SHAPE, "People or accounts per quarter");
    public static final Field<BigDecimal> IMPACT =
            Field.of("impact", Shape.number(0, 3), "0.25 (minimal) to 3 (massive)");
    public static final Field<Estimate> EFFORT = Field.of("effort", Estimate.SHAPE, "Person-months");
    public static final Field<Estimate> COST_OF_DELAY =
            Field.of("cost_of_delay", Estimate.SHAPE, "What a week of waiting costs");
    public static final Field<Swap> SWAP =
            Field.required("swap", Shape.oneOf(Swap.class), "What would go out of Now for it");
    public static final Field<ItemId> OUT =
            Field.of("out", Shape.item(Kind.INITIATIVE), "The initiative that would go out");
    public static final Field<PersonId> AUTHOR = Field.required("author", Shape.person(), "Who filed it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day it was filed");
    public static final Field<PersonId> PM = Field.of("pm", Shape.person(), "Who decides; the PMs if nobody");
    public static final Field<State> STATE = Field.required("state", Shape.oneOf(State.class), "Where it stands");
    public static final Field<List<Voice>> VOICES = Field.of("voices", Shape.many(Voice.SHAPE), "Who joined it");
    public static final Field<ItemId> INITIATIVE =
            Field.of("initiative", Shape.item(Kind.INITIATIVE), "What it became, or was joined to");
    public static final Field<String> ASKED = Field.of("asked", WORDS, "What its author was asked back");
    public static final Field<PersonId> ASKED_BY = Field.of("asked_by", Shape.person(), "Who asked back");
    public static final Field<String> EXPLAINED = Field.of("explained", WORDS, "What its author said to that");
    public static final Field<String> CARD =
            Field.of("card", Shape.line(64), "The card that it was sent with, so that it is filed once");

    static final List<Field<?>> FIELDS = List.of(
            TITLE,
            PROBLEM,
            CUSTOMERS,
            ORIGIN,
            SOURCE,
            REVENUE,
            OBJECTIVE,
            KEY_RESULT,
            MOVEMENT,
            CONFIDENCE,
            SIZE,
            REACH,
            IMPACT,
            EFFORT,
            COST_OF_DELAY,
            SWAP,
            OUT,
            AUTHOR,
            ON,
            PM,
            STATE,
            VOICES,
            INITIATIVE,
            ASKED,
            ASKED_BY,
            EXPLAINED,
            CARD);

    /** A request is found by its first words; more of them are not looked at. */
    private static final int MOST_WORDS = 60;

    private static final int MOST_VOICES = 999_999;

    FeatureRequest(ItemId id, Values values) {
        super(Kind.REQUEST, id, values);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public String problem() {
        return values().get(PROBLEM);
    }

    /** Whose problem it is: the author's customers first, then those of who joined, each once. */
    public List<String> customers() {
        Map<Facet, String> each = new LinkedHashMap<>();
        Stream.concat(values().all(CUSTOMERS).stream(), voices().stream().flatMap(voice -> voice.customers().stream()))
                .forEach(name -> each.putIfAbsent(customer(name), name));
        return List.copyOf(each.values());
    }

    /** The yearly revenue that its author and all who joined told, of each person what was told last. */
    public List<Estimate> revenues() {
        Map<PersonId, Estimate> last = new LinkedHashMap<>();
        values().find(REVENUE).ifPresent(revenue -> last.put(author(), revenue));
        voices().forEach(voice -> voice.revenue().ifPresent(revenue -> last.put(voice.person(), revenue)));
        return List.copyOf(last.values());
    }

    /** Empty where the requester said that it serves none of them. */
    public Optional<ItemId> objective() {
        return values().find(OBJECTIVE);
    }

    public Optional<ItemId> keyResult() {
        return values().find(KEY_RESULT);
    }

    public Optional<Initiative.Size> size() {
        return values().find(SIZE);
    }

    public Swap swap() {
        return values().get(SWAP);
    }

    public Optional<ItemId> out() {
        return values().find(OUT);
    }

    public PersonId author() {
        return values().get(AUTHOR);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    /** Who decides; the PMs if nobody. */
    public Optional<PersonId> pm() {
        return values().find(PM);
    }

    public State state() {
        return values().get(STATE);
    }

    /** Whether it waits for a decision. */
    public boolean isOpen() {
        return state() == State.FILED || state() == State.WITH_OWNER || state() == State.OBJECTED;
    }

    public List<Voice> voices() {
        return values().all(VOICES);
    }

    /** Everybody who wants it; whose it is at the beginning. */
    public List<PersonId> people() {
        return Stream.concat(Stream.of(author()), voices().stream().map(Voice::person))
                .distinct()
                .toList();
    }

    /** What it became. */
    public Optional<ItemId> initiative() {
        return values().find(INITIATIVE);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Words.of(title() + " " + problem()).stream()
                                .distinct()
                                .limit(MOST_WORDS)
                                .map(FeatureRequest::asks),
                        people().stream().map(person -> new Facet("requested by", person.text())),
                        customers().stream().map(FeatureRequest::customer).distinct(),
                        objective().stream().map(objective -> Facet.of("request for", objective)),
                        keyResult().stream().map(keyResult -> Facet.of("request for", keyResult)),
                        initiative().stream().map(initiative -> Facet.of("request for", initiative)),
                        values().find(CARD).stream().map(card -> new Facet("request sent with", card)),
                        isOpen() ? openFacets() : Stream.<Facet>of())
                .flatMap(facets -> facets);
    }

    private Stream<Facet> openFacets() {
        return Stream.of(
                        Stream.of(waiting()),
                        Stream.of(
                                new Facet("request to", pm().map(PersonId::text).orElse(""))),
                        out().stream().map(out -> Facet.of("request instead of", out)))
                .flatMap(facets -> facets);
    }

    static Facet asks(String word) {
        return new Facet("requests", word);
    }

    static Facet customer(String name) {
        return new Facet("customer", name.strip().toLowerCase(Locale.ROOT));
    }

    /** Sorts open requests by how many want them, most first. */
    private Facet waiting() {
        return new Facet(Facet.OPEN_REQUEST, String.format(Locale.ROOT, "%06d", MOST_VOICES - people().size()));
    }
}
