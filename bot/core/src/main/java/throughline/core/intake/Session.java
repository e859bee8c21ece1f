package throughline.core.intake;

import java.time.LocalDate;
import java.util.List;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * Whose request is being made, and with which cards.
 *
 * @param card an unguessable id that all its cards carry, so that it is filed once whatever is tapped twice
 * @param touched the day of the last step
 * @param reminded whether the author was reminded of it
 */
public record Session(String card, PersonId author, LocalDate touched, boolean reminded) {
    private static final Field<String> CARD = Field.required("card", Shape.line(64), "The id of its cards");
    private static final Field<PersonId> AUTHOR = Field.required("author", Shape.person(), "Who makes it");
    private static final Field<LocalDate> TOUCHED = Field.required("touched", Shape.day(), "The last step's day");
    private static final Field<Boolean> REMINDED =
            Field.required("reminded", Shape.flag(), "Whether its author was reminded");

    static final Shape<Session> SHAPE = new Shape.Structure<>(
            "whose request it is",
            List.of(CARD, AUTHOR, TOUCHED, REMINDED),
            values -> new Session(values.get(CARD), values.get(AUTHOR), values.get(TOUCHED), values.get(REMINDED)),
            it -> Values.none()
                    .with(CARD, it.card)
                    .with(AUTHOR, it.author)
                    .with(TOUCHED, it.touched)
                    .with(REMINDED, it.reminded));

    public static Session begun(String card, PersonId author, LocalDate today) {
        return new Session(card, author, today, false);
    }

    Session on(LocalDate day) {
        return new Session(card, author, day, false);
    }
}
