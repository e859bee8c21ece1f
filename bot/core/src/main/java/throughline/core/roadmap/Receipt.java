package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * The receipt of a decision about a {@link FeatureRequest}, or of an override: what was decided, by whom, why, and what brings it back.
 * It is kept beside the roadmap like a {@link Question}.
 */
public final class Receipt extends Item {
    /** What was decided. */
    public enum What {
        /** In Now, for another initiative. */
        SWAP,
        NEXT,
        LATER,
        DECLINED,
        /** One with something that was there already. */
        JOINED,
        /** In Now, where a place was free. */
        NOW,
        /** In Now against the gate. */
        OVERRIDE
    }

    /** Where the decision itself stands. */
    public enum State {
        /** The owner of what would go out is asked. */
        WAITING,
        /** That owner objects; the product lead is asked. */
        OBJECTED,
        FINAL,
        /** Its tripwire brought it back to its decider. */
        REOPENED,
        /** A later decision took its place, or it did not come to pass. */
        REPLACED
    }

    /** What the owner of the displaced initiative says. */
    public enum Answer {
        AGREED,
        OBJECTED
    }

    public static final Field<String> TITLE = Field.required("title", Shape.line(), "What was asked for");
    public static final Field<ItemId> REQUEST =
            Field.of("request", Shape.item(Kind.REQUEST), "The request that it decides");
    public static final Field<What> WHAT = Field.required("what", Shape.oneOf(What.class), "What was decided");
    public static final Field<State> STATE = Field.required("state", Shape.oneOf(State.class), "Where it stands");
    public static final Field<PersonId> DECIDER = Field.required("decider", Shape.person(), "Who decided");
    public static final Field<String> REASON = Field.required("reason", FeatureRequest.WORDS, "Why");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day it was decided");
    public static final Field<ItemId> INITIATIVE =
            Field.of("initiative", Shape.item(Kind.INITIATIVE), "What was made of it, or joined");
    public static final Field<ItemId> OUT =
            Field.of("out", Shape.item(Kind.INITIATIVE), "The initiative that goes out of Now for it");
    public static final Field<Horizon> TO = Field.of("to", Shape.oneOf(Horizon.class), "Where that one goes");
    public static final Field<PersonId> ASKED_OF =
            Field.of("asked_of", Shape.person(), "Whose agreement it waits for: the displaced owner's, or the lead's");
    public static final Field<Answer> ANSWER =
            Field.of("answer", Shape.oneOf(Answer.class), "What the displaced owner said");
    public static final Field<String> ANSWER_REASON =
            Field.of("answer_reason", FeatureRequest.WORDS, "Why the displaced owner says so");
    public static final Field<PersonId> ANSWERED_BY = Field.of("answered_by", Shape.person(), "Who answered");
    public static final Field<LocalDate> ANSWERED_ON = Field.of("answered_on", Shape.day(), "The day of the answer");
    public static final Field<PersonId> SETTLED_BY =
            Field.of("settled_by", Shape.person(), "The product lead who decided an objection");
    public static final Field<String> SETTLED_REASON =
            Field.of("settled_reason", FeatureRequest.WORDS, "Why the product lead did so");
    public static final Field<Tripwire> TRIPWIRE =
            Field.of("tripwire", Tripwire.SHAPE, "What brings the decision back");
    public static final Field<LocalDate> REOPENED_ON = Field.of("reopened_on", Shape.day(), "The day it came back");
    public static final Field<String> REOPENED_WHY =
            Field.of("reopened_why", Shape.line(), "What had changed when it came back");

    static final List<Field<?>> FIELDS = List.of(
            TITLE,
            REQUEST,
            WHAT,
            STATE,
            DECIDER,
            REASON,
            ON,
            INITIATIVE,
            OUT,
            TO,
            ASKED_OF,
            ANSWER,
            ANSWER_REASON,
            ANSWERED_BY,
            ANSWERED_ON,
            SETTLED_BY,
            SETTLED_REASON,
            TRIPWIRE,
            REOPENED_ON,
            REOPENED_WHY);

    /** A decision is found by the first words of what was asked; more of them are not looked at. */
    private static final int MOST_WORDS = 60;

    Receipt(ItemId id, Values values) {
        super(Kind.DECISION, id, values);
    }

    /** What was asked for. */
    @Override
    public String title() {
        return values().get(TITLE);
    }

    public Optional<ItemId> request() {
        return values().find(REQUEST);
    }

    public What what() {
        return values().get(WHAT);
    }

    public State state() {
        return values().get(STATE);
    }

    public PersonId decider() {
        return values().get(DECIDER);
    }

    public String reason() {
        return values().get(REASON);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    public Optional<ItemId> initiative() {
        return values().find(INITIATIVE);
    }

    public Optional<ItemId> out() {
        return values().find(OUT);
    }

    /** What the owner of what would go out said, if anything yet. */
    public Optional<Answer> answer() {
        return values().find(ANSWER);
    }

    /** Whether its requester and its decider wait for somebody. */
    public boolean isPending() {
        return state() == State.WAITING || state() == State.OBJECTED;
    }

    public Optional<Tripwire> tripwire() {
        return values().find(TRIPWIRE);
    }

    /** Whether a tripwire still watches over it. */
    public boolean isWatched() {
        return state() == State.FINAL && tripwire().isPresent();
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Words.of(title()).stream().distinct().limit(MOST_WORDS).map(Receipt::decides),
                        request().stream().map(request -> Facet.of("decision on", request)),
                        initiative().stream().map(initiative -> Facet.of("decision about", initiative)),
                        out().stream().map(out -> Facet.of("decision about", out)),
                        Stream.of(new Facet("decided by", decider().text())),
                        isPending()
                                ? Stream.of(new Facet("decision is", "pending"))
                                : state() == State.REOPENED
                                        ? Stream.of(new Facet("decision is", "reopened"))
                                        : Stream.<Facet>of(),
                        isPending()
                                ? values().find(ASKED_OF).stream()
                                        .map(person -> new Facet("decision waits for", person.text()))
                                : Stream.<Facet>of(),
                        isWatched() ? tripwire().stream().flatMap(Receipt::wires) : Stream.<Facet>of())
                .flatMap(facets -> facets);
    }

    static Facet decides(String word) {
        return new Facet("decides", word);
    }

    private static Stream<Facet> wires(Tripwire tripwire) {
        return Stream.concat(
                tripwire.condition().stream().map(condition -> Facet.of("tripwire on", condition.keyResult())),
                tripwire.by().stream().map(day -> new Facet(Facet.TRIPWIRE_BY, day.toString())));
    }
}
