package throughline.core.roadmap;

/** A heading under which items are found, such as "horizon: now" or "serves: O1-KR2". */
record Facet(String name, String value) implements Comparable<Facet> {
    /** Open questions, those first that most people want to be answered. */
    static final String WAITING = "open question";

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
