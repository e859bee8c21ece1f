package throughline.core.conversation;

/**
 * Which facts a roadmap is folded from.
 *
 * @param history changes when the log is another one, for example after it was restored
 * @param entry the id of the last entry; "0-0" before the first
 */
public record Version(String history, String entry) {
    public static final String START = "0-0";
}
