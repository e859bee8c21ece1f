package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.view.Phrases;
import throughline.core.view.Rows;
import throughline.core.view.View;

/**
 * A page of a view as a card.
 *
 * @param command that asks for the view, without a page
 */
record Paged(View view, String command, Page page) {
    private static final int MOST_BUTTONS = 3;

    /** @param others where else to go from here, as far as there is room */
    Card card(Button... others) {
        List<Rows.Entry> found = view.rows().stretch().of(page.from(), page.rows() + 1);
        if (found.isEmpty() && page.number() > 1) {
            return beyond();
        }
        List<Rows.Entry> shown = found.subList(0, Math.min(page.rows(), found.size()));
        List<Block> blocks = new ArrayList<>();
        if (page.number() <= 1) {
            blocks.addAll(view.summary());
        }
        blocks.addAll(grouped(shown));
        blocks.addAll(view.notes());
        List<Button> buttons = new ArrayList<>(turning(hasMore(found.size(), shown.size())));
        List.of(others).forEach(buttons::add);
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons.subList(0, Math.min(MOST_BUTTONS, buttons.size()))));
        }
        return new Card(Prose.strong(view.headline()).then(place()), blocks);
    }

    /** A first answer may show a choice of the rows. */
    private boolean hasMore(int found, int shown) {
        return found > shown || (page.isFirstAnswer() && view.rows().size().orElse(0) > shown);
    }

    /** " Page 2 of 14.", where there are several. */
    private String place() {
        int pages = Page.count(view.rows().size().orElse(0));
        if (page.isFirstAnswer() || (page.number() == 1 && pages <= 1)) {
            return "";
        }
        return " Page " + Phrases.digits(page.number()) + (pages == 0 ? "" : " of " + Phrases.digits(pages)) + ".";
    }

    private static List<Block> grouped(List<Rows.Entry> entries) {
        Map<String, List<Block.Items.Row>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(entry.heading(), heading -> new ArrayList<>())
                .add(entry.row()));
        List<Block> blocks = new ArrayList<>();
        groups.forEach((heading, rows) -> {
            if (!heading.isEmpty()) {
                blocks.add(new Block.Text(Prose.strong(heading)));
            }
            blocks.add(new Block.Items(rows));
        });
        return blocks;
    }

    private List<Button> turning(boolean hasMore) {
        List<Button> buttons = new ArrayList<>();
        if (hasMore && page.isFirstAnswer()) {
            OptionalInt size = view.rows().size();
            buttons.add(Actions.askFirst(
                    size.isPresent() ? "Show all " + Phrases.digits(size.getAsInt()) : "Show all", at(1)));
        } else if (hasMore) {
            buttons.add(Actions.askFirst("Next page", at(page.number() + 1)));
        }
        if (page.number() > 1) {
            buttons.add(Actions.ask("Previous page", at(page.number() - 1)));
        }
        return buttons;
    }

    private String at(int number) {
        return command + " page " + number;
    }

    private Card beyond() {
        int last = Page.count(view.rows().size().orElse(Page.ROWS));
        String end = view.rows().size().isPresent() ? "; the last one is " + Phrases.digits(last) : "";
        return Card.of(
                "There is no page " + Phrases.digits(page.number()) + end + ".",
                Block.Buttons.of(
                        Actions.askFirst("Show page " + Phrases.digits(Math.max(1, last)), at(Math.max(1, last)))));
    }
}
