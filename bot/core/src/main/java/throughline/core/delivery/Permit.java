package throughline.core.delivery;

/** Whether a call may still leave. A process may have been asleep since it asked. */
@FunctionalInterface
public interface Permit {
    Permit ALWAYS = () -> true;

    boolean isOpen();
}
