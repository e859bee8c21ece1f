package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** What became of what somebody asked. */
final class MyRequests implements Command {
    private static final Usage USAGE = Usage.of("requests", "", "What became of what you asked", Intent.MY_REQUESTS)
            .or("my-requests");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        List<Question> newestFirst = new ArrayList<>(
                request.roadmap().questionsBy(request.person().id()).toList());
        Collections.reverse(newestFirst);
        List<String> ids = newestFirst.stream()
                .map(Question::id)
                .map(ItemId::text)
                .limit(request.rows())
                .toList();
        return request.tell(card(request, newestFirst), new Answer(Intent.MY_REQUESTS, ids, Optional.empty()));
    }

    private static Card card(Request request, List<Question> questions) {
        if (questions.isEmpty()) {
            return Card.of(
                    "Nothing is filed under your name.",
                    new Block.Text(
                            Prose.of("What I can't answer I send to the owner, if you want, and it stands here then.")),
                    Block.Buttons.of(Actions.ask("Ask the owner", "ask-owner")));
        }
        int open = (int) questions.stream().filter(Question::isOpen).count();
        int answered = questions.size() - open;
        Card card = Card.of(
                "You asked " + Phrases.plural(questions.size(), "question", "questions") + ": " + answered
                        + " answered, " + open + " waiting.",
                new Block.Items(questions.stream()
                        .limit(request.rows())
                        .map(question -> row(request, question))
                        .toList()));
        return questions.size() > request.rows()
                ? card.with(Block.Buttons.of(Actions.askFirst("Show all " + questions.size(), "requests all")))
                : card;
    }

    private static Block.Items.Row row(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(question.reply()
                .map(reply -> card.source() + " " + Phrases.quoted(Phrases.clipped(reply)))
                .orElseGet(card::waiting)));
        details.add(Prose.of("asked " + card.ago()));
        return new Block.Items.Row(OpenQuestions.name(question), details);
    }
}
