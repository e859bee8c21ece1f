package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Input;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * Holds an edit that is asked about, so that nothing typed is lost however long it is: "yes" makes it, "difference" shows what
 * it would change, "no" does the other thing. The buttons of the question say the same words where a command would be too
 * long for a button.
 */
record Holding(String command, String difference, String otherwise) implements Dialogue {
    static final String YES = "yes";
    static final String DIFFERENCE = "difference";
    static final String NO = "no";

    private static final Set<String> ALSO_NO = Set.of("no", "n", "nope", "cancel", "drop mine", "keep it", "stop");

    /** A button's value is at most so long on every platform. */
    private static final int SAYABLE = 1_500;

    private static final Shape<String> COMMAND = new Shape.Text(40_000, false);
    private static final Field<String> IF_YES = Field.required("command", COMMAND, "The command to give then");
    private static final Field<String> IF_ASKED =
            Field.required("difference", COMMAND, "The command that shows what would change");
    private static final Field<String> IF_NO = Field.required("otherwise", COMMAND, "The command to give otherwise");

    static final Stored<Holding> STORED = new Stored<>(
            "holding",
            1,
            new Shape.Structure<>(
                    "an edit that is asked about",
                    List.of(IF_YES, IF_ASKED, IF_NO),
                    values -> new Holding(values.get(IF_YES), values.get(IF_ASKED), values.get(IF_NO)),
                    it -> Values.none()
                            .with(IF_YES, it.command)
                            .with(IF_ASKED, it.difference)
                            .with(IF_NO, it.otherwise)),
            Holding.class);

    /**
     * The turn, after which this is open. In a thread the dialogue is everybody's, so what only one person sees is held there only
     * if the buttons cannot say it.
     */
    Turn after(Request request, Turn turn) {
        boolean isSeen = request.scene().place().isDirect() || request.visibility() == Reply.Visibility.PUBLIC;
        boolean isSayable = yes().equals(command) && compare().equals(difference);
        return isSeen || !isSayable ? turn.leaving(Optional.of(this)) : turn;
    }

    /** What a button says to give the command. */
    String yes() {
        return command.length() <= SAYABLE ? command : YES;
    }

    String compare() {
        return difference.length() <= SAYABLE ? difference : DIFFERENCE;
    }

    @Override
    public Optional<Response> on(Scene scene) {
        String word = said(scene.input()).strip().toLowerCase(Locale.ROOT).replaceAll("[.!]$", "");
        if (Confirming.YES.contains(word)) {
            return Optional.of(new Response.Means(command));
        }
        if (word.equals(DIFFERENCE)) {
            return Optional.of(new Response.Means(difference));
        }
        return ALSO_NO.contains(word) ? Optional.of(new Response.Means(otherwise)) : Optional.empty();
    }

    private static String said(Input input) {
        if (input instanceof Input.Said said) {
            return said.text();
        }
        return input instanceof Input.Tapped tapped && tapped.action().equals(Actions.ASK) ? tapped.value() : "";
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
