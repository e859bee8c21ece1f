package throughline.adapter.redis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;

/** One stored value: every one says its kind and the version of its form, and no class names. */
record Stored(String kind, Datum.Mapping body) {
    private static final String KIND = "kind";
    private static final String VERSION = "v";

    /** Begins a value of a kind in its newest form. */
    static Datum.Writer begin(String kind, int version) {
        return Datum.mapping().put(KIND, kind).put(VERSION, Datum.number(version));
    }

    /**
     * Opens a value of one kind.
     *
     * @param newest the newest version of the form that this bot reads
     * @throws Unreadable if it is of another kind, or newer
     */
    static Stored open(Datum datum, String kind, int newest) {
        String found = kindOf(datum);
        if (!found.equals(kind)) {
            throw new Unreadable("expected a stored “" + kind + "”, found “" + found + "”");
        }
        Stored stored = new Stored(kind, (Datum.Mapping) datum);
        stored.expectAtMost(newest);
        return stored;
    }

    /** @throws Unreadable if the value does not say its kind */
    static String kindOf(Datum datum) {
        return datum instanceof Datum.Mapping mapping ? new Stored("value", mapping).text(KIND) : notAValue(datum);
    }

    private static String notAValue(Datum datum) {
        throw new Unreadable("expected a stored value that says its kind, found " + datum.noun());
    }

    private void expectAtMost(int newest) {
        int version = number(VERSION);
        if (version > newest) {
            throw new Unreadable("a stored “" + kind + "” has version " + version + ", this bot reads up to version "
                    + newest + ": start the bot that wrote it, or a newer one");
        }
    }

    /** @throws Unreadable if there is none */
    String text(String key) {
        return find(key).orElseThrow(() -> missing(key));
    }

    Optional<String> find(String key) {
        return body.get(key).map(datum -> datum instanceof Scalar scalar ? scalar.text() : notAScalar(key, datum));
    }

    private String notAScalar(String key, Datum datum) {
        throw new Unreadable("“" + key + "” of a stored “" + kind + "” is " + datum.noun());
    }

    int number(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException malformed) {
            throw new Unreadable("“" + key + "” of a stored “" + kind + "” is no whole number", malformed);
        }
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException malformed) {
            throw new Unreadable("“" + key + "” of a stored “" + kind + "” is no point in time", malformed);
        }
    }

    /** A group of keys inside, if there is one. */
    Optional<Stored> part(String key) {
        return body.get(key)
                .map(datum -> datum instanceof Datum.Mapping part ? new Stored(kind, part) : notAPart(key, datum));
    }

    private Stored notAPart(String key, Datum datum) {
        throw new Unreadable("“" + key + "” of a stored “" + kind + "” is " + datum.noun());
    }

    /** @throws Unreadable if there is none */
    Datum datum(String key) {
        return body.get(key).orElseThrow(() -> missing(key));
    }

    /** The elements of a list; absent is empty. */
    List<Datum> list(String key) {
        return body.get(key)
                .map(datum -> datum instanceof Datum.Sequence sequence ? sequence.elements() : List.of(datum))
                .orElse(List.of());
    }

    private Unreadable missing(String key) {
        return new Unreadable("a stored “" + kind + "” has no “" + key + "”");
    }
}
