package throughline.core.review;

import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Shown what there is to review. */
public record Opening(PersonId author, Quarter quarter) implements Walk {
    public static final Stored<Opening> STORED = new Stored<>(
            "review-opening",
            1,
            new Shape.Structure<>(
                    "a review that is opened",
                    List.of(AUTHOR, FROM),
                    values -> new Opening(values.get(AUTHOR), Walk.quarter(values.get(FROM))),
                    it -> Values.none().with(AUTHOR, it.author).with(FROM, it.quarter.from())),
            Opening.class);

    @Override
    public Walk before(Around around) {
        return this;
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        return GO_ON.contains(heard.word())
                ? new Outcome.On(Walk.next(around.pack()), Optional.empty())
                : again("Say start, or “remind me Thursday”.");
    }

    @Override
    public boolean isMeant(String text) {
        return Walk.super.isMeant(text) || GO_ON.contains(Heard.said(text).word());
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
