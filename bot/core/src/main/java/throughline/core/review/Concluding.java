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
            return new Outcome.On(next, Optional.of(left(around.pack().open().size())));
        }
        return CLOSE.contains(heard.word())
                ? new Outcome.Closed(this)
                : again("Say close, or “back” to change something.");
    }

    /** Somebody wants to close it early, or more came into Now meanwhile. */
    private static String left(int open) {
        return (open == 1 ? "One is" : open + " are") + " not reviewed yet, so it stays open.";
    }

    @Override
    public boolean isMeant(String text) {
        return Walk.super.isMeant(text) || CLOSE.contains(Heard.said(text).word());
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
