package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.history.Comparison;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** What is different between two days, on the whole roadmap or about one item. */
final class Diff implements Command {
    private static final Usage USAGE = Usage.of(
            "diff",
            "[name or id] <day> [day]",
            "What is different between two days, such as q1 and now; of everything or of one item",
            Intent.DIFF);
    private static final List<Horizon> HORIZONS = List.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER);

    /** No name has more words. */
    private static final int LONGEST_NAME = 50;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    /** What is compared, and which days; the item's name is "" for all. */
    private record Days(String name, Moment from, Moment to) {
        String words() {
            return "Between " + from.words() + " and " + to.words() + ": ";
        }

        String typed(String what) {
            return Stream.of("diff", what, from.typed(), to.typed())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Optional<Days> days = days(request);
        if (days.isEmpty()) {
            return request.tell(noDays(request), Answer.of(Intent.DIFF));
        }
        return days.get().name().isEmpty()
                ? request.say(whole(request, days.get()), Answer.of(Intent.DIFF))
                : ofOne(request, days.get());
    }

    private static Optional<Days> days(Request request) {
        String[] words = request.rest().strip().split("\\s+");
        for (int start = 0; start <= Math.min(LONGEST_NAME, words.length - 1); start++) {
            String name = String.join(" ", Arrays.copyOf(words, start));
            String rest = String.join(" ", Arrays.copyOfRange(words, start, words.length));
            Optional<Days> found = Moment.leading(rest, request.scene()).flatMap(first -> second(request, name, first));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Days> second(Request request, String name, Moment.Leading first) {
        String rest = first.rest().replaceFirst("(?i)^(?:and|to|with|until|vs\\.?)\\s+", "");
        Optional<Moment> second =
                rest.isEmpty() ? Optional.of(Moment.now(request.scene())) : Moment.of(rest, request.scene());
        return second.map(other -> other.at().isBefore(first.moment().at())
                ? new Days(name, other, first.moment())
                : new Days(name, first.moment(), other));
    }

    private static Card noDays(Request request) {
        String text = request.rest().isEmpty()
                ? "Which days? Type " + USAGE.typed() + "."
                : "I can't tell which days " + Phrases.quoted(Phrases.clipped(request.rest())) + " means.";
        return Card.of(
                text,
                new Block.Text(
                        Prose.of("Say it like “diff q1 now”, “diff 2026-03-31 2026-06-30” or “diff I3 last month”.")),
                Block.Buttons.of(
                        Actions.ask("This quarter", "diff this quarter now"),
                        Actions.ask("Last month", "diff last month now")));
    }

    private static Card whole(Request request, Days days) {
        Roadmap from = days.from().roadmap(request.scene());
        Roadmap to = days.to().roadmap(request.scene());
        if (from.isEmpty()) {
            return Card.of(
                    "Nothing was on the roadmap as of " + days.from().words() + ", so there is nothing to compare.",
                    Block.Buttons.of(Actions.ask("Show Now", "now")));
        }
        Comparison comparison = Comparison.of(from, to);
        if (comparison.isEmpty()) {
            return Card.of(
                    days.words() + "nothing moved and no target changed.",
                    Block.Buttons.of(Actions.ask(
                            "Every change", "changes since " + days.from().typed())));
        }
        List<Block.Items.Row> rows = rows(request, comparison);
        List<Button> buttons = new ArrayList<>();
        if (rows.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + rows.size(), days.typed("") + " all"));
        }
        buttons.add(Actions.ask("Slip and churn", "slip"));
        return Card.of(
                days.words() + headline(comparison),
                new Block.Items(rows.stream().limit(request.rows()).toList()),
                new Block.Buttons(buttons));
    }

    /** "Now +2 −1, Later −1; 1 changed target; 1 new objective." */
    private static String headline(Comparison comparison) {
        String horizons = HORIZONS.stream()
                .map(horizon -> counted(horizon, comparison))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(
                                horizons,
                                some(comparison.aims().size(), "changed target", "changed targets"),
                                some(comparison.addedObjectives().size(), "new objective", "new objectives"),
                                some(comparison.droppedObjectives().size(), "dropped objective", "dropped objectives"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String counted(Horizon horizon, Comparison comparison) {
        long entered = comparison.entered(horizon);
        long left = comparison.left(horizon);
        return entered + left == 0
                ? ""
                : horizon.title() + (entered == 0 ? "" : " +" + entered) + (left == 0 ? "" : " −" + left);
    }

    private static String some(int count, String one, String many) {
        return count == 0 ? "" : Phrases.plural(count, one, many);
    }

    private static List<Block.Items.Row> rows(Request request, Comparison comparison) {
        ChangeWords words = new ChangeWords(request.scene());
        List<Block.Items.Row> rows = new ArrayList<>();
        for (Objective objective : comparison.addedObjectives()) {
            rows.add(row(objective, "new objective"));
        }
        for (Objective objective : comparison.droppedObjectives()) {
            rows.add(row(objective, "objective no longer on the roadmap"));
        }
        comparison.aims().forEach(aim -> rows.add(new Block.Items.Row(Prose.of(words.of((Change) aim)), List.of())));
        comparison.moves().stream()
                .sorted(java.util.Comparator.comparing(Diff::weight))
                .forEach(move -> rows.add(row(move.initiative(), way(move))));
        return rows;
    }

    /** What has to do with Now comes first. */
    private static int weight(Comparison.Move move) {
        return Stream.of(move.from(), move.to())
                .flatMap(Optional::stream)
                .mapToInt(HORIZONS::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(HORIZONS.size());
    }

    private static Block.Items.Row row(Item item, String detail) {
        return new Block.Items.Row(Prose.strong(Phrases.named(item)), List.of(Prose.of(detail)));
    }

    private static String way(Comparison.Move move) {
        if (move.from().isEmpty()) {
            return "new in " + title(move.to());
        }
        return move.to().isEmpty()
                ? "was in " + title(move.from()) + ", no longer on the roadmap"
                : title(move.from()) + " → " + title(move.to());
    }

    private static String title(Optional<Horizon> horizon) {
        return horizon.map(Horizon::title).orElse("");
    }

    private static Turn ofOne(Request request, Days days) {
        return new Subject(request.about(days.name()), USAGE)
                .answer(
                        Names.in(request.roadmap()),
                        item -> request.say(card(request, days, item), Subject.about(Intent.DIFF, item)));
    }

    private static Card card(Request request, Days days, Item item) {
        Optional<Item> from = days.from().roadmap(request.scene()).find(item.id());
        Optional<Item> to = days.to().roadmap(request.scene()).find(item.id());
        Block buttons = Block.Buttons.of(
                Actions.ask("Every change", "history " + item.id()),
                Actions.ask("Show " + item.id(), "show " + item.id()));
        if (from.isEmpty() || to.isEmpty()) {
            String missing = from.isEmpty() ? days.from().words() : days.to().words();
            return Card.of(Phrases.named(item) + " was not on the roadmap as of " + missing + ".", buttons);
        }
        List<Change.Edited<?>> all = Comparison.of(from.get(), to.get());
        if (all.isEmpty()) {
            return Card.of(days.words() + Phrases.named(item) + " did not change.", buttons);
        }
        ChangeWords words = new ChangeWords(request.scene());
        List<Block.Items.Row> rows = all.stream()
                .limit(request.rows())
                .map(edited -> new Block.Items.Row(Prose.of(words.of((Change) edited)), List.of()))
                .toList();
        Card card = Card.of(
                days.words() + Phrases.plural(all.size(), "difference", "differences") + " in " + Phrases.named(item)
                        + ".",
                new Block.Items(rows),
                buttons);
        return all.size() > request.rows()
                ? card.with(Actions.ask(
                        "Show all " + all.size(), days.typed(item.id().text()) + " all"))
                : card;
    }
}
