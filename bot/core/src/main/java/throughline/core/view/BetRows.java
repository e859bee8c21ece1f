package throughline.core.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;

/** Bets under their horizon, each on one line: what it is, its line to an OKR, whose. */
record BetRows(Scene scene) {
    private static final int MOST_LINES = 3;

    /** @param about what a row says besides the bet's line */
    Rows of(String heading, Listing<Initiative> bets, About about) {
        return Rows.of(bets, bet -> new Rows.Entry(heading, row(bet, about)));
    }

    /** What a row says besides the bet's line. */
    interface About {
        Stream<String> of(Initiative bet, Phrases phrases);
    }

    private Block.Items.Row row(Initiative bet, About about) {
        String details = Stream.concat(Stream.of(line(bet)), about.of(bet, new Phrases(scene)))
                .collect(Collectors.joining(" · "));
        return Rows.row(name(bet), List.of(details));
    }

    static String name(Initiative bet) {
        return bet.id() + " " + Phrases.clipped(bet.title());
    }

    /** "→ O1-KR1, O1-KR2", or that there is none. */
    static String line(Initiative bet) {
        return bet.serves().isEmpty()
                ? "no line to an OKR"
                : "→ " + some(bet.serves().stream().map(ItemId::text).toList(), MOST_LINES);
    }

    /** "A, B and 3 more". */
    static String some(List<String> all, int most) {
        return all.size() <= most
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, most)) + " and " + Phrases.digits(all.size() - most) + " more";
    }
}
