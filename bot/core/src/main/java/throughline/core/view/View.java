package throughline.core.view;

import java.util.List;
import throughline.core.card.Block;

/**
 * The roadmap for one audience: the answer, what sums it up, its rows, and small print.
 *
 * @param headline a sentence or two
 */
public record View(String headline, List<Block> summary, Rows rows, List<Block> notes) {
    public View {
        summary = List.copyOf(summary);
        notes = List.copyOf(notes);
    }

    static View empty(String headline) {
        return new View(headline, List.of(), Rows.none(), List.of());
    }

    View noting(Block... more) {
        return new View(headline, summary, rows, List.of(more));
    }
}
