package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import throughline.core.conversation.Input;
import throughline.core.people.Account;

class AdaptiveDrawTest {
    @ParameterizedTest
    @ValueSource(ints = {10, 200, 3_000, 100_000})
    void any_text_stays_within_the_limit(int longest) {
        int cards = longest > 10_000 ? 3 : 60;
        for (int seed = 0; seed < cards; seed++) {
            Card card = RandomCards.card(seed, longest);
            ObjectNode drawn = AdaptiveDraw.card(card, "t" + seed);
            int size = Limits.bytes(drawn);
            int shown = seed;
            assertTrue(size <= 25_000, () -> "seed " + shown + ": " + size + " bytes");
            assertEquals(sendable(card).count(), actions(drawn).count(), "seed " + seed);
        }
    }

    @Test
    void what_fits_can_be_read_back_word_for_word() {
        for (int seed = 0; seed < 300; seed++) {
            Card card = RandomCards.card(seed, 15);
            String read = words(read(AdaptiveDraw.card(card, "t").get("body")));
            for (Prose prose : proses(card)) {
                String expected = words(Legible.text(prose.plain()));
                assertTrue(
                        read.contains(expected) || read.contains("not fit into one message"),
                        () -> expected + " in " + read);
            }
        }
    }

    /** Teams reads Markdown in text blocks and fact sets, not in runs of text, and a name only where an entity says whose it is. */
    @Test
    void nothing_that_people_type_pings_links_or_dresses_up() {
        assertTrue(Markup.all().size() >= 100);
        for (String typed : Markup.all()) {
            ObjectNode drawn = AdaptiveDraw.card(Extremes.everywhere(typed), "t");
            List<String> kinds = drawn.findValuesAsText("type");
            assertFalse(kinds.contains("TextBlock") || kinds.contains("FactSet") || kinds.contains("mention"), typed);
            assertFalse(kinds.contains("Action.OpenUrl"), typed);
            assertEquals(List.of(), drawn.findValues("entities"), typed);
            assertEquals(List.of(), drawn.findValues("selectAction"), typed);
            Stream.of("title", "label", "placeholder", "errorMessage", "text")
                    .flatMap(name -> drawn.findValuesAsText(name).stream())
                    .forEach(text ->
                            assertFalse(text.contains("{{") || text.contains("]("), () -> typed + " became " + text));
        }
    }

    @Test
    void every_card_of_the_gallery_fits() {
        for (Map.Entry<String, Card> shown : Gallery.cards().entrySet()) {
            assertTrue(Limits.bytes(AdaptiveDraw.card(shown.getValue(), "t")) <= 25_000, shown.getKey());
        }
    }

    @Test
    void words_stand_only_where_markdown_is_no_markup() {
        ObjectNode drawn = AdaptiveDraw.card(Gallery.cards().get("extreme-hostile"), "t");
        assertEquals(
                List.of(),
                drawn.findParents("type").stream()
                        .filter(node -> List.of("TextBlock", "FactSet")
                                .contains(node.get("type").asText()))
                        .toList());
        drawn.findParents("value").forEach(carrier -> ((ObjectNode) carrier).remove("value"));
        String written = drawn.toString();
        assertFalse(written.contains("]("), written);
        assertFalse(written.contains("{{"), written);
        assertFalse(written.contains("\u202E"), written);
    }

    @Test
    void a_button_carries_its_action_its_message_and_its_number() {
        Card card = Card.of(
                "Sure?",
                Block.Buttons.of(
                        Button.destructive("ask", "Take it off", "unlink I3"), Button.primary("ask", "Keep", "show")));
        List<JsonNode> actions = actions(AdaptiveDraw.card(card, "t7.0")).toList();
        assertEquals("ask", actions.get(0).get("verb").asText());
        assertEquals("unlink I3", actions.get(0).at("/data/value").asText());
        assertEquals("t7.0#0", actions.get(0).at("/data/opId").asText());
        assertEquals("t7.0#1", actions.get(1).at("/data/opId").asText());
        assertEquals("destructive", actions.get(0).get("style").asText());
        assertEquals("none", actions.get(0).get("associatedInputs").asText());
    }

    @Test
    void long_labels_stand_below_each_other_so_that_none_is_shortened() {
        ObjectNode drawn = AdaptiveDraw.card(Gallery.cards().get("show-near"), "t");
        assertEquals(
                List.of(1, 1, 1),
                drawn.findValues("actions").stream().map(JsonNode::size).toList());
    }

    @Test
    void a_form_sends_what_was_filled_in() {
        JsonNode form = form(Field.text("why", "Why", true));
        assertEquals(
                "auto",
                actions(form).findFirst().orElseThrow().get("associatedInputs").asText());
        assertEquals("Fill in: Why", form.at("/body/1/errorMessage").asText());
        assertTrue(form.at("/body/1/isRequired").asBoolean());
        assertEquals(
                "Why (optional)",
                form(Field.text("why", "Why", false)).at("/body/1/label").asText());
    }

    @Test
    void several_choices_come_back_as_several() {
        Field themes = new Field("themes", Field.Kind.CHOICES, "Themes", false, options(3), Optional.empty());
        ObjectNode action = (ObjectNode) actions(form(themes)).findFirst().orElseThrow();
        assertEquals("[\"themes\"]", action.at("/data/choices").toString());
        ((ObjectNode) action.get("data")).put("themes", "V1,V3");
        Arrival invoke = new Arrival(Activities.invoke(
                "i1", Activities.PERSONAL, "adaptiveCard/action", Json.object().set("action", action)));
        Input.Tapped tap = (Input.Tapped) Hearing.tap(invoke, new Account("teams", "aad-ana"), Hearing.data(invoke), "")
                .input();
        assertEquals(Map.of("themes", List.of("V1", "V3")), tap.inputs());
    }

    @Test
    void a_text_with_commas_comes_back_whole() {
        JsonNode action =
                actions(form(Field.text("why", "Why", true))).findFirst().orElseThrow();
        assertTrue(action.at("/data/choices").isMissingNode(), action.toString());
    }

    @Test
    void a_dialogs_form_is_submitted_since_nothing_else_is_sent_from_there() {
        JsonNode shown = InvokeJson.form(form(Field.text("why", "Why", true)));
        JsonNode action =
                actions(shown.at("/task/value/card/content")).findFirst().orElseThrow();
        assertEquals("Action.Submit", action.get("type").asText());
        assertTrue(action.path("verb").isMissingNode(), action.toString());
        assertEquals("fill", action.at("/data/verb").asText());
        assertEquals("t#0", action.at("/data/opId").asText());
    }

    @Test
    void a_button_whose_value_is_too_long_is_said_instead() {
        Card card = Card.of("No.", Block.Buttons.of(Button.plain("share", "Share here", "a".repeat(2_001))));
        ObjectNode drawn = AdaptiveDraw.card(card, "t");
        assertEquals(0, actions(drawn).count());
        assertTrue(drawn.toString().contains("“Share here” is not possible here"), drawn::toString);
    }

    @ParameterizedTest
    @CsvSource({"10,expanded", "11,filtered"})
    void few_alternatives_stand_open_and_many_are_filtered(int count, String style) {
        assertEquals(
                style,
                form(Field.choice("f", "F", options(count))).at("/body/1/style").asText());
    }

    @Test
    void more_alternatives_than_are_listed_are_told() {
        JsonNode form = form(Field.choice("f", "F", options(140)));
        assertEquals(100, form.at("/body/1/choices").size());
        assertTrue(read(form.at("/body/2")).strip().startsWith("The first 100 of 140 are listed."));
    }

    private static JsonNode form(Field field) {
        Block.Form form = new Block.Form(List.of(field), Button.primary("fill", "Send", ""), Optional.empty());
        return AdaptiveDraw.card(Card.of("Fill in", form), "t");
    }

    private static List<Field.Option> options(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Field.Option("V" + number, "Alternative " + number))
                .toList();
    }

    private static String read(JsonNode node) {
        if (node.path("type").asText().equals("TextRun")) {
            return node.get("text").asText().replace("\u2060", "");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(AdaptiveDrawTest::read)
                .collect(Collectors.joining(node.isArray() ? "" : " "));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Stream<Button> sendable(Card card) {
        return card.buttons().stream().filter(button -> button.value().length() <= 2_000);
    }

    private static Stream<JsonNode> actions(JsonNode card) {
        return card.findValues("actions").stream()
                .flatMap(actions -> IntStream.range(0, actions.size()).mapToObj(actions::get));
    }

    private static List<Prose> proses(Card card) {
        return Stream.concat(Stream.of(card.headline()), card.blocks().stream().flatMap(AdaptiveDrawTest::proses))
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
