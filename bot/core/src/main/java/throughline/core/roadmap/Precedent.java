package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * What somebody recorded about work that is not on the roadmap: which key result it serves, or that it serves none. It is kept
 * beside the roadmap like a {@link Question}.
 */
public final class Precedent extends Item {
    public static final Shape.Text WORK = Question.WORDING;

    public static final Field<String> TEXT = Field.required("text", WORK, "The work");
    public static final Field<List<ItemId>> KEY_RESULTS = Field.of(
            "key_results", Shape.many(Shape.item(Kind.KEY_RESULT)), "The key results that it serves, of one objective");
    public static final Field<ItemId> OBJECTIVE =
            Field.of("objective", Shape.item(Kind.OBJECTIVE), "The objective that it serves; none if it serves no OKR");
    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who recorded it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day it was recorded");

    static final List<Field<?>> FIELDS = List.of(TEXT, KEY_RESULTS, OBJECTIVE, BY, ON);

    private static final int LONGEST_HEADING = 200;

    Precedent(ItemId id, Values values) {
        super(Kind.PRECEDENT, id, values);
    }

    /** The work. */
    @Override
    public String title() {
        return values().get(TEXT);
    }

    public List<ItemId> keyResults() {
        return values().all(KEY_RESULTS);
    }

    /** Of its key results, or what it serves where no key result was named; empty if it serves no OKR. */
    public Optional<ItemId> objective() {
        return values().find(OBJECTIVE);
    }

    /** Its key results, else its objective; empty if it serves no OKR. */
    public List<ItemId> serves() {
        return keyResults().isEmpty() ? objective().stream().toList() : keyResults();
    }

    public PersonId by() {
        return values().get(BY);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    /** Whether it is about work that is called the same, whatever the case and punctuation. */
    public boolean isOf(String text) {
        return Words.of(title()).equals(Words.of(text));
    }

    @Override
    Stream<Facet> facets() {
        return Stream.concat(Stream.of(called(title())), objective().stream().map(Precedent::forObjective));
    }

    static Facet called(String text) {
        String words = String.join(" ", Words.of(text));
        return new Facet("precedent of", words.substring(0, Math.min(words.length(), LONGEST_HEADING)));
    }

    static Facet forObjective(ItemId objective) {
        return Facet.of("precedent for", objective);
    }
}
