package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Spelling;

/** A question that no command answers: about something on the roadmap it shows that, else it says so. */
final class NotUnderstood implements Command {
    /** A misspelt command is short; a sentence that begins like one is a sentence. */
    private static final int MOST_WORDS = 3;

    /** A single word from this length on may be a command with one letter wrong. */
    private static final int SHORTEST = 3;

    private final Assistant assistant;

    NotUnderstood(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public Usage usage() {
        return Usage.of("", "", "", Intent.UNKNOWN);
    }

    @Override
    public Turn run(Request request) {
        Optional<Usage> misspelt = misspelt(request.rest());
        if (misspelt.isPresent()) {
            String command = corrected(request, misspelt.get());
            return request.say(didYouMean(command), Answer.of(Intent.UNKNOWN))
                    .leaving(Optional.of(new Confirming(command, "help")));
        }
        if (Names.in(request.roadmap()).find(request.rest()) instanceof Names.Found.One) {
            return new Show().run(request);
        }
        return request.say(
                Card.of(
                        "I can't answer that.",
                        new Block.Text(Prose.of("I know the roadmap: what is in Now, Next and Later, why, who owns it, "
                                + "and which OKR it serves.")),
                        Block.Buttons.of(Actions.askFirst("Show Now", "now"), Actions.ask("What can I ask?", "help"))),
                Answer.of(Intent.UNKNOWN));
    }

    private Optional<Usage> misspelt(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (words.length > MOST_WORDS) {
            return Optional.empty();
        }
        List<Usage> usages = assistant.usages();
        Optional<Usage> oneOff = usages.stream()
                .filter(usage -> words.length == 1 && words[0].length() >= SHORTEST)
                .filter(usage -> Spelling.distance(usage.verb(), words[0]) == 1)
                .findFirst();
        return oneOff.or(() -> Spelling.closest(
                        words[0], usages.stream().map(Usage::verb).toList())
                .flatMap(assistant::find)
                .map(Command::usage));
    }

    private static String corrected(Request request, Usage usage) {
        String[] parts = request.rest().split("\\s+", 2);
        return usage.verb() + (parts.length > 1 ? " " + parts[1] : "") + (request.all() ? " all" : "");
    }

    private static Card didYouMean(String command) {
        return Card.of("Did you mean /roadmap " + command + "?", Block.Buttons.of(Actions.askFirst("Yes", command)));
    }
}
