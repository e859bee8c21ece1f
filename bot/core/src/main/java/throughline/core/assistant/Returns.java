package throughline.core.assistant;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Turn;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Working;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * Brings decisions back that a day brings back, each morning, when their deciders work. That one came back is a fact, committed with the
 * messages about it, so it comes once, however many bots look and whenever one was down.
 */
public final class Returns {
    private static final String VIA = "tripwire";
    private static final int ATTEMPTS = 5;
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** When days are looked at, in UTC: the first deciders come to work then. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Rounds.Ports ports;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;
    private final Outgoing outgoing;
    private Instant next = Instant.MIN;

    public Returns(Rounds.Ports ports, List<Messenger> messengers, InstantSource clock) {
        this.ports = ports;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.clock = clock;
        this.outgoing = new Outgoing(this.messengers, ports.outbox());
    }

    /** When it looks next, after now; empty while nothing may come back. */
    public synchronized Optional<Instant> due() {
        Instant now = clock.instant();
        Roadmap roadmap = ports.turns().load(Rounds.CONVERSATION).roadmap();
        boolean isWatched = !roadmap.wiredToAnything().isEmpty()
                || !roadmap.wiredUpTo(FOREVER).isEmpty();
        return isWatched ? Optional.of(next.isAfter(now) ? next : morning(now)) : Optional.empty();
    }

    private static Instant morning(Instant after) {
        LocalDate today = after.atZone(ZoneOffset.UTC).toLocalDate();
        return Stream.of(today, today.plusDays(1))
                .map(day -> day.atTime(MORNING).toInstant(ZoneOffset.UTC))
                .filter(after::isBefore)
                .findFirst()
                .orElseThrow();
    }

    /** Looks once a day, and again when somebody comes to work who was to be told. */
    public synchronized void run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
            Later later = new Later(snapshot, now);
            Scene scene = scene(snapshot, now);
            Turn turn = Intakes.after(ClosingLoop.daily(scene, later::isAtWork), scene);
            List<Posting> news = postings(snapshot, turn, now);
            if (turn.changes().isEmpty() || isCommitted(snapshot, turn, news, now)) {
                outgoing.say(news);
                next = later.first();
                return;
            }
        }
    }

    /** Who works now, and when the others do. */
    private final class Later {
        private final Snapshot snapshot;
        private final Instant now;
        private final Set<Instant> mornings = new HashSet<>();

        Later(Snapshot snapshot, Instant now) {
            this.snapshot = snapshot;
            this.now = now;
        }

        /** Who is gone, or never works, is not waited for. */
        boolean isAtWork(PersonId id) {
            Optional<Working> working = snapshot.people()
                    .find(id)
                    .map(person -> new Agenda(snapshot.roadmap(), ports.holidays()).working(person));
            Optional<Instant> morning =
                    working.filter(hours -> !hours.isWorking(now)).flatMap(hours -> hours.nextMorning(now));
            morning.ifPresent(mornings::add);
            return morning.isEmpty();
        }

        Instant first() {
            return Stream.concat(mornings.stream(), Stream.of(morning(now)))
                    .min(Instant::compareTo)
                    .orElseThrow();
        }
    }

    /** For what is said by nobody. */
    static Scene scene(Snapshot snapshot, Instant now) {
        Person bot = Person.firstContact(PersonId.BOT, "Throughline", Account.local(PersonId.BOT.text()));
        Place nowhere = new Place(VIA, "", Optional.empty(), Place.Reach.INTERNAL);
        Incoming nothing = new Incoming(
                "",
                Speaker.member(bot.accounts().get(0), bot.name()),
                nowhere,
                new Input.Said("", Input.Manner.OPEN),
                "");
        return new Scene(snapshot.roadmap(), snapshot.history(), snapshot.people(), bot, nothing, now, "");
    }

    private List<Posting> postings(Snapshot snapshot, Turn turn, Instant now) {
        List<Posting> all = new ArrayList<>();
        for (Notice notice : turn.notices()) {
            Place nowhere = new Place(VIA, "", Optional.empty(), Place.Reach.INTERNAL);
            new Whereabouts(messengers, snapshot.people(), nowhere)
                    .find(notice.to())
                    .map(spot -> spot.posting("back:" + now.toEpochMilli() + "." + all.size(), notice.card()))
                    .ifPresent(all::add);
        }
        for (Turn.Update update : turn.updates()) {
            String id = "back:" + now.toEpochMilli() + "." + all.size();
            update.place().flatMap(place -> outgoing.instead(id, place, update)).ifPresent(all::add);
        }
        return all;
    }

    private boolean isCommitted(Snapshot snapshot, Turn turn, List<Posting> news, Instant now) {
        Stamp stamp = new Stamp(now, PersonId.BOT, VIA);
        return ports.turns()
                        .commit(new Commit(
                                Optional.empty(),
                                snapshot.version(),
                                turn.reliedOn(),
                                Optional.of(new ChangeSet(stamp, Optional.empty(), turn.changes())),
                                List.of(),
                                Rounds.CONVERSATION,
                                snapshot.mark(),
                                snapshot.dialogue(),
                                news))
                == TurnStore.Outcome.COMMITTED;
    }
}
