package throughline.core.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;

/** What can be asked; made from the commands themselves, or from one of them. */
final class Help implements Command {
    private static final Usage USAGE =
            Usage.of("help", "[command]", "What you can ask, or how one command works", Intent.HELP);
    private static final Prose FIRST = Prose.strong("Ask which OKR something serves, in plain words or with /roadmap.");

    private final Assistant assistant;

    Help(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** "help" and "help now" ask for help; "help me see why we do this" is a question. */
    boolean isAskedFor(String text) {
        String[] words = text.split("\\s+", -1);
        return words.length <= 2 || assistant.find(words[1]).isPresent();
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Card card = assistant
                .find(request.rest().replaceFirst("^/?roadmap\\s+", ""))
                .map(command -> one(command.usage()))
                .or(() -> HelpTopic.named(request.rest()).map(this::about))
                .orElseGet(() -> request.all() ? everything() : topics());
        return request.say(card, Answer.of(Intent.HELP));
    }

    private static Card one(Usage usage) {
        String others = usage.aliases().isEmpty()
                ? ""
                : " Also: " + usage.aliases().stream().collect(Collectors.joining(", ")) + ".";
        return Card.of(
                usage.typed(),
                new Block.Text(Prose.of(usage.help() + "." + others)),
                new Block.Note(Prose.of("Add “all” to get everything in one answer.")));
    }

    private Card topics() {
        List<Block.Items.Row> rows =
                Arrays.stream(HelpTopic.values()).map(this::row).toList();
        return Card.of(
                FIRST,
                new Block.Items(rows),
                new Block.Note(Prose.of(
                        "Type help with one of these words for more, such as help keeping or help edit. Names work as"
                                + " well as ids, and “all” at the end gives everything in one answer.")),
                Block.Buttons.of(
                        Actions.askFirst("Show Now", "now"),
                        Actions.ask("Show OKRs", "okrs"),
                        Actions.ask("How to keep it", "help " + HelpTopic.KEEPING.word())));
    }

    private Block.Items.Row row(HelpTopic topic) {
        String verbs = topic.of(assistant.usages()).stream().map(Usage::verb).collect(Collectors.joining(", "));
        return new Block.Items.Row(Prose.strong(topic.title() + " (" + topic.word() + ")"), List.of(Prose.of(verbs)));
    }

    private Card about(HelpTopic topic) {
        return Card.of(
                Prose.strong(topic.title() + ": " + topic.of(assistant.usages()).size() + " commands."),
                new Block.Items(rows(topic.of(assistant.usages()))),
                Block.Buttons.of(Actions.ask("What else?", "help")));
    }

    private Card everything() {
        return Card.of(
                FIRST,
                new Block.Items(rows(assistant.usages())),
                Block.Buttons.of(Actions.askFirst("Show Now", "now"), Actions.ask("Show OKRs", "okrs")));
    }

    private static List<Block.Items.Row> rows(List<Usage> usages) {
        return usages.stream()
                .map(usage -> new Block.Items.Row(Prose.strong(usage.typed()), List.of(Prose.of(usage.help()))))
                .toList();
    }
}
