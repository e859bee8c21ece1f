package throughline.core.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The erasable record of a person: all that is known about somebody and must be forgettable.
 *
 * @param invitation the code that waits to be said from another account
 * @param pulses what the person answered to the last pulses, oldest first
 */
public record Person(
        PersonId id,
        String name,
        Set<Role> roles,
        Optional<ZoneId> zone,
        Details details,
        List<Account> accounts,
        Optional<Invitation> invitation,
        Preferences preferences,
        List<PulseAnswer> pulses) {
    /** The answers of so many months are known, most of them only that there was one. */
    private static final int MOST_PULSES = 13;

    /** What helps to reach and place somebody; none of it gives a right. */
    public record Details(Optional<String> title, Optional<String> department, Optional<String> email) {
        public static final Details NONE = new Details(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person has a name");
        }
        roles = roles.isEmpty() ? Set.of(Role.STAKEHOLDER) : Set.copyOf(roles);
        accounts = List.copyOf(accounts);
        pulses = List.copyOf(pulses.subList(Math.max(0, pulses.size() - MOST_PULSES), pulses.size()));
    }

    /** Somebody who answered no pulse yet. */
    public Person(
            PersonId id,
            String name,
            Set<Role> roles,
            Optional<ZoneId> zone,
            Details details,
            List<Account> accounts,
            Optional<Invitation> invitation,
            Preferences preferences) {
        this(id, name, roles, zone, details, accounts, invitation, preferences, List.of());
    }

    /** Somebody who said nothing about what to hear unasked. */
    public Person(
            PersonId id,
            String name,
            Set<Role> roles,
            Optional<ZoneId> zone,
            Details details,
            List<Account> accounts,
            Optional<Invitation> invitation) {
        this(id, name, roles, zone, details, accounts, invitation, Preferences.NONE);
    }

    /**
     * First contact of somebody unknown makes a stakeholder; {@code admin} in the local chat, which answers this machine only,
     * is an admin.
     */
    public static Person firstContact(PersonId id, String name, Account account) {
        Role role = account.equals(Account.local("admin")) ? Role.ADMIN : Role.STAKEHOLDER;
        return new Person(id, name, Set.of(role), Optional.empty(), Details.NONE, List.of(account), Optional.empty());
    }

    public String firstName() {
        String stripped = name.strip();
        int end = 0;
        while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person keeps the roadmap: a PM, a product lead or an admin. */
    public boolean keepsRoadmap() {
        return is(Role.PM) || is(Role.PRODUCT_LEAD) || is(Role.ADMIN);
    }

    public Person with(Account account) {
        List<Account> more = new ArrayList<>(accounts);
        more.add(account);
        return new Person(id, name, roles, zone, details, more, invitation, preferences, pulses);
    }

    public Person without(Account account) {
        List<Account> fewer =
                accounts.stream().filter(other -> !other.equals(account)).toList();
        return new Person(id, name, roles, zone, details, fewer, invitation, preferences, pulses);
    }

    public Person inviting(Optional<Invitation> code) {
        return new Person(id, name, roles, zone, details, accounts, code, preferences, pulses);
    }

    /** Somebody who wants to hear other things unasked. */
    public Person with(Preferences others) {
        return new Person(id, name, roles, zone, details, accounts, invitation, others, pulses);
    }

    /** With one more answer to a pulse. */
    public Person with(PulseAnswer answer) {
        List<PulseAnswer> more = new ArrayList<>(pulses);
        more.removeIf(earlier -> earlier.pulse().equals(answer.pulse()));
        more.add(answer);
        return answered(more);
    }

    /** With what is left of these answers. */
    public Person answered(List<PulseAnswer> answers) {
        return new Person(id, name, roles, zone, details, accounts, invitation, preferences, answers);
    }

    public Optional<PulseAnswer> answer(String pulse) {
        return pulses.stream().filter(answer -> answer.pulse().equals(pulse)).findFirst();
    }

    public Person with(Role role) {
        Set<Role> more = EnumSet.of(role);
        more.addAll(roles);
        return new Person(id, name, more, zone, details, accounts, invitation, preferences, pulses);
    }

    public Person without(Role role) {
        Set<Role> fewer = EnumSet.of(role);
        fewer.addAll(roles);
        fewer.remove(role);
        return new Person(id, name, fewer, zone, details, accounts, invitation, preferences, pulses);
    }
}
