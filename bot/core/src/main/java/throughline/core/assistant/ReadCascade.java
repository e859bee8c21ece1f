package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.ritual.Passing;
import throughline.core.ritual.Section;
import throughline.core.roadmap.Cascade;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** Changed strategies and objectives on their way: who has read them; somebody says so, or asks about one. */
final class ReadCascade implements Command {
    private static final Usage USAGE = Usage.of(
                    "cascade",
                    "[change] [read, or question: <text>]",
                    "How far a changed strategy or objective was passed on; say that you have read it, or ask",
                    Intent.CASCADE)
            .or("cascades");
    private static final String QUESTION = "question";
    private static final String READ = "read";
    private static final int NAMES = 6;

    private final AskOwner asking;

    ReadCascade(AskOwner asking) {
        this.asking = asking;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String[] parts = request.whole().split("[\\s:]+", 3);
        Optional<Cascade> named = parts[0].isBlank() ? Optional.empty() : named(request, parts[0]);
        if (named.isEmpty()) {
            return tell(request, going(request));
        }
        String what = parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "";
        return switch (what) {
            case READ -> read(request, named.get());
            case QUESTION -> question(request, named.get(), parts.length > 2 ? parts[2] : "");
            default -> tell(request, far(request, named.get()));
        };
    }

    /** By its id, or the last one of what is named. */
    private static Optional<Cascade> named(Request request, String name) {
        return request.roadmap()
                .beside(name, Cascade.class)
                .or(() -> request.roadmap().find(name).stream()
                        .flatMap(item -> request.roadmap().cascadesOf(item.id()).stream())
                        .reduce((earlier, later) -> later));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.CASCADE));
    }

    private static Passing passing(Request request, Cascade cascade) {
        return Passing.of(cascade, request.roadmap(), request.scene().people());
    }

    /** All that are on their way. */
    private static Card going(Request request) {
        List<Cascade> going =
                request.roadmap().cascadesSince(request.scene().today().minusDays(Passing.LIFETIME_DAYS)).stream()
                        .filter(cascade -> !cascade.isOvertaken())
                        .toList();
        if (going.isEmpty()) {
            return Card.of(
                    "No changed strategy or objective is being passed on.",
                    new Block.Text(Prose.of(
                            "When one changes, it goes from leadership to product leads, team leads and teams.")),
                    Block.Buttons.of(Actions.ask("Show OKRs", "okrs")));
        }
        List<Block.Items.Row> rows = going.stream()
                .limit(request.rows())
                .map(cascade -> new Block.Items.Row(
                        Prose.strong(cascade.id() + " " + cascade.item()),
                        List.of(Prose.of(counts(passing(request, cascade))))))
                .toList();
        List<Button> buttons = going.stream()
                .limit(3)
                .map(cascade -> Actions.ask("Show " + cascade.id(), "cascade " + cascade.id()))
                .toList();
        return Card.of(
                Phrases.plural(going.size(), "change is", "changes are") + " being passed on.",
                new Block.Items(rows),
                new Block.Buttons(buttons));
    }

    /** "read by 1 of 2 product leads, 3 of 4 team leads". */
    private static String counts(Passing passing) {
        List<String> parts = passing.counts().stream()
                .map(count -> count.read() + " of " + count.all() + " "
                        + count.level().words())
                .toList();
        return parts.isEmpty() ? "nobody else is to read it" : "read by " + String.join(", ", parts);
    }

    private static Card far(Request request, Cascade cascade) {
        Passing passing = passing(request, cascade);
        Section section = PassingOn.section(
                request.roadmap(),
                request.scene().people(),
                cascade,
                request.person().id());
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.add(1, new Block.Text(Prose.of(Phrases.sentence(counts(passing)))));
        boolean seesNames = request.person().keepsRoadmap()
                || cascade.by().equals(request.person().id());
        passing.skipped(request.scene().today()).stream()
                .filter(skip -> seesNames)
                .forEach(skip -> blocks.add(2, skipped(request, skip)));
        if (cascade.isOvertaken()) {
            blocks.set(blocks.size() - 1, new Block.Note(Prose.of("A later change took its place.")));
        }
        return new Card(section.headline(), blocks);
    }

    private static Block skipped(Request request, Passing.Skip skip) {
        List<String> names = skip.unread().stream()
                .limit(NAMES)
                .map(request.scene().people()::call)
                .toList();
        return new Block.Text(Prose.of("Skipped among " + skip.level().words() + ": " + String.join(", ", names)
                + (skip.unread().size() > NAMES ? " and more." : ".")));
    }

    private static Turn read(Request request, Cascade cascade) {
        PersonId person = request.person().id();
        boolean isMeant = passing(request, cascade).steps().stream()
                .anyMatch(step -> step.people().contains(person));
        if (cascade.isOvertaken()) {
            return tell(request, far(request, cascade));
        }
        if (!isMeant || cascade.read(person).isPresent()) {
            String why =
                    isMeant ? "You have said so already." : "Nobody waits for you to read this, but well that you did.";
            return tell(
                    request, Card.of(why, Block.Buttons.of(Actions.ask("How far it is", "cascade " + cascade.id()))));
        }
        Cascade.Reading reading = new Cascade.Reading(person, request.scene().today());
        return tell(
                        request,
                        Card.of(
                                "Noted: you have read what changed about " + cascade.item() + ".",
                                Block.Buttons.of(
                                        Actions.ask("Question", "cascade " + cascade.id() + " question"),
                                        Actions.ask(
                                                "What serves " + cascade.item() + "?",
                                                "what-serves " + cascade.item()))))
                .recording(
                        List.of(new Change.Listed<>(Kind.CASCADE, cascade.id(), Cascade.READ, reading)),
                        Set.of(cascade.id().text()),
                        Optional.empty());
    }

    /** It goes to whoever made the change; what was answered already is shown first. */
    private Turn question(Request request, Cascade cascade, String typed) {
        String text = request.input(QUESTION).isBlank() ? typed : request.input(QUESTION);
        Optional<String> tidied = Question.WORDING.tidied(text);
        Optional<Item> item = request.roadmap().find(cascade.item());
        if (item.isEmpty()) {
            return tell(request, Card.of(cascade.item() + " is no longer on the roadmap, so there is nothing to ask."));
        }
        return tidied.map(asked -> asking.ask(request, asked, item.get(), cascade.by()))
                .orElseGet(() -> tell(request, form(request, cascade)));
    }

    private static Card form(Request request, Cascade cascade) {
        List<Block> blocks = new ArrayList<>();
        PassingOn.answered(request.roadmap(), cascade)
                .limit(Request.ROWS)
                .forEach(question -> blocks.add(new Block.Text(Prose.of(Phrases.quoted(question.title()) + " "
                        + question.reply().orElse("")))));
        blocks.add(new Block.Form(
                List.of(Field.text(QUESTION, "Question", true)),
                Button.primary(Actions.FILL, "Send it", "cascade " + cascade.id() + " question"),
                request.inputs().isEmpty() ? Optional.empty() : Optional.of("Ask in at most 1,000 characters.")));
        String who = request.scene().people().call(cascade.by());
        return new Card(Prose.strong("What do you want to know about it? " + who + " answers once for all."), blocks);
    }
}
