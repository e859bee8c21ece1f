package throughline.core.interchange;

import java.util.Optional;
import throughline.core.data.Datum;

/** An element of a section, before its fields are read. Two entries are never equal. */
final class Entry {
    private final Section section;
    private final Datum.Mapping mapping;
    private final String step;
    private final Optional<Entry> parent;

    /**
     * @param step its place in its list, for a person: {@code initiatives[3] (I4)}
     * @param parent the entry that it stands in
     */
    Entry(Section section, Datum.Mapping mapping, String step, Optional<Entry> parent) {
        this.section = section;
        this.mapping = mapping;
        this.step = step;
        this.parent = parent;
    }

    Section section() {
        return section;
    }

    Datum.Mapping mapping() {
        return mapping;
    }

    Optional<Entry> parent() {
        return parent;
    }

    /** The path from the top of the file. */
    String path() {
        return parent.map(above -> above.path() + Trail.STEP + step).orElse(step);
    }

    /** What a key holds, if it is a single value. */
    static Optional<Datum.Scalar> scalar(Datum.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Datum.Scalar.class::isInstance)
                .map(Datum.Scalar.class::cast)
                .filter(value -> !value.text().isBlank());
    }
}
