package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which days everybody, or a team, does not work. It is kept beside the roadmap like a {@link Question}. */
public final class DaysOff extends Item {
    /** A day off, and what it is called if somebody said so. */
    public record Day(LocalDate on, Optional<String> name) {
        static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
        static final Field<String> NAME = Field.of("name", Shape.line(), "What it is called");

        static final Shape<Day> SHAPE = new Shape.Structure<>(
                "a day off",
                List.of(ON, NAME),
                values -> new Day(values.get(ON), values.find(NAME)),
                it -> Values.none().with(ON, it.on).with(NAME, it.name));
    }

    public static final Field<ItemId> TEAM = Field.of("team", Shape.item(Kind.TEAM), "Whose; everybody's if of none");
    public static final Field<List<Day>> DAYS = Field.of("days", Shape.many(Day.SHAPE), "The days");

    static final List<Field<?>> FIELDS = List.of(TEAM, DAYS);

    DaysOff(ItemId id, Values values) {
        super(Kind.DAYS_OFF, id, values);
    }

    @Override
    public String title() {
        return "days off" + team().map(id -> " of " + id).orElse("");
    }

    public Optional<ItemId> team() {
        return values().find(TEAM);
    }

    public List<Day> days() {
        return values().all(DAYS);
    }

    public Set<LocalDate> dates() {
        return days().stream().map(Day::on).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(of(team()));
    }

    static Facet of(Optional<ItemId> team) {
        return new Facet("off", team.map(ItemId::folded).orElse(""));
    }
}
