package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;

/** Tells a team's lead, in one line, that its nudge stopped by itself. */
public final class StoppedNudges implements Occasion {
    private static final int MOST_EDITS = 20;

    @Override
    public List<Errand> errands(Today today) {
        return today.roadmap().schedules().stream()
                .flatMap(schedule -> errand(today, schedule))
                .toList();
    }

    /** The id of the wish to tell it. */
    static String wish(Schedule schedule, Schedule.Paused paused) {
        return "stopped:" + schedule.id() + ":" + paused.at();
    }

    /** Who leads the team, or, where nobody does, who set it up. */
    private static Optional<PersonId> lead(Today today, Schedule schedule, Team team) {
        return team.owner()
                .or(() -> today.history().about(schedule.id(), MOST_EDITS).stream()
                        .map(entry -> entry.facts().stamp().by())
                        .filter(person -> !person.equals(PersonId.BOT))
                        .findFirst());
    }

    private static Stream<Errand> errand(Today today, Schedule schedule) {
        return schedule.paused().filter(paused -> paused.told().isEmpty()).stream()
                .flatMap(paused -> today.roadmap().find(schedule.team(), Team.class).stream()
                        .flatMap(team -> lead(today, schedule, team).stream()
                                .map(lead -> new Errand(
                                        lead,
                                        new Wish(wish(schedule, paused), Wish.Topic.NUDGE, Set.of(), List.of()),
                                        Section.of(Nudge.givenUp(
                                                List.of(new Nudge.Stopped(team, paused.reason())), Actions.ASK))))));
    }
}
