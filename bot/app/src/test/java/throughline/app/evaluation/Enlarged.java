package throughline.app.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import throughline.core.data.Datum;

/** A roadmap that became large: its initiatives again and again, each time under another title and id. */
final class Enlarged {
    private static final String INITIATIVES = "initiatives";

    private Enlarged() {}

    /** The roadmap with so many initiatives; as it is, if it has none or more. */
    static Datum.Mapping to(int size, Datum.Mapping roadmap) {
        List<Datum> all = initiatives(roadmap);
        int own = all.size();
        while (own > 0 && all.size() < size) {
            all.add(again((Datum.Mapping) all.get(all.size() % own), all.size() / own));
        }
        return with(roadmap, INITIATIVES, Datum.list(all));
    }

    private static List<Datum> initiatives(Datum.Mapping roadmap) {
        return roadmap.get(INITIATIVES)
                .filter(Datum.Sequence.class::isInstance)
                .map(list -> new ArrayList<>(((Datum.Sequence) list).elements()))
                .orElseGet(ArrayList::new);
    }

    private static Datum.Mapping again(Datum.Mapping initiative, int time) {
        String title = ((Datum.Scalar) initiative.get("title").orElseThrow()).text();
        return with(without(initiative, "id"), "title", Datum.text(title + " in region " + time));
    }

    private static Datum.Mapping with(Datum.Mapping mapping, String key, Datum value) {
        Map<Datum.Scalar, Datum> entries =
                new LinkedHashMap<>(without(mapping, key).entries());
        entries.put(Datum.text(key), value);
        return new Datum.Mapping(entries, mapping.spot());
    }

    private static Datum.Mapping without(Datum.Mapping mapping, String key) {
        Map<Datum.Scalar, Datum> entries = new LinkedHashMap<>(mapping.entries());
        entries.keySet().removeIf(known -> known.text().equals(key));
        return new Datum.Mapping(entries, mapping.spot());
    }
}
