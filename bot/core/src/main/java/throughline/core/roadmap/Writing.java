package throughline.core.roadmap;

import throughline.core.people.PersonId;

/** How a shape writes references: as opaque ids into a store, as names into a file for people. */
public interface Writing {
    String person(PersonId id);

    String item(ItemId id, Kind kind);
}
