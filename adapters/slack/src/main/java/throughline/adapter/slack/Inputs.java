package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Cut;
import throughline.core.card.Field;
import throughline.core.card.Legible;

/** Draws a form's fields as input blocks, each with the field's id as its {@code block_id} and {@code action_id}. */
final class Inputs {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");

    private final int mostOptions;

    /** @param mostOptions how many alternatives a choice may list */
    Inputs(int mostOptions) {
        this.mostOptions = mostOptions;
    }

    ObjectNode of(Field field) {
        ObjectNode input = Json.object().put("type", "input").put("block_id", field.id());
        input.set("label", Mrkdwn.label(field.label(), Limits.LABEL));
        input.put("optional", !field.required());
        int listed = shown(field).size();
        field.hint().ifPresent(hint -> input.set("hint", Mrkdwn.label(hint, Limits.LABEL)));
        if (listed < field.options().size()) {
            String hint = "The first " + listed + " of " + field.options().size()
                    + " are listed. For another, type the command with its id.";
            input.set("hint", Mrkdwn.label(hint, Limits.LABEL));
        }
        return input.set("element", element(field).put("action_id", field.id()));
    }

    private ObjectNode element(Field field) {
        return switch (field.kind()) {
            case TEXT -> text(field).put("multiline", true);
            case NUMBER -> number(field);
            case DATE -> date(field);
            case CHOICE, PERSON -> shown(field).isEmpty() ? text(field) : choice(field);
            case CHOICES -> shown(field).isEmpty() ? text(field) : choices(field);
        };
    }

    private static ObjectNode text(Field field) {
        ObjectNode text = typed("plain_text_input");
        field.initial()
                .ifPresent(initial -> text.put("initial_value", Cut.text(Legible.text(initial), Limits.INITIAL)));
        return text;
    }

    private static ObjectNode number(Field field) {
        ObjectNode number = typed("number_input").put("is_decimal_allowed", true);
        field.initial()
                .filter(initial -> NUMBER.matcher(initial).matches())
                .ifPresent(initial -> number.put("initial_value", initial));
        return number;
    }

    private static ObjectNode date(Field field) {
        ObjectNode date = typed("datepicker");
        field.initial()
                .filter(initial -> DATE.matcher(initial).matches())
                .ifPresent(initial -> date.put("initial_date", initial));
        return date;
    }

    private ObjectNode choice(Field field) {
        boolean few = field.options().size() <= Limits.RADIOS;
        ObjectNode choice = few ? typed("radio_buttons") : typed("static_select");
        if (!few) {
            choice.set("placeholder", Mrkdwn.label("Choose one", Limits.OPTION));
        }
        choice.set("options", options(field));
        initials(field).findFirst().ifPresent(option -> choice.set("initial_option", option(option)));
        return choice;
    }

    private ObjectNode choices(Field field) {
        boolean few = field.options().size() <= Limits.RADIOS;
        ObjectNode choices = few ? typed("checkboxes") : typed("multi_static_select");
        if (!few) {
            choices.set("placeholder", Mrkdwn.label("Choose any", Limits.OPTION));
        }
        choices.set("options", options(field));
        List<ObjectNode> initials = initials(field).map(Inputs::option).toList();
        if (!initials.isEmpty()) {
            choices.putArray("initial_options").addAll(initials);
        }
        return choices;
    }

    private ArrayNode options(Field field) {
        ArrayNode options = Json.array();
        shown(field).forEach(option -> options.add(option(option)));
        return options;
    }

    /** The alternatives that Slack takes; one whose value is too long or missing cannot come back. */
    private List<Field.Option> shown(Field field) {
        return field.options().stream()
                .filter(option -> !option.value().isEmpty() && option.value().length() <= Limits.OPTION)
                .limit(mostOptions)
                .toList();
    }

    private Stream<Field.Option> initials(Field field) {
        return shown(field).stream().filter(field::isInitial);
    }

    private static ObjectNode option(Field.Option option) {
        return Json.object().put("value", option.value()).set("text", Mrkdwn.label(option.label(), Limits.OPTION));
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
