package throughline.core.interchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Experiment;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Workstream;

/**
 * A list of the file whose elements are items of one kind.
 *
 * @param implied the field that says in which item the list stands, and that is therefore not written in it
 * @param nested the lists that may stand inside an element
 * @param fields the fields that are written in an element
 * @param keys every key that may stand in an element
 */
record Section(
        String key,
        Kind kind,
        Optional<Field<ItemId>> implied,
        List<Section> nested,
        List<Field<?>> fields,
        Set<String> keys) {
    static final String ID = "id";
    static final String SOURCE = "source";

    private static final Section KEY_RESULTS = inside("key_results", Kind.KEY_RESULT, KeyResult.OBJECTIVE);

    /** The lists at the top of the file, in the order of the table of keys. */
    static final List<Section> ALL = List.of(
            top("products", Kind.PRODUCT),
            top("strategy", Kind.STRATEGY),
            top("teams", Kind.TEAM),
            top("objectives", Kind.OBJECTIVE, KEY_RESULTS),
            top("themes", Kind.THEME, inside("evidence", Kind.EVIDENCE, Evidence.THEME)),
            top(
                    "initiatives",
                    Kind.INITIATIVE,
                    inside("workstreams", Kind.WORKSTREAM, Workstream.INITIATIVE),
                    inside("evidence", Kind.EVIDENCE, Evidence.INITIATIVE),
                    inside("experiments", Kind.EXPERIMENT, Experiment.INITIATIVE)),
            top("workstreams", Kind.WORKSTREAM),
            top("evidence", Kind.EVIDENCE),
            top("experiments", Kind.EXPERIMENT));

    private static Section top(String key, Kind kind, Section... nested) {
        return of(key, kind, Optional.empty(), List.of(nested));
    }

    private static Section inside(String key, Kind kind, Field<ItemId> implied) {
        return of(key, kind, Optional.of(implied), List.of());
    }

    private static Section of(String key, Kind kind, Optional<Field<ItemId>> implied, List<Section> nested) {
        List<Field<?>> fields = kind.fields().stream()
                .filter(field -> implied.isEmpty() || implied.get() != field)
                .toList();
        Set<String> keys = Stream.of(
                        Stream.of(ID, SOURCE),
                        fields.stream().map(Field::key),
                        nested.stream().map(Section::key))
                .flatMap(some -> some)
                .collect(Collectors.toUnmodifiableSet());
        return new Section(key, kind, implied, nested, fields, keys);
    }

    /** What the list is for, in a clause. */
    String purpose() {
        return switch (kind) {
            case PRODUCT -> "What the organization makes; one named after it unless given";
            case STRATEGY -> "Company strategy and what it permits to refuse";
            case OBJECTIVE -> "Changes that the organization wants to see";
            case KEY_RESULT -> "How the objective is measured";
            case THEME -> "Customer problems and opportunities that group initiatives";
            case INITIATIVE -> "Product bets on their horizons";
            case WORKSTREAM -> "Technical work that builds an initiative";
            case EVIDENCE -> "What was seen or said that speaks for it";
            case EXPERIMENT -> "Tests of what an initiative assumes";
            case TEAM -> "Who builds, and where they talk";
            case QUESTION,
                    PRECEDENT,
                    PROPOSAL,
                    SHARE,
                    WATCH,
                    SCHEDULE,
                    ALIGNMENT,
                    DAYS_OFF,
                    REQUEST,
                    DECISION,
                    INTAKE,
                    NEWS,
                    PULSE,
                    CASCADE,
                    QUARTERS,
                    REVIEW ->
                throw new IllegalStateException(kind.title() + "s are kept beside the roadmap, not in its file");
        };
    }

    /** Where a list with this key stands, for somebody who wrote it elsewhere; empty if there is no such list. */
    static Optional<String> home(String key) {
        List<String> homes = ALL.stream()
                .flatMap(section -> Stream.concat(
                        section.key.equals(key) ? Stream.of("at the top of the file") : Stream.of(),
                        section.nested.stream()
                                .filter(inner -> inner.key.equals(key))
                                .map(inner -> "in " + section.kind.withArticle())))
                .toList();
        return homes.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", homes));
    }
}
