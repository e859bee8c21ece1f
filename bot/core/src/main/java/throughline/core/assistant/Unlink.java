package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** Takes a recorded line back, after asking. */
final class Unlink implements Command {
    private static final Usage USAGE = Usage.of(
            "unlink", "<initiative> <key result>", "Take back that an initiative serves a key result", Intent.LINK);
    private static final String CONFIRMED = "yes";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        boolean confirmed = request.rest().endsWith(" " + CONFIRMED);
        String text =
                confirmed ? request.rest().substring(0, request.rest().length() - CONFIRMED.length()) : request.rest();
        Optional<Connection> other = Connection.in(request.roadmap(), text)
                .filter(connection -> connection.to().kind() != Kind.KEY_RESULT);
        if (other.isPresent()) {
            return disconnected(request, other.get());
        }
        Pair pair = Pair.in(request.roadmap(), text);
        if (!request.person().keepsRoadmap()) {
            return Ownership.instead(request, Kind.INITIATIVE, pair.initiative(), Intent.LINK);
        }
        if (pair.initiative().isEmpty() || pair.keyResult().isEmpty()) {
            return request.tell(whichLine(request, pair), Answer.of(Intent.LINK));
        }
        return unlinked(request, pair.initiative().get(), pair.keyResult().get().id(), confirmed);
    }

    private static Turn disconnected(Request request, Connection connection) {
        Item from = connection.from();
        if (!Ownership.may(request.person(), from.kind(), Optional.of(from))) {
            return Ownership.instead(request, from.kind(), Optional.of(from), Intent.LINK);
        }
        Edits edits = new Edits(request, from, List.of(connection.taken()));
        return connection.isThere()
                ? edits.recorded(Intent.LINK, Optional.empty())
                : request.tell(edits.nothingChanged(), Subject.about(Intent.LINK, from));
    }

    private static Card whichLine(Request request, Pair pair) {
        String unknown = pair.initiative().isEmpty() && !pair.name().isBlank()
                ? Pair.unknown(request.roadmap(), pair.name())
                : "Name the initiative and the id of the key result.";
        return Card.of("Which line? Type " + USAGE.typed() + ".", new Block.Text(Prose.of(unknown)));
    }

    private static Turn unlinked(Request request, Initiative initiative, ItemId keyResult, boolean confirmed) {
        Answer answer = Subject.about(Intent.LINK, initiative);
        if (!initiative.serves().contains(keyResult)) {
            return request.tell(
                    Card.of(Phrases.named(initiative) + " does not serve " + keyResult + ". Nothing was changed."),
                    answer);
        }
        if (!confirmed) {
            String command = command(initiative, keyResult);
            // Whoever may say yes in a thread has to see what to.
            return request.tellThere(confirmation(initiative, keyResult), answer)
                    .leaving(Optional.of(new Confirming(command, "show " + initiative.id())));
        }
        Change change = new Change.Unlisted<>(Kind.INITIATIVE, initiative.id(), Initiative.SERVES, keyResult);
        return request.tellThere(done(initiative, keyResult), answer)
                .recording(List.of(change), Set.of(initiative.id().text()), Optional.empty());
    }

    private static Card confirmation(Initiative initiative, ItemId keyResult) {
        String rest = initiative.serves().size() == 1
                ? Phrases.named(initiative) + " would have no line to an OKR."
                : "It would still serve "
                        + Phrases.plural(initiative.serves().size() - 1, "other key result", "other key results") + ".";
        return Card.of(
                "Take " + keyResult + " off " + Phrases.named(initiative) + "?",
                new Block.Text(Prose.of(rest)),
                Block.Buttons.of(
                        Button.destructive(Actions.ASK, "Take it off", command(initiative, keyResult)),
                        Actions.ask("Keep it", "show " + initiative.id())));
    }

    private static String command(Initiative initiative, ItemId keyResult) {
        return "unlink " + initiative.id() + " " + keyResult + " " + CONFIRMED;
    }

    private static Card done(Initiative initiative, ItemId keyResult) {
        return Card.of(
                "Taken back: " + Phrases.named(initiative) + " no longer serves " + keyResult + ".",
                Block.Buttons.of(
                        Actions.ask("Undo", "link " + initiative.id() + " " + keyResult),
                        Actions.ask("Show " + initiative.id(), "show " + initiative.id())));
    }
}
