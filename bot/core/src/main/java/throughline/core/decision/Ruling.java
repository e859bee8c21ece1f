package throughline.core.decision;

import java.util.Optional;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Tripwire;

/**
 * What somebody decides about a request.
 *
 * @param initiative what it becomes; empty if nothing is made of it
 * @param swap what goes out of Now for it
 */
public record Ruling(
        Receipt.What what,
        String reason,
        Optional<Tripwire> tripwire,
        Optional<ItemId> initiative,
        Optional<Swap> swap) {

    /**
     * @param out what goes out of Now
     * @param asked its owner, who has to agree; empty if there is nobody to ask
     */
    public record Swap(ItemId out, Horizon to, Optional<PersonId> asked) {}
}
