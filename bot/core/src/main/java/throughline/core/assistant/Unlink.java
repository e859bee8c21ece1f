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
import throughline.core.roadmap.KeyResult;
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
        List<String> words = List.of(request.rest().split("\\s+", -1));
        Optional<Initiative> initiative = find(request, words, Initiative.class);
        Optional<ItemId> keyResult = find(request, words, KeyResult.class).map(Item::id);
        if (!request.person().keepsRoadmap()) {
            return request.tell(Ownership.refusal(request, initiative), Answer.of(Intent.LINK));
        }
        if (initiative.isEmpty() || keyResult.isEmpty()) {
            return request.tell(
                    Card.of("Which line? Type " + USAGE.typed() + ", with both ids."), Answer.of(Intent.LINK));
        }
        boolean confirmed = words.get(words.size() - 1).equalsIgnoreCase(CONFIRMED);
        return unlinked(request, initiative.get(), keyResult.get(), confirmed);
    }

    private static <T extends Item> Optional<T> find(Request request, List<String> words, Class<T> type) {
        return words.stream()
                .flatMap(word -> request.roadmap().find(word).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Turn unlinked(Request request, Initiative initiative, ItemId keyResult, boolean confirmed) {
        Answer answer = Subject.about(Intent.LINK, initiative);
        if (!initiative.serves().contains(keyResult)) {
            return request.tell(
                    Card.of(Phrases.named(initiative) + " does not serve " + keyResult + ". Nothing was changed."),
                    answer);
        }
        if (!confirmed) {
            return request.tell(confirmation(initiative, keyResult), answer);
        }
        Change change = new Change.Unlisted<>(Kind.INITIATIVE, initiative.id(), Initiative.SERVES, keyResult);
        return request.say(done(initiative, keyResult), answer)
                .recording(List.of(change), Set.of(initiative.id().text()), Optional.empty());
    }

    private static Card confirmation(Initiative initiative, ItemId keyResult) {
        String rest = initiative.serves().size() == 1
                ? Phrases.named(initiative) + " would have no line to an OKR."
                : "It would still serve " + (initiative.serves().size() - 1) + " other.";
        return Card.of(
                "Take " + keyResult + " off " + Phrases.named(initiative) + "?",
                new Block.Text(Prose.of(rest)),
                Block.Buttons.of(
                        Button.destructive(
                                Actions.ASK,
                                "Take it off",
                                "unlink " + initiative.id() + " " + keyResult + " " + CONFIRMED),
                        Actions.ask("Keep it", "show " + initiative.id())));
    }

    private static Card done(Initiative initiative, ItemId keyResult) {
        return Card.of(
                "Taken back: " + Phrases.named(initiative) + " no longer serves " + keyResult + ".",
                Block.Buttons.of(
                        Actions.ask("Undo", "link " + initiative.id() + " " + keyResult),
                        Actions.ask("Show " + initiative.id(), "show " + initiative.id())));
    }
}
