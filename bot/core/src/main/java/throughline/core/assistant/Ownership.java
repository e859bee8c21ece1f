package throughline.core.assistant;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.Person;
import throughline.core.roadmap.Item;
import throughline.core.view.Phrases;

/** Who may change the roadmap, and what the others are told. */
final class Ownership {
    private Ownership() {}

    /** Says who can do it instead: the owner of the item, or the PMs. */
    static Card refusal(Request request, Optional<? extends Item> item) {
        String whom = item.flatMap(Item::owner)
                .map(owner -> request.scene().people().fullName(owner))
                .orElseGet(() -> keepers(request));
        String about = item.map(Phrases::named).orElse("the roadmap");
        return Card.of(
                "Only a PM can change this, so nothing was changed.",
                new Block.Text(Prose.of("Ask " + whom + " about " + about + ".")),
                Block.Buttons.of(item.map(found -> Actions.ask("Show " + found.id(), "show " + found.id()))
                        .orElseGet(() -> Actions.ask("Show Now", "now"))));
    }

    private static String keepers(Request request) {
        return Phrases.listed(request.scene().people().stream()
                .filter(Person::keepsRoadmap)
                .map(Person::name)
                .limit(3)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        names -> names.isEmpty() ? Stream.of("an admin").toList() : names)));
    }
}
