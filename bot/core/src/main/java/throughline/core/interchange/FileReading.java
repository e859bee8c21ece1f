package throughline.core.interchange;

import java.util.Optional;
import java.util.function.Supplier;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Reading;

/**
 * How a file's values are read: people and teams by name, and every problem with its path.
 *
 * @param of the kind of item that is read, if it is one
 */
record FileReading(Trail trail, Outline outline, Cast cast, Optional<Kind> of) implements Reading {
    @Override
    public void problem(Spot spot, String message) {
        trail.problem(spot, message);
    }

    @Override
    public <T> T inside(String step, Supplier<T> part) {
        return trail.inside(step, part);
    }

    @Override
    public Optional<PersonId> person(String text, Spot spot) {
        return cast.find(text, spot, Membership.implied(of, trail.key()));
    }

    @Override
    public Optional<ItemId> item(String text, Spot spot, Kind kind) {
        return outline.find(text, spot, kind);
    }
}
