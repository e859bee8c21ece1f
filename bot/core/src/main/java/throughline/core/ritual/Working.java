package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When somebody works: on which days, between which local times, and on which days not.
 *
 * @param from when the working day begins
 * @param to when it ends
 * @param off days without work
 */
public record Working(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> off) {
    public static final LocalTime START = LocalTime.of(8, 0);
    public static final LocalTime END = LocalTime.of(18, 0);

    /** When a working day's first word is said, unless a ritual has a time of its own. */
    static final LocalTime MORNING = LocalTime.of(9, 30);

    private static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final int LONGEST_BREAK = 370;

    public Working {
        days = Set.copyOf(days);
        off = Set.copyOf(off);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("somebody works at some time");
        }
    }

    /** Monday to Friday from 8 to 18, where the zone is. */
    public static Working in(ZoneId zone) {
        return new Working(zone, WEEKDAYS, START, END, Set.of());
    }

    /** The same with more days off. */
    public Working without(Set<LocalDate> more) {
        Set<LocalDate> all = new HashSet<>(off);
        all.addAll(more);
        return new Working(zone, days, from, to, all);
    }

    public Working between(LocalTime start, LocalTime end) {
        return new Working(zone, days, start, end, off);
    }

    public boolean isWorkday(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !off.contains(day);
    }

    public boolean isWorking(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        return isWorkday(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
    }

    public LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first working day on or after a day; empty if there is none within a year. */
    public Optional<LocalDate> workday(LocalDate from) {
        LocalDate day = from;
        for (int tried = 0; tried < LONGEST_BREAK; tried++, day = day.plusDays(1)) {
            if (isWorkday(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The next working morning after a moment; empty if nobody works for a year. */
    public Optional<Instant> nextMorning(Instant after) {
        LocalDate today = day(after);
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> workday(day).stream())
                .map(this::morning)
                .filter(morning -> morning.isAfter(after))
                .findFirst();
    }

    /** When the first word of a day is said: within the working hours. */
    Instant morning(LocalDate day) {
        LocalTime time = MORNING.isBefore(from) || !MORNING.isBefore(to) ? from : MORNING;
        return day.atTime(time).atZone(zone).toInstant();
    }
}
