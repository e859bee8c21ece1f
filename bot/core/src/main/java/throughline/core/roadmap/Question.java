package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * A question that the roadmap could not answer, and what somebody replied. It is kept beside the roadmap: no file has it, and
 * no name finds it.
 */
public final class Question extends Item {
    public static final Shape.Text WORDING = new Shape.Text(1_000, true);
    public static final Shape.Text REPLYING = new Shape.Text(4_000, false);

    public static final Field<String> TEXT = Field.required("text", WORDING, "What was asked");
    public static final Field<ItemId> ABOUT = Field.of("about", Shape.anyItem(), "What it is about");
    public static final Field<PersonId> ASKED_BY = Field.required("asked_by", Shape.person(), "Who asked first");
    public static final Field<LocalDate> ASKED_ON = Field.required("asked_on", Shape.day(), "The day it was asked");
    public static final Field<PersonId> ASKED_OF =
            Field.of("asked_of", Shape.person(), "Whom it was sent to; the PMs if nobody");
    public static final Field<List<PersonId>> VOICES =
            Field.of("voices", Shape.many(Shape.person()), "Who asked the same later");
    public static final Field<String> REPLY = Field.of("reply", REPLYING, "The answer");
    public static final Field<PersonId> ANSWERED_BY = Field.of("answered_by", Shape.person(), "Who answered");
    public static final Field<LocalDate> ANSWERED_ON = Field.of("answered_on", Shape.day(), "The day it was answered");

    static final List<Field<?>> FIELDS =
            List.of(TEXT, ABOUT, ASKED_BY, ASKED_ON, ASKED_OF, VOICES, REPLY, ANSWERED_BY, ANSWERED_ON);

    /** A question is found by its first words; more of them are not looked at. */
    private static final int MOST_WORDS = 60;

    private static final int MOST_VOICES = 999_999;

    Question(ItemId id, Values values) {
        super(Kind.QUESTION, id, values);
    }

    @Override
    public String title() {
        return values().get(TEXT);
    }

    public Optional<ItemId> about() {
        return values().find(ABOUT);
    }

    public PersonId askedBy() {
        return values().get(ASKED_BY);
    }

    public LocalDate askedOn() {
        return values().get(ASKED_ON);
    }

    public Optional<PersonId> askedOf() {
        return values().find(ASKED_OF);
    }

    /** Everybody who wants to know, who asked first at the beginning. */
    public List<PersonId> askers() {
        return Stream.concat(Stream.of(askedBy()), values().all(VOICES).stream())
                .distinct()
                .toList();
    }

    /** What was replied; empty while the question is open. */
    public Optional<String> reply() {
        return values().find(REPLY);
    }

    public boolean isOpen() {
        return reply().isEmpty();
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Words.of(title()).stream().distinct().limit(MOST_WORDS).map(Question::asks),
                        about().stream().map(item -> Facet.of("question about", item)),
                        askers().stream().map(person -> new Facet("asked by", person.text())),
                        isOpen()
                                ? askedOf().stream().map(person -> new Facet("asked of", person.text()))
                                : Stream.<Facet>of(),
                        isOpen() ? Stream.of(waiting()) : Stream.<Facet>of())
                .flatMap(facets -> facets);
    }

    static Facet asks(String word) {
        return new Facet("asks", word);
    }

    /** Sorts open questions by how many want to know, most first. */
    private Facet waiting() {
        return new Facet(Facet.WAITING, String.format("%06d", MOST_VOICES - askers().size()));
    }
}
