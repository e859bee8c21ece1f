package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * Something that a person is told with the next message of a day: it waits here from the commit that it follows from. It is kept beside
 * the roadmap like a {@link Question}.
 */
public final class News extends Item {
    /** Stands in the texts for the name of {@link #WHO}: names stand in no fact. */
    public static final String NAME = "{who}";

    public static final Field<PersonId> TO = Field.required("to", Shape.person(), "Who is told");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "Since when it waits");
    public static final Field<String> HEADLINE = Field.required("headline", Shape.prose(), "What happened");
    public static final Field<String> MORE = Field.of("more", Shape.prose(), "What else is told");
    public static final Field<PersonId> WHO = Field.of("who", Shape.person(), "Who is named in it");
    public static final Field<String> LABEL = Field.of("label", Shape.line(), "What its button says");
    public static final Field<String> COMMAND = Field.of("command", Shape.line(), "What its button does");

    public static final Field<Boolean> URGENT =
            Field.of("urgent", Shape.flag(), "Whether others wait for what the person does");

    static final List<Field<?>> FIELDS = List.of(TO, ON, HEADLINE, MORE, WHO, LABEL, COMMAND, URGENT);

    private static final String WAITING = "news of";

    News(ItemId id, Values values) {
        super(Kind.NEWS, id, values);
    }

    @Override
    public String title() {
        return values().get(HEADLINE);
    }

    public PersonId to() {
        return values().get(TO);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    public Optional<String> more() {
        return values().find(MORE);
    }

    public Optional<PersonId> who() {
        return values().find(WHO);
    }

    public Optional<String> label() {
        return values().find(LABEL);
    }

    public Optional<String> command() {
        return values().find(COMMAND);
    }

    public boolean isUrgent() {
        return values().find(URGENT).orElse(false);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(since(on()));
    }

    static Facet since(LocalDate day) {
        return new Facet(WAITING, day.toString());
    }
}
