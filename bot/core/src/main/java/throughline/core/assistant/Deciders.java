package throughline.core.assistant;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Workstream;

/** Who may decide about a proposed change of a layer; never its author. */
record Deciders(Request request, Kind layer, Optional<Item> item) {

    /** Whom it waits for: the owner, the team's lead for what engineers decide; empty where it waits for all who may. */
    Optional<Person> first() {
        return (layer == Kind.WORKSTREAM ? Stream.concat(lead().stream(), owner().stream()) : owner().stream())
                .flatMap(id -> request.scene().people().find(id).stream())
                .filter(this::canDecide)
                .findFirst();
    }

    /** All who may decide: those whose layer it is, else the admins. */
    Stream<Person> all() {
        Role role = switch (layer) {
            case STRATEGY -> Role.PRODUCT_LEAD;
            case WORKSTREAM -> Role.ENGINEERING_LEAD;
            default -> Role.PM;
        };
        boolean isAny = having(role).findAny().isPresent();
        return having(isAny ? role : Role.ADMIN).sorted(Comparator.comparing(Person::id));
    }

    private Stream<Person> having(Role role) {
        Predicate<Person> fits = person -> person.is(role) && canDecide(person);
        return request.scene().people().stream().filter(fits);
    }

    private boolean canDecide(Person person) {
        return !person.id().equals(request.person().id())
                && !person.accounts().isEmpty()
                && Ownership.may(person, layer, item);
    }

    private Optional<PersonId> owner() {
        return item.flatMap(found -> found.owner()
                .or(() -> above(found).flatMap(request.roadmap()::find).flatMap(Item::owner)));
    }

    private static Optional<ItemId> above(Item item) {
        return item instanceof KeyResult keyResult ? Optional.of(keyResult.objective()) : Optional.empty();
    }

    private Optional<PersonId> lead() {
        return item.flatMap(this::bet)
                .flatMap(Initiative::team)
                .flatMap(team -> request.roadmap().find(team, Team.class))
                .flatMap(Team::owner);
    }

    private Optional<Initiative> bet(Item found) {
        if (found instanceof Workstream work) {
            return request.roadmap().find(work.initiative(), Initiative.class);
        }
        return found instanceof Initiative bet ? Optional.of(bet) : Optional.empty();
    }
}
