package throughline.core.roadmap;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When and where a team is told something without asking. It is kept beside the roadmap like a {@link Question}. */
public final class Schedule extends Item {
    /** What it is told. */
    public enum Ritual {
        NUDGE;

        /** As keys and settings have it: {@code nudge}. */
        public String written() {
            return Shape.written(this);
        }
    }

    /**
     * An item of which nothing is said for some time.
     *
     * @param until the first day on which it is spoken of again
     */
    public record Snoozed(ItemId item, LocalDate until) {
        static final Field<ItemId> ITEM = Field.required("item", Shape.anyItem(), "Of what nothing is said");
        static final Field<LocalDate> UNTIL = Field.required("until", Shape.day(), "The first day of its return");

        static final Shape<Snoozed> SHAPE = new Shape.Structure<>(
                "a snoozed item",
                List.of(ITEM, UNTIL),
                values -> new Snoozed(values.get(ITEM), values.get(UNTIL)),
                it -> Values.none().with(ITEM, it.item).with(UNTIL, it.until));
    }

    /**
     * That it stopped by itself.
     *
     * @param reason as people read it
     * @param told when the team's lead was told; empty if not yet
     */
    public record Paused(Instant at, String reason, Optional<Instant> told) {
        static final Field<Instant> AT = Field.required("at", Shape.moment(), "Since when");
        static final Field<String> REASON = Field.required("reason", Shape.line(), "Why");
        static final Field<Instant> TOLD = Field.of("told", Shape.moment(), "When the team's lead was told");

        static final Shape<Paused> SHAPE = new Shape.Structure<>(
                "a pause",
                List.of(AT, REASON, TOLD),
                values -> new Paused(values.get(AT), values.get(REASON), values.find(TOLD)),
                it -> Values.none().with(AT, it.at).with(REASON, it.reason).with(TOLD, it.told));

        /** The same, after the lead was told. */
        public Paused told(Instant moment) {
            return new Paused(at, reason, Optional.of(moment));
        }
    }

    public static final Field<Ritual> RITUAL =
            Field.required("ritual", Shape.oneOf(Ritual.class), "What the team is told");
    public static final Field<ItemId> TEAM = Field.required("team", Shape.item(Kind.TEAM), "Which team");
    public static final Field<String> CHANNEL =
            Field.required("channel", Shape.line(), "Where, with the platform: slack:C024BE7LR");
    public static final Field<DayOfWeek> WEEKDAY =
            Field.required("weekday", Shape.oneOf(DayOfWeek.class), "On which day of the week");
    public static final Field<LocalTime> TIME = Field.required("time", Shape.time(), "At which local time");
    public static final Field<ZoneId> ZONE = Field.required("zone", Shape.zone(), "In which time zone");
    public static final Field<Instant> SINCE =
            Field.required("since", Shape.moment(), "Since when; what was due before does not count");
    public static final Field<Boolean> OFF = Field.of("off", Shape.flag(), "Whether it is switched off");
    public static final Field<LocalDate> SNOOZED =
            Field.of("snoozed", Shape.day(), "The first day on which it is heard again");
    public static final Field<List<Snoozed>> ITEMS =
            Field.of("items", Shape.many(Snoozed.SHAPE), "Items of which nothing is said for some time");

    public static final Field<Paused> PAUSED =
            Field.of("paused", Paused.SHAPE, "Whether it stopped by itself, and why");

    static final List<Field<?>> FIELDS =
            List.of(RITUAL, TEAM, CHANNEL, WEEKDAY, TIME, ZONE, SINCE, OFF, SNOOZED, ITEMS, PAUSED);

    Schedule(ItemId id, Values values) {
        super(Kind.SCHEDULE, id, values);
    }

    @Override
    public String title() {
        return ritual().written() + " of " + team();
    }

    public Ritual ritual() {
        return values().get(RITUAL);
    }

    public ItemId team() {
        return values().get(TEAM);
    }

    /** With its platform, as {@code Place.written} has it. */
    public String channel() {
        return values().get(CHANNEL);
    }

    public DayOfWeek weekday() {
        return values().get(WEEKDAY);
    }

    public LocalTime time() {
        return values().get(TIME);
    }

    public ZoneId zone() {
        return values().get(ZONE);
    }

    public Instant since() {
        return values().get(SINCE);
    }

    public boolean isOff() {
        return values().find(OFF).orElse(false);
    }

    public Optional<LocalDate> snoozed() {
        return values().find(SNOOZED);
    }

    public List<Snoozed> items() {
        return values().all(ITEMS);
    }

    /** That it stopped by itself and nobody switched it on again. */
    public Optional<Paused> paused() {
        return values().find(PAUSED);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(of(ritual(), team()));
    }

    static Facet of(Ritual ritual, ItemId team) {
        return Facet.of(ritual.written() + " of", team);
    }
}
