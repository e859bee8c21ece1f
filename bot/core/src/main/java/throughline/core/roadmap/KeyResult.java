package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** How an objective is measured. */
public final class KeyResult extends Item {
    /** The metric chain: inputs drive outputs, outputs outcomes, outcomes impact ("Leading vs. Lagging Indicators"). */
    public enum Measures {
        INPUT,
        OUTPUT,
        OUTCOME,
        IMPACT
    }

    public static final Field<ItemId> OBJECTIVE =
            Field.required("objective", Shape.item(Kind.OBJECTIVE), "The objective that it measures");
    public static final Field<String> TITLE = Field.required("title", Shape.line(), "The change in words");
    public static final Field<String> METRIC = Field.of("metric", Shape.line(), "What is measured");
    public static final Field<String> UNIT = Field.of("unit", Shape.line(), "The unit, if the figures do not have it");
    public static final Field<Measures> KIND =
            Field.of("kind", Shape.oneOf(Measures.class), "Where in the metric chain it stands");
    public static final Field<String> BASELINE = Field.of("baseline", Shape.line(), "Where it started; any text");
    public static final Field<String> TARGET = Field.of("target", Shape.line(), "Where it should be; any text");
    public static final Field<String> DUE = Field.of("due", Shape.line(), "By when, as a quarter");
    public static final Field<PersonId> MEASURER = Field.of("measurer", Shape.person(), "Who measures it");
    public static final Field<List<CheckIn>> CHECK_INS =
            Field.of("check_ins", Shape.many(CheckIn.SHAPE), "Measurements over time");

    static final List<Field<?>> FIELDS =
            List.of(OBJECTIVE, TITLE, METRIC, UNIT, KIND, BASELINE, TARGET, DUE, MEASURER, CHECK_INS);

    KeyResult(ItemId id, Values values) {
        super(Kind.KEY_RESULT, id, values);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public ItemId objective() {
        return values().get(OBJECTIVE);
    }

    /** What is measured, or the title where no metric is given. */
    public String metric() {
        return values().find(METRIC).orElse(title());
    }

    public Optional<String> baseline() {
        return values().find(BASELINE).map(this::withUnit);
    }

    public Optional<String> target() {
        return values().find(TARGET).map(this::withUnit);
    }

    public Optional<String> due() {
        return values().find(DUE);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(MEASURER);
    }

    /** Oldest first. */
    public List<CheckIn> checkIns() {
        return values().all(CHECK_INS).stream()
                .sorted(Comparator.comparing(CheckIn::on))
                .toList();
    }

    public Optional<CheckIn> lastCheckIn() {
        List<CheckIn> all = checkIns();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The latest figure, with its unit. */
    public Optional<String> current() {
        return lastCheckIn().map(this::figure);
    }

    /** What was measured then, with its unit. */
    public String figure(CheckIn checkIn) {
        return withUnit(checkIn.value());
    }

    /** Whether the last check-in is more than 30 days ago; a key result never measured is due from the start. */
    public boolean isCheckInDue(LocalDate today) {
        return lastCheckIn().map(last -> last.on().plusDays(30).isBefore(today)).orElse(true);
    }

    private String withUnit(String figure) {
        String unit = values().find(UNIT).orElse("");
        boolean bare = figure.chars().noneMatch(Character::isLetter) && !figure.contains(unit);
        return unit.isEmpty() || !bare ? figure : unit.equals("%") ? figure + "%" : figure + " " + unit;
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(Facet.of("measures", objective()));
    }
}
