package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
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
import throughline.core.conversation.Place;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.Sender;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.review.Pack;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Due;
import throughline.core.ritual.Etiquette;
import throughline.core.ritual.Occurrence;
import throughline.core.ritual.Period;
import throughline.core.ritual.Rhythm;
import throughline.core.ritual.Skipped;
import throughline.core.ritual.Verdict;
import throughline.core.ritual.Wish;
import throughline.core.ritual.Working;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * Reminds each PM of the quarter's review, three times and when they asked for it, and records what nobody had reviewed when the quarter
 * was over. What it makes is delivered by others; just before, they ask here whether it is still wanted.
 */
public final class Reviews implements Sender {
    private static final String RITUAL = "review:";

    /** What somebody asked to be reminded of on a day. */
    private static final String ASKED = "review-asked:";

    private static final String VIA = "review";
    private static final int ATTEMPTS = 5;

    /** At least one reminder is in so long a time. */
    private static final Duration A_QUARTER = Duration.ofDays(100);

    private static final Logger LOG = System.getLogger(Reviews.class.getName());

    private final Rounds.Ports ports;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;

    public Reviews(Rounds.Ports ports, List<Messenger> messengers, InstantSource clock) {
        this.ports = ports;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.clock = clock;
    }

    /** When somebody is reminded next, after now. */
    public Optional<Instant> due() {
        Instant now = clock.instant();
        return ports.plans().planned().entrySet().stream()
                .filter(planned -> isOurs(planned.getKey()))
                .map(Map.Entry::getValue)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private static boolean isOurs(String ritual) {
        return ritual.startsWith(RITUAL) || ritual.startsWith(ASKED);
    }

    /** Makes every reminder that is due by now. */
    public void run() {
        Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
        Seen seen = new Seen(
                snapshot,
                new Agenda(snapshot.roadmap(), ports.holidays()),
                ports.plans().planned(),
                ports.plans().diaries(),
                clock.instant());
        Set<String> rituals = new HashSet<>();
        boolean isOff = snapshot.roadmap().quarters().filter(Quarters::isOff).isPresent();
        for (Person person : reviewers(snapshot)) {
            rituals.add(ASKED + person.id());
            tried(person, () -> asked(person, seen));
            if (!isOff) {
                rituals.add(RITUAL + person.id());
                tried(person, () -> round(person, seen));
                tried(person, () -> lapse(person, seen));
            }
        }
        seen.planned().keySet().stream()
                .filter(ritual -> isOurs(ritual) && !rituals.contains(ritual))
                .forEach(gone -> ports.plans().plan(gone, Optional.empty()));
    }

    /** Every PM, and whoever else keeps the roadmap and has something in Now. */
    private static List<Person> reviewers(Snapshot snapshot) {
        return snapshot.people().stream()
                .filter(person -> person.is(Role.PM)
                        || (person.keepsRoadmap()
                                && !snapshot.roadmap()
                                        .ownedBy(person.id(), Horizon.NOW)
                                        .isEmpty()))
                .toList();
    }

    /** One that is broken must not keep the others waiting. */
    private static void tried(Person person, Runnable one) {
        try {
            one.run();
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.WARNING,
                    "review-failed: that of " + person.id() + " is tried again at the next beat",
                    broken);
        }
    }

    /** What is known at the beginning of a round. */
    private record Seen(
            Snapshot snapshot, Agenda agenda, Map<String, Instant> planned, Map<String, Diary> diaries, Instant now) {
        Roadmap roadmap() {
            return snapshot.roadmap();
        }

        Optional<Diary> diary(String ritual) {
            return Optional.ofNullable(diaries.get(ritual));
        }

        List<Diary.Made> made(String ritual) {
            return diary(ritual).map(Diary::made).orElse(List.of());
        }

        LocalDate today(Person person) {
            return agenda.working(person).day(now);
        }

        Pack pack(Person person, Quarter quarter) {
            return Pack.of(roadmap(), snapshot.history(), person, quarter, agenda.reviewDay(person, quarter));
        }

        /** When somebody was told something about reviews the last time. */
        Etiquette.Past past(Person person) {
            Optional<Instant> last = Stream.of(RITUAL, ASKED)
                    .flatMap(ritual -> made(ritual + person.id()).stream())
                    .map(Diary.Made::at)
                    .max(Instant::compareTo);
            return new Etiquette.Past(0, false, last);
        }
    }

    /* Three times a quarter */

    private void round(Person person, Seen seen) {
        String ritual = RITUAL + person.id();
        Optional<Period> last = seen.diary(ritual).map(Diary::period).flatMap(Period::of);
        if (last.isEmpty()) {
            begin(person, ritual, seen);
            return;
        }
        Due due = due(person, Instant.EPOCH, last, seen);
        if (due.ready().isPresent()) {
            ready(person, ritual, due, seen);
        } else if (due.skipped().isEmpty()) {
            plan(ritual, due.next().map(Occurrence::due), seen);
        } else {
            Skipped skipped = due.skipped().get(due.skipped().size() - 1);
            made(
                    ritual,
                    due,
                    List.of(),
                    quiet(ritual, skipped.occurrence(), skipped.reason().words(), seen),
                    seen);
        }
    }

    private static Due due(Person person, Instant since, Optional<Period> last, Seen seen) {
        return seen.agenda()
                .reviews(person)
                .due(new Rhythm.Story(VIA, person.id().text(), since, last), seen.now());
    }

    /** Who is new here is not reminded of what was before: that is over. */
    private void begin(Person person, String ritual, Seen seen) {
        Due before = due(person, seen.now().minus(A_QUARTER), Optional.empty(), seen);
        Optional<Occurrence> last = Stream.concat(
                        before.skipped().stream().map(Skipped::occurrence), before.ready().stream())
                .max(Comparator.comparing(Occurrence::due));
        last.ifPresent(over -> made(
                ritual,
                new Due(Optional.empty(), List.of(), before.next()),
                List.of(),
                quiet(ritual, over, "it was before", seen),
                seen));
    }

    private void plan(String ritual, Optional<Instant> next, Seen seen) {
        if (!Optional.ofNullable(seen.planned().get(ritual)).equals(next)) {
            ports.plans().plan(ritual, next);
        }
    }

    private void ready(Person person, String ritual, Due due, Seen seen) {
        Occurrence one = due.ready().orElseThrow();
        Pack pack = seen.pack(person, one.period().quarter().orElseThrow());
        Verdict verdict = Etiquette.toPerson(List.of(wish(one.id())), addressee(person, seen), seen.now());
        Optional<String> quiet = over(pack)
                .or(() -> verdict.dropped().stream()
                        .findFirst()
                        .map(dropped -> dropped.reason().words()))
                .or(() -> verdict.until().filter(one.until()::isBefore).map(late -> Verdict.Reason.TOO_LATE.words()));
        if (quiet.isPresent()) {
            made(ritual, due, List.of(), quiet(ritual, one, quiet.get(), seen), seen);
        } else if (verdict.until().isPresent()) {
            plan(ritual, verdict.until(), seen);
        } else {
            // Who can't be reached for the moment is looked for at the next beat, until it would be too late.
            parcel(person, one.id(), pack, new Times(one.due(), one.until()), seen)
                    .ifPresent(parcel -> made(
                            ritual,
                            due,
                            List.of(parcel),
                            Diary.made(seen.made(ritual), one.period().id(), seen.now()),
                            seen));
        }
    }

    private static Wish wish(String id) {
        return new Wish(id, Wish.Topic.REVIEW, Set.of(), List.of());
    }

    private static Etiquette.Person addressee(Person person, Seen seen) {
        return new Etiquette.Person(
                person.id(), seen.agenda().working(person), Agenda.wants(person), seen.past(person));
    }

    /** Why there is nothing to remind of. */
    private static Optional<String> over(Pack pack) {
        return pack.isClosed()
                ? Optional.of("the review is closed")
                : pack.entries().isEmpty() ? Optional.of("there is nothing to review") : Optional.empty();
    }

    private static Diary quiet(String ritual, Occurrence over, String outcome, Seen seen) {
        return new Diary(over.period().id(), seen.made(ritual), outcome, seen.now());
    }

    /** From when until when it may be said. */
    private record Times(Instant due, Instant until) {}

    private Optional<Parcel> parcel(Person person, String id, Pack pack, Times times, Seen seen) {
        Place nowhere = new Place(VIA, "", Optional.empty(), Place.Reach.INTERNAL);
        return new Whereabouts(messengers, seen.snapshot().people(), nowhere)
                .find(person.id())
                .map(spot -> new Parcel(spot.posting(id, card(person, pack, seen)), times.due(), times.until()));
    }

    private static Card card(Person person, Pack pack, Seen seen) {
        LocalDate today = seen.today(person);
        return new ReviewCard(
                        pack,
                        seen.snapshot().people(),
                        today,
                        Reviewing.remindable(seen.agenda(), person, pack, today),
                        false)
                .reminder();
    }

    /** Only one bot does so. */
    private void made(String ritual, Due due, List<Parcel> parcels, Diary diary, Seen seen) {
        Map<String, String> skipped = due.skipped().stream()
                .collect(Collectors.toMap(
                        one -> one.occurrence().id(), one -> one.reason().words(), (one, other) -> one));
        boolean unused = ports.plans()
                .materialise(new Schedule.Round(
                        ritual,
                        expected(ritual, seen),
                        parcels,
                        skipped,
                        due.next().map(Occurrence::due),
                        Optional.of(diary)));
    }

    private Instant expected(String ritual, Seen seen) {
        return Optional.ofNullable(seen.planned().get(ritual))
                .filter(planned -> !planned.isAfter(seen.now()))
                .orElseGet(() -> {
                    Instant due = Instant.ofEpochMilli(seen.now().toEpochMilli());
                    ports.plans().plan(ritual, Optional.of(due));
                    return due;
                });
    }

    /* When somebody asked for it */

    private static Optional<Review> reminding(Roadmap roadmap, PersonId person) {
        return roadmap.reviewsOf(person).stream()
                .filter(review -> review.closed().isEmpty() && review.remind().isPresent())
                .max(Comparator.comparing(Review::quarter));
    }

    private void asked(Person person, Seen seen) {
        String ritual = ASKED + person.id();
        Optional<Review> review = reminding(seen.roadmap(), person.id())
                .filter(open -> seen.diary(ritual)
                        .map(Diary::period)
                        .filter(open.remind().orElseThrow().toString()::equals)
                        .isEmpty());
        Optional<Instant> due = review.flatMap(open -> morning(seen.agenda().working(person), open));
        if (due.isEmpty() || due.get().isAfter(seen.now())) {
            plan(ritual, due, seen);
        } else {
            asked(person, ritual, review.orElseThrow(), due.get(), seen);
        }
    }

    /** On that day if the person works then, else on the next one. */
    private static Optional<Instant> morning(Working working, Review review) {
        Instant before =
                review.remind().orElseThrow().atStartOfDay(working.zone()).toInstant();
        return working.nextMorning(before.minusMillis(1));
    }

    private void asked(Person person, String ritual, Review review, Instant due, Seen seen) {
        String day = review.remind().orElseThrow().toString();
        Instant until = due.plus(Rhythm.QUARTERLY_CATCH_UP);
        Pack pack = seen.pack(person, review.quarter());
        boolean isLate = seen.now().isAfter(until);
        List<Parcel> parcels = isLate || over(pack).isPresent()
                ? List.of()
                : parcel(person, ritual + ":" + day, pack, new Times(due, until), seen).stream()
                        .toList();
        if (parcels.isEmpty() && !isLate && over(pack).isEmpty()) {
            return;
        }
        Diary diary = parcels.isEmpty()
                ? new Diary(day, seen.made(ritual), over(pack).orElse(Skipped.Reason.LATE.words()), seen.now())
                : Diary.made(seen.made(ritual), day, seen.now());
        Map<String, String> skipped = isLate ? Map.of(ritual + ":" + day, Skipped.Reason.LATE.words()) : Map.of();
        boolean unused = ports.plans()
                .materialise(new Schedule.Round(
                        ritual, expected(ritual, seen), parcels, skipped, Optional.empty(), Optional.of(diary)));
    }

    /* When the quarter is over */

    /** Whoever was reminded of a review and has not closed it has not confirmed what is left. */
    private void lapse(Person person, Seen seen) {
        Quarter over = Quarters.of(seen.roadmap(), seen.today(person)).previous();
        boolean wasReminded = seen.made(RITUAL + person.id()).stream()
                .flatMap(made -> Period.of(made.period()).flatMap(Period::quarter).stream())
                .anyMatch(over::equals);
        boolean isOpen = seen.roadmap()
                .review(person.id(), over)
                .filter(review -> review.isLapsed() || review.closed().isPresent())
                .isEmpty();
        for (int attempt = 0; attempt < ATTEMPTS && wasReminded && isOpen; attempt++) {
            Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
            Pack pack = Pack.of(
                    snapshot.roadmap(),
                    snapshot.history(),
                    person,
                    over,
                    seen.agenda().reviewDay(person, over));
            isOpen = !pack.entries().isEmpty()
                    && !isCommitted(snapshot, lapsed(snapshot.roadmap(), pack, seen.today(person)));
        }
    }

    private static List<Change> lapsed(Roadmap roadmap, Pack pack, LocalDate today) {
        List<ItemId> open = pack.open().stream().map(entry -> entry.bet().id()).toList();
        Optional<List<ItemId>> unconfirmed = Optional.of(open).filter(some -> !some.isEmpty());
        if (pack.review().isEmpty()) {
            return List.of(new Change.Added(Kind.REVIEW.item(
                    roadmap.nextBeside(Kind.REVIEW),
                    Reviewing.begun(pack.person(), pack.quarter(), pack.title())
                            .with(Review.LAPSED, today)
                            .with(Review.UNCONFIRMED, unconfirmed))));
        }
        Review review = pack.review().get();
        return List.of(
                Settings.edited(review, Review.LAPSED, Optional.of(today)),
                Settings.edited(review, Review.UNCONFIRMED, unconfirmed));
    }

    private boolean isCommitted(Snapshot snapshot, List<Change> changes) {
        Set<String> basis = changes.stream()
                .flatMap(change -> change.about().stream())
                .map(ItemId::text)
                .collect(Collectors.toSet());
        Stamp stamp = new Stamp(clock.instant(), PersonId.BOT, VIA);
        return ports.turns()
                        .commit(new Commit(
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

    /* Just before it is sent */

    @Override
    public Optional<throughline.core.delivery.Verdict> objection(Parcel parcel) {
        String id = parcel.id();
        if (!isOurs(id) || id.lastIndexOf(':') <= id.indexOf(':')) {
            return Optional.empty();
        }
        Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
        Seen seen = new Seen(
                snapshot, new Agenda(snapshot.roadmap(), ports.holidays()), Map.of(), Map.of(), clock.instant());
        PersonId person = new PersonId(id.substring(id.indexOf(':') + 1, id.lastIndexOf(':')));
        String period = id.substring(id.lastIndexOf(':') + 1);
        return snapshot.people()
                .find(person)
                .map(found -> id.startsWith(RITUAL) ? untimely(found, period, seen) : unasked(found, seen))
                .orElseGet(() -> skipped("nobody is there any more"));
    }

    private static Optional<throughline.core.delivery.Verdict> skipped(String why) {
        return Optional.of(new throughline.core.delivery.Verdict.Skipped(why));
    }

    private static Optional<throughline.core.delivery.Verdict> unasked(Person person, Seen seen) {
        return reminding(seen.roadmap(), person.id()).isEmpty()
                ? skipped("it is not asked for any more")
                : Optional.empty();
    }

    private static Optional<throughline.core.delivery.Verdict> untimely(Person person, String period, Seen seen) {
        if (seen.roadmap().quarters().filter(Quarters::isOff).isPresent()) {
            return skipped(Verdict.Reason.OFF.words());
        }
        boolean isClosed = Period.of(period)
                .flatMap(Period::quarter)
                .flatMap(quarter -> seen.roadmap().review(person.id(), quarter))
                .flatMap(Review::closed)
                .isPresent();
        if (isClosed) {
            return skipped("the review is closed");
        }
        Verdict verdict = Etiquette.toPerson(List.of(wish(period)), addressee(person, seen), seen.now());
        return verdict.until()
                .<throughline.core.delivery.Verdict>map(until -> new throughline.core.delivery.Verdict.Later(
                        Duration.between(seen.now(), until), false, false, "the person does not work now"))
                .or(() -> verdict.dropped().stream()
                        .findFirst()
                        .map(dropped -> new throughline.core.delivery.Verdict.Skipped(
                                dropped.reason().words())));
    }

    @Override
    public void undeliverable(Parcel parcel, String reason) {
        // It stands in the operator's list, and the next reminder looks for the person anew.
    }
}
