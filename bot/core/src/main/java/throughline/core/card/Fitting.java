package throughline.core.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves away what one message cannot hold, by a platform's own measure, and says so at that place. The first line, the
 * buttons and the forms always stay; paragraphs, facts and rows go from the end.
 */
public final class Fitting {
    private Fitting() {}

    /** The longest form of the card that {@code fits}; its shortest if none does. */
    public static Card of(Card card, Predicate<Card> fits) {
        if (fits.test(card)) {
            return card;
        }
        int fit = 0;
        int fitNot = lines(card);
        while (fit + 1 < fitNot) {
            int middle = (fit + fitNot) / 2;
            if (fits.test(first(card, middle))) {
                fit = middle;
            } else {
                fitNot = middle;
            }
        }
        return first(card, fit);
    }

    /** What always stays. */
    public static Card least(Card card) {
        return lines(card) == 0 ? card : first(card, 0);
    }

    private static int lines(Card card) {
        return card.blocks().stream().mapToInt(Fitting::lines).sum();
    }

    private static int lines(Block block) {
        if (block instanceof Block.Facts facts) {
            return facts.facts().size();
        }
        if (block instanceof Block.Items items) {
            return items.rows().size();
        }
        if (block instanceof Block.Table table) {
            return table.rows().size();
        }
        return stays(block) ? 0 : 1;
    }

    private static boolean stays(Block block) {
        return block instanceof Block.Buttons || block instanceof Block.Form;
    }

    private static Card first(Card card, int lines) {
        List<Block> kept = new ArrayList<>();
        int left = lines;
        int leftOut = lines(card) - lines;
        for (Block block : card.blocks()) {
            if (stays(block)) {
                kept.add(block);
                continue;
            }
            boolean wasWhole = left >= 0;
            int taken = Math.min(Math.max(left, 0), lines(block));
            if (taken > 0) {
                kept.add(first(block, taken));
            }
            left -= lines(block);
            if (wasWhole && left < 0) {
                kept.add(new Block.Note(Prose.of(leftOut(leftOut))));
            }
        }
        return new Card(card.headline(), kept);
    }

    private static Block first(Block block, int lines) {
        if (block instanceof Block.Facts facts) {
            return new Block.Facts(facts.facts().subList(0, lines));
        }
        if (block instanceof Block.Table table) {
            return new Block.Table(table.heads(), table.rows().subList(0, lines));
        }
        return block instanceof Block.Items items ? new Block.Items(items.rows().subList(0, lines)) : block;
    }

    private static String leftOut(int lines) {
        return "… " + lines + (lines == 1 ? " more line does" : " more lines do")
                + " not fit into one message. Ask about one team or one item to see the rest.";
    }
}
