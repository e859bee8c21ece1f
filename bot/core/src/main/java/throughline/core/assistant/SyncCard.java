package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.ritual.Section;
import throughline.core.ritual.Sync;
import throughline.core.roadmap.Horizon;
import throughline.core.view.Phrases;

/** The monthly sync in words. */
record SyncCard(Sync sync, People people) {
    private static final int EACH = 2;

    /** The most important of each part, with what there is more. */
    Section section(String month) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Items(rows(EACH))));
        blocks.add(Block.Buttons.of(Actions.ask("Show all of it", "sync all")));
        return new Section(Prose.strong("Sync for " + month + ": " + summary() + "."), blocks);
    }

    /** @param most so many of each part */
    Card card(int most) {
        if (sync.isEmpty()) {
            return Card.of("Nothing to sync: no team waits for another, nothing moved, and nobody has too much.");
        }
        Card card = Card.of("To look at together: " + summary() + ".", new Block.Items(rows(most)));
        return Stream.of(
                                sync.dependencies().size(),
                                sync.differences().size(),
                                sync.moves().size(),
                                sync.loads().size())
                        .anyMatch(size -> size > most)
                ? card.with(Block.Buttons.of(Actions.ask("Show all", "sync all")))
                : card;
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, sync.dependencies().size(), "bet waits for another team", "bets wait for another team");
        add(parts, sync.differences().size(), "result is read differently", "results are read differently");
        add(parts, sync.moves().size(), "priority moved", "priorities moved");
        add(parts, sync.loads().size(), "person has too much", "people have too much");
        return Phrases.listed(parts);
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(Phrases.plural(count, one, many));
        }
    }

    private List<Block.Items.Row> rows(int most) {
        return Stream.of(
                        sync.dependencies().stream().limit(most).map(this::row),
                        sync.differences().stream().limit(most).map(SyncCard::row),
                        sync.moves().stream().limit(most).map(SyncCard::row),
                        sync.loads().stream().limit(most).map(this::row))
                .flatMap(rows -> rows)
                .toList();
    }

    private Block.Items.Row row(Sync.Dependency one) {
        String owner = one.needed()
                .owner()
                .map(people::call)
                .map(name -> " (" + name + ")")
                .orElse("");
        String late = one.isLate() ? late(one.needed().horizon()) : "";
        return row(Phrases.named(one.waiting()), "waits for " + Phrases.named(one.needed()) + late + owner);
    }

    private static String late(Horizon horizon) {
        return horizon == Horizon.DROPPED ? ", which was dropped" : ", which is only in " + horizon.title();
    }

    private static Block.Items.Row row(Sync.Difference one) {
        String readings = one.readings().entrySet().stream()
                .map(entry ->
                        entry.getKey().title() + " says " + entry.getValue().words())
                .collect(Collectors.joining(", "));
        return row(Phrases.named(one.about()), readings);
    }

    private static Block.Items.Row row(Sync.Move one) {
        return row(
                Phrases.named(one.bet()),
                one.from().title() + " → " + one.bet().horizon().title());
    }

    private Block.Items.Row row(Sync.Load one) {
        return row(
                people.fullName(one.person()),
                "owns " + Phrases.plural(one.bets().size(), "bet", "bets") + " in Now: "
                        + one.bets().stream()
                                .limit(6)
                                .map(bet -> bet.id().text())
                                .collect(Collectors.joining(", ")));
    }

    private static Block.Items.Row row(String name, String detail) {
        return new Block.Items.Row(Prose.strong(name), List.of(Prose.of(detail)));
    }
}
