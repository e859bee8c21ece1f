package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.review.Pack;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Kept;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Occurrence;
import throughline.core.ritual.Rhythm;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Roadmap;

/**
 * Reminds each PM of the quarter's review, three times and when they asked for it, and writes down what nobody had reviewed when the quarter
 * was over.
 */
public final class ReviewReminders implements Occasion {
    private static final String RITUAL = "review";
    private static final String ASKED = "review-asked:";

    /** At most one for each person: what somebody asked for is said by a reminder that comes anyway. */
    @Override
    public List<Errand> errands(Today today) {
        return reviewers(today)
                .flatMap(person -> scheduled(person, today).or(() -> asked(person, today)).stream())
                .toList();
    }

    /** Every PM, and whoever else keeps the roadmap and has something in Now. */
    private static Stream<Person> reviewers(Today today) {
        return today.people().stream()
                .filter(person -> person.is(Role.PM)
                        || (person.keepsRoadmap()
                                && !today.roadmap()
                                        .ownedBy(person.id(), Horizon.NOW)
                                        .isEmpty()));
    }

    private static boolean isOff(Today today) {
        return today.roadmap().quarters().filter(Quarters::isOff).isPresent();
    }

    /* Three times a quarter */

    private static Optional<Errand> scheduled(Person person, Today today) {
        return isOff(today)
                ? Optional.empty()
                : due(person, today)
                        .flatMap(one ->
                                errand(person, one.id(), one.period().quarter().orElseThrow(), today));
    }

    /** The latest that fell due and is not too late; whether it was said, whoever says it knows. */
    private static Optional<Occurrence> due(Person person, Today today) {
        Instant since = today.now().minus(Rhythm.QUARTERLY_CATCH_UP).minus(Duration.ofDays(1));
        return today.agenda()
                .reviews(person)
                .due(new Rhythm.Story(RITUAL, person.id().text(), since, Optional.empty()), today.now())
                .ready();
    }

    private static Pack pack(Person person, Quarter quarter, Today today) {
        return Pack.of(
                today.roadmap(),
                today.history(),
                person,
                quarter,
                today.agenda().reviewDay(person, quarter));
    }

    private static Optional<Errand> errand(Person person, String id, Quarter quarter, Today today) {
        boolean isClosed = today.roadmap()
                .review(person.id(), quarter)
                .flatMap(Review::closed)
                .isPresent();
        if (isClosed || today.told(person.id(), id).isPresent()) {
            return Optional.empty();
        }
        Pack pack = pack(person, quarter, today);
        LocalDate day = today.day(person);
        ReviewCard card = new ReviewCard(
                pack, today.people(), day, Reviewing.remindable(today.agenda(), person, pack, day), false);
        Wish wish = new Wish(id, Wish.Topic.REVIEW, Set.of(), List.of()).within(Wish.Urgency.TODAY);
        return pack.entries().isEmpty()
                ? Optional.empty()
                : Optional.of(new Errand(person.id(), wish, Section.of(card.reminder())));
    }

    /* When somebody asked for it */

    private static Optional<Errand> asked(Person person, Today today) {
        LocalDate day = today.day(person);
        return reminding(today.roadmap(), person.id())
                .filter(review -> review.remind()
                        .filter(from -> !from.isAfter(day)
                                && from.plusDays(Rhythm.QUARTERLY_CATCH_UP.toDays())
                                        .isAfter(day))
                        .isPresent())
                .filter(review -> !wasReminded(person, review, today))
                .flatMap(review -> errand(person, ASKED + review.remind().orElseThrow(), review.quarter(), today));
    }

    /** Whether a reminder that came anyway came on the day that was asked for, or later. */
    private static boolean wasReminded(Person person, Review review, Today today) {
        String reminders = reminders(person, review.quarter());
        LocalDate from = review.remind().orElseThrow();
        return today.told().getOrDefault(person.id(), Map.of()).entrySet().stream()
                .filter(told -> told.getKey().startsWith(reminders))
                .anyMatch(told ->
                        !today.agenda().working(person).day(told.getValue()).isBefore(from));
    }

    @Override
    public Optional<Section> settled(String part, Person person, Today today) {
        return today.roadmap().reviewsOf(person.id()).stream()
                .filter(review -> review.closed().isPresent())
                .filter(review -> part.startsWith(reminders(person, review.quarter())))
                .map(review -> Section.of(
                        "Your " + review.quarter().name(Quarters.starts(today.roadmap())) + " review is closed."))
                .findFirst();
    }

    private static String reminders(Person person, Quarter quarter) {
        return RITUAL + ":" + person.id() + ":" + quarter.key() + "+";
    }

    private static Optional<Review> reminding(Roadmap roadmap, PersonId person) {
        return roadmap.reviewsOf(person).stream()
                .filter(review -> review.closed().isEmpty() && review.remind().isPresent())
                .max(Comparator.comparing(Review::quarter));
    }

    /* When the quarter is over */

    /** Whoever was reminded of a review, or wants to hear nothing, and has not closed it has not confirmed what is left. */
    @Override
    public List<Kept> keep(Today today) {
        return isOff(today)
                ? List.of()
                : reviewers(today)
                        .filter(person -> isLeft(person, over(person, today), today))
                        .map(person -> pack(person, over(person, today), today))
                        .filter(pack -> !pack.entries().isEmpty())
                        .map(pack -> kept(pack, today))
                        .toList();
    }

    private static Quarter over(Person person, Today today) {
        return Quarters.of(today.roadmap(), today.day(person)).previous();
    }

    private static boolean isLeft(Person person, Quarter over, Today today) {
        String reminders = reminders(person, over);
        boolean wasReminded = Optional.ofNullable(today.told().get(person.id())).stream()
                .flatMap(told -> told.keySet().stream())
                .anyMatch(id -> id.startsWith(reminders));
        return wasReminded
                && today.roadmap()
                        .review(person.id(), over)
                        .filter(review -> review.isLapsed() || review.closed().isPresent())
                        .isEmpty();
    }

    private static Kept kept(Pack pack, Today today) {
        List<Change> changes = lapsed(today.roadmap(), pack, today.day(pack.person()));
        Set<String> basis = changes.stream()
                .flatMap(change -> change.about().stream())
                .map(ItemId::text)
                .collect(Collectors.toSet());
        return new Kept(changes, List.of(), basis);
    }

    private static List<Change> lapsed(Roadmap roadmap, Pack pack, LocalDate day) {
        List<ItemId> open = pack.open().stream().map(entry -> entry.bet().id()).toList();
        Optional<List<ItemId>> unconfirmed = Optional.of(open).filter(some -> !some.isEmpty());
        return pack.review()
                .map(review -> List.of(
                        Change.edited(review, Review.LAPSED, Optional.of(day)),
                        Change.edited(review, Review.UNCONFIRMED, unconfirmed)))
                .orElseGet(() -> List.of(new Change.Added(Kind.REVIEW.item(
                        roadmap.nextBeside(Kind.REVIEW),
                        Reviewing.begun(pack.person(), pack.quarter(), pack.title())
                                .with(Review.LAPSED, day)
                                .with(Review.UNCONFIRMED, unconfirmed)))));
    }
}
