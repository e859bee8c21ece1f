package throughline.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Card CARD = Card.of(
            "Later: 20 bets.",
            new Block.Items(IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> new Block.Items.Row(Prose.of("I" + number), List.of()))
                    .toList()),
            new Block.Note(Prose.of("Ideas.")),
            Block.Buttons.of(Button.plain("ask", "Show Now", "now")));

    @Test
    void what_fits_stays_as_it_is() {
        assertSame(CARD, Fitting.of(CARD, card -> true));
    }

    @Test
    void rows_go_from_the_end_and_their_number_is_told() {
        Card fitted = Fitting.of(CARD, card -> PlainText.of(card).length() <= 140);
        assertEquals(
                "Later: 20 bets.\n• I1\n• I2\n• I3\n• I4\n… 17 more lines do not fit into one message. "
                        + "Ask about one team or one item to see the rest.\n[Show Now]",
                PlainText.of(fitted));
    }

    @Test
    void a_table_is_aligned_and_loses_rows_from_its_end() {
        Block.Table table = new Block.Table(
                List.of("Bet", "RICE", "DHM"), List.of(row("I3 Guided setup", "840", "6"), row("I14", "", "4")));
        Card card = Card.of("I3 comes first.", table);
        assertEquals("""
                I3 comes first.
                Bet              RICE  DHM
                I3 Guided setup  840   6
                I14              –     4""", PlainText.of(card));
        assertEquals(
                List.of(table.rows().get(0)),
                ((Block.Table) Fitting.of(
                                        card, shorter -> !PlainText.of(shorter).contains("I14"))
                                .blocks()
                                .get(0))
                        .rows());
    }

    private static Block.Table.Line row(String... cells) {
        return new Block.Table.Line(Stream.of(cells).map(Prose::of).toList());
    }

    @Test
    void the_first_line_and_the_buttons_stay_whatever_happens() {
        assertEquals(Fitting.least(CARD), Fitting.of(CARD, card -> false));
        assertEquals(CARD.buttons(), Fitting.least(CARD).buttons());
        assertEquals(CARD.headline(), Fitting.least(CARD).headline());
    }

    @Test
    void a_cut_text_says_how_much_is_missing() {
        assertEquals("abcd…", Cut.text("abcdefgh", 5));
        assertEquals("abc", Cut.text("abc", 3));
        String cut = Cut.text("word ".repeat(1_000), 300);
        assertTrue(cut.endsWith("… (4,725 more characters)"), cut);
        assertTrue(cut.length() <= 300);
    }

    @Test
    void a_cut_never_halves_a_character() {
        for (int most = 1; most < 20; most++) {
            String cut = Cut.text("🚀".repeat(20), most);
            assertEquals(Legible.text(cut), cut);
            assertTrue(cut.length() <= most);
        }
    }

    @Test
    void what_reorders_or_hides_is_taken_out_and_what_writing_needs_stays() {
        assertEquals("abc", Legible.text("a\u202Eb\u2066\u200Bc\uFEFF"));
        assertEquals("👩‍🚀 می‌خواهم שלום\n", Legible.text("👩‍🚀 می‌خواهم שלום\n"));
        assertEquals("\uFFFD\uFFFD", Legible.text("\u0000\ud800"));
    }
}
