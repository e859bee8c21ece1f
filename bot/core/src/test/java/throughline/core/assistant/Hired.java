package throughline.core.assistant;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Commit;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;

/** More people for a chat, called ana0, ana1 … or as wanted. */
final class Hired {
    private Hired() {}

    static PersonId id(String handle) {
        return new PersonId("p-" + handle);
    }

    static List<PersonId> people(Chat chat, String name, int count, Role... roles) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(person(name + i, roles));
        }
        write(chat, people);
        return people.stream().map(Person::id).toList();
    }

    static PersonId one(Chat chat, String handle, Role... roles) {
        Person person = person(handle, roles);
        write(chat, List.of(person));
        return person.id();
    }

    private static Person person(String handle, Role... roles) {
        return new Person(
                id(handle),
                Character.toUpperCase(handle.charAt(0)) + handle.substring(1),
                roles.length == 0 ? Set.of(Role.TEAM_MEMBER) : Set.of(roles),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Person.Details.NONE,
                List.of(Account.local(handle)),
                Optional.empty());
    }

    private static void write(Chat chat, List<Person> people) {
        List<Change> touched = new ArrayList<>();
        people.forEach(person -> touched.add(new Change.PersonTouched(person.id())));
        chat.store.commit(new Commit(
                Optional.empty(),
                chat.store.load("").version(),
                Set.of(),
                Optional.of(new ChangeSet(new Stamp(chat.now(), PersonId.BOT, ""), Optional.empty(), touched)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    /** Says who is in a team. */
    static void team(Chat chat, String team, List<PersonId> members) {
        Optional<List<PersonId>> before = chat.store
                .load("")
                .roadmap()
                .find(new ItemId(team), Team.class)
                .flatMap(one -> one.values().find(Team.MEMBERS));
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.TEAM, new ItemId(team), Team.MEMBERS, before, Optional.of(List.copyOf(members))));
    }
}
