package throughline.core.roadmap;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** A facet and, under it, an item; sorted so that the items of a facet stand together in the order of their ids. */
record Heading(Facet facet, String id) {
    static final String WORD = "word";
    static final String REFUSED = "refused";
    static final Comparator<Heading> ORDER =
            Comparator.comparing(Heading::facet).thenComparing(Heading::id);

    static Heading first(Facet facet) {
        return new Heading(facet, "");
    }

    static Heading last(Facet facet) {
        return new Heading(facet, Facet.END);
    }

    /** Everything that an item is found under. */
    static Set<Heading> of(Item item) {
        Set<Heading> all = new HashSet<>();
        String id = item.id().folded();
        all.add(new Heading(Facet.of("kind", item.kind()), id));
        item.facets().forEach(facet -> all.add(new Heading(facet, id)));
        if (item.kind() != Kind.EVIDENCE && !item.kind().isBeside()) {
            Words.of(item.title()).forEach(word -> all.add(new Heading(new Facet(WORD, word), id)));
        }
        item.refusals().stream()
                .flatMap(refusal -> Words.of(refusal).stream())
                .forEach(word -> all.add(new Heading(new Facet(REFUSED, word), id)));
        return all;
    }
}
