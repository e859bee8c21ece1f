package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a team is asked in a month, and, once that is over, how many knew it. What a person answered is in no fact: it is in the erasable
 * record until the figure is made. It is kept beside the roadmap like a {@link Question}.
 */
public final class Pulse extends Item {
    /** Below so many answers there is no figure. */
    public static final int FEWEST = 5;

    public static final Field<ItemId> TEAM = Field.required("team", Shape.item(Kind.TEAM), "Which team is asked");
    public static final Field<String> MONTH = Field.required("month", Shape.line(), "In which month, such as 2026-11");
    public static final Field<ItemId> ABOUT =
            Field.required("about", Shape.item(Kind.INITIATIVE), "Of which initiative it is to name the objective");
    public static final Field<List<ItemId>> OPTIONS =
            Field.of("options", Shape.many(Shape.item(Kind.OBJECTIVE)), "What is to choose from, in this order");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day it begins");
    public static final Field<LocalDate> UNTIL = Field.required("until", Shape.day(), "The last day of answers");
    public static final Field<LocalDate> CLOSED = Field.of("closed", Shape.day(), "The day its figure was made");
    public static final Field<BigDecimal> ANSWERS =
            Field.of("answers", Shape.whole(0, 1_000_000), "How many answered; absent below " + FEWEST);
    public static final Field<BigDecimal> LEAST =
            Field.of("least", Shape.whole(0, 1_000_000), "So many of them knew it at the least");
    public static final Field<BigDecimal> MOST =
            Field.of("most", Shape.whole(0, 1_000_000), "So many of them knew it at the most");

    static final List<Field<?>> FIELDS = List.of(TEAM, MONTH, ABOUT, OPTIONS, ON, UNTIL, CLOSED, ANSWERS, LEAST, MOST);

    private static final Facet OPEN = new Facet("pulse is", "open");

    Pulse(ItemId id, Values values) {
        super(Kind.PULSE, id, values);
    }

    @Override
    public String title() {
        return about() + " in " + month();
    }

    public ItemId team() {
        return values().get(TEAM);
    }

    public String month() {
        return values().get(MONTH);
    }

    public ItemId about() {
        return values().get(ABOUT);
    }

    public List<ItemId> options() {
        return values().all(OPTIONS);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    public LocalDate until() {
        return values().get(UNTIL);
    }

    public boolean isOpen() {
        return values().find(CLOSED).isEmpty();
    }

    /** What is told of it; empty while it is open, and where too few answered. */
    public Optional<Share> share() {
        return values().find(ANSWERS)
                .map(answers -> new Share(
                        answers.intValueExact(),
                        values().get(LEAST).intValueExact(),
                        values().get(MOST).intValueExact()));
    }

    /**
     * How many knew it. Where nearly all or nearly nobody did, it is told no closer than within two: else whoever knows one answer, such
     * as the own one, might know another.
     *
     * @param answers how many answered
     * @param least so many knew it at the least
     * @param most and so many at the most
     */
    public record Share(int answers, int least, int most) {
        private static final int MARGIN = 2;

        /** Empty where too few answered. */
        public static Optional<Share> of(int answers, int right) {
            if (answers < FEWEST) {
                return Optional.empty();
            }
            int most = answers - MARGIN;
            boolean isHigh = right >= most;
            boolean isLow = right <= MARGIN;
            return Optional.of(
                    new Share(answers, isLow ? 0 : Math.min(right, most), isHigh ? answers : Math.max(right, MARGIN)));
        }

        /** "7 or more of 9", "5 of 9", "at most 2 of 9". */
        public String words() {
            return least == most
                    ? least + " of " + answers
                    : most == answers ? least + " or more of " + answers : "at most " + most + " of " + answers;
        }
    }

    @Override
    Stream<Facet> facets() {
        return isOpen() ? Stream.of(of(team()), OPEN) : Stream.of(of(team()));
    }

    static Facet of(ItemId team) {
        return Facet.of("pulse of", team);
    }

    static Facet open() {
        return OPEN;
    }
}
