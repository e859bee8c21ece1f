package throughline.core.roadmap;

/** Whether customers may see it. */
public enum Visibility {
    INTERNAL,
    PUBLIC
}
