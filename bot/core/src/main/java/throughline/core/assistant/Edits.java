package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.edit.Known;
import throughline.core.edit.Line;
import throughline.core.edit.Wish;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** Records what somebody wants of an item, and says what changed. */
record Edits(Request request, Item item, List<Wish<?>> wishes) {
    /** A button repeats no longer command. */
    private static final int LONGEST = 1_500;

    private static final int ROWS = Request.ROWS;

    Edits {
        wishes = List.copyOf(wishes);
    }

    static Known known(Request request) {
        return new Known(
                request.roadmap(), request.scene().people(), request.person().id());
    }

    /** Records it, unless a gate stands before it. */
    Turn recorded(Intent intent, Optional<String> why) {
        return gate().orElseGet(() ->
                request.tellThere(card(intent), Subject.about(intent, item)).recording(changes(), reliedOn(), why));
    }

    List<Change> changes() {
        return wishes.stream().flatMap(wish -> wish.on(item).stream()).toList();
    }

    /** Whether it is all so already. */
    boolean isSo() {
        return changes().isEmpty();
    }

    Card nothingChanged() {
        return Card.of(
                Phrases.named(item) + " is so already. Nothing was changed.",
                Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id())));
    }

    Optional<Turn> gate() {
        Item after = after();
        boolean moves =
                item instanceof Initiative was && after instanceof Initiative will && was.horizon() != will.horizon();
        return moves && !request.isTrial()
                ? Gate.into(((Initiative) after).horizon(), request, (Initiative) after)
                : Optional.empty();
    }

    Item after() {
        Item after = item;
        for (Wish<?> wish : wishes) {
            after = with(after, wish);
        }
        return after;
    }

    private static <V> Item with(Item item, Wish<V> wish) {
        return item.with(wish.field(), wish.value());
    }

    /** The item, what the edit refers to, and the count of Now if it changes. */
    Set<String> reliedOn() {
        Set<String> ids = new HashSet<>(Set.of(item.id().text()));
        wishes.forEach(wish -> references(wish).forEach(id -> ids.add(id.text())));
        boolean touchesNow = Stream.of(item, after())
                .anyMatch(bet -> bet instanceof Initiative initiative && initiative.horizon() == Horizon.NOW);
        if (touchesNow && wishes.stream().anyMatch(wish -> (Object) wish.field() == Initiative.HORIZON)) {
            ids.add(Change.NOW);
        }
        return ids;
    }

    static Stream<ItemId> references(Wish<?> wish) {
        return wish.value().stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(ItemId.class::isInstance)
                .map(ItemId.class::cast);
    }

    private Card card(Intent intent) {
        List<String> lines = new ChangeWords(request.scene()).each(changes());
        List<Button> buttons = new ArrayList<>();
        undo(intent).ifPresent(command -> buttons.add(Actions.ask("Undo", command)));
        buttons.add(Actions.ask("Show " + item.id(), "show " + item.id()));
        if (lines.size() == 1) {
            return Card.of("Recorded: " + lines.get(0) + ".", new Block.Buttons(buttons));
        }
        List<Block.Items.Row> rows = lines.stream()
                .limit(ROWS)
                .map(line -> new Block.Items.Row(Prose.of(line), List.of()))
                .toList();
        String rest = lines.size() > ROWS ? " The first " + ROWS + ":" : "";
        return Card.of(
                "Recorded: " + lines.size() + " changes of " + Phrases.named(item) + "." + rest,
                new Block.Items(rows),
                new Block.Buttons(buttons));
    }

    private Optional<String> undo(Intent intent) {
        if (intent == Intent.MOVE && item instanceof Initiative was) {
            return Optional.of("move " + item.id() + " " + was.horizon().title().toLowerCase(java.util.Locale.ROOT));
        }
        List<Wish<?>> back = wishes.stream()
                .filter(wish -> !wish.isSo(item.values()))
                .<Wish<?>>map(wish -> Wish.asIn(item, wish.field()))
                .toList();
        return Line.written(known(request), item.kind(), back)
                .map(line -> Edit.anyway(item, line))
                .filter(command -> command.length() <= LONGEST);
    }

    /** The wishes as one line; empty if no line can say them. */
    Optional<String> line() {
        return Line.written(known(request), item.kind(), wishes);
    }

    /** "size and release". */
    String fields() {
        return Phrases.listed(wishes.stream()
                .map(wish -> wish.field().key().replace('_', ' '))
                .collect(Collectors.toList()));
    }
}
