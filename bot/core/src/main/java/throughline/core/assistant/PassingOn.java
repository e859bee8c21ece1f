package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Cascades;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Kept;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Passing;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Cascade;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** Passes a changed strategy or objective on, level by level, and tells the level above who was skipped. */
public final class PassingOn implements Occasion {
    private static final String WISH = "cascade:";
    private static final int QUESTIONS = 2;
    private static final int NAMES = 6;
    private static final int EARLIER = 3;

    private LocalDate quiet = LocalDate.MIN;

    /** A day's changes are looked for once. */
    @Override
    public synchronized List<Kept> keep(Today today) {
        if (today.day().equals(quiet)) {
            return List.of();
        }
        List<Kept> kept = Cascades.keep(today);
        quiet = kept.isEmpty() ? today.day() : quiet;
        return kept;
    }

    @Override
    public List<Errand> errands(Today today) {
        return today.roadmap().cascadesSince(today.day().minusDays(Passing.LIFETIME_DAYS)).stream()
                .filter(cascade -> !cascade.isOvertaken())
                .map(cascade -> Passing.of(cascade, today.roadmap(), today.people()))
                .flatMap(passing -> Stream.concat(readings(passing, today), skips(passing, today)))
                .toList();
    }

    private static Stream<Errand> readings(Passing passing, Today today) {
        Cascade cascade = passing.cascade();
        List<PersonId> told = passing.told(today.day());
        return told.isEmpty()
                ? Stream.empty()
                : told.stream()
                        .map(person -> new Errand(
                                person,
                                new Wish(
                                        WISH + cascade.id(),
                                        Wish.Topic.CASCADE,
                                        Set.of(cascade.by()),
                                        List.of(cascade.item())),
                                section(today.roadmap(), today.people(), cascade, person)));
    }

    @Override
    public Optional<Section> settled(String part, Person person, Today today) {
        return Optional.of(part)
                .filter(wish -> wish.startsWith(WISH))
                .flatMap(wish -> today.roadmap().beside(wish.substring(WISH.length()), Cascade.class))
                .flatMap(cascade -> ending(cascade, person)
                        .map(how -> section(today.roadmap(), today.people(), cascade, person.id())
                                .ending(how)));
    }

    private static Optional<String> ending(Cascade cascade, Person person) {
        if (cascade.read(person.id()).isPresent()) {
            return Optional.of("You have read it.");
        }
        return cascade.isOvertaken() ? Optional.of("A later change took its place.") : Optional.empty();
    }

    /** What changed, why, what changed before that the person has not read, what was asked about it, and what to tap. */
    static Section section(Roadmap roadmap, People people, Cascade cascade, PersonId reader) {
        List<Block> blocks = new ArrayList<>();
        String why = cascade.why()
                .map(text -> ": " + Phrases.quoted(Phrases.closed(text)))
                .orElse(" gave no reason.");
        blocks.add(new Block.Text(Prose.of(people.call(cascade.by()) + why)));
        missed(roadmap, cascade, reader)
                .forEach(earlier ->
                        blocks.add(new Block.Text(Prose.of("Before that, on " + Phrases.day(earlier.on(), cascade.on())
                                + ": " + Phrases.closed(Phrases.clipped(earlier.changed(), 240))))));
        answered(roadmap, cascade)
                .limit(QUESTIONS)
                .forEach(question -> blocks.add(new Block.Text(Prose.of(Phrases.quoted(question.title()) + " "
                        + Phrases.clipped(question.reply().orElse(""), 200)))));
        blocks.add(Block.Buttons.of(
                Actions.ask("I have read it", "cascade " + cascade.id() + " read"),
                Actions.ask("Question", "cascade " + cascade.id() + " question"),
                Actions.ask("Show " + cascade.item(), "show " + cascade.item())));
        return new Section(Prose.strong(headline(roadmap, cascade)), blocks);
    }

    /** What this change took the place of before the person had read it. */
    private static Stream<Cascade> missed(Roadmap roadmap, Cascade cascade, PersonId reader) {
        List<Cascade> missed = new ArrayList<>();
        roadmap.cascadesOf(cascade.item()).stream()
                .filter(other -> other.on().isBefore(cascade.on()))
                .filter(other -> !other.on().plusDays(Passing.LIFETIME_DAYS).isBefore(cascade.on()))
                .sorted(Comparator.comparing(Cascade::on))
                .forEach(other -> {
                    if (other.read(reader).isPresent()) {
                        missed.clear();
                    } else if (!other.by().equals(reader)) {
                        missed.add(other);
                    }
                });
        return missed.stream().skip(Math.max(0, missed.size() - EARLIER));
    }

    static String headline(Roadmap roadmap, Cascade cascade) {
        String what = roadmap.find(cascade.item())
                .map(PassingOn::named)
                .orElse(cascade.item().text());
        return what + " changed: " + Phrases.clipped(cascade.changed(), 240) + ".";
    }

    private static String named(Item item) {
        return Phrases.clipped(item.title(), 80) + " (" + item.id() + ")";
    }

    /** What was asked about it since, and answered. */
    static Stream<Question> answered(Roadmap roadmap, Cascade cascade) {
        return roadmap.questionsAbout(cascade.item()).stream()
                .filter(question -> !question.isOpen())
                .filter(question -> !question.askedOn().isBefore(cascade.on()));
    }

    private static Stream<Errand> skips(Passing passing, Today today) {
        Cascade cascade = passing.cascade();
        return passing.skipped(today.day()).stream()
                .flatMap(skip -> skip.to().stream()
                        .map(to -> new Errand(
                                to,
                                new Wish(
                                        "cascade:" + cascade.id() + ":skipped:" + skip.level(),
                                        Wish.Topic.CASCADE,
                                        Set.of(),
                                        List.of(cascade.item())),
                                skipped(skip, cascade, today.people()))));
    }

    static Section skipped(Passing.Skip skip, Cascade cascade, People people) {
        List<String> names =
                skip.unread().stream().limit(NAMES).map(people::call).toList();
        int more = skip.unread().size() - names.size();
        String who = more > 0
                ? String.join(", ", names) + " and " + Phrases.plural(more, "other", "others")
                : Phrases.listed(names);
        return Section.of(
                "Not read within a week by " + skip.level().words() + ": " + who + ".",
                new Block.Text(Prose.of("It is about " + cascade.item()
                        + "; those below are told anyway. It may help to speak with them.")),
                Block.Buttons.of(Actions.ask("How far it is", "cascade " + cascade.id())));
    }
}
