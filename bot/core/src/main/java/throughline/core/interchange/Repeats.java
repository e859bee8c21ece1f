package throughline.core.interchange;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import throughline.core.data.Datum;

/** Keys that are written twice in one group, of which one would silently win. */
final class Repeats {
    private final Trail trail;
    private final IdentityHashMap<Datum, Boolean> seen = new IdentityHashMap<>();

    Repeats(Trail trail) {
        this.trail = trail;
    }

    void tell(Datum datum) {
        if (datum instanceof Datum.Scalar || seen.put(datum, true) != null) {
            return;
        }
        if (datum instanceof Datum.Sequence sequence) {
            for (int i = 0; i < sequence.elements().size(); i++) {
                Datum element = sequence.elements().get(i);
                trail.at("[" + i + "]" + label(element), () -> tell(element));
            }
        } else if (datum instanceof Datum.Mapping mapping) {
            tellOf(mapping);
        }
    }

    private static String label(Datum element) {
        return element instanceof Datum.Mapping mapping
                ? Entry.scalar(mapping, Section.ID)
                        .map(id -> " (" + id.text() + ")")
                        .orElse("")
                : "";
    }

    private void tellOf(Datum.Mapping mapping) {
        Map<String, Datum.Scalar> first = new HashMap<>();
        mapping.entries()
                .forEach((key, value) -> trail.at(key.text(), () -> {
                    Datum.Scalar before = first.putIfAbsent(key.text(), key);
                    if (before != null) {
                        trail.problem(
                                key.spot(),
                                "“" + key.text() + "” is written twice, first in line "
                                        + before.spot().line() + "; keep one of them");
                    }
                    tell(value);
                }));
    }
}
