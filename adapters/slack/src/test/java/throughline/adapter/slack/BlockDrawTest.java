package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.assistant.Gallery;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Extremes;
import throughline.core.card.Field;
import throughline.core.card.Legible;
import throughline.core.card.Markup;
import throughline.core.card.Prose;
import throughline.core.card.RandomCards;

class BlockDrawTest {
    @ParameterizedTest
    @ValueSource(ints = {10, 200, 3_000, 100_000})
    void any_text_stays_within_every_limit(int longest) {
        int cards = longest > 10_000 ? 3 : 60;
        for (int seed = 0; seed < cards; seed++) {
            Card card = RandomCards.card(seed, longest);
            ObjectNode message = BlockDraw.message(card, "t" + seed);
            Rules.assertHold(message.get("blocks"), 50);
            assertTrue(message.get("text").asText().length() <= 3_000);
            assertEquals(sendable(card).count(), buttons(message).count(), "seed " + seed);
        }
    }

    @Test
    void a_form_fits_into_a_modal() {
        for (int seed = 0; seed < 120; seed++) {
            Card card = RandomCards.card(seed, 300);
            forms(card).forEach(form -> {
                ObjectNode view = BlockDraw.view(form, card, "m");
                Rules.assertHold(view.get("blocks"), 100);
                assertTrue(view.at("/submit/text").asText().length() <= 24);
                assertTrue(view.at("/title/text").asText().length() <= 24);
            });
        }
    }

    @Test
    void what_fits_can_be_read_back_word_for_word() {
        for (int seed = 0; seed < 300; seed++) {
            Card card = RandomCards.card(seed, 15);
            String read = Reading.of(BlockDraw.message(card, "t").get("blocks"));
            for (Prose prose : proses(card)) {
                String expected = Reading.words(Legible.text(prose.plain()));
                int seen = seed;
                assertTrue(
                        Reading.words(read).contains(expected) || read.contains("not fit into one message"),
                        () -> "seed " + seen + ": " + expected + " in " + read);
            }
        }
    }

    @Test
    void nothing_that_people_type_pings_links_or_dresses_up() {
        assertTrue(Markup.all().size() >= 100);
        for (String typed : Markup.all()) {
            Card card = Extremes.everywhere(typed);
            ObjectNode message = BlockDraw.message(card, "t");
            assertHarmless(typed, message.get("text").asText());
            assertHarmless(typed, message.get("blocks"));
            forms(card).forEach(form -> assertHarmless(typed, BlockDraw.view(form, card, "m")));
        }
    }

    /** Slack reads a ping, a link or a date between angle brackets, and nowhere else once it is told not to look for names. */
    private static void assertHarmless(String typed, JsonNode drawn) {
        Stream.concat(Stream.of(drawn), drawn.findParents("type").stream())
                .filter(node -> node.path("type").asText().equals("mrkdwn"))
                .forEach(node -> {
                    assertTrue(node.path("verbatim").asBoolean(), typed);
                    assertHarmless(typed, node.get("text").asText());
                    assertUndressed(typed, node.get("text").asText());
                });
        drawn.findValues("url").forEach(url -> assertFalse(url.asText().contains("evil"), typed));
        assertEquals(List.of(), drawn.findValues("link_names"), typed);
    }

    private static void assertHarmless(String typed, String written) {
        assertFalse(written.contains("<") || written.contains(">"), () -> typed + " became " + written);
        assertFalse(written.replaceAll("&(?:amp|lt|gt);", "").contains("&"), () -> typed + " became " + written);
    }

    /** Signs of emphasis stand in pairs around whole texts of ours, or are not there. */
    private static void assertUndressed(String typed, String written) {
        for (String line : written.split("\n", -1)) {
            String bare = line.replace(Mrkdwn.escaped(Legible.text(typed)), "");
            assertTrue(bare.chars().filter(sign -> sign == '*').count() % 2 == 0, () -> typed + " became " + written);
        }
    }

    @Test
    void every_card_of_the_gallery_is_accepted() {
        for (Map.Entry<String, Card> shown : Gallery.cards().entrySet()) {
            Rules.assertHold(BlockDraw.message(shown.getValue(), "t").get("blocks"), 50);
        }
    }

    @Test
    void the_first_line_of_the_fallback_is_the_answer_and_pings_nobody() {
        Card card = Card.of("<!channel> is & stays", new Block.Text(Prose.of("<@U1>")));
        assertEquals(
                "&lt;!channel&gt; is &amp; stays\n&lt;@U1&gt;",
                BlockDraw.message(card, "t").get("text").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p95_latency | mrkdwn",
                "3 * 4 | plain_text",
                "_it_ | plain_text",
                "`x` | plain_text",
                "~x | plain_text",
                "a :tada: b | plain_text",
                "> quoted | plain_text",
                "<!here> | mrkdwn",
                "at 12:30 | mrkdwn"
            })
    void signs_of_emphasis_in_peoples_words_make_a_text_plain(String words, String type) {
        assertEquals(type, Mrkdwn.text(Prose.of(words), 100).get("type").asText());
    }

    @Test
    void emphasis_is_written_only_where_slack_sees_it() {
        Prose prose = Prose.strong("I3 Guided setup")
                .then(" → ")
                .thenEmphasis("7-day activation")
                .then(", now");
        assertEquals("*I3 Guided setup* → _7-day activation_, now", Mrkdwn.written(prose));
        assertEquals("I3b", Mrkdwn.written(Prose.strong("I3").then("b")));
        assertEquals("*a*\n*b*", Mrkdwn.written(Prose.strong("a\nb")));
    }

    @Test
    void a_button_carries_its_action_its_message_and_its_number() {
        Card card = Card.of(
                "Sure?",
                Block.Buttons.of(
                        Button.destructive("ask", "Take it off", "unlink I3"), Button.primary("ask", "Keep", "show")));
        List<JsonNode> buttons = buttons(BlockDraw.message(card, "t7.0")).toList();
        assertEquals("ask:t7.0:0", buttons.get(0).get("action_id").asText());
        assertEquals("danger", buttons.get(0).get("style").asText());
        assertEquals("ask:t7.0:1", buttons.get(1).get("action_id").asText());
        assertEquals("unlink I3", buttons.get(0).get("value").asText());
    }

    @Test
    void a_button_whose_value_is_too_long_is_said_instead() {
        Card card = Card.of("No.", Block.Buttons.of(Button.plain("share", "Share here", "a".repeat(2_001))));
        ObjectNode message = BlockDraw.message(card, "t");
        assertEquals(0, buttons(message).count());
        assertTrue(message.toString().contains("“Share here” is not possible here"), message::toString);
    }

    @ParameterizedTest
    @CsvSource({"10,radio_buttons", "11,static_select", "100,static_select"})
    void few_alternatives_are_radio_buttons_and_many_a_list(int count, String type) {
        assertEquals(
                type,
                element(Field.choice("f", "F", options(count))).get("type").asText());
    }

    @Test
    void more_alternatives_than_slack_lists_are_cut_and_that_is_said() {
        JsonNode input = input(Field.choice("f", "F", options(140)));
        assertEquals(100, input.at("/element/options").size());
        assertTrue(input.at("/hint/text").asText().startsWith("The first 100 of 140 are listed."), input::toString);
    }

    @Test
    void what_stands_there_at_first_is_chosen_if_slack_takes_it() {
        assertEquals(
                "V2",
                element(Field.choice("f", "F", options(3)).startingWith("V2"))
                        .at("/initial_option/value")
                        .asText());
        assertFalse(
                element(Field.choice("f", "F", options(3)).startingWith("V9")).has("initial_option"));
        Field date = new Field("f", Field.Kind.DATE, "F", true, List.of(), Optional.of("soon"));
        assertFalse(element(date).has("initial_date"));
    }

    @Test
    void a_modal_refuses_to_carry_more_than_slack_takes() {
        Block.Form form = new Block.Form(List.of(), Button.primary("fill", "Send", ""), Optional.empty());
        Card card = Card.of("Fill in", form);
        assertThrows(IllegalArgumentException.class, () -> BlockDraw.view(form, card, "m".repeat(3_001)));
    }

    private static JsonNode element(Field field) {
        return input(field).get("element");
    }

    private static JsonNode input(Field field) {
        Block.Form form = new Block.Form(List.of(field), Button.primary("fill", "Send", ""), Optional.empty());
        return BlockDraw.message(Card.of("Fill in", form), "t").at("/blocks/1");
    }

    private static List<Field.Option> options(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Field.Option("V" + number, "Alternative " + number))
                .toList();
    }

    private static Stream<Block.Form> forms(Card card) {
        return card.blocks().stream().filter(Block.Form.class::isInstance).map(Block.Form.class::cast);
    }

    private static Stream<Button> sendable(Card card) {
        return card.buttons().stream().filter(button -> button.value().length() <= 2_000);
    }

    private static Stream<JsonNode> buttons(JsonNode message) {
        return message.findValues("elements").stream()
                .flatMap(elements -> IntStream.range(0, elements.size()).mapToObj(elements::get))
                .filter(element -> element.path("type").asText().equals("button"));
    }

    private static List<Prose> proses(Card card) {
        return Stream.concat(Stream.of(card.headline()), card.blocks().stream().flatMap(BlockDrawTest::proses))
                .toList();
    }

    private static Stream<Prose> proses(Block block) {
        if (block instanceof Block.Text text) {
            return Stream.of(text.prose());
        }
        if (block instanceof Block.Note note) {
            return Stream.of(note.prose());
        }
        if (block instanceof Block.Facts facts) {
            return facts.facts().stream().map(Block.Facts.Fact::value);
        }
        if (block instanceof Block.Table table) {
            return table.rows().stream().flatMap(row -> row.cells().stream());
        }
        return block instanceof Block.Items items
                ? items.rows().stream().flatMap(row -> Stream.concat(Stream.of(row.name()), row.details().stream()))
                : Stream.empty();
    }
}
