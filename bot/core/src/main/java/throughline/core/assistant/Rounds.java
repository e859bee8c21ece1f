package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Sender;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Basis;
import throughline.core.ritual.Due;
import throughline.core.ritual.Etiquette;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Occurrence;
import throughline.core.ritual.Period;
import throughline.core.ritual.Skipped;
import throughline.core.ritual.Verdict;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;

/**
 * Says what nobody asked for: at every beat it makes what fell due, once, however many bots do so, and pauses what reaches nobody. What
 * it makes is delivered by others; just before, they ask here whether it is still wanted.
 */
public final class Rounds implements Sender {
    static final String CONVERSATION = "rounds";

    private static final Logger LOG = System.getLogger(Rounds.class.getName());

    private final Ports ports;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;
    private final Pauses pauses;

    /**
     * What it reads and writes.
     *
     * @param holidays days off of everybody that the roadmap does not have
     */
    public record Ports(
            TurnStore turns,
            Outbox outbox,
            throughline.core.delivery.Schedule plans,
            Arrivals arrivals,
            Set<LocalDate> holidays) {
        public Ports {
            holidays = Set.copyOf(holidays);
        }
    }

    public Rounds(Ports ports, List<Messenger> messengers, InstantSource clock) {
        this.ports = ports;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.clock = clock;
        this.pauses = new Pauses(ports.turns(), clock);
    }

    /** When something falls due next, after now. */
    public Optional<Instant> due() {
        Instant now = clock.instant();
        return ports.plans().planned().entrySet().stream()
                .filter(planned -> planned.getKey().startsWith(ritual("")))
                .map(Map.Entry::getValue)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** Makes everything that is due by now. */
    public void run() {
        Snapshot snapshot = ports.turns().load(CONVERSATION);
        Seen seen = new Seen(
                snapshot,
                agenda(snapshot.roadmap()),
                ports.plans().planned(),
                ports.plans().diaries(),
                clock.instant());
        Map<String, Schedule> rituals = rituals(snapshot.roadmap());
        rituals.forEach((ritual, schedule) -> tried(ritual, schedule, seen));
        seen.planned().keySet().stream()
                .filter(ritual -> ritual.startsWith(ritual("")) && !rituals.containsKey(ritual))
                .forEach(gone -> ports.plans().plan(gone, Optional.empty()));
    }

    /** What is known at the beginning of a round. */
    private record Seen(
            Snapshot snapshot, Agenda agenda, Map<String, Instant> planned, Map<String, Diary> diaries, Instant now) {
        Optional<Diary> diary(String ritual) {
            return Optional.ofNullable(diaries.get(ritual));
        }

        List<Diary.Made> made(String ritual) {
            return diary(ritual).map(Diary::made).orElse(List.of());
        }

        Due due(String ritual, Schedule schedule) {
            return agenda().due(schedule, diary(ritual).map(Diary::period).flatMap(Period::of), now);
        }
    }

    private Agenda agenda(Roadmap roadmap) {
        return new Agenda(roadmap, ports.holidays());
    }

    /** As plans and diaries have a team's nudge. */
    static String ritual(String team) {
        return Schedule.Ritual.NUDGE.written() + ":" + team;
    }

    /** One for each team that is still there. */
    private static Map<String, Schedule> rituals(Roadmap roadmap) {
        Map<String, Schedule> rituals = new LinkedHashMap<>();
        roadmap.schedules().stream()
                .filter(schedule -> roadmap.find(schedule.team(), Team.class).isPresent())
                .forEach(schedule -> rituals.putIfAbsent(ritual(schedule.team().text()), schedule));
        return rituals;
    }

    /** One that is broken must not keep the others waiting. */
    private void tried(String ritual, Schedule schedule, Seen seen) {
        try {
            round(ritual, schedule, seen);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "ritual-failed: " + ritual + " is tried again at the next beat", broken);
        }
    }

    private void round(String ritual, Schedule schedule, Seen seen) {
        Due due = seen.due(ritual, schedule);
        if (due.ready().isPresent()) {
            ready(ritual, schedule, due, seen);
        } else if (due.skipped().isEmpty()) {
            plan(ritual, due.next().map(Occurrence::due), seen);
        } else {
            Skipped last = due.skipped().get(due.skipped().size() - 1);
            Diary diary = quiet(ritual, last.occurrence(), last.reason().words(), seen);
            made(ritual, due, List.of(), diary, seen);
        }
    }

    private void plan(String ritual, Optional<Instant> next, Seen seen) {
        if (!Optional.ofNullable(seen.planned().get(ritual)).equals(next)) {
            ports.plans().plan(ritual, next);
        }
    }

    private void ready(String ritual, Schedule schedule, Due due, Seen seen) {
        Optional<Spot> spot = spot(schedule);
        if (spot.isEmpty()) {
            return;
        }
        Occurrence one = due.ready().orElseThrow();
        Place place = spot.get().place();
        Verdict verdict = seen.agenda().verdict(schedule, one, past(ritual, schedule, seen), place, seen.now());
        if (verdict.until().isPresent()) {
            plan(ritual, verdict.until(), seen);
            return;
        }
        Optional<Nudge> nudge =
                verdict.say().isEmpty() ? Optional.empty() : nudge(ritual, schedule, one.period(), seen);
        List<Parcel> parcels =
                nudge.map(said -> spot.get().parcel(said, one)).stream().toList();
        Diary diary = nudge.isPresent()
                ? Diary.made(seen.made(ritual), made(nudge.get(), one, place, seen))
                : quiet(ritual, one, words(verdict), seen);
        if (made(ritual, missed(due, one, verdict), parcels, diary, seen)) {
            stop(schedule, verdict).ifPresent(reason -> pauses.pause(schedule.id(), reason));
        }
    }

    /** What should have come and found no working hour any more is told to the operator, like what came too late. */
    private static Due missed(Due due, Occurrence one, Verdict verdict) {
        if (!verdict.isDropped(Verdict.Reason.TOO_LATE)) {
            return due;
        }
        List<Skipped> skipped = new ArrayList<>(due.skipped());
        skipped.add(new Skipped(one, Skipped.Reason.NO_HOUR));
        return new Due(due.ready(), skipped, due.next());
    }

    /** Why it stops by itself; where it may never be said, whoever set it up would wait for nothing. */
    private static Optional<String> stop(Schedule schedule, Verdict verdict) {
        String channel = TeamNudge.channel(schedule);
        if (verdict.tellsLead()) {
            return Optional.of("the last two in " + channel + " got no answer");
        }
        if (verdict.isDropped(Verdict.Reason.OUTSIDERS)) {
            return Optional.of("outsiders read along in " + channel);
        }
        return verdict.isDropped(Verdict.Reason.GENERAL_CHANNEL)
                ? Optional.of("everybody is in " + channel)
                : Optional.empty();
    }

    private static Diary.Made made(Nudge nudge, Occurrence one, Place place, Seen seen) {
        String asked = nudge.asked().map(Nudge.Asked::written).orElse(Posted.NOTHING);
        return new Diary.Made(one.period().id(), seen.now(), place.written(), asked);
    }

    private static String words(Verdict verdict) {
        return verdict.dropped().stream()
                .findFirst()
                .map(one -> one.reason().words())
                .orElse("nothing was new");
    }

    private static Diary quiet(String ritual, Occurrence over, String outcome, Seen seen) {
        return new Diary(over.period().id(), seen.made(ritual), outcome, seen.now());
    }

    /** Where something is said, and by whom. */
    private record Spot(Messenger messenger, Place place) {
        Parcel parcel(Nudge nudge, Occurrence one) {
            Reply reply = new Reply(Reply.Visibility.PUBLIC, nudge.card(Actions.ASK), Optional.empty());
            return new Parcel(
                    new Posting(one.id(), place, "", messenger.draw(reply, one.id()), ""), one.due(), one.until());
        }
    }

    /** Empty where another bot speaks, and while the platform does not tell who reads along: the next beat asks again. */
    private Optional<Spot> spot(Schedule schedule) {
        String[] written = schedule.channel().split(":", 2);
        Place place = new Place(written[0], written[1], Optional.empty(), Place.Reach.UNKNOWN);
        return Optional.ofNullable(messengers.get(place.platform()))
                .map(messenger -> new Spot(messenger, messenger.inspect(place)))
                .filter(spot -> spot.place().reach() != Place.Reach.UNKNOWN);
    }

    private Etiquette.Past past(String ritual, Schedule schedule, Seen seen) {
        List<Period> said = seen.made(ritual).stream()
                .filter(made -> isArrived(ritual, made) && !made.asked().equals(Posted.NOTHING))
                .flatMap(made -> Period.of(made.period()).stream())
                .toList();
        int unanswered = seen.agenda().unanswered(schedule, said);
        return new Etiquette.Past(unanswered, schedule.paused().isPresent(), Optional.empty());
    }

    private boolean isArrived(String ritual, Diary.Made made) {
        return ports.arrivals().find(ritual + ":" + made.period()).isPresent();
    }

    private Optional<Nudge> nudge(String ritual, Schedule schedule, Period week, Seen seen) {
        Snapshot snapshot = seen.snapshot();
        Optional<Instant> since = seen.made(ritual).stream()
                .filter(made -> isArrived(ritual, made))
                .map(Diary.Made::at)
                .max(Instant::compareTo);
        return snapshot.roadmap()
                .find(schedule.team(), Team.class)
                .flatMap(team -> Nudge.of(
                        team,
                        new Basis(
                                snapshot.roadmap(),
                                snapshot.history(),
                                snapshot.people(),
                                schedule.zone(),
                                seen.now(),
                                week,
                                since,
                                Agenda.wants(schedule))));
    }

    /** @return false if somebody else was here before */
    private boolean made(String ritual, Due due, List<Parcel> parcels, Diary diary, Seen seen) {
        Instant expected = Optional.ofNullable(seen.planned().get(ritual))
                .filter(planned -> !planned.isAfter(seen.now()))
                .orElseGet(() -> planned(ritual, seen.now()));
        Map<String, String> skipped = due.skipped().stream()
                .collect(Collectors.toMap(
                        one -> one.occurrence().id(), one -> one.reason().words(), (one, other) -> one));
        return ports.plans()
                .materialise(new throughline.core.delivery.Schedule.Round(
                        ritual, expected, parcels, skipped, due.next().map(Occurrence::due), Optional.of(diary)));
    }

    /** What was never planned, or was planned otherwise before it was edited. */
    private Instant planned(String ritual, Instant now) {
        Instant due = Instant.ofEpochMilli(now.toEpochMilli());
        ports.plans().plan(ritual, Optional.of(due));
        return due;
    }

    @Override
    public Optional<throughline.core.delivery.Verdict> objection(Parcel parcel) {
        return team(parcel).flatMap(team -> objection(parcel, team));
    }

    private Optional<throughline.core.delivery.Verdict> objection(Parcel parcel, String team) {
        Snapshot snapshot = ports.turns().load(CONVERSATION);
        Schedule schedule = rituals(snapshot.roadmap()).get(ritual(team));
        if (schedule == null) {
            return Optional.of(new throughline.core.delivery.Verdict.Skipped(Verdict.Reason.NOT_SET_UP.words()));
        }
        String period = parcel.id().substring(parcel.id().lastIndexOf(':') + 1);
        Occurrence one =
                new Occurrence(schedule.ritual().written(), team, new Period(period), parcel.due(), parcel.until());
        Instant now = clock.instant();
        Verdict verdict = agenda(snapshot.roadmap()).verdict(schedule, one, Etiquette.Past.NONE, asMade(parcel), now);
        return verdict.until()
                .<throughline.core.delivery.Verdict>map(until -> new throughline.core.delivery.Verdict.Later(
                        Duration.between(now, until), false, false, "nobody works there now"))
                .or(() -> verdict.dropped().stream()
                        .findFirst()
                        .map(dropped -> new throughline.core.delivery.Verdict.Skipped(
                                dropped.reason().words())));
    }

    /** Who reads along was asked when it was made. */
    private static Place asMade(Parcel parcel) {
        return parcel.posting().place().with(Place.Reach.INTERNAL);
    }

    /** The team whose nudge it is; empty if it is something else. */
    private static Optional<String> team(Parcel parcel) {
        String[] parts = parcel.id().split(":", -1);
        return parts.length == 3 && parts[0].equals(Schedule.Ritual.NUDGE.written())
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    @Override
    public void undeliverable(Parcel parcel, String reason) {
        Roadmap roadmap = ports.turns().load(CONVERSATION).roadmap();
        team(parcel)
                .flatMap(team -> roadmap.find(new ItemId(team), Team.class))
                .flatMap(team -> roadmap.schedule(Schedule.Ritual.NUDGE, team))
                .ifPresent(schedule -> pauses.pause(
                        schedule.id(), TeamNudge.channel(schedule) + " takes no message from me (" + reason + ")"));
    }
}
