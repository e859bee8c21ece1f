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
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** Records what somebody wants of an item, and says what changed. */
record Edits(Request request, Item item, List<Wish<?>> wishes, Entering how) {
    /** A button repeats no longer command. */
    private static final int LONGEST = 1_500;

    private static final int ROWS = Request.ROWS;

    /** So many fields are named in a first line. */
    private static final int NAMED = 4;

    Edits {
        wishes = List.copyOf(wishes);
    }

    Edits(Request request, Item item, List<Wish<?>> wishes) {
        this(request, item, wishes, Entering.PLAIN);
    }

    static Known known(Request request) {
        return new Known(
                request.roadmap(), request.scene().people(), request.person().id());
    }

    /** Records it, unless a gate stands before it. */
    Turn recorded(Intent intent, Optional<String> why) {
        return gate().orElseGet(() -> request.tellThere(card(intent), Subject.about(intent, item))
                .recording(changes(), reliedOn(), how.reason().or(() -> why)));
    }

    /** The facts, with the record of an entry into Now if it is one. */
    List<Change> changes() {
        List<Change> facts = wished();
        if (request.isTrial()) {
            return facts;
        }
        List<Change> all = new ArrayList<>(facts);
        new Gate(request, facts, how)
                .verdicts().stream()
                        .filter(Gate.Verdict.Admitted.class::isInstance)
                        .map(verdict -> ((Gate.Verdict.Admitted) verdict).admitted())
                        .filter(admitted -> admitted.id().equals(item.id()))
                        .forEach(admitted -> all.addAll(record(admitted)));
        return List.copyOf(all);
    }

    private List<Change> wished() {
        return Stream.concat(
                        wishes.stream().flatMap(wish -> wish.on(item).stream()),
                        how.swap().stream().flatMap(swap -> swap.facts().stream()))
                .toList();
    }

    private List<Change> record(Item admitted) {
        return Stream.<Field<?>>of(Initiative.APPROVED, Initiative.ENTERED)
                .flatMap(field -> Wish.asIn(admitted, field).on(item).stream())
                .toList();
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

    /** What to say instead of recording it, if the gate of Now does not let it pass. */
    Optional<Turn> gate() {
        return request.isTrial()
                ? Optional.empty()
                : refused().map(refused -> new NotReady(this, refused, false).told());
    }

    Optional<Gate.Verdict.Refused> refused() {
        return new Gate(request, wished(), how)
                .verdicts().stream()
                        .filter(Gate.Verdict.Refused.class::isInstance)
                        .map(Gate.Verdict.Refused.class::cast)
                        .findFirst();
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
        how.swap().ifPresent(swap -> ids.add(swap.out().id().text()));
        if (touchesNow()) {
            ids.add(Change.NOW);
        }
        return ids;
    }

    private boolean touchesNow() {
        return Gate.touchesNow(request.roadmap(), wished());
    }

    static Stream<ItemId> references(Wish<?> wish) {
        return wish.value().stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(ItemId.class::isInstance)
                .map(ItemId.class::cast);
    }

    private Card card(Intent intent) {
        List<Change> changes = changes();
        List<String> lines = new ChangeWords(request.scene()).each(changes);
        List<Button> buttons = new ArrayList<>();
        undo(intent).ifPresent(command -> buttons.add(Actions.ask("Undo", command)));
        buttons.add(Actions.ask("Show " + item.id(), "show " + item.id()));
        if (lines.size() == 1) {
            return Card.of(moved().orElseGet(() -> "Recorded: " + lines.get(0)) + ".", new Block.Buttons(buttons));
        }
        List<Block.Items.Row> rows = lines.stream()
                .limit(ROWS)
                .map(line -> new Block.Items.Row(Prose.of(line), List.of()))
                .toList();
        String rest = lines.size() > ROWS ? " The first " + ROWS + " of " + lines.size() + " changes:" : "";
        return Card.of(
                moved().orElseGet(() -> "Recorded: changed " + named() + " of " + Phrases.named(item)) + "." + rest,
                new Block.Items(rows),
                new Block.Buttons(buttons));
    }

    /** Where it is now, if the edit takes it to another horizon: "Audit log (I13) is in Now; it was in Next". */
    private Optional<String> moved() {
        return item instanceof Initiative was && after() instanceof Initiative is && was.horizon() != is.horizon()
                ? Optional.of(
                        Phrases.named(is) + " is " + where(is.horizon()) + way() + "; it was " + where(was.horizon()))
                : Optional.empty();
    }

    private static String where(Horizon horizon) {
        boolean isOver = horizon == Horizon.DONE || horizon == Horizon.DROPPED;
        return (isOver ? "" : "in ") + (isOver ? Moving.written(horizon) : horizon.title());
    }

    private String way() {
        return how.swap()
                .map(swap -> " instead of " + Phrases.named(swap.out()))
                .orElse(how.override().isPresent() ? " by override" : "");
    }

    /** "the size and the why"; what is many is counted. */
    private String named() {
        List<String> names = wishes.stream()
                .filter(wish -> !wish.isSo(item.values()))
                .map(wish -> wish.field().key().replace('_', ' '))
                .toList();
        return names.size() > NAMED ? names.size() + " fields" : "the " + Phrases.listed(names);
    }

    private Optional<String> undo(Intent intent) {
        boolean wasOpen = item instanceof Initiative was && was.horizon().isOpen();
        // The command that would drop it again asks for a reason.
        if (touchesNow() || (moved().isPresent() && !wasOpen)) {
            return Optional.of(Undo.of(item.id()));
        }
        if (intent == Intent.MOVE && item instanceof Initiative was) {
            return Optional.of("move " + item.id() + " " + was.horizon().title().toLowerCase(java.util.Locale.ROOT));
        }
        List<Wish<?>> back = wishes.stream()
                .filter(wish -> !wish.isSo(item.values()))
                .<Wish<?>>map(wish -> Wish.asIn(item, wish.field()))
                .toList();
        return Line.leading(known(request), after(), back)
                .map(line -> Edit.anyway(item, line))
                .filter(command -> command.length() <= LONGEST)
                .or(() -> Optional.of(Undo.of(item.id())));
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
