package throughline.core.assistant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.History;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** Any question that only reads, asked of the roadmap of an earlier day; people are called as today. */
final class AsOf implements Command {
    private static final Usage USAGE = Usage.of(
            "as-of",
            "<day> [question]",
            "What the roadmap said on an earlier day: Now, or what you ask behind the day",
            Intent.AS_OF);

    private static final String NOW = "now";

    /** What does not read a roadmap, or reads more than that. */
    private static final Set<Intent> OTHERS = EnumSet.of(
            Intent.HELP,
            Intent.CHANGES,
            Intent.HISTORY,
            Intent.AS_OF,
            Intent.DIFF,
            Intent.SLIP,
            Intent.ON_ROADMAP,
            Intent.WHY_NOT);

    private final Assistant assistant;

    AsOf(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        return Moment.leading(request.rest(), request.scene())
                .map(leading -> answer(request, leading.moment(), leading.rest().isEmpty() ? NOW : leading.rest()))
                .orElseGet(() -> tell(request, noDay(request)));
    }

    private static Card noDay(Request request) {
        String text = request.rest().isEmpty()
                ? "Which day? Type " + USAGE.typed() + "."
                : "I can't tell which day " + Phrases.quoted(Phrases.clipped(request.rest())) + " begins with.";
        return Card.of(
                text,
                new Block.Text(
                        Prose.of("Say it like “as-of 2026-03-31”, “as-of last month okrs” or “as-of q1 show I3”.")),
                Block.Buttons.of(Actions.ask("A month ago", "as-of a month ago now")));
    }

    private Turn answer(Request request, Moment moment, String question) {
        Optional<Command> command = assistant.find(verb(question)).filter(AsOf::isReading);
        if (command.isEmpty()) {
            return tell(request, notReading(moment, question));
        }
        Roadmap then = moment.roadmap(request.scene());
        if (then.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "Nothing was on the roadmap as of " + moment.words() + ".",
                            Block.Buttons.of(Actions.ask("Show it today", question))));
        }
        Turn turn = command.get().run(asked(request, then, moment, question));
        List<Reply> replies = turn.replies().stream()
                .map(reply -> new Reply(
                        reply.visibility(),
                        told(reply.card(), moment, question),
                        reply.answer().map(AsOf::earlier)))
                .toList();
        return Turn.say(replies.get(0));
    }

    private static Answer earlier(Answer answer) {
        return new Answer(Intent.AS_OF, answer.entities(), answer.line());
    }

    private static boolean isReading(Command command) {
        boolean isTeam = command.usage().intent() == Intent.TEAM_WORK;
        return (command.isSameForAll() || isTeam)
                && !OTHERS.contains(command.usage().intent());
    }

    private static String verb(String question) {
        return question.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Card notReading(Moment moment, String question) {
        return Card.of(
                Phrases.quoted(Phrases.clipped(question)) + " can't be asked of an earlier day.",
                new Block.Text(
                        Prose.of("Ask what only reads the roadmap: now, next, later, okrs, show, why, who, progress.")),
                Block.Buttons.of(
                        Actions.askFirst("Now as of then", "as-of " + moment.typed() + " now"),
                        Actions.ask("OKRs as of then", "as-of " + moment.typed() + " okrs")));
    }

    private static Request asked(Request request, Roadmap then, Moment moment, String question) {
        Scene scene = request.scene();
        Scene earlier = new Scene(
                then, History.NONE, scene.people(), scene.person(), scene.incoming(), moment.at(), scene.fresh());
        return new Request(
                earlier,
                "as-of " + moment.typed() + " " + question + (request.all() ? " all" : ""),
                question.substring(verb(question).length()).strip(),
                request.all(),
                Map.of(),
                request.visibility());
    }

    /** The answer, which says the day first, and whose buttons go on asking of that day. */
    private Card told(Card card, Moment moment, String question) {
        String day = moment.isNow() ? "today" : moment.words();
        List<Block> blocks = new ArrayList<>();
        card.blocks().forEach(block -> of(block, moment).ifPresent(blocks::add));
        Card told = new Card(Prose.strong("As of " + day + ": ").then(card.headline()), blocks);
        Card noted = moment.isNow() ? told : told.with(Actions.ask("Today", question));
        return noted.with(new Block.Note(Prose.of("This is the roadmap of that day; people are called as today.")));
    }

    private Optional<Block> of(Block block, Moment moment) {
        if (block instanceof Block.Form) {
            return Optional.empty();
        }
        if (!(block instanceof Block.Buttons buttons)) {
            return Optional.of(block);
        }
        List<Button> reading = buttons.buttons().stream()
                .flatMap(button -> of(button, moment).stream())
                .toList();
        return reading.isEmpty() ? Optional.empty() : Optional.of(new Block.Buttons(reading));
    }

    private Optional<Button> of(Button button, Moment moment) {
        if (!button.action().equals(Actions.ASK)) {
            return button.action().equals(Actions.SHARE) ? Optional.of(button) : Optional.empty();
        }
        return assistant
                .find(verb(button.value()))
                .filter(AsOf::isReading)
                .map(command -> new Button(
                        button.action(),
                        button.label(),
                        "as-of " + moment.typed() + " " + button.value(),
                        button.weight()));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.AS_OF));
    }
}
