package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** Answers a question that somebody asked, or hands it on. Whoever was asked may do so, a PM and an admin. */
final class AnswerQuestion implements Command {
    private static final Usage USAGE = Usage.of(
            "answer", "<question> <text or “not for me”>", "Answer a question that waits for you", Intent.ANSWER);
    private static final String NOT_FOR_ME = "not for me";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String[] parts = request.whole().split("[\\s:]+", 2);
        String text = parts.length > 1 ? parts[1] : "";
        return request.roadmap()
                .question(parts[0])
                .map(question -> about(request, question, text))
                .orElseGet(() -> which(request));
    }

    private static Turn which(Request request) {
        return request.tell(
                Card.of(
                        "Which question?",
                        new Block.Text(Prose.of("Type " + USAGE.typed() + ", for example: answer Q3 In March.")),
                        Block.Buttons.of(Actions.askFirst("Open questions", "questions"))),
                Answer.of(Intent.ANSWER));
    }

    private static Turn about(Request request, Question question, String typed) {
        if (!mayAnswer(request, question)) {
            return tell(request, question, refusal(request, question));
        }
        if (!question.isOpen()) {
            return tell(request, question, QuestionCard.already(request, question));
        }
        String filledIn = request.input(QuestionCard.REPLY);
        if (filledIn.isBlank() && typed.equalsIgnoreCase(NOT_FOR_ME)) {
            return handedOn(request, question);
        }
        String text = filledIn.isBlank() ? typed : filledIn;
        return Question.REPLYING
                .tidied(text)
                .map(reply -> answered(request, question, reply))
                .orElseGet(() ->
                        tell(request, question, QuestionCard.toAnswer(request, question, problem(request, text))));
    }

    private static boolean mayAnswer(Request request, Question question) {
        return request.person().keepsRoadmap()
                || question.askedOf().filter(request.person().id()::equals).isPresent();
    }

    private static Card refusal(Request request, Question question) {
        String asked = question.askedOf()
                .map(person -> request.scene().people().fullName(person) + ", a PM or an admin")
                .orElse("a PM or an admin");
        return Card.of("Only " + asked + " can answer " + question.id() + ", so nothing was changed.");
    }

    private static Optional<String> problem(Request request, String text) {
        if (!text.isBlank()) {
            return Optional.of(
                    "At most " + Phrases.plural(Question.REPLYING.longest(), "character", "characters") + ".");
        }
        return request.inputs().isEmpty() ? Optional.empty() : Optional.of("Give your answer.");
    }

    private static Turn answered(Request request, Question question, String reply) {
        PersonId author = request.person().id();
        List<Change> changes = List.of(
                Change.edited(question, Question.REPLY, Optional.of(reply)),
                Change.edited(question, Question.ANSWERED_BY, Optional.of(author)),
                Change.edited(
                        question,
                        Question.ANSWERED_ON,
                        Optional.of(request.scene().today())));
        Question after = (Question) question.with(Question.REPLY, Optional.of(reply))
                .with(Question.ANSWERED_BY, Optional.of(author))
                .with(Question.ANSWERED_ON, Optional.of(request.scene().today()));
        List<PersonId> others = question.askers().stream()
                .filter(asker -> !asker.equals(author))
                .toList();
        Reply unreached = new Reply(
                Reply.Visibility.PRIVATE,
                kept("; I can't reach everybody who asked", after),
                Optional.of(answer(after)));
        return tell(request, after, kept(told(request, others), after))
                .recording(changes, Set.of(question.id().text()), Optional.empty())
                .notifying(others.stream()
                        .map(asker -> new Notice(asker, QuestionCard.answered(request, after), Optional.of(unreached)))
                        .toList());
    }

    private static String told(Request request, List<PersonId> others) {
        List<String> names =
                others.stream().limit(3).map(request.scene().people()::call).toList();
        int more = others.size() - names.size();
        if (names.isEmpty()) {
            return "";
        }
        return more == 0
                ? " and sent to " + Phrases.listed(names)
                : " and sent to " + String.join(", ", names) + " and " + Phrases.plural(more, "other", "others");
    }

    private static Card kept(String what, Question question) {
        return Card.of(
                "Your answer to " + question.id() + " is kept" + what + ".",
                new Block.Text(Prose.of(Phrases.quoted(question.title()) + " "
                        + question.reply().orElse(""))),
                new Block.Note(Prose.of("Who asks the same next is given it, with your name and the day.")),
                Block.Buttons.of(Actions.ask("Open questions", "questions")));
    }

    private static Turn handedOn(Request request, Question question) {
        if (question.askedOf().isEmpty()) {
            return tell(request, question, Card.of(question.id() + " stands on the list that PMs see already."));
        }
        List<Change> changes = List.of(Change.edited(question, Question.ASKED_OF, Optional.empty()));
        Card done = Card.of(
                question.id() + " now stands on the list that PMs see.",
                new Block.Text(Prose.of(Phrases.quoted(question.title()))),
                Block.Buttons.of(Actions.ask("Open questions", "questions")));
        return tell(request, question, done)
                .recording(changes, Set.of(question.id().text()), Optional.empty())
                .notifying(question.askers().stream()
                        .map(asker -> new Notice(asker, QuestionCard.passedOn(request, question), Optional.empty()))
                        .toList());
    }

    private static Turn tell(Request request, Question question, Card card) {
        return request.tell(card, answer(question));
    }

    private static Answer answer(Question question) {
        return Answer.about(Intent.ANSWER, question.id());
    }
}
