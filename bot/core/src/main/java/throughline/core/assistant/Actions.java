package throughline.core.assistant;

import throughline.core.card.Button;

/** What buttons do. Written constants: cards posted long ago still carry them, so the list only grows. */
final class Actions {
    /** Asks the command in the button's value. */
    static final String ASK = "ask";

    /** Says the answer to the command in the button's value where everybody there sees it. */
    static final String SHARE = "share";

    /** Gives the command in the button's value, with what was filled in. */
    static final String FILL = "fill";

    private Actions() {}

    static Button ask(String label, String command) {
        return Button.plain(ASK, label, command);
    }

    static Button askFirst(String label, String command) {
        return Button.primary(ASK, label, command);
    }
}
