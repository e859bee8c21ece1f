package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * A change of somebody else's layer that its owner has to accept: the command that makes it, what its author saw and why. It is kept
 * beside the roadmap like a {@link Question}.
 */
public final class Proposal extends Item {
    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    public static final Shape.Text WORDS = new Shape.Text(4_000, false);

    public static final Field<String> COMMAND =
            Field.required("command", new Shape.Text(40_000, false), "The command that makes the change");
    public static final Field<Kind> LAYER =
            Field.required("layer", Shape.oneOf(Kind.class), "What kind of item it changes");
    public static final Field<ItemId> ABOUT = Field.of("about", Shape.anyItem(), "The item that it changes");
    public static final Field<String> SEEN =
            Field.of("seen", Shape.line(4_000), "What its author saw in the fields that it changes");
    public static final Field<String> REASON = Field.of("reason", WORDS, "Why");
    public static final Field<PersonId> AUTHOR = Field.required("author", Shape.person(), "Who proposes it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day it was proposed");
    public static final Field<PersonId> TO = Field.of("to", Shape.person(), "Who is asked; the PMs if nobody");
    public static final Field<State> STATE = Field.required("state", Shape.oneOf(State.class), "What became of it");
    public static final Field<String> ANSWER = Field.of("answer", WORDS, "What was said to it");
    public static final Field<PersonId> ANSWERED_BY = Field.of("answered_by", Shape.person(), "Who decided");
    public static final Field<LocalDate> ANSWERED_ON = Field.of("answered_on", Shape.day(), "The day it was decided");
    public static final Field<String> ASKED = Field.of("asked", WORDS, "What its author was asked back");
    public static final Field<PersonId> ASKED_BY = Field.of("asked_by", Shape.person(), "Who asked back");
    public static final Field<String> EXPLAINED = Field.of("explained", WORDS, "What its author said to that");

    static final List<Field<?>> FIELDS = List.of(
            COMMAND,
            LAYER,
            ABOUT,
            SEEN,
            REASON,
            AUTHOR,
            ON,
            TO,
            STATE,
            ANSWER,
            ANSWERED_BY,
            ANSWERED_ON,
            ASKED,
            ASKED_BY,
            EXPLAINED);

    Proposal(ItemId id, Values values) {
        super(Kind.PROPOSAL, id, values);
    }

    /** The command. */
    @Override
    public String title() {
        return values().get(COMMAND);
    }

    public Kind layer() {
        return values().get(LAYER);
    }

    /** Empty where something new is proposed. */
    public Optional<ItemId> about() {
        return values().find(ABOUT);
    }

    public Optional<String> reason() {
        return values().find(REASON);
    }

    public PersonId author() {
        return values().get(AUTHOR);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    public Optional<PersonId> to() {
        return values().find(TO);
    }

    public State state() {
        return values().get(STATE);
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    @Override
    Stream<Facet> facets() {
        Stream<Facet> always = Stream.of(new Facet("proposed by", author().text()));
        return isOpen() ? Stream.concat(always, openFacets()) : always;
    }

    private Stream<Facet> openFacets() {
        return Stream.of(
                        Stream.of(new Facet("still proposed by", author().text())),
                        about().stream().map(item -> Facet.of("proposed for", item)),
                        Stream.of(new Facet(
                                "proposed to", to().map(PersonId::text).orElse(""))))
                .flatMap(facets -> facets);
    }
}
