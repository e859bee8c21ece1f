package throughline.core.ritual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Cascade;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/**
 * How a change goes from level to level: who is told of it when, and who has not read it in time. A level is told when the one above has
 * read it, or a week after that was told; then the level above hears who was skipped.
 */
public final class Passing {
    static final int PATIENCE_DAYS = 7;

    /** Nobody is told of it for the first time after so many days. */
    public static final int LIFETIME_DAYS = 60;

    private final Cascade cascade;
    private final Roadmap roadmap;
    private final List<Step> steps = new ArrayList<>();

    /** Whom it reaches one after the other. */
    public enum Level {
        LEADERSHIP("leadership"),
        PRODUCT_LEADS("product leads"),
        TEAM_LEADS("team leads"),
        PEOPLE("people in teams");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Some persons of a level who are told at the same time.
     *
     * @param team whose; empty above teams
     * @param from the day they are told
     * @param people in the order of ids
     */
    public record Step(Level level, Optional<ItemId> team, LocalDate from, List<PersonId> people) {}

    private Passing(Cascade cascade, Roadmap roadmap, People people) {
        this.cascade = cascade;
        this.roadmap = roadmap;
        Set<PersonId> reached = new HashSet<>(Set.of(cascade.by()));
        LocalDate from = cascade.on();
        List<PersonId> above =
                roadmap.find(cascade.item()).flatMap(Item::owner).stream().toList();
        from = add(new Step(Level.LEADERSHIP, Optional.empty(), from, fresh(above, reached, people)));
        List<PersonId> leads = people.stream()
                .filter(person -> person.is(Role.PRODUCT_LEAD))
                .map(Person::id)
                .toList();
        from = add(new Step(Level.PRODUCT_LEADS, Optional.empty(), from, fresh(leads, reached, people)));
        List<Team> teams = concerned(roadmap, cascade.item());
        List<LocalDate> next = new ArrayList<>();
        for (Team team : teams) {
            List<PersonId> lead = fresh(team.owner().stream().toList(), reached, people);
            next.add(add(new Step(Level.TEAM_LEADS, Optional.of(team.id()), from, lead)));
        }
        for (int i = 0; i < teams.size(); i++) {
            List<PersonId> members = fresh(teams.get(i).members(), reached, people);
            add(new Step(Level.PEOPLE, Optional.of(teams.get(i).id()), next.get(i), members));
        }
    }

    public static Passing of(Cascade cascade, Roadmap roadmap, People people) {
        return new Passing(cascade, roadmap, people);
    }

    /** Those who are not on a level above, and are known. */
    private static List<PersonId> fresh(List<PersonId> some, Set<PersonId> reached, People people) {
        return some.stream()
                .filter(id -> people.find(id).isPresent())
                .filter(reached::add)
                .sorted()
                .toList();
    }

    /** @return when the next level is told: once all have read it, but no later than their patience lasts */
    private LocalDate add(Step step) {
        if (step.people().isEmpty()) {
            return step.from();
        }
        steps.add(step);
        LocalDate latest = step.from().plusDays(PATIENCE_DAYS);
        return Stream.concat(
                        Stream.of(step.from()),
                        step.people().stream()
                                .map(person -> cascade.read(person).orElse(latest)))
                .max(Comparator.naturalOrder())
                .filter(latest::isAfter)
                .orElse(latest);
    }

    public Cascade cascade() {
        return cascade;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public List<PersonId> unread(Step step) {
        return step.people().stream()
                .filter(person -> cascade.read(person).isEmpty())
                .toList();
    }

    /** Whether it is still told to those who have not heard of it. */
    public boolean isGoing(LocalDate today) {
        return !cascade.isOvertaken()
                && roadmap.find(cascade.item()).isPresent()
                && !today.isAfter(cascade.on().plusDays(LIFETIME_DAYS));
    }

    /** Who is to read it by now and has not. */
    public List<PersonId> told(LocalDate today) {
        return isGoing(today)
                ? steps.stream()
                        .filter(step -> !step.from().isAfter(today))
                        .flatMap(step -> unread(step).stream())
                        .toList()
                : List.of();
    }

    /**
     * A level that did not read it in time.
     *
     * @param to who hears of it: the level above
     */
    public record Skip(Level level, List<PersonId> unread, List<PersonId> to) {}

    /** What of the levels above people was skipped by now. */
    public List<Skip> skipped(LocalDate today) {
        List<Skip> skips = new ArrayList<>();
        for (Level level : List.of(Level.LEADERSHIP, Level.PRODUCT_LEADS, Level.TEAM_LEADS)) {
            List<PersonId> unread = steps.stream()
                    .filter(step -> step.level() == level)
                    .filter(step -> !today.isBefore(step.from().plusDays(PATIENCE_DAYS)))
                    .flatMap(step -> unread(step).stream())
                    .toList();
            if (isGoing(today) && !unread.isEmpty()) {
                skips.add(new Skip(level, unread, above(level)));
            }
        }
        return skips;
    }

    /** Product leads hear of their teams; where none has read it, and of what is above, whoever made the change. */
    private List<PersonId> above(Level level) {
        List<PersonId> leads = steps.stream()
                .filter(step -> step.level() == Level.PRODUCT_LEADS)
                .flatMap(step -> step.people().stream())
                .filter(person -> cascade.read(person).isPresent())
                .toList();
        return level == Level.TEAM_LEADS && !leads.isEmpty() ? leads : List.of(cascade.by());
    }

    /** How many of a level have read it, of how many. */
    public record Count(Level level, int read, int all) {}

    public List<Count> counts() {
        return Stream.of(Level.values())
                .map(level -> {
                    List<Step> of =
                            steps.stream().filter(step -> step.level() == level).toList();
                    int all = of.stream().mapToInt(step -> step.people().size()).sum();
                    int unread =
                            of.stream().mapToInt(step -> unread(step).size()).sum();
                    return new Count(level, all - unread, all);
                })
                .filter(count -> count.all() > 0)
                .toList();
    }

    /** Teams that work for an objective, or for one that carries out a strategy; all where nothing is known to hang under it. */
    static List<Team> concerned(Roadmap roadmap, ItemId item) {
        Set<ItemId> teams = new LinkedHashSet<>();
        objectives(roadmap, item).forEach(objective -> {
            objective.values().find(Objective.TEAM).ifPresent(teams::add);
            roadmap.measuring(objective).stream()
                    .flatMap(keyResult -> working(roadmap, keyResult))
                    .flatMap(bet -> bet.team().stream())
                    .forEach(teams::add);
        });
        List<Team> found = roadmap.teams().stream()
                .filter(team -> teams.contains(team.id()))
                .toList();
        return found.isEmpty() ? roadmap.teams().toList() : found;
    }

    private static Stream<Initiative> working(Roadmap roadmap, KeyResult keyResult) {
        return Stream.of(Horizon.NOW, Horizon.NEXT).flatMap(horizon -> roadmap.serving(keyResult, horizon).stream());
    }

    private static Stream<Objective> objectives(Roadmap roadmap, ItemId item) {
        Optional<Objective> own = roadmap.find(item, Objective.class);
        return own.isPresent()
                ? own.stream().flatMap(one -> Stream.concat(Stream.of(one), roadmap.supporting(one).stream()))
                : roadmap.objectives().stream()
                        .filter(objective ->
                                objective.strategy().filter(item::equals).isPresent());
    }
}
