package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.roadmap.Spelling;

/** Finds a person by the full name, or by the first name where only one has it. */
record Persons(People people) {
    static Persons in(People people) {
        return new Persons(people);
    }

    Optional<Person> find(String name) {
        List<Person> sharing = people.firstNamed(name);
        return people.named(name).or(() -> sharing.size() == 1 ? Optional.of(sharing.get(0)) : Optional.empty());
    }

    /** What to say where nobody, or more than one, is called so. */
    Card unknown(String name) {
        List<String> sharing =
                people.firstNamed(name).stream().map(Person::name).toList();
        if (sharing.size() > 1) {
            return Card.of("Which " + name.strip() + "? " + String.join(" or ", sharing) + ".");
        }
        String advice = Spelling.closest(
                        name.strip(), people.stream().map(Person::name).toList())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Give the full name, as the roadmap has it.");
        return Card.of("I know nobody called “" + name.strip() + "”.", new Block.Text(Prose.of(advice)));
    }
}
