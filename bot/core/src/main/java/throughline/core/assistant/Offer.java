package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** What a sentence asks to be done is not done but offered: a tap gives the command. */
final class Offer {
    private static final Set<Intent> OFFERED = Set.of(Intent.UNDO, Intent.WATCH, Intent.MOVE);

    private static final Pattern TO_HORIZON = word("(?:to|into|in) (?:now|next|later)");
    private static final Pattern DONE = word("(?:done|finished|shipped|completed?|delivered|close)");
    private static final Pattern DROP = word("(?:drop|kill|cancel|scrap|abandon|give up)");
    private static final Pattern AGAIN = word("(?:redo|again)");

    private Offer() {}

    static boolean isOf(Intent intent) {
        return OFFERED.contains(intent);
    }

    /** Asks whether to do it to an item. */
    static Turn of(Request request, Intent intent, Item item) {
        String name = Phrases.named(item);
        return intent == Intent.WATCH
                ? offered(
                        request,
                        "Shall I tell you what becomes of " + name + "?",
                        Subject.about(intent, item),
                        WatchItem.button(item))
                : move(request, item);
    }

    static Turn undo(Request request, Optional<Item> item) {
        if (item.isPresent()) {
            return offered(
                    request,
                    "Take back your last change of " + Phrases.named(item.get()) + "?",
                    Subject.about(Intent.UNDO, item.get()),
                    Actions.askFirst("Take it back", Undo.of(item.get().id())));
        }
        boolean isAgain = AGAIN.matcher(request.whole()).find();
        return offered(
                request,
                isAgain ? "Do again what you took back last?" : "Take back your last change?",
                Answer.of(Intent.UNDO),
                isAgain ? Actions.askFirst("Do it again", "redo") : Actions.askFirst("Take it back", "undo"));
    }

    private static Turn move(Request request, Item item) {
        String text = request.whole();
        String name = Phrases.named(item);
        Answer answer = Subject.about(Intent.MOVE, item);
        Button show = Actions.ask("Show " + item.id(), "show " + item.id());
        Optional<String> other = elsewhere(item, text);
        boolean isTo = other.isPresent() && TO_HORIZON.matcher(text).find();
        if (!isTo && DONE.matcher(text).find()) {
            return offered(
                    request,
                    "Is " + name + " done?",
                    answer,
                    Actions.askFirst("Say it's done", "done " + item.id()),
                    show);
        }
        if (!isTo && DROP.matcher(text).find()) {
            return offered(
                    request, "Drop " + name + "?", answer, Actions.askFirst("Drop it", "drop " + item.id()), show);
        }
        return other.map(horizon -> offered(
                        request,
                        "Move " + name + " to " + title(horizon) + "?",
                        answer,
                        Actions.askFirst("Move to " + title(horizon), "move " + item.id() + " " + horizon),
                        show))
                .orElseGet(() -> offered(
                        request,
                        "Move " + name + "? Where to?",
                        answer,
                        Actions.askFirst("Move it", "move " + item.id()),
                        show));
    }

    /** The last horizon that is named and in which it is not already: "drop it, it is in now" takes nothing to Now. */
    private static Optional<String> elsewhere(Item item, String text) {
        return Spoken.horizons(text)
                .filter(named -> !(item instanceof Initiative bet
                        && named.equalsIgnoreCase(bet.horizon().title())))
                .reduce((before, last) -> last);
    }

    private static String title(String horizon) {
        return ByHorizon.OPEN.stream()
                .map(Horizon::title)
                .filter(horizon::equalsIgnoreCase)
                .findFirst()
                .orElse(horizon.toLowerCase(Locale.ROOT));
    }

    private static Turn offered(Request request, String question, Answer answer, Button... buttons) {
        List<Block> blocks = List.of(
                new Block.Text(Prose.of("Nothing is changed by a sentence alone.")),
                new Block.Buttons(Stream.of(buttons).toList()));
        return request.tell(new Card(Prose.strong(question), blocks), answer);
    }

    private static Pattern word(String pattern) {
        return Pattern.compile("\\b" + pattern + "\\b", Pattern.CASE_INSENSITIVE);
    }
}
