package throughline.core.roadmap;

import java.util.Optional;

/** A heading under which items are found, such as "horizon: now" or "serves: O1-KR2". */
record Facet(String name, String value) implements Comparable<Facet> {
    /** Open questions, those first that most people want to be answered. */
    static final String WAITING = "open question";

    /** Open requests, those first that most people want. */
    static final String OPEN_REQUEST = "open request";

    /** Decisions by the day that brings them back. */
    static final String TRIPWIRE_BY = "tripwire by";

    /** After every value, and after every value that begins so. */
    static final String END = "\uffff";

    static final String TECHNOLOGY = "technology";
    static final String RELEASE = "release";

    /** After every window. */
    static final String NO_WINDOW = "~~";

    /** Now comes first. */
    static Facet technology(Horizon horizon) {
        String place = switch (horizon) {
            case NOW -> "1";
            case NEXT -> "2";
            default -> "3";
        };
        return new Facet(TECHNOLOGY, place);
    }

    /** The major bets of a product, or of none. */
    static Facet major(Horizon horizon, Optional<ItemId> product) {
        return new Facet("major " + horizon + " of", product.map(ItemId::folded).orElse(""));
    }

    /** Sorted by window, then by the place in the release; what has no place stands before what won't be done. */
    static Facet release(Optional<Window> window, Optional<Initiative.Moscow> moscow) {
        return new Facet(
                RELEASE,
                window.map(Window::key).orElse(NO_WINDOW) + " "
                        + moscow.map(Facet::place).orElse("4"));
    }

    private static String place(Initiative.Moscow moscow) {
        return switch (moscow) {
            case MUST -> "1";
            case SHOULD -> "2";
            case COULD -> "3";
            case WONT -> "5";
        };
    }

    static Facet of(String name, ItemId value) {
        return new Facet(name, value.folded());
    }

    static Facet of(String name, Enum<?> value) {
        return new Facet(name, value.name());
    }

    @Override
    public int compareTo(Facet other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? value.compareTo(other.value) : byName;
    }
}
