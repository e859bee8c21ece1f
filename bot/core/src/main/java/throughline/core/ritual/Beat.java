package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import throughline.core.roadmap.Quarter;

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
     * Some days before the last working day of each quarter, and that day. Each is a working day of its own: what falls on a day off is
     * on the next working day before the one that follows, or, where there is none, on the last one before.
     *
     * @param starts the first month of the fiscal year
     * @param before how many days before; the largest first, at most nine
     */
    record Quarterly(Month starts, List<Integer> before, Working working) implements Beat {
        /** Quarterly reviews: reminders 14 and 7 days ahead and on the day. */
        private static final List<Integer> REVIEW = List.of(14, 7, 0);

        private static final int MOST = 9;
        private static final int LONGEST = 60;

        public Quarterly {
            before = before.stream().sorted(Comparator.reverseOrder()).toList();
            if (before.isEmpty() || before.size() > MOST || before.get(0) > LONGEST) {
                throw new IllegalArgumentException("one to " + MOST + " days within the quarter");
            }
        }

        public static Quarterly review(Month starts, Working working) {
            return new Quarterly(starts, REVIEW, working);
        }

        @Override
        public Day from(LocalDate date) {
            Quarter quarter = Quarter.of(date, starts);
            return in(quarter, date).or(() -> in(quarter.next(), date)).orElseThrow();
        }

        private Optional<Day> in(Quarter quarter, LocalDate from) {
            List<LocalDate> days = days(quarter);
            return IntStream.range(0, days.size())
                    .filter(i -> !days.get(i).isBefore(from))
                    .mapToObj(i -> new Day(days.get(i), Period.of(quarter, i + 1)))
                    .findFirst();
        }

        /** The last working day of a quarter; its last day if nobody works in it. */
        public LocalDate end(Quarter quarter) {
            return lastWorkday(quarter.from(), quarter.to().plusDays(1)).orElse(quarter.to());
        }

        private List<LocalDate> days(Quarter quarter) {
            List<LocalDate> days = new ArrayList<>();
            LocalDate end = end(quarter);
            LocalDate next = end.plusDays(1);
            for (int i = before.size() - 1; i >= 0; i--) {
                next = day(quarter, end.minusDays(before.get(i)), next);
                days.add(0, next);
            }
            return days;
        }

        private LocalDate day(Quarter quarter, LocalDate wanted, LocalDate next) {
            LocalDate limit = wanted.isBefore(next) ? wanted : next;
            return wanted.datesUntil(wanted.isBefore(next) ? next : wanted)
                    .filter(working::isWorkday)
                    .findFirst()
                    .or(() -> lastWorkday(quarter.from(), limit))
                    .orElseGet(() -> wanted.isBefore(next) ? wanted : next.minusDays(1));
        }

        /** @param until the day after the last one that it may be */
        private Optional<LocalDate> lastWorkday(LocalDate from, LocalDate until) {
            for (LocalDate day = until.minusDays(1); !day.isBefore(from); day = day.minusDays(1)) {
                if (working.isWorkday(day)) {
                    return Optional.of(day);
                }
            }
            return Optional.empty();
        }

        /** It is a working day already; where none is left it is none. */
        @Override
        public LocalDate latest(Day day) {
            return day.date();
        }
    }
}
