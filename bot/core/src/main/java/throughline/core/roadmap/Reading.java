package throughline.core.roadmap;

import java.util.Optional;
import java.util.function.Supplier;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;

/**
 * What a shape asks of its surroundings while it reads. A file names people and teams and may be wrong; a store holds ids
 * and may not.
 */
public interface Reading {
    /** @param message what was expected and what was found, as a clause */
    void problem(Spot spot, String message);

    /** Runs {@code part} with {@code step} ("initiatives[3]", "horizon") added to the path that problems tell. */
    <T> T inside(String step, Supplier<T> part);

    /** The person that the text names, or empty after telling the problem. */
    Optional<PersonId> person(String text, Spot spot);

    /** The item that the text names; a file may name teams and products by their titles. */
    Optional<ItemId> item(String text, Spot spot, Kind kind);
}
