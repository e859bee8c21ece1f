package throughline.adapter.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import throughline.core.data.Datum;
import throughline.core.data.Spot;

/** A list or mapping that is still being read. */
abstract sealed class Branch {
    private final Spot spot;
    private final Optional<Anchor> anchor;
    private long size = 1;
    private int height;

    Branch(Spot spot, Optional<Anchor> anchor) {
        this.spot = spot;
        this.anchor = anchor;
    }

    abstract void take(Datum datum);

    abstract Datum done(Spot from);

    final void add(Grown child) {
        size += child.size();
        height = Math.max(height, child.height());
        take(child.datum());
    }

    final Grown grown() {
        return new Grown(done(spot), size, 1, height + 1);
    }

    final Optional<Anchor> anchor() {
        return anchor;
    }

    static final class Elements extends Branch {
        private final List<Datum> elements = new ArrayList<>();

        Elements(Spot spot, Optional<Anchor> anchor) {
            super(spot, anchor);
        }

        @Override
        void take(Datum datum) {
            elements.add(datum);
        }

        @Override
        Datum done(Spot from) {
            return new Datum.Sequence(elements, from);
        }
    }

    /** Keys and values in turn. A key that is written twice stays twice: the two stand at different spots. */
    static final class Keys extends Branch {
        private final Map<Datum.Scalar, Datum> entries = new LinkedHashMap<>();
        private Datum.@Nullable Scalar key;

        Keys(Spot spot, Optional<Anchor> anchor) {
            super(spot, anchor);
        }

        @Override
        void take(Datum datum) {
            if (key != null) {
                entries.put(key, datum);
                key = null;
            } else if (datum instanceof Datum.Scalar scalar && !scalar.text().isBlank()) {
                key = scalar;
            } else {
                throw new Refused(datum.spot(), "expected a key, such as “title”, found " + datum.noun());
            }
        }

        @Override
        Datum done(Spot from) {
            return new Datum.Mapping(entries, from);
        }
    }
}
