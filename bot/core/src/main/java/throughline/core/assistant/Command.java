package throughline.core.assistant;

import throughline.core.conversation.Turn;

/** Something the bot can be asked to do. */
interface Command {
    Usage usage();

    Turn run(Request request);

    /**
     * Whether the answer depends on the question, the roadmap and the day alone, and not on who asks: it is then drawn once for
     * everybody until something changes.
     */
    default boolean isSameForAll() {
        return false;
    }

    /** Whether the answer is read from all that there is or was, and may take seconds where that is much. */
    default boolean isSlow() {
        return false;
    }
}
