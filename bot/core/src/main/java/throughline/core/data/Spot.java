package throughline.core.data;

/** Where in a source something stands; line and column count from 1, and 0 means that there is no source. */
public record Spot(int line, int column) {
    public static final Spot NOWHERE = new Spot(0, 0);
}
