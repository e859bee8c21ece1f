package throughline.adapter.redis;

import java.util.Optional;
import java.util.function.Supplier;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Reading;
import throughline.core.roadmap.Writing;

/** How shapes are stored: references are ids, and a problem is an error, because a store is never wrong. */
final class References implements Reading, Writing {
    static final References AS_IDS = new References();

    private References() {}

    @Override
    public void problem(Spot spot, String message) {
        throw new Unreadable("a stored field cannot be read: " + message);
    }

    @Override
    public <T> T inside(String step, Supplier<T> part) {
        try {
            return part.get();
        } catch (Unreadable below) {
            throw new Unreadable(step + ": " + below.getMessage(), below);
        }
    }

    @Override
    public Optional<PersonId> person(String text, Spot spot) {
        return Optional.of(new PersonId(text));
    }

    @Override
    public Optional<ItemId> item(String text, Spot spot, Kind kind) {
        return Optional.of(new ItemId(text));
    }

    @Override
    public String person(PersonId id) {
        return id.text();
    }

    @Override
    public String item(ItemId id, Kind kind) {
        return id.text();
    }
}
