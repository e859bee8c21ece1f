package throughline.core.delivery;

/** Whether a call may still leave, asked just before it does: a process may have been asleep since it asked the last time. */
@FunctionalInterface
public interface Permit {
    Permit ALWAYS = () -> true;

    /** @throws throughline.core.conversation.StoreUnavailable if nobody can tell; then it may not */
    boolean isOpen();
}
