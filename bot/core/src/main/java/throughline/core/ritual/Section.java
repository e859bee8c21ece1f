package throughline.core.ritual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;

/**
 * A part of a person's message of a day. It can stand alone, and after others.
 *
 * @param headline what it says, in one line
 * @param blocks the rest: a line or two, and what can be tapped
 */
public record Section(Prose headline, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String headline, Block... blocks) {
        return new Section(Prose.strong(headline), Arrays.asList(blocks));
    }

    /** What a card says, as a part of another. */
    public static Section of(Card card) {
        return new Section(card.headline(), card.blocks());
    }

    /** The same with nothing to tap, and how it ended. */
    public Section ending(String how) {
        List<Block> left = new ArrayList<>(blocks);
        left.removeIf(block -> block instanceof Block.Buttons || block instanceof Block.Note);
        left.add(new Block.Note(Prose.of(how)));
        return new Section(headline, left);
    }

    Card alone() {
        return new Card(headline, blocks);
    }

    List<Block> beneath() {
        List<Block> all = new ArrayList<>(List.of(new Block.Text(headline)));
        all.addAll(blocks);
        return all;
    }
}
