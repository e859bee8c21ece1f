package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.edit.Wish;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.view.ChangeWords;

/** What an edit would change, field by field. */
final class Difference {
    /** A row that must fit beside others. */
    private static final int SHORT = 200;

    /** A message holds so much. */
    private static final int LONG = 1_500;

    private Difference() {}

    static Block rows(Request request, Edits edits) {
        return rows(request, edits, SHORT);
    }

    static Block whole(Request request, Edits edits) {
        return rows(request, edits, LONG);
    }

    private static Block rows(Request request, Edits edits, int most) {
        return new Block.Items(edits.wishes().stream()
                .filter(wish -> !wish.isSo(edits.item().values()))
                .limit(Request.ROWS)
                .map(wish -> row(request, edits.item(), wish, most))
                .collect(Collectors.toList()));
    }

    private static <V> Block.Items.Row row(Request request, Item item, Wish<V> wish, int most) {
        Field<V> field = wish.field();
        return new Block.Items.Row(
                Prose.strong(capital(field.key().replace('_', ' '))),
                List.of(
                        Prose.of("now: " + words(request, field, item.values().find(field), most)),
                        Prose.of("yours: " + words(request, field, wish.value(), most))));
    }

    private static <V> String words(Request request, Field<V> field, Optional<V> value, int most) {
        return value.map(some -> new ChangeWords(request.scene()).whole(field, some))
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > most ? text.substring(0, most - 1).stripTrailing() + "…" : text)
                .orElse("nothing");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
