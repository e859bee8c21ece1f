package throughline.core.assistant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Card;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Etiquette;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Verdict;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;

/** Rituals that stop by themselves. That one did is a fact, and so is that the team's lead was told, together with the message. */
final class Pauses {
    private static final String VIA = "nudge";
    private static final int ATTEMPTS = 5;
    private static final int MOST_EDITS = 20;

    private final TurnStore turns;
    private final Outgoing outgoing;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;
    private final Function<Roadmap, Agenda> agendas;

    Pauses(
            TurnStore turns,
            Outbox outbox,
            Map<String, Messenger> messengers,
            InstantSource clock,
            Function<Roadmap, Agenda> agendas) {
        this.turns = turns;
        this.outgoing = new Outgoing(messengers, outbox);
        this.messengers = messengers;
        this.clock = clock;
        this.agendas = agendas;
    }

    /** Stops it until somebody switches it on again. */
    void pause(ItemId id, String reason) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Snapshot snapshot = turns.load(Rounds.CONVERSATION);
            Optional<Schedule> running = snapshot.roadmap()
                    .find(id, Schedule.class)
                    .filter(schedule -> schedule.paused().isEmpty() && !schedule.isOff());
            Schedule.Paused paused = new Schedule.Paused(clock.instant(), reason, Optional.empty());
            if (running.isEmpty() || isCommitted(snapshot, List.of(edited(running.get(), paused)), List.of())) {
                return;
            }
        }
    }

    private static Change edited(Schedule schedule, Schedule.Paused paused) {
        return Settings.edited(schedule, Schedule.PAUSED, Optional.of(paused));
    }

    private boolean isCommitted(Snapshot snapshot, List<Change> changes, List<Posting> postings) {
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
                        postings))
                == TurnStore.Outcome.COMMITTED;
    }

    /** Each lead whose teams' rituals stopped gets one message, as soon as it may be said. */
    void tellLeads(Snapshot snapshot) {
        Roadmap roadmap = snapshot.roadmap();
        Map<PersonId, List<Schedule>> byLead = new LinkedHashMap<>();
        roadmap.schedules().stream()
                .filter(schedule -> schedule.paused()
                        .filter(paused -> paused.told().isEmpty())
                        .isPresent())
                .forEach(schedule -> lead(snapshot, schedule)
                        .ifPresent(lead -> byLead.computeIfAbsent(lead, one -> new ArrayList<>())
                                .add(schedule)));
        byLead.forEach((lead, schedules) ->
                snapshot.people().find(lead).ifPresent(person -> tell(snapshot, person, schedules)));
    }

    /** Who leads the team, or, where nobody does, who set it up. */
    private static Optional<PersonId> lead(Snapshot snapshot, Schedule schedule) {
        return snapshot.roadmap()
                .find(schedule.team(), Team.class)
                .flatMap(Team::owner)
                .or(() -> snapshot.history().about(schedule.id(), MOST_EDITS).stream()
                        .map(entry -> entry.facts().stamp().by())
                        .filter(person -> !person.equals(PersonId.BOT))
                        .findFirst());
    }

    private void tell(Snapshot snapshot, Person lead, List<Schedule> schedules) {
        Agenda agenda = agendas.apply(snapshot.roadmap());
        List<Wish> wishes = schedules.stream()
                .map(schedule -> new Wish(schedule.id().text(), Wish.Topic.NEWS, Set.of(), List.of()))
                .toList();
        Etiquette.Person person = new Etiquette.Person(
                lead.id(),
                agenda.working(lead),
                Agenda.wants(lead),
                new Etiquette.Past(0, false, last(snapshot, lead)));
        Verdict verdict = Etiquette.toPerson(wishes, person, clock.instant());
        if (verdict.say().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Change> changes = schedules.stream()
                .map(schedule ->
                        edited(schedule, schedule.paused().orElseThrow().told(now)))
                .toList();
        // Whoever cannot be reached is not looked for again: the settings and the operator's page tell it too.
        List<Posting> line = posting(snapshot, lead, schedules, now).stream().toList();
        if (isCommitted(snapshot, changes, line)) {
            outgoing.say(line);
        }
    }

    /** When somebody was told something unasked the last time: every kind that speaks to persons is asked. */
    private static Optional<Instant> last(Snapshot snapshot, Person person) {
        List<Stream<Instant>> kinds = List.of(lines(snapshot, person.id()));
        return kinds.stream().flatMap(times -> times).max(Instant::compareTo);
    }

    /** When somebody was told of pauses. */
    private static Stream<Instant> lines(Snapshot snapshot, PersonId person) {
        return snapshot.roadmap().schedules().stream()
                .filter(schedule ->
                        schedule.paused().flatMap(Schedule.Paused::told).isPresent())
                .filter(schedule ->
                        lead(snapshot, schedule).filter(person::equals).isPresent())
                .flatMap(schedule -> schedule.paused().flatMap(Schedule.Paused::told).stream());
    }

    private Optional<Posting> posting(Snapshot snapshot, Person lead, List<Schedule> schedules, Instant now) {
        Roadmap roadmap = snapshot.roadmap();
        List<Nudge.Stopped> stopped = schedules.stream()
                .map(schedule -> new Nudge.Stopped(
                        roadmap.find(schedule.team(), Team.class).orElseThrow(),
                        schedule.paused().orElseThrow().reason()))
                .toList();
        Card card = Nudge.givenUp(stopped, Actions.ASK);
        String[] written = schedules.get(0).channel().split(":", 2);
        Place near = new Place(written[0], written[1], Optional.empty(), Place.Reach.INTERNAL);
        return new Whereabouts(messengers, snapshot.people(), near)
                .find(lead.id())
                .map(spot -> spot.posting("stopped:" + lead.id() + ":" + now.toEpochMilli(), card));
    }
}
