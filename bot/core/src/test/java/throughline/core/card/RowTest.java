package throughline.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final String LONG = "→ O1-KR2 7-day activation 40% → 55%, now 46%";

    @Test
    void a_single_detail_stays_with_the_name() {
        assertEquals(List.of("I3"), lines("I3"));
        assertEquals(List.of("I3 · " + LONG), lines("I3", LONG));
        assertEquals(List.of("I3 · Growth"), lines("I3", "", "Growth"));
    }

    @Test
    void long_details_stand_alone_and_short_ones_together() {
        assertEquals(
                List.of("I3", LONG, LONG, "Growth · Maya", LONG, "high confidence"),
                lines("I3", LONG, LONG, "Growth", "Maya", LONG, "high confidence"));
        assertEquals(List.of("I3", "Growth · Maya"), lines("I3", "Growth", "Maya"));
    }

    @Test
    void a_button_joins_the_last_ones_while_there_is_room() {
        Card card = Card.of("Now: 1 bet.", Block.Buttons.of(button("a"), button("b")));
        Card three = card.with(button("c"));
        assertEquals(1, three.blocks().size());
        assertEquals(2, three.with(button("d")).blocks().size());
        assertEquals(1, Card.of("Now: 1 bet.").with(button("a")).blocks().size());
        assertEquals(
                List.of("a", "b", "c"),
                three.buttons().stream().map(Button::label).toList());
    }

    private static Button button(String label) {
        return Button.plain("ask", label, "now");
    }

    private static List<String> lines(String name, String... details) {
        return new Block.Items.Row(
                        Prose.strong(name), Stream.of(details).map(Prose::of).toList())
                .lines().stream().map(Prose::plain).toList();
    }
}
