package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * Somebody who joined a {@link FeatureRequest} instead of filing it once more.
 *
 * @param revenue yearly, behind these customers
 * @param words what it adds: the evidence
 */
public record Voice(
        PersonId person, List<String> customers, Optional<Estimate> revenue, Optional<String> words, LocalDate on) {
    public Voice {
        customers = List.copyOf(customers);
    }

    /** The same person's voice in place of earlier ones: customers are united, and what is not told anew stays. */
    public Voice after(List<Voice> earlier) {
        List<String> all = Stream.concat(earlier.stream(), Stream.of(this))
                .flatMap(voice -> voice.customers.stream())
                .distinct()
                .toList();
        Optional<Estimate> told = revenue.or(
                () -> earlier.stream().flatMap(voice -> voice.revenue.stream()).reduce((first, second) -> second));
        return new Voice(person, all, told, words, on);
    }

    static final Field<PersonId> PERSON = Field.required("person", Shape.person(), "Who joined");
    static final Field<List<String>> CUSTOMERS =
            Field.of("customers", Shape.many(Shape.line(120)), "For which customers");
    static final Field<Estimate> REVENUE = Field.of("revenue", Estimate.SHAPE, "Yearly revenue behind them");
    static final Field<String> WORDS = Field.of("words", Shape.prose(), "What it adds");
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");

    static final Shape<Voice> SHAPE = new Shape.Structure<>(
            "a voice",
            List.of(PERSON, CUSTOMERS, REVENUE, WORDS, ON),
            values -> new Voice(
                    values.get(PERSON),
                    values.all(CUSTOMERS),
                    values.find(REVENUE),
                    values.find(WORDS),
                    values.get(ON)),
            voice -> (voice.customers.isEmpty() ? Values.none() : Values.none().with(CUSTOMERS, voice.customers))
                    .with(PERSON, voice.person)
                    .with(REVENUE, voice.revenue)
                    .with(WORDS, voice.words)
                    .with(ON, voice.on));
}
