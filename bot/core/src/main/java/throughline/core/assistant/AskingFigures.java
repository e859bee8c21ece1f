package throughline.core.assistant;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.progress.Span;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** Asks for the figure of each key result that is due, from whoever measures it; once more after a week, and not again. */
public final class AskingFigures implements Occasion {
    private static final Duration AGAIN = Duration.ofDays(7);

    private static final String WISH = "check-in:";

    /** Nobody measures what has been over for so long. */
    private static final int OVER_DAYS = 31;

    @Override
    public List<Errand> errands(Today today) {
        return today.roadmap().all(Kind.KEY_RESULT).stream()
                .map(KeyResult.class::cast)
                .flatMap(keyResult -> measurer(today.roadmap(), today.people(), keyResult).stream()
                        .filter(person -> isDue(today.roadmap(), keyResult, today.day(person)))
                        .flatMap(person -> asked(today, keyResult, person).stream()))
                .toList();
    }

    /** Whoever answers for the objective where nobody is said to measure, or who did has left. */
    static Optional<Person> measurer(Roadmap roadmap, People people, KeyResult keyResult) {
        return keyResult
                .owner()
                .flatMap(people::find)
                .or(() -> roadmap.find(keyResult.objective(), Objective.class)
                        .flatMap(Objective::owner)
                        .flatMap(people::find));
    }

    private static boolean isDue(Roadmap roadmap, KeyResult keyResult, LocalDate day) {
        Optional<Objective> objective = roadmap.find(keyResult.objective(), Objective.class);
        boolean isOver = keyResult
                .due()
                .or(() -> objective.flatMap(one -> one.values().find(Objective.PERIOD)))
                .flatMap(Span::of)
                .filter(span -> span.to().plusDays(OVER_DAYS).isBefore(day))
                .isPresent();
        return objective.isPresent() && !isOver && !isFresh(roadmap, keyResult, day) && keyResult.isCheckInDue(day);
    }

    /** Whoever is still at work on a key result is not asked for its figure the same day. */
    private static boolean isFresh(Roadmap roadmap, KeyResult keyResult, LocalDate day) {
        return keyResult.lastCheckIn().isEmpty()
                && roadmap.lastTouched(keyResult.id())
                        .map(stamp -> stamp.at().atZone(ZoneOffset.UTC).toLocalDate())
                        .filter(touched -> !touched.isBefore(day))
                        .isPresent();
    }

    private static Optional<Errand> asked(Today today, KeyResult keyResult, Person person) {
        String first = WISH + keyResult.id() + ":" + last(keyResult);
        boolean isAgain = today.told(person.id(), first)
                .filter(told -> !told.plus(AGAIN).isAfter(today.now()))
                .isPresent();
        Wish wish =
                new Wish(isAgain ? first + ":again" : first, Wish.Topic.CHECK_IN, Set.of(), List.of(keyResult.id()));
        return Optional.of(new Errand(person.id(), wish, section(today, keyResult, person, isAgain)));
    }

    private static String last(KeyResult keyResult) {
        return keyResult.lastCheckIn().map(last -> last.on().toString()).orElse("never");
    }

    @Override
    public Optional<Section> settled(String part, Person person, Today today) {
        String[] asked = part.startsWith(WISH) ? part.substring(WISH.length()).split(":") : new String[0];
        return asked.length < 2
                ? Optional.empty()
                : today.roadmap()
                        .find(new ItemId(asked[0]), KeyResult.class)
                        .filter(keyResult -> !last(keyResult).equals(asked[1]))
                        .map(AskingFigures::measured);
    }

    private static Section measured(KeyResult keyResult) {
        String figure = keyResult.current().orElse("not measured");
        return Section.of(Phrases.quoted(Phrases.clipped(keyResult.metric(), 80)) + " is " + figure + " now ("
                        + keyResult.id() + ").")
                .ending("Checked in.");
    }

    private static Section section(Today today, KeyResult keyResult, Person person, boolean isAgain) {
        Optional<CheckIn> last = keyResult.lastCheckIn();
        String before = last.map(checkIn -> "It was " + keyResult.figure(checkIn) + " on "
                        + Phrases.day(checkIn.on(), today.day(person)) + ".")
                .orElse("Nobody has measured it yet.");
        String how = Stream.of(
                        Phrases.figures(keyResult),
                        Phrases.byWhen(keyResult),
                        Optional.of(isAgain ? "I ask this once more, and not again." : "")
                                .filter(text -> !text.isEmpty()))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        Block asking = Block.Buttons.of(Actions.ask("Check in " + keyResult.id(), "check-in " + keyResult.id()));
        String question = "What is " + Phrases.quoted(Phrases.clipped(keyResult.metric(), 80)) + " today? " + before;
        return how.isEmpty()
                ? Section.of(question, asking)
                : Section.of(question, new Block.Note(Prose.of(how)), asking);
    }
}
