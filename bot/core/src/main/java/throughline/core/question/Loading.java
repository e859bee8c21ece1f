package throughline.core.question;

import java.util.Optional;

/** Something that the bot answers without, less well, until it is there. Thread-safe. */
public interface Loading {
    /**
     * Begins to load it, in the background; called once, when the bot answers, so that no start waits for it.
     *
     * @param then what to do there when it is loaded or never will be; must not throw
     */
    void start(Runnable then);

    /** What is not there yet or, with the reason, never will be, as an operator would say it; empty once all is there. */
    Optional<String> missing();
}
