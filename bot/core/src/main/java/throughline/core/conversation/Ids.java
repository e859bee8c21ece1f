package throughline.core.conversation;

/** Where new opaque ids come from; the core makes none itself. */
@FunctionalInterface
public interface Ids {
    /** An id that no call gave before, of 1 to 40 letters and digits. */
    String next();
}
