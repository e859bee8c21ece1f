package throughline.core.assistant;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.question.Intent;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** Who may change the roadmap, and what the others are told. */
final class Ownership {
    private Ownership() {}

    /** Whether the person may change such a thing at once; {@code item} is empty for a new one. */
    static boolean may(Person person, Kind kind, Optional<? extends Item> item) {
        return switch (kind) {
            case STRATEGY -> person.is(Role.PRODUCT_LEAD) || person.is(Role.ADMIN) || isOwner(person, item);
            case WORKSTREAM -> person.is(Role.ENGINEERING_LEAD) || person.is(Role.TEAM_MEMBER) || person.is(Role.ADMIN);
            case EVIDENCE -> item.isEmpty() || person.keepsRoadmap();
            case QUESTION, PROPOSAL, WATCH, NEWS -> true;
            default -> person.keepsRoadmap();
        };
    }

    /** As above; evidence is also its author's to change, as long as nobody else changed it. */
    static boolean may(Request request, Item item) {
        return may(request.person(), item.kind(), Optional.of(item))
                || (item.kind() == Kind.EVIDENCE
                        && request.roadmap()
                                .lastTouched(item.id())
                                .filter(last ->
                                        last.by().equals(request.person().id()))
                                .isPresent());
    }

    private static boolean isOwner(Person person, Optional<? extends Item> item) {
        return item.flatMap(Item::owner).filter(person.id()::equals).isPresent();
    }

    /** What happens to a change by somebody who may not make it: it is proposed to whoever may. */
    static Turn instead(Request request, Kind kind, Optional<? extends Item> item, Intent intent) {
        return new Proposing(request, kind, item.map(found -> found), intent).turn();
    }

    /** The person with every right, for a look at what would follow. */
    static Person entitled(Person person) {
        return person.with(Role.ADMIN).with(Role.PRODUCT_LEAD).with(Role.ENGINEERING_LEAD);
    }

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
        return named(request, Person::keepsRoadmap);
    }

    private static String named(Request request, Predicate<Person> isSuch) {
        return Phrases.listed(request.scene().people().stream()
                .filter(isSuch)
                .map(Person::name)
                .limit(3)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        names -> names.isEmpty() ? Stream.of("an admin").toList() : names)));
    }
}
