package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.History;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** Everything that was changed about one item: what, by whom, when, through what and why. */
final class HistoryOf implements Command {
    private static final Usage USAGE = Usage.of(
            "history", "<name or id>", "Each change of something: who, when, through what and why", Intent.HISTORY);

    /** No answer looks at more changes of one item. */
    static final int MOST = 1_000;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Request plain = request.about(request.rest().replaceFirst("(?i)^of\\s+", ""));
        return gone(plain)
                .orElseGet(() -> new Subject(plain, USAGE)
                        .answer(
                                Names.in(request.roadmap()),
                                item -> request.say(
                                        card(request, Phrases.named(item), item.id()),
                                        Subject.about(Intent.HISTORY, item))));
    }

    /** What was on the roadmap once is found by its id only. */
    private static Optional<Turn> gone(Request request) {
        String id = request.rest();
        if (!ItemId.fits(id) || request.roadmap().find(new ItemId(id)).isPresent()) {
            return Optional.empty();
        }
        List<History.Entry> newest = request.scene().history().about(new ItemId(id), 1);
        return newest.stream()
                .findFirst()
                .map(entry -> request.say(
                        card(request, named(entry.facts(), id), new ItemId(id)), Answer.of(Intent.HISTORY)));
    }

    private static String named(ChangeSet facts, String id) {
        return facts.changes().stream()
                .filter(Change.Removed.class::isInstance)
                .flatMap(change -> ((Change.Removed) change).was().stream())
                .map(Phrases::named)
                .findFirst()
                .orElse(id);
    }

    private static Card card(Request request, String name, ItemId id) {
        List<History.Entry> entries = request.scene().history().about(id, MOST);
        if (entries.isEmpty()) {
            return Card.of("Nothing is known of how " + name + " came about.");
        }
        ChangeWords words = new ChangeWords(request.scene());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Items(rows(request, words, entries)));
        if (entries.size() == MOST) {
            blocks.add(new Block.Note(Prose.of("I looked at the newest " + MOST + " changes only.")));
        }
        List<Button> buttons = new ArrayList<>();
        if (entries.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + entries.size(), "history " + id + " all"));
        }
        request.roadmap().find(id).ifPresent(item -> buttons.add(show(item)));
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        return new Card(Prose.strong(headline(request, name, entries)), blocks);
    }

    private static Button show(Item item) {
        return Actions.ask("Show " + item.id(), "show " + item.id());
    }

    private static String headline(Request request, String name, List<History.Entry> entries) {
        ChangeSet last = entries.get(0).facts();
        String latest = Changes.when(request, last) + ", by "
                + (ChangeWords.isImport(last) ? "import" : Changes.who(request, last)) + ".";
        return entries.size() == 1
                ? name + " is as it came in: " + latest
                : name + " was changed " + Phrases.plural(entries.size() - 1, "time", "times") + ", last " + latest;
    }

    /** Newest first; the number counts from the oldest, so that it stays the same. */
    static List<Block.Items.Row> rows(Request request, ChangeWords words, List<History.Entry> entries) {
        List<Block.Items.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(entries.size(), request.rows()); i++) {
            ChangeSet facts = entries.get(i).facts();
            List<Prose> details = new ArrayList<>();
            facts.changes().stream()
                    .filter(ChangeWords::isTold)
                    .forEach(change -> details.add(Prose.of(words.of(change))));
            facts.why()
                    .filter(why -> !why.isBlank())
                    .ifPresent(why -> details.add(Prose.of("why: " + Phrases.clipped(why))));
            rows.add(new Block.Items.Row(
                    Prose.of(entries.size() - i + ". ")
                            .thenStrong(Changes.who(request, facts))
                            .then(", " + Changes.when(request, facts)
                                    + through(facts.stamp().via())),
                    details));
        }
        return rows;
    }

    /** ", in Slack"; a file says so as its author. */
    private static String through(String via) {
        String platform = via.split(":", 2)[0];
        return switch (platform) {
            case "slack" -> ", in Slack";
            case "teams" -> ", in Teams";
            case "local" -> ", in the local chat";
            default -> "";
        };
    }
}
