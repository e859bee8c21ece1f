package throughline.core.interchange;

import java.util.Comparator;
import throughline.core.data.Spot;

/**
 * Something in a file that cannot be read as meant.
 *
 * @param path where, for a person: {@code initiatives[3] (I4) › horizon}
 * @param message what was expected and what was found, as a clause: "expected one of now, next, …, found “soon”"
 */
public record Problem(Spot spot, String path, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.<Problem>comparingInt(it -> it.spot.line())
            .thenComparingInt(it -> it.spot.column())
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** One line: file, line, column, field, what was expected. */
    public String in(String file) {
        String place = spot.line() == 0 ? file : file + ":" + spot.line() + ":" + spot.column();
        return place + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
