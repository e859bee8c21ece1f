package throughline.core.assistant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import throughline.core.delivery.Diary;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Basis;
import throughline.core.ritual.Due;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Occurrence;
import throughline.core.ritual.Period;
import throughline.core.roadmap.Schedule;

/** A team's next nudge as it is said if nothing happens before; for a team without one, as if it were set up now. */
record Coming(TeamNudge of, Occurrence occurrence, Basis basis) {
    /** Empty if nobody works for a year. */
    static Optional<Coming> of(TeamNudge of, Unasked unasked) {
        Schedule schedule = of.schedule().orElseGet(of::usual);
        Instant now = of.request().scene().now();
        return next(schedule, unasked.agenda(of.request().roadmap()), last(of, unasked), now)
                .map(one -> new Coming(of, one, basis(of, schedule, one, unasked)));
    }

    /** The last week that is over, whatever became of it. */
    static Optional<Period> last(TeamNudge of, Unasked unasked) {
        return unasked.chronicle().of(of.ritual()).map(Diary::period).flatMap(Period::of);
    }

    private static Optional<Occurrence> next(Schedule schedule, Agenda agenda, Optional<Period> last, Instant now) {
        Optional<Instant> awake = schedule.snoozed()
                .map(day -> day.atStartOfDay(schedule.zone()).toInstant())
                .filter(now::isBefore);
        Due due = agenda.due(schedule, last, awake.orElse(now));
        return awake.isPresent() ? due.next() : due.ready().or(due::next);
    }

    private static Basis basis(TeamNudge of, Schedule schedule, Occurrence one, Unasked unasked) {
        Instant now = of.request().scene().now();
        Optional<Instant> since = unasked.chronicle().arrived(of.ritual()).map(Diary.Made::at);
        return new Basis(
                of.request().roadmap(),
                of.request().scene().history(),
                of.request().scene().people(),
                schedule.zone(),
                one.due().isAfter(now) ? one.due() : now,
                one.period(),
                since,
                Agenda.wants(schedule));
    }

    Optional<Nudge> nudge() {
        return Nudge.of(of.team(), basis);
    }

    LocalDate day() {
        return basis.now().atZone(basis.zone()).toLocalDate();
    }
}
