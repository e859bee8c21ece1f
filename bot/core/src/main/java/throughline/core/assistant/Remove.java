package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.view.Phrases;

/** Takes something off the roadmap, with what cannot stand without it, after asking. */
final class Remove implements Command {
    private static final Usage USAGE = Usage.of(
            "remove", "<item>", "Take something off the roadmap that should never have been on it", Intent.REMOVE);
    private static final Pattern CONFIRMED =
            Pattern.compile("\\s+yes(?:\\s+(?<hanging>\\d{1,4}))?$", Pattern.CASE_INSENSITIVE);

    private static final int NOT_ASKED = -1;

    /** Where so many things refer to something, it is not removed by a tap. */
    private static final int MOST = 100;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String text = request.whole();
        Matcher confirmed = CONFIRMED.matcher(text);
        int seen = !confirmed.find()
                ? NOT_ASKED
                : Optional.ofNullable(confirmed.group("hanging"))
                        .map(Integer::parseInt)
                        .orElse(0);
        String name = CONFIRMED.matcher(text).replaceFirst("");
        Named named = Named.in(request.roadmap(), Edit.editable(request), name, name.length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        if (!Ownership.may(request, item)) {
            return Ownership.instead(request, item.kind(), named.item(), Intent.REMOVE);
        }
        Hanging hanging = Hanging.on(request, item);
        if (hanging.size() > MOST) {
            return request.tell(tooMuch(item, hanging), Subject.about(Intent.REMOVE, item));
        }
        // What came to hang on it after the question was asked is not taken along unseen.
        return seen == hanging.size() ? removed(request, item, hanging) : asked(request, item, hanging);
    }

    /**
     * What hangs on an item.
     *
     * @param under what cannot be without it
     * @param referring what only names it, and would not any more
     */
    private record Hanging(List<Item> under, List<Change> unlinked, Set<ItemId> referring) {
        static Hanging on(Request request, Item item) {
            Set<Item> under = new LinkedHashSet<>();
            collect(request, item, under);
            Set<ItemId> gone = new HashSet<>();
            gone.add(item.id());
            under.forEach(one -> gone.add(one.id()));
            List<Change> unlinked = new ArrayList<>();
            Set<ItemId> referring = new LinkedHashSet<>();
            Stream.concat(Stream.of(item), under.stream())
                    .forEach(target -> references(request.roadmap(), target, false)
                            .filter(reference -> !gone.contains(reference.by().id()))
                            .forEach(reference -> {
                                unlinked.add(reference.taken());
                                referring.add(reference.by().id());
                            }));
            return new Hanging(List.copyOf(under), unlinked, referring);
        }

        private static void collect(Request request, Item item, Set<Item> under) {
            references(request.roadmap(), item, true).limit(MOST + 1L).forEach(reference -> {
                if (under.size() <= MOST && under.add(reference.by())) {
                    collect(request, reference.by(), under);
                }
            });
        }

        int size() {
            return under.size() + referring.size();
        }
    }

    /** One item that names another one in a field. */
    private record Reference(Item by, Field<?> field, ItemId to) {
        @SuppressWarnings("unchecked") // a field of such a shape holds ids
        Change taken() {
            return field.shape() instanceof Shape.Many<?>
                    ? new Change.Unlisted<>(by.kind(), by.id(), (Field<List<ItemId>>) field, to)
                    : new Change.Edited<>(
                            by.kind(), by.id(), (Field<ItemId>) field, Optional.of(to), Optional.<ItemId>empty());
        }
    }

    /** What names an item of the roadmap in some field. */
    static Stream<ItemId> referringTo(Roadmap roadmap, Item item) {
        return Stream.of(true, false)
                .flatMap(required -> references(roadmap, item, required))
                .map(reference -> reference.by().id());
    }

    /** Looks at every item whose kind could name it: something is rarely removed. */
    private static Stream<Reference> references(Roadmap roadmap, Item item, boolean required) {
        return Stream.of(Kind.values())
                .filter(kind -> !kind.isBeside())
                .flatMap(kind -> kind.fields().stream()
                        .filter(field -> field.isRequired() == required && refersTo(field.shape(), item.kind()))
                        .flatMap(field -> roadmap.all(kind).stream()
                                .filter(by -> names(by, field, item.id()))
                                .map(by -> new Reference(by, field, item.id()))));
    }

    private static boolean refersTo(Shape<?> shape, Kind kind) {
        return shape instanceof Shape.ItemRef ref
                ? ref.kind() == kind
                : shape instanceof Shape.Many<?> many && refersTo(many.element(), kind);
    }

    private static boolean names(Item by, Field<?> field, ItemId id) {
        Optional<?> value = by.values().find(field);
        return value.filter(some -> some.equals(id) || (some instanceof List<?> list && list.contains(id)))
                .isPresent();
    }

    private static Card tooMuch(Item item, Hanging hanging) {
        return Card.of(
                "More than " + MOST + " things hang on " + Phrases.named(item) + ", so nothing was removed.",
                new Block.Text(Prose.of(Phrases.digits(hanging.size())
                        + " of them were counted. Move them elsewhere first, or drop what is not wanted.")),
                Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id())));
    }

    private static Turn asked(Request request, Item item, Hanging hanging) {
        List<Block.Items.Row> rows = hanging.under().stream()
                .limit(Request.ROWS)
                .map(one -> new Block.Items.Row(
                        Prose.strong(Phrases.named(one)),
                        List.of(Prose.of(one.kind().title() + ", removed as well"))))
                .toList();
        String more = hanging.under().size() > Request.ROWS
                ? " " + (hanging.under().size() - Request.ROWS) + " more are removed as well."
                : "";
        String referring = hanging.referring().isEmpty()
                ? "Nothing else refers to it."
                : Phrases.listed(hanging.referring().stream()
                                .limit(Request.ROWS)
                                .map(ItemId::text)
                                .toList())
                        + (hanging.referring().size() > Request.ROWS
                                ? " and " + (hanging.referring().size() - Request.ROWS) + " more"
                                : "")
                        + " would no longer refer to what is removed.";
        String command = "remove " + item.id() + " yes" + (hanging.size() == 0 ? "" : " " + hanging.size());
        Card question = Card.of(
                "Remove " + item.kind().title() + " " + Phrases.named(item) + " from the roadmap?",
                new Block.Items(rows),
                new Block.Text(Prose.of(referring + more)),
                Block.Buttons.of(
                        Button.destructive(Actions.ASK, "Remove it", command),
                        Actions.ask("Keep it", "show " + item.id())));
        return request.tellThere(question, Subject.about(Intent.REMOVE, item))
                .leaving(Optional.of(new Confirming(command, "show " + item.id())));
    }

    private static Turn removed(Request request, Item item, Hanging hanging) {
        List<Change> changes = new ArrayList<>(hanging.unlinked());
        hanging.under().forEach(one -> changes.add(new Change.Removed(one)));
        changes.add(new Change.Removed(item));
        Set<String> reliedOn = new HashSet<>(Set.of(item.id().text()));
        hanging.under().forEach(one -> reliedOn.add(one.id().text()));
        hanging.referring().forEach(id -> reliedOn.add(id.text()));
        if (item instanceof Initiative bet && bet.horizon() == Horizon.NOW) {
            reliedOn.add(Change.NOW);
        }
        String also = hanging.under().isEmpty()
                ? ""
                : " with " + Phrases.plural(hanging.under().size(), "item", "items") + " under it";
        return request.tellThere(
                        Card.of(
                                "Removed " + item.kind().title() + " " + Phrases.named(item) + also + ".",
                                Block.Buttons.of(Actions.ask("Show Now", "now"), Actions.ask("Show OKRs", "okrs"))),
                        Subject.about(Intent.REMOVE, item))
                .recording(changes, reliedOn, Optional.empty());
    }
}
