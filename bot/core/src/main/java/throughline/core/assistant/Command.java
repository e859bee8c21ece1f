package throughline.core.assistant;

import throughline.core.conversation.Turn;

/** Something the bot can be asked to do. */
interface Command {
    Usage usage();

    Turn run(Request request);
}
