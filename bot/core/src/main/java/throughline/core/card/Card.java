package throughline.core.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the bot says: the answer in one line, and below it what it rests on. */
public record Card(Prose headline, List<Block> blocks) {
    public Card {
        blocks = List.copyOf(blocks);
        if (headline.isEmpty()) {
            throw new IllegalArgumentException("the first line is the answer");
        }
    }

    public static Card of(Prose headline, Block... blocks) {
        return new Card(headline, Arrays.asList(blocks));
    }

    public static Card of(String headline, Block... blocks) {
        return of(Prose.strong(headline), blocks);
    }

    public Card with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Card(headline, more);
    }

    /** With one more button: among the last ones if they are at the end and have room, else below. */
    public Card with(Button button) {
        int last = blocks.size() - 1;
        if (last < 0 || !(blocks.get(last) instanceof Block.Buttons buttons) || !buttons.hasRoom()) {
            return with(Block.Buttons.of(button));
        }
        List<Block> more = new ArrayList<>(blocks);
        more.set(last, buttons.with(button));
        return new Card(headline, more);
    }

    /** Every button, those of forms included, in reading order. */
    public List<Button> buttons() {
        return blocks.stream().flatMap(Card::buttonsOf).toList();
    }

    /** Every field of every form, in reading order. */
    public List<Field> fields() {
        return blocks.stream()
                .filter(Block.Form.class::isInstance)
                .flatMap(form -> ((Block.Form) form).fields().stream())
                .toList();
    }

    private static Stream<Button> buttonsOf(Block block) {
        if (block instanceof Block.Buttons buttons) {
            return buttons.buttons().stream();
        }
        return block instanceof Block.Form form ? form.buttons().stream() : Stream.of();
    }
}
