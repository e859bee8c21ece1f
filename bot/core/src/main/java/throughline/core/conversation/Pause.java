package throughline.core.conversation;

/** Lets others go first before a turn is run again. */
@FunctionalInterface
public interface Pause {
    /** @param attempt how often the turn was refused so far, from 1; pauses grow with it, with jitter */
    void before(int attempt);
}
