package throughline.core.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Spelling;

/**
 * Whom and what names mean where something is edited. A change is not made on a guess: who and what is meant is told by an
 * id, a whole name, or a first name that only one person has.
 *
 * @param me whom "me" means
 */
public record Known(Roadmap roadmap, People people, PersonId me) {
    private static final int LONGEST_ID = 64;

    Optional<PersonId> person(String text) {
        String name = text.strip();
        if (name.equalsIgnoreCase("me")) {
            return Optional.of(me);
        }
        List<Person> sharing = people.firstNamed(name);
        return byId(name)
                .or(() -> people.named(name))
                .or(() -> sharing.size() == 1 ? Optional.of(sharing.get(0)) : Optional.empty())
                .map(Person::id);
    }

    private Optional<Person> byId(String text) {
        return text.isBlank() || text.length() > LONGEST_ID ? Optional.empty() : people.find(new PersonId(text));
    }

    /** How somebody is named where a name is typed: by a name that means only this person, else by id. */
    String written(String id) {
        return byId(id).map(Person::name)
                .filter(name ->
                        person(name).filter(found -> found.text().equals(id)).isPresent())
                .orElse(id);
    }

    /** What to say about a name that is nobody's, or that several have. */
    String nobody(String text) {
        String name = text.strip();
        List<String> sharing =
                people.firstNamed(name).stream().map(Person::name).toList();
        if (sharing.size() > 1) {
            return "which one, " + String.join(" or ", sharing) + "?";
        }
        return "nobody is called “" + clipped(name) + "”"
                + Spelling.closest(
                                name,
                                people.stream()
                                        .flatMap(person -> Stream.of(person.name(), person.firstName()))
                                        .toList())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    Optional<Item> item(String text, Kind kind) {
        return Names.in(roadmap).only(kind).whole(text);
    }

    /** What to say about a name that no item of the kind has. */
    String nothing(String text, Kind kind) {
        String near = near(text, kind)
                .map(item -> item.title() + " (" + item.id() + ")")
                .collect(Collectors.joining(" or "));
        return "no " + kind.title() + " is called “" + clipped(text.strip()) + "”"
                + (near.isEmpty() ? "" : "; did you mean " + near + "?");
    }

    private Stream<Item> near(String text, Kind kind) {
        Names.Found found = Names.in(roadmap).only(kind).find(text);
        if (found instanceof Names.Found.One one) {
            return Stream.of(one.item());
        }
        return found instanceof Names.Found.Several several
                ? several.items().stream()
                : ((Names.Found.Nothing) found).near().stream();
    }

    private static String clipped(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
