package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/**
 * How an initiative came into Now the last time.
 *
 * @param by who let it in; empty where the first import found it there
 * @param reason why the gate was overridden, or why it took another's place
 * @param missing what the gate asked for and did not get, each in a few words
 * @param instead what went out for it
 * @param confidence what was promised with it; later reviews hold it against what came true
 */
public record Admission(
        LocalDate on,
        Optional<PersonId> by,
        Way way,
        Optional<String> reason,
        List<String> missing,
        Optional<ItemId> instead,
        Optional<Confidence> confidence) {
    /** Through the gate, in place of another, against it, or before there was one. */
    public enum Way {
        GATE,
        SWAP,
        OVERRIDE,
        BEFORE_GATE
    }

    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.of("by", Shape.person(), "Who let it in");
    static final Field<Way> WAY = Field.required(
            "way", Shape.oneOf(Way.class), "Through the gate, by a swap, by override, or before the gate");
    static final Field<String> REASON = Field.of("reason", Shape.prose(), "Why it was let in all the same");
    static final Field<List<String>> MISSING =
            Field.of("missing", Shape.many(Shape.line()), "What the gate asked for and did not get");
    static final Field<ItemId> INSTEAD = Field.of("instead_of", Shape.anyItem(), "The initiative that went out for it");
    static final Field<Confidence> CONFIDENCE =
            Field.of("confidence", Shape.oneOf(Confidence.class), "What was promised when it entered");

    static final Shape<Admission> SHAPE = new Shape.Structure<>(
            "a record of entry",
            List.of(ON, BY, WAY, REASON, MISSING, INSTEAD, CONFIDENCE),
            values -> new Admission(
                    values.get(ON),
                    values.find(BY),
                    values.get(WAY),
                    values.find(REASON),
                    values.all(MISSING),
                    values.find(INSTEAD),
                    values.find(CONFIDENCE)),
            it -> Values.none()
                    .with(ON, it.on)
                    .with(BY, it.by)
                    .with(WAY, it.way)
                    .with(REASON, it.reason)
                    .with(MISSING, Optional.of(it.missing).filter(missing -> !missing.isEmpty()))
                    .with(INSTEAD, it.instead)
                    .with(CONFIDENCE, it.confidence));

    public Admission {
        missing = List.copyOf(missing);
    }
}
