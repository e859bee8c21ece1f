package throughline.core.interchange;

import java.util.List;
import throughline.core.data.Datum;

/** Parses files into plain trees. */
public interface Documents {
    /** What came of it. */
    sealed interface Parsed {}

    record Tree(Datum root) implements Parsed {}

    /** The text is not of its format; at least one problem. */
    record Broken(List<Problem> problems) implements Parsed {}

    /**
     * YAML 1.2, of which JSON is a part. Bounded in size, depth and the number of aliases, so that no text exhausts memory. A
     * key that is written twice in one mapping stays twice, each at its spot: whoever reads the tree tells it.
     */
    Parsed yaml(String text);
}
