package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.Version;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.Sender;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Etiquette;
import throughline.core.ritual.Kept;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Today;
import throughline.core.ritual.Verdict;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Stamp;

/**
 * Tells persons what they did not ask for: all kinds of a day in one message, once, however many bots look. A parcel is named after the
 * person and the day, so there is no second one; what was told in it is in the person's diary, written together with it.
 */
public final class Daily implements Sender {
    static final String RITUAL = "day:";
    static final String SAID = "said";
    private static final String VIA = "calendar";
    private static final int MOST_KEPT = 500;
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final Place NOWHERE = new Place(VIA, "", Optional.empty(), Place.Reach.INTERNAL);
    private static final Logger LOG = System.getLogger(Daily.class.getName());

    private final Rounds.Ports ports;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;
    private final List<Occasion> occasions;
    private final Outgoing outgoing;
    private Optional<Version> seen = Optional.empty();
    private Instant next = Instant.MIN;
    private Instant morning = Instant.MIN;

    public Daily(Rounds.Ports ports, List<Messenger> messengers, InstantSource clock, List<Occasion> occasions) {
        this.ports = ports;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.clock = clock;
        this.occasions = List.copyOf(occasions);
        this.outgoing = new Outgoing(this.messengers, ports.outbox());
    }

    /** When it is looked again if nothing happens, after now: the next morning of somebody. */
    public synchronized Optional<Instant> due() {
        Instant now = clock.instant();
        return next.isAfter(now) ? Optional.of(next) : morning(ports.turns().load(Rounds.CONVERSATION), now);
    }

    private Optional<Instant> morning(Snapshot snapshot, Instant now) {
        Agenda agenda = agenda(snapshot);
        return snapshot.people().stream()
                .flatMap(person -> agenda.working(person).nextMorning(now).stream())
                .min(Instant::compareTo);
    }

    private Agenda agenda(Snapshot snapshot) {
        return new Agenda(snapshot.roadmap(), ports.holidays());
    }

    /** Tells everybody what may be told now. Looks only if something happened, or its time has come. */
    public synchronized void run() {
        Instant now = clock.instant();
        Snapshot before = ports.turns().load(Rounds.CONVERSATION);
        if (now.isBefore(next) && seen.filter(before.version()::equals).isPresent()) {
            return;
        }
        Snapshot snapshot = kept(before, now);
        settle(snapshot, now);
        // In this order: what another bot tells after it is noticed by the plan, which is another one then.
        Map<String, Instant> planned = ports.plans().planned();
        Map<String, Diary> diaries = ports.plans().diaries();
        Today today = today(snapshot, diaries, now);
        if (!morning.isAfter(now)) {
            morning = morning(snapshot, now).orElse(now.plus(GOOD_FOR));
        }
        next = morning;
        errands(today, diaries)
                .forEach((id, errands) -> snapshot.people()
                        .find(id)
                        .ifPresent(person -> tried(new Told(person, errands, today, diaries, planned), snapshot)));
        seen = Optional.of(snapshot.version());
    }

    private Today today(Snapshot snapshot, Map<String, Diary> diaries, Instant now) {
        Map<PersonId, Map<String, Instant>> told = new HashMap<>();
        diaries.forEach((ritual, diary) -> {
            if (ritual.startsWith(RITUAL)) {
                Map<String, Instant> parts = new HashMap<>();
                diary.told().stream().filter(Daily::isOver).forEach(part -> parts.put(part.part(), part.at()));
                told.put(new PersonId(ritual.substring(RITUAL.length())), Map.copyOf(parts));
            }
        });
        return new Today(snapshot.roadmap(), snapshot.history(), snapshot.people(), agenda(snapshot), now, told);
    }

    /** What was switched off comes back with being switched on, as far as it is still so. */
    private static boolean isOver(Diary.Told part) {
        return !part.outcome().equals(Verdict.Reason.OFF.words());
    }

    /* What time brought */

    private Snapshot kept(Snapshot before, Instant now) {
        Snapshot snapshot = before;
        Map<String, Diary> diaries = ports.plans().diaries();
        for (int made = 0; made < MOST_KEPT; made++) {
            Today today = today(snapshot, diaries, now);
            Optional<Kept> first = occasions.stream()
                    .flatMap(occasion -> keep(occasion, today))
                    .findFirst();
            if (first.isEmpty()) {
                return snapshot;
            }
            // Refused or not, what follows is seen by the next look.
            commit(snapshot, first.get(), now);
            snapshot = ports.turns().load(Rounds.CONVERSATION);
        }
        return snapshot;
    }

    private static Stream<Kept> keep(Occasion occasion, Today today) {
        try {
            return occasion.keep(today).stream();
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "occasion-failed: " + occasion + " is asked again later", broken);
            return Stream.empty();
        }
    }

    private void commit(Snapshot snapshot, Kept kept, Instant now) {
        List<Change> changes = new ArrayList<>();
        kept.people().forEach(person -> changes.add(new Change.PersonTouched(person.id())));
        changes.addAll(kept.changes());
        TurnStore.Outcome unused = ports.turns()
                .commit(new Commit(
                        Optional.empty(),
                        snapshot.version(),
                        kept.basis(),
                        Optional.of(new ChangeSet(new Stamp(now, PersonId.BOT, VIA), Optional.empty(), changes)),
                        kept.people(),
                        Rounds.CONVERSATION,
                        snapshot.mark(),
                        snapshot.dialogue(),
                        List.of()));
    }

    /* What stands */

    /** Says messages anew whose parts need nothing any more. */
    private void settle(Snapshot snapshot, Instant now) {
        Map<String, Instant> planned = ports.plans().planned();
        Map<String, Diary> diaries = ports.plans().diaries();
        Today today = today(snapshot, diaries, now);
        snapshot.people().stream()
                .forEach(person -> Optional.ofNullable(diaries.get(RITUAL + person.id()))
                        .map(diary -> new SettledDay(person, diary, today, occasions))
                        .ifPresent(
                                day -> settled(day, new Told(person, List.of(), today, diaries, planned), snapshot)));
    }

    private void settled(SettledDay day, Told told, Snapshot snapshot) {
        try {
            List<Posting> postings = day.freshly().isEmpty() ? List.of() : instead(day, told);
            // What could not be written down is found again by the next look.
            if (!day.freshly().isEmpty() && isWritten(postings, snapshot)) {
                outgoing.say(postings);
                Instant expected = expected(told);
                boolean unused = ports.plans()
                        .materialise(new Schedule.Round(
                                told.ritual(),
                                expected,
                                List.of(),
                                Map.of(),
                                following(told, expected),
                                Optional.of(day.after())));
            }
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "day-failed: " + told.ritual() + " is said anew later", broken);
        }
    }

    /** Named after how much is settled, so that two bots that see the same say the same. */
    private List<Posting> instead(SettledDay day, Told told) {
        return day.message().stream()
                .map(made -> told.ritual() + ":" + made.period())
                .flatMap(earlier -> day.card().stream()
                        .flatMap(card -> whereabouts(told.today().people())
                                .find(told.person().id())
                                .map(spot -> spot.instead("settled:" + earlier + "." + day.settled(), earlier, card))
                                .stream()))
                .toList();
    }

    private boolean isWritten(List<Posting> postings, Snapshot snapshot) {
        return postings.isEmpty()
                || ports.turns()
                                .commit(new Commit(
                                        Optional.empty(),
                                        snapshot.version(),
                                        Set.of(),
                                        Optional.empty(),
                                        List.of(),
                                        Rounds.CONVERSATION,
                                        snapshot.mark(),
                                        snapshot.dialogue(),
                                        postings))
                        == TurnStore.Outcome.COMMITTED;
    }

    /* What is told */

    private Map<PersonId, List<Errand>> errands(Today today, Map<String, Diary> diaries) {
        Map<PersonId, List<Errand>> all = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Occasion occasion : occasions) {
            try {
                occasion.errands(today).stream()
                        .filter(errand ->
                                today.told(errand.to(), errand.wish().id()).isEmpty())
                        .filter(errand -> !isOld(errand, diaries))
                        .filter(errand ->
                                ids.add(errand.to() + " " + errand.wish().id()))
                        .forEach(errand -> all.computeIfAbsent(errand.to(), id -> new ArrayList<>())
                                .add(errand));
            } catch (StoreUnavailable away) {
                throw away;
            } catch (RuntimeException broken) {
                LOG.log(Level.WARNING, "occasion-failed: " + occasion + " is asked again later", broken);
            }
        }
        return all;
    }

    /** What happened while somebody did not want to hear of it is no news afterwards. */
    private static boolean isOld(Errand errand, Map<String, Diary> diaries) {
        return errand.wish().topic() == Wish.Topic.NEWS
                && Optional.ofNullable(diaries.get(RITUAL + errand.to())).stream()
                        .flatMap(diary -> diary.told().stream())
                        .anyMatch(part -> part.part().equals(errand.wish().id()));
    }

    /** Somebody to whom something is to be told. */
    private record Told(
            Person person,
            List<Errand> errands,
            Today today,
            Map<String, Diary> diaries,
            Map<String, Instant> planned) {
        String ritual() {
            return RITUAL + person.id();
        }

        Optional<Diary> diary() {
            return Optional.ofNullable(diaries.get(ritual()));
        }

        List<Diary.Made> made() {
            return diary().map(Diary::made).orElse(List.of());
        }

        Verdict verdict() {
            Optional<Instant> last = made().stream().map(Diary.Made::at).max(Instant::compareTo);
            return Etiquette.toPerson(
                    errands.stream().map(Errand::wish).toList(),
                    new Etiquette.Person(
                            person.id(),
                            today.agenda().working(person),
                            Agenda.wants(person),
                            new Etiquette.Past(0, false, last)),
                    today.now());
        }

        List<Errand> said(Verdict verdict) {
            return verdict.say().stream()
                    .flatMap(wish ->
                            errands.stream().filter(errand -> errand.wish().equals(wish)))
                    .toList();
        }

        /** Those that are not recorded yet. */
        List<Verdict.Dropped> dropped(Verdict verdict) {
            Set<String> known = diary().stream()
                    .flatMap(diary -> diary.told().stream())
                    .map(part -> part.part() + " " + part.outcome())
                    .collect(Collectors.toSet());
            return verdict.dropped().stream()
                    .filter(one ->
                            !known.contains(one.wish().id() + " " + one.reason().words()))
                    .toList();
        }

        LocalDate day() {
            return today.agenda().working(person).day(today.now());
        }

        Diary after(Verdict verdict) {
            List<Diary.Told> told = new ArrayList<>(diary().map(Diary::told).orElse(List.of()));
            dropped(verdict)
                    .forEach(one -> told.add(
                            new Diary.Told(one.wish().id(), one.reason().words(), today.now())));
            verdict.say().forEach(wish -> told.add(new Diary.Told(wish.id(), SAID, today.now())));
            String reason = verdict.dropped().stream()
                    .findFirst()
                    .map(one -> one.reason().words())
                    .orElse("");
            String day = day().toString();
            return (verdict.say().isEmpty()
                            ? new Diary(day, made(), reason, today.now())
                            : Diary.made(made(), new Diary.Made(day, today.now(), "", "")))
                    .telling(told);
        }
    }

    /** One that is broken must not keep the others waiting. */
    private void tried(Told told, Snapshot snapshot) {
        try {
            tell(told, snapshot);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "day-failed: " + told.ritual() + " is tried again later", broken);
        }
    }

    private void tell(Told told, Snapshot snapshot) {
        Verdict verdict = told.verdict();
        verdict.until().filter(until -> until.isBefore(next)).ifPresent(until -> next = until);
        List<Errand> said = told.said(verdict);
        Optional<Parcel> parcel = said.isEmpty() ? Optional.empty() : parcel(told, said, snapshot);
        // Who cannot be reached is told when that is over.
        boolean isReached = said.isEmpty() || parcel.isPresent();
        if (isReached && !(said.isEmpty() && told.dropped(verdict).isEmpty())) {
            Instant expected = expected(told);
            boolean unused = ports.plans()
                    .materialise(new Schedule.Round(
                            told.ritual(),
                            expected,
                            parcel.stream().toList(),
                            Map.of(),
                            following(told, expected),
                            Optional.of(told.after(verdict))));
        }
    }

    private Optional<Parcel> parcel(Told told, List<Errand> said, Snapshot snapshot) {
        Instant now = told.today().now();
        String id = told.ritual() + ":" + told.day();
        return whereabouts(snapshot.people())
                .find(told.person().id())
                .map(spot -> new Parcel(spot.posting(id, Errand.merged(said)), now, now.plus(GOOD_FOR)));
    }

    private Whereabouts whereabouts(People people) {
        return new Whereabouts(messengers, people, NOWHERE);
    }

    /** The plan that was there before the diaries were read: of two bots only one finds it. */
    private Instant expected(Told told) {
        return Optional.ofNullable(told.planned().get(told.ritual())).orElseGet(() -> {
            Instant now = Instant.ofEpochMilli(told.today().now().toEpochMilli());
            ports.plans().plan(told.ritual(), Optional.of(now));
            return now;
        });
    }

    /** The next morning, and never the same plan again: that it is another one tells that something was done. */
    private static Optional<Instant> following(Told told, Instant expected) {
        return told.today()
                .agenda()
                .working(told.person())
                .nextMorning(told.today().now())
                .map(morning -> morning.equals(expected) ? morning.plusMillis(1) : morning);
    }

    /* Just before it is sent */

    @Override
    public Optional<throughline.core.delivery.Verdict> objection(Parcel parcel) {
        return person(parcel.id()).flatMap(this::objection);
    }

    /** Whose message of a day a parcel is, by its id; empty for all others. */
    static Optional<PersonId> person(String id) {
        return id.startsWith(RITUAL) && id.lastIndexOf(':') > RITUAL.length()
                ? Optional.of(new PersonId(id.substring(RITUAL.length(), id.lastIndexOf(':'))))
                : Optional.empty();
    }

    private Optional<throughline.core.delivery.Verdict> objection(PersonId id) {
        Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
        Optional<Person> person = snapshot.people().find(id);
        if (person.isEmpty()) {
            return Optional.of(new throughline.core.delivery.Verdict.Skipped("the person left"));
        }
        Instant now = clock.instant();
        Wish all = new Wish(RITUAL + id, Wish.Topic.NEWS, Set.of(), List.of());
        Verdict verdict = Etiquette.toPerson(
                List.of(all),
                new Etiquette.Person(
                        id, agenda(snapshot).working(person.get()), Agenda.wants(person.get()), Etiquette.Past.NONE),
                now);
        return verdict.until()
                .<throughline.core.delivery.Verdict>map(until -> new throughline.core.delivery.Verdict.Later(
                        Duration.between(now, until), false, false, "nobody works there now"))
                .or(() -> verdict.dropped().stream()
                        .findFirst()
                        .map(dropped -> new throughline.core.delivery.Verdict.Skipped(
                                dropped.reason().words())));
    }

    @Override
    public void undeliverable(Parcel parcel, String reason) {
        person(parcel.id()).ifPresent(id -> LOG.log(Level.WARNING, "{0} takes no message: {1}", id, reason));
    }
}
