package throughline.core.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Capacity;
import throughline.core.conversation.History;
import throughline.core.people.Person;
import throughline.core.progress.Pace;
import throughline.core.question.Lines;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Arrived;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kept;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * What a PM's review of a quarter is about: what of theirs was in Now in it, whatever became of that, as things are.
 *
 * @param day when it should be done
 * @param entries in the order of ids, which no verdict changes
 * @param review what is recorded of it
 */
public record Pack(
        Roadmap roadmap, Person person, Quarter quarter, LocalDate day, List<Entry> entries, Optional<Review> review) {
    private static final int MINUTES_EACH = 3;
    private static final int MINUTES_MORE = 2;

    /**
     * An initiative and what came of it.
     *
     * @param arrived that it came into Now in the middle of the quarter
     * @param found what the review found of it so far
     */
    public record Entry(Initiative bet, Achieved achieved, Optional<Arrived> arrived, Optional<Finding> found) {
        /** What the review found of it, or would find if nothing more were said. */
        Finding finding(LocalDate today) {
            return found.orElseGet(() -> new Finding(
                    bet.id(),
                    today,
                    achieved.result(),
                    usual().orElse(Verdict.KEEP),
                    bet.entered().flatMap(Admission::confidence),
                    achieved.figures(),
                    Optional.empty()));
        }

        private Entry after(Roadmap then, Finding finding) {
            return new Entry(
                    then.find(bet.id(), Initiative.class).orElse(bet), achieved, arrived, Optional.of(finding));
        }

        /** What almost everybody would say of it; a miss is nothing to pass over with a tap. */
        public Optional<Verdict> usual() {
            return switch (bet.horizon()) {
                case DONE -> Optional.of(Verdict.DONE);
                case DROPPED -> Optional.of(Verdict.STOP);
                default ->
                    switch (achieved.result()) {
                        case REACHED -> Optional.of(Verdict.DONE);
                        case MISSED -> Optional.empty();
                        default -> Optional.of(Verdict.KEEP);
                    };
            };
        }

        /** Whether it came into Now against the gate. */
        public boolean isOverride() {
            return bet.entered()
                    .filter(entered -> entered.way() == Admission.Way.OVERRIDE)
                    .isPresent();
        }
    }

    public Pack {
        entries = List.copyOf(entries);
    }

    /** @param day when it should be done */
    public static Pack of(Roadmap roadmap, History history, Person person, Quarter quarter, LocalDate day) {
        Optional<Review> review = roadmap.review(person.id(), quarter);
        ZoneId zone = person.zone().orElse(ZoneOffset.UTC);
        List<Entry> entries = candidates(roadmap, person, quarter, zone)
                .flatMap(bet -> entry(roadmap, Passage.of(bet, history, quarter, zone), bet, quarter, review).stream())
                .sorted(Comparator.comparing(entry -> entry.bet().id()))
                .toList();
        return new Pack(roadmap, person, quarter, day, entries, review);
    }

    /** What is in Now, and what may have left it since the quarter began: the way of each is read, so there must not be many. */
    private static Stream<Initiative> candidates(Roadmap roadmap, Person person, Quarter quarter, ZoneId zone) {
        Instant start = quarter.from().atStartOfDay(zone).toInstant();
        return Stream.of(Horizon.values())
                .flatMap(horizon -> roadmap.ownedBy(person.id(), horizon).stream())
                .filter(bet -> bet.horizon() == Horizon.NOW
                        || roadmap.lastTouched(bet.id())
                                .filter(stamp -> !stamp.at().isBefore(start))
                                .filter(stamp -> bet.entered().isPresent() || !isImport(stamp))
                                .isPresent());
    }

    /** What an import brings elsewhere than into Now, and nobody touched since, was never in Now. */
    private static boolean isImport(Stamp stamp) {
        return stamp.via().equals("file");
    }

    private static Optional<Entry> entry(
            Roadmap roadmap, Passage passage, Initiative bet, Quarter quarter, Optional<Review> review) {
        return passage.wasInNow()
                ? Optional.of(new Entry(
                        bet,
                        Achieved.of(roadmap, bet, quarter),
                        passage.arrived(),
                        review.flatMap(recorded -> recorded.finding(bet.id()))))
                : Optional.empty();
    }

    /** The same after something was found of one of them; the facts of that are not among its history yet. */
    public Pack after(Roadmap then, Finding finding) {
        List<Entry> all = entries.stream()
                .map(entry -> entry.bet().id().equals(finding.initiative()) ? entry.after(then, finding) : entry)
                .toList();
        return new Pack(then, person, quarter, day, all, then.review(person.id(), quarter));
    }

    /** "Q4 2026". */
    public String title() {
        return quarter.title(Quarters.starts(roadmap));
    }

    /** "Q4". */
    public String name() {
        return quarter.name(Quarters.starts(roadmap));
    }

    public Optional<Entry> entry(ItemId bet) {
        return entries.stream().filter(entry -> entry.bet().id().equals(bet)).findFirst();
    }

    /** What is not reviewed yet. */
    public List<Entry> open() {
        return entries.stream().filter(entry -> entry.found().isEmpty()).toList();
    }

    public int reviewed() {
        return entries.size() - open().size();
    }

    public boolean isClosed() {
        return review.flatMap(Review::closed).isPresent();
    }

    /** About how long the rest takes. */
    public int minutes() {
        return open().size() * MINUTES_EACH + MINUTES_MORE;
    }

    /** How many came out so; what was said in the review counts before what was measured. */
    public int count(Result result) {
        return (int) findings().stream()
                .filter(finding -> finding.result() == result)
                .count();
    }

    public int count(Verdict verdict) {
        return (int) entries.stream()
                .flatMap(entry -> entry.found().stream())
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    private List<Finding> findings() {
        return entries.stream().map(entry -> entry.finding(day)).toList();
    }

    /** How many promises came true, by confidence; as it was recorded if the review is closed. */
    public List<Kept> calibration() {
        return recorded().map(it -> it.values().all(Review.CALIBRATION)).orElseGet(() -> Calibration.of(findings()));
    }

    private Optional<Review> recorded() {
        return review.filter(it -> it.closed().isPresent());
    }

    /** How many were in Now at some time of the quarter. */
    public int held() {
        return recorded()
                .flatMap(it -> it.values().find(Review.HELD))
                .map(BigDecimal::intValueExact)
                .orElse(entries.size());
    }

    /** What came into Now when the quarter's plan stood, the earliest first; as it was recorded if the review is closed. */
    public List<Arrived> drift() {
        return recorded().map(it -> it.values().all(Review.DRIFT)).orElseGet(this::drifted);
    }

    private List<Arrived> drifted() {
        return entries.stream()
                .flatMap(entry -> entry.arrived().stream())
                .sorted(Comparator.comparing(Arrived::on))
                .toList();
    }

    /** What came in against the gate. */
    public List<Entry> overrides() {
        return entries.stream().filter(Entry::isOverride).toList();
    }

    /** Key results of the person's objectives that nothing in Now should move, unless their target is reached. */
    public List<KeyResult> idle() {
        return roadmap.objectives().stream()
                .filter(this::isTheirs)
                .flatMap(objective -> roadmap.measuring(objective).stream())
                .filter(keyResult -> roadmap.serving(keyResult, Horizon.NOW).isEmpty())
                .filter(keyResult -> Pace.of(keyResult).filter(Pace::isReached).isEmpty())
                .toList();
    }

    private boolean isTheirs(Objective objective) {
        return objective.owner().filter(person.id()::equals).isPresent()
                || (objective.owner().isEmpty()
                        && entries.stream()
                                .flatMap(entry -> new Lines(roadmap).keyResultsOf(entry.bet()))
                                .anyMatch(keyResult -> keyResult.objective().equals(objective.id())));
    }

    /** The places in Now of the products that it is about, as they are for the next quarter. */
    public List<Capacity> places() {
        return entries.stream()
                .map(entry -> Capacity.of(roadmap, entry.bet()).product())
                .distinct()
                .map(product -> new Capacity(roadmap, product))
                .toList();
    }

    /** What of theirs is in Next, for the free places. */
    public List<Initiative> next() {
        return roadmap.ownedBy(person.id(), Horizon.NEXT).toList();
    }
}
