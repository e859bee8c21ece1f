package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** On which local days something happens. */
public sealed interface Beat {
    /** A day of the beat and the period that it is the day of. */
    record Day(LocalDate date, Period period) {}

    /** The first day of the beat on or after a date. */
    Day from(LocalDate date);

    /** The last day to which one that is off may be moved. */
    LocalDate latest(Day day);

    /** Once in each ISO week. */
    record Weekly(DayOfWeek weekday) implements Beat {
        @Override
        public Day from(LocalDate date) {
            LocalDate day = date.with(TemporalAdjusters.nextOrSame(weekday));
            return new Day(day, Period.weekOf(day));
        }

        @Override
        public LocalDate latest(Day day) {
            return day.date().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }
    }

    /**
     * Some days before a day near the end of each quarter.
     *
     * @param beforeEnd how many days before the quarter's last one that day is
     * @param before how many days before that day; the largest first, at most nine
     */
    record Quarterly(int beforeEnd, List<Integer> before) implements Beat {
        /** Quarterly reviews: two weeks before the quarter ends, with reminders 14 and 7 days ahead and on the day. */
        public static final Quarterly REVIEW = new Quarterly(14, List.of(14, 7, 0));

        private static final int MOST = 9;
        private static final int DAYS_OF_GRACE = 6;

        public Quarterly {
            before = before.stream().sorted(Comparator.reverseOrder()).toList();
            if (before.isEmpty() || before.size() > MOST || beforeEnd + before.get(0) > 80) {
                throw new IllegalArgumentException("one to " + MOST + " days within the quarter");
            }
        }

        @Override
        public Day from(LocalDate date) {
            LocalDate first = date.with(IsoFields.DAY_OF_QUARTER, 1L);
            return in(first, date).or(() -> in(first.plusMonths(3), date)).orElseThrow();
        }

        private Optional<Day> in(LocalDate firstOfQuarter, LocalDate from) {
            LocalDate due = firstOfQuarter.plusMonths(3).minusDays(1L + beforeEnd);
            for (int i = 0; i < before.size(); i++) {
                LocalDate day = due.minusDays(before.get(i));
                if (!day.isBefore(from)) {
                    return Optional.of(new Day(day, Period.quarterOf(due, i + 1)));
                }
            }
            return Optional.empty();
        }

        @Override
        public LocalDate latest(Day day) {
            return day.date().plusDays(DAYS_OF_GRACE);
        }
    }
}
