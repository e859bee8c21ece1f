package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.people.Person;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.view.Phrases;

/**
 * What the bets of a horizon are narrowed down to: teams, objectives, key results, themes and owners. Several of one sort widen it,
 * of different sorts narrow it further.
 *
 * @param unknown the words that name none of these
 */
record Scope(List<Item> items, List<Person> owners, String unknown) {
    private static final int LONGEST_NAME = 8;
    private static final int MOST_WORDS = 40;

    /** The bets of a horizon that are in a scope; {@code all} are in the order of their ids. */
    record Bets(int size, Supplier<Stream<Initiative>> all) {}

    private record Part(int size, Supplier<Stream<Initiative>> bets, Predicate<Initiative> has) {}

    /** Reads names and ids in any order; the longest name counts. */
    static Scope of(Request request) {
        Names names = Names.in(request.roadmap()).only(Kind.TEAM, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME);
        Persons persons = Persons.in(request.scene().people());
        List<String> words = Stream.of(request.rest().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        List<Item> items = new ArrayList<>();
        List<Person> owners = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int length = Math.min(LONGEST_NAME, words.size() - i);
            while (length > 0 && !isNamed(words.subList(i, i + length), names, persons, items, owners)) {
                length--;
            }
            if (length == 0) {
                others.add(words.get(i));
            }
            i += Math.max(1, length);
        }
        return new Scope(items, owners, "").guessing(names, others);
    }

    private static boolean isNamed(
            List<String> words, Names names, Persons persons, List<Item> items, List<Person> owners) {
        String name = String.join(" ", words);
        Optional<Item> item = names.whole(name);
        item.ifPresent(items::add);
        Optional<Person> owner = item.isPresent() ? Optional.empty() : persons.find(name);
        owner.ifPresent(owners::add);
        return item.isPresent() || owner.isPresent();
    }

    /** A part of a name, or a team with a slip in it, is understood too. */
    private Scope guessing(Names names, List<String> others) {
        String text = String.join(" ", others);
        if (names.find(text) instanceof Names.Found.One one
                && (one.fit() != Names.Fit.NEAR || one.item() instanceof Team)) {
            return new Scope(
                    Stream.concat(items.stream(), Stream.of(one.item()))
                            .distinct()
                            .toList(),
                    owners,
                    "");
        }
        return new Scope(items, owners, String.join(" ", Names.telling(text)));
    }

    boolean isEverything() {
        return items.isEmpty() && owners.isEmpty();
    }

    /** "Growth, Fewer tickets per account (O2) and Maya Lind". */
    String called() {
        return Phrases.listed(Stream.concat(
                        items.stream().map(Phrases::named), owners.stream().map(Person::name))
                .toList());
    }

    /** As it would be typed after a verb, with a space before it. */
    String typed() {
        return Stream.concat(
                        items.stream().map(Subject::entity), owners.stream().map(Person::name))
                .map(name -> " " + name)
                .collect(Collectors.joining());
    }

    List<String> entities() {
        return items.stream().map(Subject::entity).toList();
    }

    Bets in(Roadmap roadmap, Horizon horizon) {
        List<Part> parts = parts(roadmap, horizon);
        if (parts.isEmpty()) {
            Listing<Initiative> all = roadmap.in(horizon);
            return new Bets(all.size(), all::stream);
        }
        Part fewest = parts.get(0);
        if (parts.size() == 1) {
            return new Bets(fewest.size, fewest.bets);
        }
        List<Initiative> bets = fewest.bets
                .get()
                .filter(bet -> parts.stream().allMatch(part -> part.has.test(bet)))
                .toList();
        return new Bets(bets.size(), bets::stream);
    }

    /** One for each sort, that with the fewest bets first. */
    private List<Part> parts(Roadmap roadmap, Horizon horizon) {
        Stream<Part> ofItems = items.stream()
                .collect(Collectors.groupingBy(Item::kind, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(sameKind -> joined(sameKind.stream()
                        .map(item -> part(roadmap, horizon, item))
                        .toList()));
        Stream<Part> ofOwners = owners.isEmpty()
                ? Stream.of()
                : Stream.of(joined(owners.stream()
                        .map(owner -> part(roadmap, horizon, owner))
                        .toList()));
        return Stream.concat(ofItems, ofOwners)
                .sorted(Comparator.comparingInt(Part::size))
                .toList();
    }

    private static Part part(Roadmap roadmap, Horizon horizon, Item item) {
        if (item instanceof Team team) {
            Listing<Initiative> bets = roadmap.in(horizon, team);
            return new Part(
                    bets.size(),
                    bets::stream,
                    bet -> bet.team().filter(team.id()::equals).isPresent());
        }
        Under under = new Under(roadmap, item);
        return new Part(under.size(horizon), () -> under.in(horizon), under::has);
    }

    private static Part part(Roadmap roadmap, Horizon horizon, Person owner) {
        Listing<Initiative> bets = roadmap.ownedBy(owner.id(), horizon);
        return new Part(
                bets.size(),
                bets::stream,
                bet -> bet.owner().filter(owner.id()::equals).isPresent());
    }

    private static Part joined(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Initiative> bets = parts.stream()
                .flatMap(part -> part.bets.get())
                .distinct()
                .sorted(Comparator.comparing(Item::id))
                .toList();
        return new Part(bets.size(), bets::stream, bet -> parts.stream().anyMatch(part -> part.has.test(bet)));
    }
}
