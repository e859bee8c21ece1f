package throughline.core.assistant;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Stamp;

/** Rituals that stop by themselves. That one did is a fact; the team's lead is told with a day's message ({@link StoppedNudges}). */
final class Pauses {
    private static final String VIA = "nudge";
    private static final int ATTEMPTS = 5;

    private final TurnStore turns;
    private final InstantSource clock;

    Pauses(TurnStore turns, InstantSource clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /** Stops it until somebody switches it on again. */
    void pause(ItemId id, String reason) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Snapshot snapshot = turns.load(Rounds.CONVERSATION);
            Optional<Schedule> running = snapshot.roadmap()
                    .find(id, Schedule.class)
                    .filter(schedule -> schedule.paused().isEmpty() && !schedule.isOff());
            Schedule.Paused paused = new Schedule.Paused(clock.instant(), reason, Optional.empty());
            if (running.isEmpty() || isCommitted(snapshot, List.of(edited(running.get(), paused)))) {
                return;
            }
        }
    }

    private static Change edited(Schedule schedule, Schedule.Paused paused) {
        return Change.edited(schedule, Schedule.PAUSED, Optional.of(paused));
    }

    private boolean isCommitted(Snapshot snapshot, List<Change> changes) {
        Set<String> basis = changes.stream()
                .flatMap(change -> change.about().stream())
                .map(ItemId::text)
                .collect(Collectors.toSet());
        Stamp stamp = new Stamp(clock.instant(), PersonId.BOT, VIA);
        return turns.commit(new Commit(
                        Optional.empty(),
                        snapshot.version(),
                        basis,
                        Optional.of(new ChangeSet(stamp, Optional.empty(), changes)),
                        List.of(),
                        Rounds.CONVERSATION,
                        snapshot.mark(),
                        snapshot.dialogue(),
                        List.of()))
                == TurnStore.Outcome.COMMITTED;
    }
}
