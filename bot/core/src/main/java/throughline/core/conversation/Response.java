package throughline.core.conversation;

/** What an open dialogue makes of an input. */
public sealed interface Response permits Turn, Response.Means {
    /** The input is another way to say this command, for example "the second one". */
    record Means(String command) implements Response {}
}
