package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** What is said about a question that somebody asked: to the asker, to whoever may know, and to the next who asks. */
record QuestionCard(Request request, Question question) {
    static final String REPLY = "reply";

    /** Longer answers stand below the first line. */
    private static final int LINE = 200;

    /** To the asker: it is on its way. */
    static Card sent(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        return Card.of(
                card.name(question.askedOf()) + " has your question (" + question.id() + ").",
                new Block.Text(card.quotation()),
                new Block.Text(Prose.of("I bring you the answer, and keep it for the next who asks.")),
                Block.Buttons.of(Actions.ask("Your questions", "requests")));
    }

    /** To the asker: nobody was told. */
    static Card unsent(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        String whom = question.askedOf()
                .map(person -> card.name(Optional.of(person)) + " here")
                .orElse("anybody who may know");
        return Card.of(
                "Your question is kept as " + question.id() + ", but I can't reach " + whom + ".",
                new Block.Text(card.quotation()),
                new Block.Text(
                        Prose.of("It stands on the list that PMs see. I bring you the answer when there is one.")),
                Block.Buttons.of(Actions.ask("Your questions", "requests")));
    }

    /** To one more who asks the same. */
    static Card joined(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        return Card.of(
                card.call(question.askedBy()) + " asked the same " + card.ago() + ", so I added you to " + question.id()
                        + ".",
                new Block.Text(card.quotation()),
                new Block.Text(Prose.of(card.waiting() + " I bring you the answer too.")),
                card.buttons(Actions.ask("Your questions", "requests")));
    }

    /** To somebody who asks the same again. */
    static Card asked(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        return Card.of(
                "You asked this " + card.ago() + " (" + question.id() + "); there is no answer yet.",
                new Block.Text(card.quotation()),
                new Block.Text(Prose.of(card.waiting())),
                Block.Buttons.of(Actions.ask("Your questions", "requests")));
    }

    /** To whoever may know. */
    static Card toAnswer(Request request, Question question, Optional<String> problem) {
        QuestionCard card = new QuestionCard(request, question);
        String about = card.about().map(item -> " about " + Phrases.named(item)).orElse("");
        return Card.of(
                card.call(question.askedBy()) + " asks" + about + ".",
                new Block.Text(card.quotation()),
                new Block.Form(
                        List.of(Field.text(REPLY, "Your answer", true)),
                        Button.primary(Actions.FILL, "Send the answer", "answer " + question.id()),
                        problem),
                card.buttons(Actions.ask("Not for me", "answer " + question.id() + " not for me")),
                new Block.Note(Prose.of("Asked " + card.ago() + card.others() + ". You can also type: answer "
                        + question.id() + " and your answer.")));
    }

    /** To everybody who asked. */
    static Card answered(Request request, Question question) {
        return new QuestionCard(request, question).answer("You asked: ", List.of());
    }

    /** To the next who asks. */
    static Card kept(Request request, Question question) {
        return new QuestionCard(request, question)
                .answer("The question was: ", List.of(Actions.ask("Ask again", AskOwner.again(question))));
    }

    /** To somebody who answers what is answered. */
    static Card already(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        return Card.of(
                question.id() + " is answered already, so nothing was changed.",
                new Block.Text(card.quotation().then(" " + question.reply().orElse(""))),
                new Block.Note(Prose.of(card.call(card.answerer()) + ", " + card.answeredAgo())),
                Block.Buttons.of(Actions.ask("Open questions", "questions")));
    }

    /** To the asker: somebody else has to answer. */
    static Card passedOn(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        return Card.of(
                "Your question " + question.id() + " now waits for a PM.",
                new Block.Text(card.quotation()),
                new Block.Note(Prose.of(card.call(request.person().id()) + " handed it on, today.")));
    }

    private Card answer(String lead, List<Button> more) {
        String reply = question.reply().orElse("");
        String first = reply.lines().findFirst().orElse(reply);
        String headline = first.length() > LINE ? Phrases.clipped(first) : first;
        String rest =
                first.length() > LINE ? reply : reply.substring(first.length()).strip();
        List<Block> blocks = new ArrayList<>();
        if (!rest.isEmpty()) {
            blocks.add(new Block.Text(Prose.of(rest)));
        }
        blocks.add(new Block.Text(Prose.of(source() + " " + lead).then(quotation())));
        blocks.add(new Block.Note(Prose.of(call(answerer()) + ", " + answeredAgo() + " (" + question.id() + ")")));
        List<Button> buttons = new ArrayList<>(more);
        about().ifPresent(item -> buttons.add(show(item)));
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        return new Card(Prose.strong(headline), blocks);
    }

    /** "Maya answered this on 25 November." */
    String source() {
        return call(answerer()) + " answered this on "
                + Phrases.day(
                        question.values().get(Question.ANSWERED_ON),
                        request.scene().today()) + ".";
    }

    private PersonId answerer() {
        return question.values().get(Question.ANSWERED_BY);
    }

    private String answeredAgo() {
        return new Phrases(request.scene()).ago(question.values().get(Question.ANSWERED_ON));
    }

    private Block.Buttons buttons(Button first) {
        return about().map(item -> Block.Buttons.of(first, show(item))).orElseGet(() -> Block.Buttons.of(first));
    }

    static Button show(Item item) {
        return item.kind() == Kind.TEAM
                ? Actions.ask("What it works on", "team " + item.title())
                : Actions.ask("Show " + item.id(), "show " + item.id());
    }

    /** "Maya Lind has it, and has not answered yet." */
    String waiting() {
        return question.askedOf()
                .map(person -> request.scene().people().fullName(person) + " has it and has not answered yet.")
                .orElse("It waits for a PM.");
    }

    /** " by Sam and 2 others". */
    String others() {
        int others = question.askers().size() - 1;
        return " by " + call(question.askedBy())
                + (others == 0 ? "" : " and " + Phrases.plural(others, "other", "others"));
    }

    Optional<Item> about() {
        return question.about().flatMap(request.roadmap()::find);
    }

    String ago() {
        return new Phrases(request.scene()).ago(question.askedOn());
    }

    String call(PersonId person) {
        return request.scene().people().call(person);
    }

    private String name(Optional<PersonId> person) {
        return person.map(request.scene().people()::fullName).orElse("Nobody");
    }

    private Prose quotation() {
        return Prose.of(Phrases.quoted(question.title()));
    }
}
