package throughline.core.interchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.Role;

/** Gives everybody an account in the local chat that nobody else has. */
final class Handles {
    /** Only somebody with the role of an admin is called so. */
    static final String ADMIN = "admin";

    private final People known;
    private final Map<String, String> byName;
    private final Set<String> given = new HashSet<>();

    Handles(People known, List<String> names) {
        this.known = known;
        List<String> everybody = new ArrayList<>(names);
        known.stream().map(Person::name).forEach(everybody::add);
        this.byName = People.handles(everybody);
    }

    /** The same person if there is such an account already. */
    Person withAccount(Person person) {
        boolean has = person.accounts().stream()
                .anyMatch(account -> account.platform().equals(Account.LOCAL));
        return has ? person : person.with(Account.local(handle(person)));
    }

    private String handle(Person person) {
        String wanted = byName.getOrDefault(person.name(), "person");
        String handle = wanted;
        for (int n = 2; !isFree(handle, person); n++) {
            handle = wanted + n;
        }
        given.add(handle);
        return handle;
    }

    private boolean isFree(String handle, Person person) {
        boolean allowed = !handle.equals(ADMIN) || person.is(Role.ADMIN);
        return allowed
                && !given.contains(handle)
                && known.find(Account.local(handle)).isEmpty();
    }

    boolean isAdminMissing() {
        return !given.contains(ADMIN) && known.find(Account.local(ADMIN)).isEmpty();
    }
}
