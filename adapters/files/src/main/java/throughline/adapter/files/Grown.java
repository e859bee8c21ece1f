package throughline.adapter.files;

import throughline.core.data.Datum;

/**
 * A finished part of a tree.
 *
 * @param size how many values it has, itself included, with aliases written out
 * @param added how many of them were not counted yet
 * @param height how many levels it has
 */
record Grown(Datum datum, long size, long added, int height) {
    static Grown leaf(Datum datum) {
        return new Grown(datum, 1, 1, 0);
    }

    /** The same part, as it counts where an alias repeats it. */
    Grown again() {
        return new Grown(datum, size, size, height);
    }
}
