package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Draw;
import throughline.core.card.Field;
import throughline.core.card.Fitting;
import throughline.core.card.Legible;
import throughline.core.card.PlainText;
import throughline.core.card.Prose;

/** Draws cards as Block Kit, within {@link Limits}. */
final class BlockDraw implements Draw<List<ObjectNode>> {
    /** How many alternatives a choice lists: fewer if the message would be too long otherwise. */
    private static final int[] OPTIONS = {Limits.OPTIONS, 50, 25, Limits.RADIOS};

    private final String id;
    private final Inputs inputs;
    private int buttons;

    private BlockDraw(String id, int options) {
        this.id = id;
        this.inputs = new Inputs(options);
    }

    /**
     * A message: {@code text}, the fallback whose first line is the answer, and {@code blocks}.
     *
     * @param id of the posting that it becomes, which every button carries with its number
     */
    static ObjectNode message(Card card, String id) {
        return Json.object()
                .put("text", Mrkdwn.fallback(PlainText.of(card)))
                .set("blocks", fitting(card, id, Limits.MESSAGE_BLOCKS));
    }

    /**
     * A modal that asks what the form asks.
     *
     * @param metadata comes back when it is sent; at most 3,000 characters
     */
    static ObjectNode view(Block.Form form, Card card, String metadata) {
        if (metadata.length() > Limits.METADATA) {
            throw new IllegalArgumentException("a modal carries at most " + Limits.METADATA + " characters");
        }
        List<Block> asked = card.blocks().stream()
                .filter(block -> block.equals(form) || isShown(block))
                .toList();
        ArrayNode blocks = Json.array();
        fitting(new Card(card.headline(), asked), "", Limits.MODAL_BLOCKS).forEach(block -> blocks.add(block));
        withoutSubmit(blocks, form);
        ObjectNode view =
                Json.object().put("type", "modal").put("callback_id", "form").put("private_metadata", metadata);
        view.set("title", Mrkdwn.label("Throughline", Limits.TITLE));
        view.set("submit", Mrkdwn.label(form.submit().label(), Limits.TITLE));
        view.set("close", Mrkdwn.label(closing(card), Limits.TITLE));
        return view.set("blocks", blocks);
    }

    /** Closing the modal of a step leaves everything as it is; the step's own button may cancel more than that. */
    private static String closing(Card card) {
        boolean isStep =
                card.blocks().stream().anyMatch(block -> block instanceof Block.Buttons several && several.isOfForm());
        return isStep ? "Close" : "Cancel";
    }

    /** In a modal only what belongs to its form is tapped. */
    private static boolean isShown(Block block) {
        return block instanceof Block.Buttons buttons ? buttons.isOfForm() : !(block instanceof Block.Form);
    }

    /** A modal that only tells what came of it. */
    static ObjectNode told(JsonNode blocks, String metadata) {
        ObjectNode view =
                Json.object().put("type", "modal").put("callback_id", "told").put("private_metadata", metadata);
        view.set("title", Mrkdwn.label("Throughline", Limits.TITLE));
        view.set("close", Mrkdwn.label("Close", Limits.TITLE));
        return view.set("blocks", blocks);
    }

    /** The modal has a place of its own for what sends it; the second button stays among the blocks. */
    private static void withoutSubmit(ArrayNode blocks, Block.Form form) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            JsonNode first = blocks.get(i).path("elements").path(0);
            if (isSendable(form.submit()) && isDrawn(first, form.submit())) {
                ArrayNode elements = (ArrayNode) blocks.get(i).path("elements");
                elements.remove(0);
                if (elements.isEmpty()) {
                    blocks.remove(i);
                }
                return;
            }
        }
    }

    private static boolean isDrawn(JsonNode element, Button button) {
        return element.path("action_id").asText().startsWith(button.action() + ":")
                && element.path("value").asText().equals(Legible.text(button.value()));
    }

    private static ArrayNode fitting(Card card, String id, int mostBlocks) {
        ArrayNode whole = drawn(card, id, OPTIONS[0]);
        if (fits(whole, mostBlocks)) {
            return whole;
        }
        int options = IntStream.of(OPTIONS)
                .filter(most -> fits(drawn(Fitting.least(card), id, most), mostBlocks))
                .findFirst()
                .orElse(Limits.RADIOS);
        return drawn(Fitting.of(card, shorter -> fits(drawn(shorter, id, options), mostBlocks)), id, options);
    }

    private static boolean fits(ArrayNode blocks, int mostBlocks) {
        return blocks.size() <= mostBlocks && Limits.characters(blocks) <= Limits.CHARACTERS;
    }

    private static ArrayNode drawn(Card card, String id, int options) {
        BlockDraw draw = new BlockDraw(id, options);
        ArrayNode blocks = Json.array().add(section(Mrkdwn.text(card.headline(), Limits.SECTION)));
        card.blocks().forEach(block -> blocks.addAll(block.drawn(draw)));
        return blocks;
    }

    @Override
    public List<ObjectNode> text(Block.Text text) {
        return text.prose().isEmpty() ? List.of() : List.of(section(Mrkdwn.text(text.prose(), Limits.SECTION)));
    }

    @Override
    public List<ObjectNode> note(Block.Note note) {
        return note.prose().isEmpty() ? List.of() : List.of(context(note.prose()));
    }

    @Override
    public List<ObjectNode> facts(Block.Facts facts) {
        List<ObjectNode> sections = new ArrayList<>();
        for (int i = 0; i < facts.facts().size(); i++) {
            if (i % Limits.FIELDS == 0) {
                ObjectNode section = Json.object().put("type", "section");
                section.putArray("fields");
                sections.add(section);
            }
            ((ArrayNode) sections.get(sections.size() - 1).get("fields"))
                    .add(field(facts.facts().get(i)));
        }
        return sections;
    }

    private static ObjectNode field(Block.Facts.Fact fact) {
        Prose label = Prose.strong(Legible.line(fact.label()));
        return Mrkdwn.text(label.then("\n").then(fact.value()), Limits.FIELD);
    }

    @Override
    public List<ObjectNode> items(Block.Items items) {
        return Rows.sections(items.rows());
    }

    /** As rows: a table of Slack's shows no more columns than a phone has room for, and is no part of a modal. */
    @Override
    public List<ObjectNode> table(Block.Table table) {
        return Rows.sections(table.listed());
    }

    @Override
    public List<ObjectNode> buttons(Block.Buttons several) {
        List<ObjectNode> blocks = new ArrayList<>();
        List<Button> sendable =
                several.buttons().stream().filter(BlockDraw::isSendable).toList();
        if (!sendable.isEmpty()) {
            ObjectNode actions = Json.object().put("type", "actions");
            ArrayNode elements = actions.putArray("elements");
            sendable.forEach(button -> elements.add(button(button)));
            blocks.add(actions);
        }
        several.buttons().stream()
                .filter(button -> !isSendable(button))
                .forEach(button -> blocks.add(unsendable(button)));
        return blocks;
    }

    @Override
    public List<ObjectNode> form(Block.Form form) {
        List<ObjectNode> blocks = new ArrayList<>();
        form.problem().ifPresent(problem -> blocks.add(section(Mrkdwn.text(Prose.strong(problem), Limits.SECTION))));
        for (Field field : form.fields()) {
            blocks.add(inputs.of(field));
            form.problem(field)
                    .ifPresent(problem -> blocks.add(section(Mrkdwn.text(Prose.strong(problem), Limits.CONTEXT))));
        }
        blocks.addAll(buttons(new Block.Buttons(form.buttons())));
        return blocks;
    }

    private ObjectNode button(Button button) {
        ObjectNode drawn = Json.object()
                .put("type", "button")
                .put("action_id", button.action() + ":" + id + ":" + buttons++)
                .put("value", Legible.text(button.value()));
        drawn.set("text", Mrkdwn.label(button.label(), Limits.BUTTON));
        return switch (button.weight()) {
            case PRIMARY -> drawn.put("style", "primary");
            case DESTRUCTIVE -> drawn.put("style", "danger");
            case PLAIN -> drawn;
        };
    }

    private static boolean isSendable(Button button) {
        return button.value().length() <= Limits.VALUE;
    }

    /** A value is never cut: it would mean something else. What cannot be tapped is said. */
    private static ObjectNode unsendable(Button button) {
        String label = Legible.line(button.label());
        return context(
                Prose.of("“" + label + "” is not possible here: what it repeats is too long. Ask in fewer words."));
    }

    private static ObjectNode section(ObjectNode text) {
        return Json.object().put("type", "section").set("text", text);
    }

    private static ObjectNode context(Prose prose) {
        ObjectNode context = Json.object().put("type", "context");
        context.putArray("elements").add(Mrkdwn.text(prose, Limits.CONTEXT));
        return context;
    }
}
