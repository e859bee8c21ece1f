package throughline.adapter.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import throughline.core.card.Cut;
import throughline.core.card.Field;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/** Draws a form's fields as inputs, each with the field's id. */
final class Inputs {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private final int mostOptions;

    /** @param mostOptions how many alternatives a choice may list */
    Inputs(int mostOptions) {
        this.mostOptions = mostOptions;
    }

    /** The input and, if not all alternatives are listed, what to do about it. */
    List<ObjectNode> of(Field field) {
        List<ObjectNode> drawn = new ArrayList<>(List.of(input(field)));
        // Where room is short the help gives way first.
        field.hint()
                .filter(hint -> mostOptions > Limits.EXPANDED)
                .ifPresent(hint ->
                        drawn.add(Runs.small(Prose.of(hint), Limits.LABEL).put("spacing", "None")));
        int listed = Math.min(mostOptions, field.options().size());
        if (listed < field.options().size()) {
            drawn.add(Runs.small(
                    Prose.of("The first " + listed + " of " + field.options().size()
                            + " are listed. For another, type the command with its id."),
                    Limits.NOTE));
        }
        return drawn;
    }

    /** The fields that are filled in with several values, which Teams sends as one text with commas. */
    static List<String> lists(List<Field> fields) {
        return fields.stream()
                .filter(field ->
                        field.kind() == Field.Kind.CHOICES && !field.options().isEmpty())
                .map(Field::id)
                .map(InputIds::drawn)
                .toList();
    }

    private ObjectNode input(Field field) {
        ObjectNode input = element(field).put("id", InputIds.drawn(field.id()));
        String label = Runs.label(field.label(), Limits.LABEL);
        input.put("label", field.required() ? label : label + " (optional)");
        if (field.required()) {
            input.put("isRequired", true).put("errorMessage", "Fill in: " + label);
        }
        return input;
    }

    private ObjectNode element(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(field).put("isMultiline", true);
            case NUMBER -> number(field);
            case DATE -> date(field);
            case CHOICE, PERSON -> field.options().isEmpty() ? text(field) : choice(field);
            case CHOICES ->
                field.options().isEmpty() ? text(field) : choice(field).put("isMultiSelect", true);
        };
    }

    private static ObjectNode text(Field field) {
        ObjectNode text = typed("Input.Text");
        field.initial().ifPresent(initial -> text.put("value", Cut.text(Legible.text(initial), Limits.TEXT)));
        return text;
    }

    private static ObjectNode number(Field field) {
        ObjectNode number = typed("Input.Number");
        field.initial()
                .filter(initial -> NUMBER.matcher(initial).matches())
                .ifPresent(initial -> number.put("value", Double.valueOf(initial)));
        return number;
    }

    private static ObjectNode date(Field field) {
        ObjectNode date = typed("Input.Date");
        field.initial()
                .filter(initial -> DATE.matcher(initial).matches())
                .ifPresent(initial -> date.put("value", initial));
        return date;
    }

    private ObjectNode choice(Field field) {
        ObjectNode choice =
                typed("Input.ChoiceSet").put("style", style(field).name().toLowerCase(Locale.ROOT));
        if (style(field) != Style.EXPANDED) {
            choice.put("placeholder", "Choose one");
        }
        ArrayNode choices = choice.putArray("choices");
        List<Field.Option> shown = field.options().stream().limit(mostOptions).toList();
        shown.forEach(option -> choices.addObject()
                .put("title", Runs.label(option.label(), Limits.OPTION))
                .put("value", Legible.text(option.value())));
        String initials = shown.stream()
                .filter(field::isInitial)
                .map(option -> Legible.text(option.value()))
                .limit(field.kind() == Field.Kind.CHOICES ? shown.size() : 1)
                .collect(Collectors.joining(","));
        if (!initials.isEmpty()) {
            choice.put("value", initials);
        }
        return choice.put("wrap", true);
    }

    private static Style style(Field field) {
        if (field.options().size() <= Limits.EXPANDED) {
            return Style.EXPANDED;
        }
        // Teams filters as one types, but not where several may be chosen.
        return field.kind() == Field.Kind.CHOICES ? Style.COMPACT : Style.FILTERED;
    }

    private enum Style {
        EXPANDED,
        COMPACT,
        FILTERED
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
