package throughline.core.review;

import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Everything is reviewed; asked to close it. */
public record Concluding(PersonId author, Quarter quarter) implements Walk {
    public static final Stored<Concluding> STORED = new Stored<>(
            "review-concluding",
            1,
            new Shape.Structure<>(
                    "a review that is to be closed",
                    List.of(AUTHOR, FROM),
                    values -> new Concluding(values.get(AUTHOR), Walk.quarter(values.get(FROM))),
                    it -> Values.none().with(AUTHOR, it.author).with(FROM, it.quarter.from())),
            Concluding.class);

    @Override
    public Walk before(Around around) {
        return Walk.reviewedBefore(around, Optional.empty());
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Walk next = Walk.next(around.pack());
        if (!(next instanceof Concluding)) {
            return new Outcome.On(next, Optional.of("Something more came into Now meanwhile."));
        }
        return CLOSE.contains(heard.word())
                ? new Outcome.Closed(this)
                : again("Say close, or “back” to change something.");
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
