package throughline.core.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.conversation.History;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Arrived;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Stamp;

/** The way of an initiative through Now in a quarter, read from its facts. */
final class Passage {
    /** What comes into Now in the first so many days of a quarter is its plan; what comes later is drift. */
    static final int PLANNING_DAYS = 14;

    /** No initiative moves more often in a quarter. */
    private static final int MOST = 200;

    private final Initiative bet;
    private final Quarter quarter;
    private final ZoneId zone;

    /** Oldest first, from the beginning of the quarter on. */
    private final List<Step> steps;

    private Passage(Initiative bet, Quarter quarter, ZoneId zone, List<Step> steps) {
        this.bet = bet;
        this.quarter = quarter;
        this.zone = zone;
        this.steps = steps;
    }

    /** That it came to another horizon, or onto the roadmap. */
    private record Step(Stamp stamp, Optional<Horizon> before, Optional<Horizon> after, Optional<Admission> entered) {
        boolean isEntry() {
            return after.equals(Optional.of(Horizon.NOW));
        }

        /** What an import brings was there before; only nobody had recorded it. */
        boolean isFound() {
            return before.isEmpty() && (stamp.via().equals("file") || stamp.by().equals(PersonId.BOT));
        }
    }

    static Passage of(Initiative bet, History history, Quarter quarter, ZoneId zone) {
        Instant start = quarter.from().atStartOfDay(zone).toInstant();
        List<Step> steps = new ArrayList<>(history.about(bet.id(), MOST).stream()
                .map(History.Entry::facts)
                .filter(facts -> !facts.stamp().at().isBefore(start))
                .flatMap(Passage::steps)
                .toList());
        Collections.reverse(steps);
        return new Passage(bet, quarter, zone, steps);
    }

    private static Stream<Step> steps(ChangeSet facts) {
        Optional<Admission> entered = facts.changes().stream()
                .flatMap(change -> entered(change).stream())
                .findFirst();
        return facts.changes().stream().flatMap(change -> step(facts.stamp(), change, entered).stream());
    }

    private static Optional<Step> step(Stamp stamp, Change change, Optional<Admission> entered) {
        if (change instanceof Change.Added added && added.item() instanceof Initiative bet) {
            return Optional.of(new Step(stamp, Optional.empty(), Optional.of(bet.horizon()), bet.entered()));
        }
        return change instanceof Change.Edited<?> edited && (Object) edited.field() == Initiative.HORIZON
                ? Optional.of(new Step(
                        stamp,
                        edited.before().map(Horizon.class::cast),
                        edited.after().map(Horizon.class::cast),
                        entered))
                : Optional.empty();
    }

    private static Optional<Admission> entered(Change change) {
        return change instanceof Change.Edited<?> edited && (Object) edited.field() == Initiative.ENTERED
                ? edited.after().map(Admission.class::cast)
                : Optional.empty();
    }

    private Instant moment(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean isInNow(LocalDate day) {
        Instant moment = moment(day);
        return steps.stream()
                .filter(step -> !step.stamp().at().isBefore(moment))
                .findFirst()
                .map(step -> step.before().equals(Optional.of(Horizon.NOW)))
                .orElse(bet.horizon() == Horizon.NOW);
    }

    /** Those in the quarter from a day on. */
    private Stream<Step> entries(LocalDate from) {
        Instant first = moment(from);
        Instant end = moment(quarter.to().plusDays(1));
        return steps.stream()
                .filter(Step::isEntry)
                .filter(step ->
                        !step.stamp().at().isBefore(first) && step.stamp().at().isBefore(end));
    }

    /** Whether it was in Now at some time of the quarter. */
    boolean wasInNow() {
        return isInNow(quarter.from()) || entries(quarter.from()).findAny().isPresent();
    }

    /** That it came in when the quarter's plan stood; empty if it was in Now then, or never came. */
    Optional<Arrived> arrived() {
        LocalDate planned = quarter.from().plusDays(PLANNING_DAYS);
        return isInNow(planned)
                ? Optional.empty()
                : entries(planned).findFirst().filter(step -> !step.isFound()).map(this::arrived);
    }

    private Arrived arrived(Step step) {
        return new Arrived(
                bet.id(),
                step.stamp().at().atZone(zone).toLocalDate(),
                step.stamp().by(),
                step.entered().map(Admission::way),
                step.entered().flatMap(Admission::instead));
    }
}
