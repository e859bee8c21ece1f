package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import throughline.core.conversation.History;
import throughline.core.people.PersonId;
import throughline.core.question.Lines;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/**
 * What product and engineering leads look at together once a month: where teams wait for each other, what they read differently, what
 * moved, and who has too much.
 */
public record Sync(List<Dependency> dependencies, List<Difference> differences, List<Move> moves, List<Load> loads) {
    /** So many initiatives in Now are too many for one person. */
    public static final int MANY = 4;

    private static final int WEEKS = 5;
    private static final int MOST_COMMITS = 2_000;

    /**
     * One team's initiative that needs another team's first.
     *
     * @param isLate whether what is needed is not even in Now while the other is
     */
    public record Dependency(Initiative waiting, Initiative needed, boolean isLate) {}

    /**
     * Something that two teams read differently.
     *
     * @param about an initiative, or the key result that two initiatives should move
     * @param readings each team, and how it goes by what it answered last
     */
    public record Difference(Item about, Map<Team, Alignment.State> readings) {}

    /** An initiative that is in another horizon than before. */
    public record Move(Initiative bet, Horizon from) {}

    /** Somebody who owns much of Now. */
    public record Load(PersonId person, List<Initiative> bets) {}

    public Sync {
        dependencies = List.copyOf(dependencies);
        differences = List.copyOf(differences);
        moves = List.copyOf(moves);
        loads = List.copyOf(loads);
    }

    public boolean isEmpty() {
        return dependencies.isEmpty() && differences.isEmpty() && moves.isEmpty() && loads.isEmpty();
    }

    /** @param since what moved from then on is told */
    public static Sync of(Roadmap roadmap, History history, Instant since, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new Sync(
                waits(roadmap),
                Stream.concat(ofItems(roadmap, today), ofKeyResults(roadmap, today))
                        .toList(),
                moved(roadmap, history, since),
                loaded(roadmap));
    }

    private static Stream<Initiative> open(Roadmap roadmap) {
        return Stream.of(Horizon.NOW, Horizon.NEXT).flatMap(horizon -> roadmap.in(horizon).stream());
    }

    private static List<Dependency> waits(Roadmap roadmap) {
        List<Dependency> waits = new ArrayList<>();
        open(roadmap)
                .filter(bet -> bet.team().isPresent())
                .forEach(bet -> bet.dependsOn().stream()
                        .flatMap(id -> roadmap.find(id, Initiative.class).stream())
                        .filter(needed -> !needed.team().equals(bet.team()))
                        .filter(needed -> needed.horizon() != Horizon.DONE)
                        .forEach(needed -> waits.add(new Dependency(
                                bet, needed, bet.horizon() == Horizon.NOW && needed.horizon() != Horizon.NOW))));
        waits.sort(Comparator.comparing((Dependency one) -> !one.isLate())
                .thenComparing(one -> one.waiting().id()));
        return waits;
    }

    /* What is read differently */

    /** What each team answered last about each item within some weeks. */
    private static Map<ItemId, Map<Team, Alignment>> answers(Roadmap roadmap, LocalDate today) {
        Map<ItemId, Map<Team, Alignment>> answers = new LinkedHashMap<>();
        for (Team team : roadmap.teams().toList()) {
            for (int back = WEEKS - 1; back >= 0; back--) {
                String week = Period.weekOf(today.minusWeeks(back)).id();
                roadmap.alignment(team, week).stream()
                        .forEach(answer -> answers.computeIfAbsent(answer.about(), id -> new LinkedHashMap<>())
                                .put(team, answer));
            }
        }
        return answers;
    }

    private static Stream<Difference> ofItems(Roadmap roadmap, LocalDate today) {
        return answers(roadmap, today).entrySet().stream()
                .filter(entry -> isDifferent(states(entry.getValue())))
                .flatMap(entry -> roadmap.find(entry.getKey()).stream()
                        .map(item -> new Difference(item, states(entry.getValue()))));
    }

    private static Map<Team, Alignment.State> states(Map<Team, Alignment> answers) {
        Map<Team, Alignment.State> states = new LinkedHashMap<>();
        answers.forEach((team, answer) -> states.put(team, answer.state()));
        return states;
    }

    /** Whether one says on track and the other does not. */
    private static boolean isDifferent(Map<Team, Alignment.State> states) {
        return states.containsValue(Alignment.State.ON_TRACK)
                && states.values().stream().anyMatch(state -> state != Alignment.State.ON_TRACK);
    }

    /** Two teams whose bets should move one key result. */
    private static Stream<Difference> ofKeyResults(Roadmap roadmap, LocalDate today) {
        Lines lines = new Lines(roadmap);
        Map<ItemId, Map<Team, Alignment>> byKeyResult = new TreeMap<>();
        answers(roadmap, today)
                .forEach((about, answers) -> roadmap.find(about, Initiative.class)
                        .filter(bet -> bet.horizon() == Horizon.NOW)
                        .ifPresent(bet -> lines.keyResultsOf(bet)
                                .forEach(keyResult -> answers.forEach((team, answer) -> byKeyResult
                                        .computeIfAbsent(keyResult.id(), id -> new LinkedHashMap<>())
                                        .merge(team, answer, Sync::worse)))));
        return byKeyResult.entrySet().stream()
                .filter(entry -> isDifferent(states(entry.getValue())))
                .flatMap(entry -> roadmap.find(entry.getKey(), KeyResult.class).stream()
                        .map(keyResult -> new Difference(keyResult, states(entry.getValue()))));
    }

    private static Alignment worse(Alignment one, Alignment other) {
        return one.state().compareTo(other.state()) >= 0 ? one : other;
    }

    /* What moved */

    private static List<Move> moved(Roadmap roadmap, History history, Instant since) {
        Map<ItemId, Horizon> from = new LinkedHashMap<>();
        for (History.Entry entry : history.back(since, MOST_COMMITS)) {
            for (Change change : entry.facts().changes()) {
                if (change instanceof Change.Edited<?> edited && (Object) edited.field() == Initiative.HORIZON) {
                    edited.before().map(Horizon.class::cast).ifPresent(before -> from.put(edited.item(), before));
                }
            }
        }
        return from.entrySet().stream()
                .flatMap(entry -> roadmap
                        .find(entry.getKey(), Initiative.class)
                        .filter(bet -> bet.horizon() != entry.getValue())
                        .map(bet -> new Move(bet, entry.getValue()))
                        .stream())
                .sorted(Comparator.comparing((Move move) -> !isAboutNow(move))
                        .thenComparing(move -> move.bet().id()))
                .toList();
    }

    private static boolean isAboutNow(Move move) {
        return move.from() == Horizon.NOW || move.bet().horizon() == Horizon.NOW;
    }

    /* Who has too much */

    private static List<Load> loaded(Roadmap roadmap) {
        Map<PersonId, List<Initiative>> byOwner = new HashMap<>();
        roadmap.in(Horizon.NOW).stream()
                .forEach(bet -> bet.owner()
                        .ifPresent(owner -> byOwner.computeIfAbsent(owner, id -> new ArrayList<>())
                                .add(bet)));
        return byOwner.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= MANY)
                .sorted(Comparator.comparing((Map.Entry<PersonId, List<Initiative>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(entry -> entry.getKey().text()))
                .map(entry -> new Load(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
