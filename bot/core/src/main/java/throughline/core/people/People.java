package throughline.core.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.collection.PersistentMap;

/** Everybody the organization knows, as a value. */
public final class People {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final char END_OF_NAME = '\0';
    private static final People NOBODY = new People(empty(), empty(), empty());

    private final PersistentMap<PersonId, Person> byId;
    private final PersistentMap<String, PersonId> byAccount;
    private final PersistentMap<String, PersonId> byName;

    private People(
            PersistentMap<PersonId, Person> byId,
            PersistentMap<String, PersonId> byAccount,
            PersistentMap<String, PersonId> byName) {
        this.byId = byId;
        this.byAccount = byAccount;
        this.byName = byName;
    }

    private static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return PersistentMap.empty(Comparator.naturalOrder());
    }

    public static People none() {
        return NOBODY;
    }

    public static People of(List<Person> all) {
        People people = NOBODY;
        for (Person person : all) {
            people = people.with(person);
        }
        return people;
    }

    /** Adds a person, or replaces the record that has the same id. */
    public People with(Person person) {
        People others = without(person.id());
        PersistentMap<String, PersonId> accounts = others.byAccount;
        for (Account account : person.accounts()) {
            accounts = accounts.with(account.toString(), person.id());
        }
        return new People(
                others.byId.with(person.id(), person), accounts, others.byName.with(nameKey(person), person.id()));
    }

    public People without(PersonId id) {
        return find(id).map(this::without).orElse(this);
    }

    private People without(Person person) {
        PersistentMap<String, PersonId> accounts = byAccount;
        for (Account account : person.accounts()) {
            // It may have moved to somebody else meanwhile.
            if (accounts.get(account.toString()).filter(person.id()::equals).isPresent()) {
                accounts = accounts.without(account.toString());
            }
        }
        return new People(byId.without(person.id()), accounts, byName.without(nameKey(person)));
    }

    public int size() {
        return byId.size();
    }

    public Stream<Person> stream() {
        return byId.stream().map(Map.Entry::getValue);
    }

    public Optional<Person> find(PersonId id) {
        return byId.get(id);
    }

    /** Whether somebody is told what becomes of what they asked for. */
    public boolean hearsOfRequests(PersonId id) {
        return find(id).filter(person -> person.preferences().isQuiet()).isEmpty();
    }

    public Optional<Person> find(Account account) {
        return byAccount.get(account.toString()).flatMap(byId::get);
    }

    /** By full name, whatever the case; the first by id where two share it. */
    public Optional<Person> named(String name) {
        String wanted = folded(name) + END_OF_NAME;
        return byName.from(wanted)
                .findFirst()
                .filter(entry -> entry.getKey().startsWith(wanted))
                .flatMap(entry -> find(entry.getValue()));
    }

    /** Everybody with this first name, whatever the case. */
    public List<Person> firstNamed(String firstName) {
        String first = folded(firstName);
        return byName.from(first)
                .takeWhile(entry -> entry.getKey().startsWith(first))
                .flatMap(entry -> find(entry.getValue()).stream())
                .filter(person -> folded(person.firstName()).equals(first))
                .toList();
    }

    /** What to call somebody in a sentence: the first name, or the full name where two share it, or "someone who left" whose record was erased. */
    public String call(PersonId id) {
        if (id.equals(PersonId.BOT)) {
            return "Throughline";
        }
        return find(id).map(this::call).orElse("someone who left");
    }

    private String call(Person person) {
        return firstNamed(person.firstName()).size() > 1 ? person.name() : person.firstName();
    }

    public String fullName(PersonId id) {
        return find(id).map(Person::name).orElseGet(() -> call(id));
    }

    /**
     * The handle of somebody in the local chat: the first name in lower case, {@code first.last} where two of
     * {@code everybody} share the first name. Letters and digits of any script are kept, the rest is dropped.
     */
    public static String handle(String name, List<String> everybody) {
        List<String> words = words(name);
        String first = words.get(0);
        long sharing = everybody.stream()
                .distinct()
                .filter(other -> words(other).get(0).equals(first))
                .count();
        return sharing > 1 && words.size() > 1 ? first + "." + words.get(words.size() - 1) : first;
    }

    /** The {@linkplain #handle handles} of all these names, without comparing each with each. */
    public static Map<String, String> handles(Collection<String> everybody) {
        Map<String, List<String>> byFirst = everybody.stream()
                .distinct()
                .collect(Collectors.groupingBy(name -> words(name).get(0)));
        Map<String, String> handles = new HashMap<>();
        byFirst.values()
                .forEach(sharing -> sharing.forEach(name ->
                        handles.put(name, handle(name, sharing.subList(0, Math.min(2, sharing.size()))))));
        return handles;
    }

    private static String nameKey(Person person) {
        return folded(person.name()) + END_OF_NAME + person.id();
    }

    private static String folded(String name) {
        return SPACES.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static List<String> words(String name) {
        List<String> words = Stream.of(name.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? List.of("person") : words;
    }
}
