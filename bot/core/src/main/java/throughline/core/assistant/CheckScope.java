package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.check.Check;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/**
 * What is checked.
 *
 * @param typed as it is typed after the verb
 * @param called as it is told, "in what you own"
 * @param items what is looked at; an item may come several times
 * @param whole whether the roadmap as a whole is looked at, too
 */
record CheckScope(String typed, String called, Stream<Item> items, boolean whole) {
    private static final Set<String> EVERYTHING =
            Set.of("roadmap", "everything", "the roadmap", "whole roadmap", "the whole roadmap", "our roadmap");
    private static final Set<String> OWN = Set.of("mine", "my items", "me", "my roadmap");
    private static final List<Horizon> OPEN = List.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER);

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("theme", Kind.THEME),
            Map.entry("themes", Kind.THEME),
            Map.entry("objective", Kind.OBJECTIVE),
            Map.entry("objectives", Kind.OBJECTIVE),
            Map.entry("okrs", Kind.OBJECTIVE),
            Map.entry("key results", Kind.KEY_RESULT),
            Map.entry("krs", Kind.KEY_RESULT),
            Map.entry("strategy", Kind.STRATEGY),
            Map.entry("strategies", Kind.STRATEGY),
            Map.entry("initiatives", Kind.INITIATIVE),
            Map.entry("workstreams", Kind.WORKSTREAM));

    Check.Report report(Check check) {
        return whole && typed.equals("roadmap") ? check.all() : check.of(items, whole);
    }

    /** What words name that are no item: everything, one's own, a horizon, all of a kind. Nothing said is one's own. */
    static Optional<CheckScope> of(Request request) {
        String text = request.rest()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[?.!]+$", "")
                .strip();
        if (EVERYTHING.contains(text) || (text.isEmpty() && request.all())) {
            return Optional.of(new CheckScope("roadmap", "on the roadmap", Stream.of(), true));
        }
        if (text.isEmpty() || OWN.contains(text)) {
            return Optional.of(own(request));
        }
        Optional<CheckScope> horizon = OPEN.stream()
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .map(one -> in(request.roadmap(), one));
        return horizon.or(() -> Optional.ofNullable(KINDS.get(text)).map(kind -> all(request.roadmap(), text, kind)));
    }

    private static CheckScope all(Roadmap roadmap, String text, Kind kind) {
        Stream<Item> items = roadmap.all(kind).stream();
        Stream<Item> keyResults = text.equals("okrs") ? roadmap.all(Kind.KEY_RESULT).stream() : Stream.of();
        return new CheckScope(text, "in " + text, Stream.concat(items, keyResults), false);
    }

    private static CheckScope in(Roadmap roadmap, Horizon horizon) {
        Stream<Item> items = roadmap.in(horizon).stream().flatMap(bet -> line(roadmap, bet));
        return new CheckScope(
                horizon.title().toLowerCase(Locale.ROOT),
                "in " + horizon.title() + " and its line",
                items,
                horizon == Horizon.NOW);
    }

    /** What the person owns, and the lines of that; who owns nothing sees Now. */
    private static CheckScope own(Request request) {
        Roadmap roadmap = request.roadmap();
        PersonId person = request.person().id();
        Predicate<Item> isOwn = item -> item.owner().filter(person::equals).isPresent();
        List<Item> above = Stream.of(Kind.STRATEGY, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME)
                .flatMap(kind -> roadmap.all(kind).stream())
                .filter(isOwn)
                .toList();
        boolean ownsNothing = above.isEmpty()
                && OPEN.stream()
                        .allMatch(horizon -> roadmap.ownedBy(person, horizon).isEmpty());
        if (ownsNothing) {
            return in(roadmap, Horizon.NOW);
        }
        Stream<Item> bets = OPEN.stream()
                .flatMap(horizon -> roadmap.ownedBy(person, horizon).stream())
                .flatMap(bet -> line(roadmap, bet));
        Stream<Item> measured = above.stream()
                .flatMap(item ->
                        item instanceof Objective objective ? roadmap.measuring(objective).stream() : Stream.of());
        return new CheckScope(
                "mine",
                "in what you own and its line",
                Stream.of(above.stream(), bets, measured).flatMap(items -> items),
                false);
    }

    static CheckScope of(Roadmap roadmap, Item item, String called) {
        return new CheckScope(Subject.entity(item), "in " + called, line(roadmap, item), false);
    }

    /** The item with what it hangs on, and what hangs on it. */
    private static Stream<Item> line(Roadmap roadmap, Item item) {
        if (item instanceof Initiative bet) {
            return Stream.of(
                            Stream.of(bet),
                            roadmap.building(bet).stream(),
                            bet.serves().stream().flatMap(id -> above(roadmap, id)),
                            bet.theme().flatMap(roadmap::find).stream())
                    .flatMap(items -> items);
        }
        if (item instanceof KeyResult keyResult) {
            return above(roadmap, keyResult.id());
        }
        if (item instanceof Objective objective) {
            return Stream.of(
                            Stream.of(objective),
                            roadmap.measuring(objective).stream(),
                            roadmap.themesOf(objective).stream(),
                            objective.strategy().flatMap(roadmap::find).stream())
                    .flatMap(items -> items);
        }
        if (item instanceof Team team) {
            return OPEN.stream()
                    .flatMap(horizon -> roadmap.in(horizon, team).stream())
                    .flatMap(bet -> line(roadmap, bet));
        }
        if (item instanceof Theme theme) {
            return Stream.concat(
                    Stream.of(theme), OPEN.stream().flatMap(horizon -> roadmap.in(horizon, theme).stream()));
        }
        return item instanceof Workstream work
                ? Stream.concat(Stream.of(work), roadmap.find(work.initiative()).stream())
                : Stream.of(item);
    }

    private static Stream<Item> above(Roadmap roadmap, ItemId keyResult) {
        return roadmap.find(keyResult, KeyResult.class).stream()
                .flatMap(found -> Stream.concat(
                        Stream.of(found),
                        roadmap.find(found.objective(), Objective.class).stream()
                                .flatMap(objective -> Stream.concat(
                                        Stream.of(objective), objective.strategy().flatMap(roadmap::find).stream()))));
    }
}
