package throughline.core.assistant;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Workstream;

/** Who is asked what the roadmap does not tell: the owner, else a PM, else an admin. Never the asker. */
record Knower(Request request, Predicate<Person> fits) {
    static Optional<Person> of(Request request, Optional<Item> about) {
        return new Knower(request, person -> true).about(about);
    }

    /** Whom a decision waits for; an owner who does not keep the roadmap may not make it. */
    static Optional<Person> deciding(Request request, Optional<Item> about) {
        Knower knower = new Knower(request, Person::keepsRoadmap);
        return knower.about(about).or(() -> knower.anybody(Role.PRODUCT_LEAD));
    }

    private Optional<Person> about(Optional<Item> item) {
        return item.flatMap(this::owner).or(() -> anybody(Role.PM)).or(() -> anybody(Role.ADMIN));
    }

    private Optional<Person> owner(Item item) {
        Optional<Person> own = item.owner().flatMap(this::known);
        return own.isPresent()
                ? own
                : above(item).flatMap(request.roadmap()::find).flatMap(this::owner);
    }

    private static Optional<ItemId> above(Item item) {
        if (item instanceof KeyResult keyResult) {
            return Optional.of(keyResult.objective());
        }
        return item instanceof Workstream workstream ? Optional.of(workstream.initiative()) : Optional.empty();
    }

    private Optional<Person> known(PersonId owner) {
        return request.scene().people().find(owner).filter(this::canBeAsked);
    }

    private boolean canBeAsked(Person person) {
        return !person.id().equals(request.person().id()) && !person.accounts().isEmpty() && fits.test(person);
    }

    private Optional<Person> anybody(Role role) {
        Stream<Person> people = request.scene().people().stream();
        return people.filter(person -> person.is(role) && canBeAsked(person)).min(Comparator.comparing(Person::id));
    }
}
