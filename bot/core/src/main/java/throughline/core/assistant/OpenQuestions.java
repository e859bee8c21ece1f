package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** Questions that nobody has answered yet: all of them for PMs and admins, those that concern them for the others. */
final class OpenQuestions implements Command {
    private static final Usage USAGE =
            Usage.of("questions", "", "Questions that wait for an answer, most wanted first", Intent.QUESTIONS);

    /** What a list of questions shows. */
    private record Shown(int count, List<Question> first) {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Shown shown = request.person().keepsRoadmap() ? all(request) : own(request);
        Answer answer = new Answer(
                Intent.QUESTIONS,
                shown.first().stream().map(Question::id).map(ItemId::text).toList(),
                Optional.empty());
        return request.tell(card(request, shown), answer);
    }

    private static Shown all(Request request) {
        Listing<Question> open = request.roadmap().openQuestions();
        return new Shown(open.size(), open.first(request.rows()));
    }

    /** First what waits for this person, then what this person waits for. */
    private static Shown own(Request request) {
        PersonId person = request.person().id();
        List<Question> open = Stream.concat(
                        request.roadmap().questionsFor(person).stream(),
                        request.roadmap().questionsBy(person).stream().filter(Question::isOpen))
                .distinct()
                .toList();
        return new Shown(open.size(), open.stream().limit(request.rows()).toList());
    }

    private static Card card(Request request, Shown shown) {
        boolean all = request.person().keepsRoadmap();
        if (shown.count() == 0) {
            return Card.of(
                    all ? "No question waits for an answer." : "No question of yours waits, and none waits for you.");
        }
        String whose = all ? " for an answer." : " that you asked or may answer.";
        Card card = Card.of(
                Phrases.plural(shown.count(), "question waits", "questions wait") + whose,
                new Block.Items(shown.first().stream()
                        .map(question -> row(request, question))
                        .toList()));
        List<Button> buttons = buttons(request, shown);
        return buttons.isEmpty() ? card : card.with(new Block.Buttons(buttons));
    }

    private static List<Button> buttons(Request request, Shown shown) {
        List<Button> buttons = new ArrayList<>();
        shown.first().stream()
                .filter(question -> request.person().keepsRoadmap()
                        || question.askedOf()
                                .filter(request.person().id()::equals)
                                .isPresent())
                .findFirst()
                .ifPresent(question ->
                        buttons.add(Actions.askFirst("Answer " + question.id(), "answer " + question.id())));
        if (shown.count() > shown.first().size()) {
            buttons.add(Actions.ask("Show all " + shown.count(), "questions all"));
        }
        return buttons;
    }

    private static Block.Items.Row row(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        List<Prose> details = new ArrayList<>();
        card.about().map(Phrases::named).map(Prose::of).ifPresent(details::add);
        details.add(Prose.of("asked" + card.others() + ", " + card.ago()));
        details.add(Prose.of(
                question.askedOf().map(person -> "with " + card.call(person)).orElse("waits for a PM")));
        return new Block.Items.Row(name(question), details);
    }

    static Prose name(Question question) {
        return Prose.strong(question.id().text()).then(" " + Phrases.quoted(Phrases.clipped(question.title())));
    }
}
