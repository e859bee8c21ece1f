package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.conversation.History;
import throughline.core.people.PersonId;
import throughline.core.question.Lines;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;

/** A team's week: what it has in Now, and what happened to that and above it since the last nudge. */
final class TeamWeek {
    private static final int STALE_DAYS = 90;

    /** No nudge looks at more commits. */
    private static final int MOST = 500;

    private final Basis basis;
    private final Team team;
    private final List<Initiative> now;
    private final List<KeyResult> keyResults;
    private final List<ChangeSet> facts;

    TeamWeek(Basis basis, Team team) {
        this.basis = basis;
        this.team = team;
        this.now = basis.roadmap().in(Horizon.NOW, team).stream()
                .filter(bet -> !isSnoozed(bet.id()))
                .toList();
        Lines lines = new Lines(basis.roadmap());
        this.keyResults = now.stream().flatMap(lines::keyResultsOf).distinct().toList();
        this.facts = basis.since()
                .map(since -> basis.history().back(since, MOST).stream()
                        .map(History.Entry::facts)
                        .toList())
                .orElse(List.of());
    }

    private boolean isSnoozed(ItemId item) {
        return basis.wants().isSnoozed(item, basis.today());
    }

    Basis basis() {
        return basis;
    }

    Team team() {
        return team;
    }

    List<Initiative> now() {
        return now;
    }

    /** Whether there is something in Now of which the team wants to hear nothing. */
    boolean isSnoozed() {
        return basis.roadmap().in(Horizon.NOW, team).size() > now.size();
    }

    /** What Now should move, in its order. */
    List<KeyResult> keyResults() {
        return keyResults;
    }

    Optional<KeyResult> firstOf(Initiative bet) {
        return new Lines(basis.roadmap()).keyResultsOf(bet).findFirst();
    }

    List<KeyResult> due() {
        return keyResults.stream()
                .filter(keyResult -> keyResult.isCheckInDue(basis.today()) && !isSnoozed(keyResult.id()))
                .toList();
    }

    /** A fact and the commit that it is of. */
    record Told(ChangeSet facts, Change change) {}

    /** What changed above Now, and what left it, the newest first. */
    List<Told> above() {
        Set<ItemId> above = idsAbove();
        List<Told> told = new ArrayList<>();
        for (ChangeSet one : facts) {
            one.changes().stream()
                    .filter(change -> isAbove(change, above) || isLeaving(change))
                    .filter(change -> change.about().filter(this::isSnoozed).isEmpty())
                    .forEach(change -> told.add(new Told(one, change)));
        }
        return told;
    }

    /** Items of Now of which something above changed. */
    boolean isBelow(Initiative bet, Collection<Told> changes) {
        Set<ItemId> above = new HashSet<>();
        new Lines(basis.roadmap()).keyResultsOf(bet).forEach(keyResult -> addAbove(keyResult, above));
        bet.theme().ifPresent(above::add);
        return changes.stream().flatMap(told -> told.change().about().stream()).anyMatch(above::contains);
    }

    private Set<ItemId> idsAbove() {
        Set<ItemId> above = new HashSet<>();
        keyResults.forEach(keyResult -> addAbove(keyResult, above));
        now.forEach(bet -> bet.theme().ifPresent(above::add));
        return above;
    }

    private void addAbove(KeyResult keyResult, Set<ItemId> above) {
        above.add(keyResult.id());
        Optional<Objective> objective = new Lines(basis.roadmap()).objectiveOf(keyResult);
        objective.ifPresent(found -> {
            above.add(found.id());
            found.supports().ifPresent(above::add);
            found.strategy().ifPresent(above::add);
        });
    }

    private static boolean isAbove(Change change, Set<ItemId> above) {
        boolean isChecked = (change instanceof Change.Listed<?> listed && listed.element() instanceof CheckIn)
                || (change instanceof Change.Unlisted<?> unlisted && unlisted.element() instanceof CheckIn);
        boolean isConfirmed =
                change instanceof Change.Edited<?> edited && (Object) edited.field() == Objective.CONFIRMED;
        boolean isNew = change instanceof Change.Added || change instanceof Change.Redacted;
        return !isChecked
                && !isConfirmed
                && !isNew
                && change.about().filter(above::contains).isPresent();
    }

    boolean isLeaving(Change change) {
        return change instanceof Change.Edited<?> edited
                && (Object) edited.field() == Initiative.HORIZON
                && edited.before().equals(Optional.of(Horizon.NOW))
                && basis.roadmap()
                        .find(edited.item(), Initiative.class)
                        .filter(bet -> bet.horizon() != Horizon.NOW)
                        .flatMap(Initiative::team)
                        .filter(team.id()::equals)
                        .isPresent();
    }

    /** Whether it came into Now, or to the team, since the last nudge. */
    boolean isNew(Initiative bet) {
        return facts.stream().flatMap(one -> one.changes().stream()).anyMatch(change -> brings(change, bet));
    }

    private static boolean brings(Change change, Initiative bet) {
        if (change instanceof Change.Added added) {
            return added.item().id().equals(bet.id());
        }
        return change instanceof Change.Edited<?> edited
                && edited.item().equals(bet.id())
                && ((Object) edited.field() == Initiative.HORIZON || (Object) edited.field() == Initiative.TEAM);
    }

    /** Whether anything happened to Now, to what it should move, or above it. */
    boolean isNews() {
        Set<ItemId> ids = idsAbove();
        now.forEach(bet -> ids.add(bet.id()));
        return basis.since().isEmpty()
                || facts.stream()
                        .flatMap(one -> one.changes().stream())
                        .anyMatch(change -> isLeaving(change)
                                || change.about().filter(ids::contains).isPresent());
    }

    /** Whether nothing is due, has no line, was left alone for long or was in trouble last week. */
    boolean isFresh() {
        return due().isEmpty()
                && now.stream()
                        .noneMatch(bet -> isStale(bet)
                                || firstOf(bet).isEmpty()
                                || trouble(bet).isPresent());
    }

    /** The worst answer of last week, if not all was on track. */
    Optional<Alignment> trouble(Initiative bet) {
        return basis.week()
                .monday()
                .map(monday -> Period.weekOf(monday.minusWeeks(1)))
                .flatMap(last -> basis.roadmap().alignment(team, last.id()).stream()
                        .filter(answer -> answer.about().equals(bet.id()))
                        .filter(answer -> answer.state() != Alignment.State.ON_TRACK)
                        .max(Comparator.comparing(Alignment::state)
                                .thenComparing(answer -> answer.id().text())));
    }

    boolean isStale(Initiative bet) {
        return age(bet) > STALE_DAYS;
    }

    /** For how many days nobody touched or confirmed it, or told how it goes. */
    long age(Initiative bet) {
        Stream<LocalDate> touched = Stream.concat(
                basis.roadmap().lastTouched(bet.id()).map(Stamp::at).map(basis::day).stream(),
                bet.confirmed().map(Confirmation::on).stream());
        return Stream.concat(touched, answered(bet).stream())
                .max(LocalDate::compareTo)
                .map(day -> ChronoUnit.DAYS.between(day, basis.today()))
                .orElse(0L);
    }

    /** The Monday of the last week whose nudge got an answer about it. */
    private Optional<LocalDate> answered(Initiative bet) {
        LocalDate monday = basis.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, week -> week.minusWeeks(1))
                .limit(STALE_DAYS / 7)
                .filter(week -> basis
                        .roadmap()
                        .alignment(team, Period.weekOf(week).id())
                        .stream()
                        .anyMatch(answer -> answer.about().equals(bet.id())))
                .findFirst();
    }

    String call(PersonId person) {
        return basis.people().call(person);
    }
}
