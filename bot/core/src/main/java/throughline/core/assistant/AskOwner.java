package throughline.core.assistant;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Alike;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Names;
import throughline.core.question.Recall;
import throughline.core.question.Topic;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/**
 * Sends a question that the roadmap does not answer to whoever may know. A kept answer is given instead, and a question that
 * waits already is joined.
 */
final class AskOwner implements Command {
    private static final Usage USAGE = Usage.of(
            "ask-owner", "[<id>:] <question>", "Send a question to the owner and get the answer", Intent.ASK_OWNER);
    private static final String AGAIN = "again ";
    private static final String QUESTION = "question";

    private final Language language;
    private final Recall recall;

    AskOwner(Language language, Recall recall) {
        this.language = language;
        this.recall = recall;
    }

    /** What is asked about what and of whom, and whether a kept answer will not do. */
    private record Asking(String text, Optional<Item> about, boolean again, Optional<PersonId> of) {
        Optional<ItemId> id() {
            return about.map(Item::id);
        }
    }

    /** The command that sends a question. */
    static String command(Optional<ItemId> about, String text) {
        return "ask-owner " + about.map(id -> id + ": ").orElse("") + text;
    }

    /** The command that sends a question although an answer is kept. */
    static String again(Question kept) {
        return "ask-owner " + AGAIN + kept.about().map(id -> id + ": ").orElse("") + kept.title();
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String asked = request.input(QUESTION).isBlank() ? request.whole() : request.input(QUESTION);
        boolean again = asked.startsWith(AGAIN);
        String rest = again ? asked.substring(AGAIN.length()) : asked;
        Optional<Item> named = named(request, rest);
        Optional<String> text =
                Question.WORDING.tidied(named.isPresent() ? rest.substring(rest.indexOf(':') + 1) : rest);
        if (text.isEmpty()) {
            return request.tell(form(rest), Answer.of(Intent.ASK_OWNER));
        }
        Optional<Item> about = named.or(() -> new Topic(request.roadmap(), language, recall).of(text.get()));
        return asked(request, new Asking(text.get(), about, again, Optional.empty()));
    }

    /** Sends a question about an item to somebody who need not own it. */
    Turn ask(Request request, String text, Item about, PersonId of) {
        return asked(request, new Asking(text, Optional.of(about), false, Optional.of(of)));
    }

    /** "I3: does it work offline?" names its item; "Note: …" does not. */
    private static Optional<Item> named(Request request, String text) {
        int colon = text.indexOf(':');
        return colon < 1 || colon > ItemId.LONGEST
                ? Optional.empty()
                : Names.in(request.roadmap()).whole(text.substring(0, colon));
    }

    private Turn asked(Request request, Asking asking) {
        Optional<Question> kept = asking.again() ? Optional.empty() : alike(request, asking, open -> !open.isOpen());
        if (kept.isPresent()) {
            return request.tellThere(QuestionCard.kept(request, kept.get()), answer(kept.get()));
        }
        return alike(request, asking, Question::isOpen)
                .map(open -> joined(request, open))
                .orElseGet(() -> recorded(request, asking));
    }

    private Optional<Question> alike(Request request, Asking asking, Predicate<Question> wanted) {
        return new Alike(request.roadmap(), language).find(asking.text(), asking.id(), wanted);
    }

    private static Turn joined(Request request, Question open) {
        PersonId asker = request.person().id();
        if (open.askers().contains(asker)) {
            return request.tellThere(QuestionCard.asked(request, open), answer(open));
        }
        return request.tellThere(QuestionCard.joined(request, open), answer(open))
                .recording(
                        List.of(new Change.Listed<>(Kind.QUESTION, open.id(), Question.VOICES, asker)),
                        Set.of(open.id().text()),
                        Optional.empty());
    }

    private static Turn recorded(Request request, Asking asking) {
        Optional<Person> knower = asking.of()
                .flatMap(request.scene().people()::find)
                .filter(person -> !person.id().equals(request.person().id()))
                .or(() -> Knower.of(request, asking.about()));
        Question question = question(request, asking, knower);
        Set<String> basis = new HashSet<>(Set.of(question.id().text()));
        asking.id().ifPresent(id -> basis.add(id.text()));
        Card unsent = QuestionCard.unsent(request, question);
        Turn turn = request.tellThere(
                        knower.isPresent() ? QuestionCard.sent(request, question) : unsent, answer(question))
                .recording(List.of(new Change.Added(question)), basis, Optional.empty());
        Reply otherwise = new Reply(request.visibility(), unsent, Optional.of(answer(question)));
        return turn.notifying(knower.stream()
                .map(person -> new Notice(
                        person.id(),
                        QuestionCard.toAnswer(request, question, Optional.empty()),
                        Optional.of(otherwise)))
                .toList());
    }

    private static Question question(Request request, Asking asking, Optional<Person> knower) {
        LocalDate today = request.scene().today();
        return (Question) Kind.QUESTION.item(
                request.roadmap().nextQuestion(),
                Values.none()
                        .with(Question.TEXT, asking.text())
                        .with(Question.ABOUT, asking.id())
                        .with(Question.ASKED_BY, request.person().id())
                        .with(Question.ASKED_ON, today)
                        .with(Question.ASKED_OF, knower.map(Person::id)));
    }

    private static Card form(String text) {
        Optional<String> problem = text.isBlank()
                ? Optional.empty()
                : Optional.of(
                        "Ask in at most " + Phrases.plural(Question.WORDING.longest(), "character.", "characters."));
        return Card.of(
                "What do you want to know?",
                new Block.Text(Prose.of("I send it to the owner of what it is about, and bring you the answer.")),
                new Block.Form(
                        List.of(Field.text(QUESTION, "Question", true)),
                        Button.primary(Actions.FILL, "Send the question", "ask-owner"),
                        problem));
    }

    private static Answer answer(Question question) {
        return Answer.about(Intent.ASK_OWNER, question.id());
    }
}
