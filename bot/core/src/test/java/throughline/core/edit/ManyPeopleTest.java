package throughline.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throughline.core.card.Field;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Values;

class ManyPeopleTest {
    private static final People PEOPLE = People.of(IntStream.rangeClosed(1, 150)
            // Two share a name: the name alone does not tell which.
            .mapToObj(number -> new Person(
                    new PersonId("p" + number),
                    number == 2 ? "Ana 1" : "Ana " + number,
                    Set.of(Role.PM),
                    Optional.empty(),
                    Person.Details.NONE,
                    List.of(),
                    Optional.empty()))
            .toList());

    private final Sheet sheet =
            new Sheet(new Known(Acme.roadmap(), PEOPLE, new PersonId("p1")), Pages.essentials(Kind.INITIATIVE));

    @Test
    void of_many_people_a_name_is_typed() {
        assertEquals(List.of("Ana 77"), owner("p77").initials());
        assertEquals(List.of(), owner("p77").options());
    }

    @Test
    void sent_back_it_is_the_same_person_also_where_two_share_the_name() {
        for (String id : List.of("p1", "p2", "p77")) {
            Values values = values(id);
            Map<String, List<String>> inputs = new LinkedHashMap<>();
            sheet.asking(sheet.texts(values)).forEach(field -> inputs.put(field.id(), field.initials()));
            Sheet.Read read = sheet.read(inputs, values);
            assertEquals(new PersonId(id), read.in(values).get(Initiative.OWNER), read.problems()::toString);
        }
    }

    private Field owner(String id) {
        return sheet.asking(sheet.texts(values(id))).stream()
                .filter(field -> field.id().equals("owner"))
                .findFirst()
                .orElseThrow();
    }

    private static Values values(String owner) {
        return Acme.roadmap()
                .find("I3")
                .orElseThrow()
                .with(Initiative.OWNER, Optional.of(new PersonId(owner)))
                .values();
    }
}
