package throughline.core.interchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import throughline.core.data.Spot;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Values;

/** Everybody the file names: those it lists under people, and those it only mentions. */
final class Cast {
    private static final String ADMIN = "Admin";

    private final Trail trail;
    private final People known;
    private final Supplier<PersonId> newId;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Member>> byFirstName = new HashMap<>();
    private final Map<PersonId, EnumSet<Role>> implied = new HashMap<>();

    Cast(Trail trail, People known, Supplier<PersonId> newId) {
        this.trail = trail;
        this.known = known;
        this.newId = newId;
    }

    /** Somebody in the file, with what it says about them; {@code line} is 0 for those it only mentions. */
    private record Member(PersonId id, String name, Values values, int line) {
        boolean isListed() {
            return line > 0;
        }
    }

    /** Takes a record of the file's list of people. */
    void list(Values values, Spot spot) {
        String name = values.get(Membership.NAME);
        Optional<Member> first = called(name);
        if (first.isPresent()) {
            trail.problem(
                    spot,
                    "“" + name + "” is already listed in line " + first.get().line
                            + "; the file refers to people by name, so names have to differ");
            return;
        }
        Member member = add(name, values, Math.max(1, spot.line()));
        byFirstName.computeIfAbsent(firstWord(name), any -> new ArrayList<>()).add(member);
    }

    private Member add(String name, Values values, int line) {
        PersonId id = known.named(name).map(Person::id).orElseGet(newId);
        Member member = new Member(id, name, values, line);
        members.put(Names.folded(name), member);
        return member;
    }

    /** Who is meant, or empty after telling the problem. */
    Optional<PersonId> find(String text, Spot spot, Role role) {
        if (text.length() > Membership.LONGEST_NAME) {
            trail.problem(spot, "expected a name of at most " + Membership.LONGEST_NAME + " characters");
            return Optional.empty();
        }
        String name = Names.tidy(text);
        Optional<Member> member = called(name).or(() -> onlyOneWithFirstName(name));
        Optional<Member> similar = member.isPresent() ? Optional.empty() : similar(name);
        if (similar.isPresent()) {
            trail.problem(
                    spot,
                    "“" + name + "” is not in people; did you mean “" + similar.get().name + "”? If not, add “" + name
                            + "” to people");
            return Optional.empty();
        }
        PersonId id = member.orElseGet(() -> add(name, Values.none(), 0)).id;
        implied.computeIfAbsent(id, any -> EnumSet.noneOf(Role.class)).add(role);
        return Optional.of(id);
    }

    private Optional<Member> called(String name) {
        return Optional.ofNullable(members.get(Names.folded(name)));
    }

    private Optional<Member> onlyOneWithFirstName(String name) {
        List<Member> sharing = byFirstName.getOrDefault(Names.folded(name), List.of());
        return sharing.size() == 1 ? Optional.of(sharing.get(0)) : Optional.empty();
    }

    private Optional<Member> similar(String name) {
        List<Member> similar = members.values().stream()
                .filter(member -> member.isListed() && Spelling.isSlip(Names.folded(name), Names.folded(member.name)))
                .limit(2)
                .toList();
        return similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
    }

    /** Their records, with an account in the local chat each, and an admin. */
    List<Person> records() {
        Handles handles =
                new Handles(known, members.values().stream().map(Member::name).toList());
        List<Person> records = new ArrayList<>();
        for (Member member : members.values()) {
            records.add(handles.withAccount(record(member)));
        }
        if (handles.isAdminMissing()) {
            records.add(admin());
        }
        return records;
    }

    private Person record(Member member) {
        Optional<Person> before = known.find(member.id);
        Person.Details old = before.map(Person::details).orElse(Person.Details.NONE);
        Values values = member.values;
        return new Person(
                member.id,
                before.map(Person::name).orElse(member.name),
                roles(member, before),
                values.find(Membership.ZONE).or(() -> before.flatMap(Person::zone)),
                new Person.Details(
                        values.find(Membership.TITLE).or(old::title),
                        values.find(Membership.DEPARTMENT).or(old::department),
                        values.find(Membership.EMAIL).or(old::email)),
                before.map(Person::accounts).orElse(List.of()),
                before.flatMap(Person::invitation));
    }

    private Set<Role> roles(Member member, Optional<Person> before) {
        List<Role> given = member.values.all(Membership.ROLES);
        if (!given.isEmpty()) {
            return Set.copyOf(given);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        before.map(Person::roles).ifPresent(roles::addAll);
        roles.addAll(implied.getOrDefault(member.id, EnumSet.noneOf(Role.class)));
        if (Names.folded(member.name).equals(Names.folded(ADMIN))) {
            roles.add(Role.ADMIN);
        }
        return roles;
    }

    private Person admin() {
        return new Person(
                newId.get(),
                ADMIN,
                Set.of(Role.ADMIN),
                Optional.empty(),
                Person.Details.NONE,
                List.of(Account.local(Handles.ADMIN)),
                Optional.empty());
    }

    private static String firstWord(String name) {
        return Names.folded(name).split(" ", 2)[0];
    }
}
