package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Field;

/**
 * A card in Slack's form, as the outbox keeps it.
 *
 * @param message {@code text} and {@code blocks}
 * @param form the same as a modal, if the card asks for something
 */
record Drawn(ObjectNode message, Optional<Form> form) {
    /** How a message that asks for nothing is written, before the message itself. */
    private static final String WITHOUT_FORM = "{\"v\":1,\"message\":";

    private static final String PRIVATE = manner(true).toString();
    private static final String PUBLIC = manner(false).toString();

    /**
     * A modal.
     *
     * @param view without its metadata
     * @param action that comes back with what is filled in, as {@code value} does
     * @param field the first one, where a problem with the whole is shown
     * @param problem with an earlier attempt; "" if there was none
     * @param problems with fields, by their ids
     */
    record Form(
            ObjectNode view, String action, String value, String field, String problem, Map<String, String> problems) {
        Form {
            problems = Map.copyOf(problems);
        }

        /** As Slack shows them in a modal that stays open; empty if nothing is wrong. */
        Map<String, String> errors() {
            Map<String, String> errors = new TreeMap<>(problems);
            if (!problem.isEmpty() && !field.isEmpty()) {
                errors.merge(field, problem, (own, whole) -> whole + " " + own);
            }
            return errors;
        }
    }

    static Drawn of(Card card, String id) {
        Optional<Form> form = card.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(block -> form((Block.Form) block, card))
                .findFirst();
        return new Drawn(BlockDraw.message(card, id), form);
    }

    private static Form form(Block.Form form, Card card) {
        return new Form(
                BlockDraw.view(form, card, ""),
                form.submit().action(),
                form.submit().value(),
                form.fields().stream().findFirst().map(Field::id).orElse(""),
                form.problem().orElse(""),
                form.problems());
    }

    boolean isForm() {
        return form.isPresent();
    }

    String text() {
        return message.path("text").asText();
    }

    JsonNode blocks() {
        return message.path("blocks");
    }

    String written() {
        ObjectNode written = Json.object().put("v", 1);
        form.ifPresent(modal -> written.putObject("form")
                .put("action", modal.action())
                .put("value", modal.value())
                .put("field", modal.field())
                .put("problem", modal.problem())
                .<ObjectNode>set("problems", problems(modal))
                .set("view", modal.view()));
        written.set("message", message);
        return Json.ascii(written);
    }

    private static ObjectNode problems(Form modal) {
        ObjectNode problems = Json.object();
        new TreeMap<>(modal.problems()).forEach(problems::put);
        return problems;
    }

    private static Map<String, String> problems(JsonNode form) {
        Map<String, String> problems = new TreeMap<>();
        form.path("problems")
                .properties()
                .forEach(problem ->
                        problems.put(problem.getKey(), problem.getValue().asText()));
        return problems;
    }

    static Drawn read(String written) {
        JsonNode json = Json.read(written);
        JsonNode form = json.path("form");
        return new Drawn(
                json.withObject("/message"),
                form.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Form(
                                form.withObject("/view"),
                                form.path("action").asText(),
                                form.path("value").asText(),
                                form.path("field").asText(),
                                form.path("problem").asText(),
                                problems(form))));
    }

    /** As a response_url and the response of a command take it. */
    ObjectNode response(boolean isPrivate) {
        ObjectNode response = manner(isPrivate);
        response.setAll(message.deepCopy());
        return response;
    }

    /** As a response_url takes it that belongs to the message whose place this takes. */
    ObjectNode replacement() {
        ObjectNode response = manner(false).put("replace_original", true);
        response.setAll(message.deepCopy());
        return response;
    }

    /** The same from what was {@linkplain #written}, which is not read for it; empty if it asks for something. */
    static Optional<String> response(String written, boolean isPrivate) {
        if (!written.startsWith(WITHOUT_FORM)) {
            return Optional.empty();
        }
        String manner = isPrivate ? PRIVATE : PUBLIC;
        return Optional.of(new StringBuilder(manner.length() + written.length())
                .append(manner, 0, manner.length() - 1)
                .append(',')
                .append(written, WITHOUT_FORM.length() + 1, written.length() - 1)
                .toString());
    }

    private static ObjectNode manner(boolean isPrivate) {
        return Json.object()
                .put("response_type", isPrivate ? "ephemeral" : "in_channel")
                .put("replace_original", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false);
    }
}
