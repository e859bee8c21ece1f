package throughline.adapter.files;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import throughline.core.ritual.Calendars;

/** iCalendar (RFC 5545). Events with a time of day are no days off; one without an end lasts a day. */
final class ICalendars implements Calendars {
    private static final long A_DAY = 86_400_000;
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    @Override
    public Optional<Set<LocalDate>> daysOff(String text, LocalDate from, LocalDate to) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        List<ICalendar> calendars = Biweekly.parse(text).all();
        return calendars.isEmpty() ? Optional.empty() : Optional.of(days(calendars, from, to));
    }

    private static Set<LocalDate> days(List<ICalendar> calendars, LocalDate from, LocalDate to) {
        Set<LocalDate> days = new TreeSet<>();
        List<VEvent> events = calendars.stream()
                .flatMap(calendar -> calendar.getEvents().stream())
                .toList();
        events.stream()
                .filter(event -> isAllDay(event) && !isCancelled(event))
                .forEach(event -> starts(event, to)
                        .filter(start -> !isMoved(event, start, events))
                        .flatMap(start -> start.datesUntil(start.plusDays(length(event))))
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .forEach(days::add));
        return days;
    }

    private static boolean isCancelled(VEvent event) {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    /** Whether another event says where this one of a rule went. */
    private static boolean isMoved(VEvent event, LocalDate start, List<VEvent> events) {
        return event.getRecurrenceId() == null
                && event.getUid() != null
                && events.stream()
                        .filter(other -> other.getRecurrenceId() != null && other.getUid() != null)
                        .filter(other ->
                                event.getUid().getValue().equals(other.getUid().getValue()))
                        .anyMatch(other ->
                                start.equals(date(other.getRecurrenceId().getValue())));
    }

    private static boolean isAllDay(VEvent event) {
        return event.getDateStart() != null
                && event.getDateStart().getValue() != null
                && !event.getDateStart().getValue().hasTime();
    }

    /** Each day on which it begins, with what its rule repeats and leaves out. */
    private static Stream<LocalDate> starts(VEvent event, LocalDate to) {
        Stream.Builder<LocalDate> starts = Stream.builder();
        // The library gives a date without a time as a midnight of the machine's own zone.
        Iterator<Date> dates = event.getDateIterator(TimeZone.getDefault());
        while (dates.hasNext()) {
            LocalDate day =
                    dates.next().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
            if (day.isAfter(to)) {
                break;
            }
            starts.add(day);
        }
        return starts.build();
    }

    private static long length(VEvent event) {
        LocalDate start = date(event.getDateStart().getValue());
        boolean hasEnd = event.getDateEnd() != null && event.getDateEnd().getValue() != null;
        boolean hasDuration = event.getDuration() != null && event.getDuration().getValue() != null;
        long days = hasEnd
                ? date(event.getDateEnd().getValue()).toEpochDay() - start.toEpochDay()
                : hasDuration ? event.getDuration().getValue().toMillis() / A_DAY : 1;
        return Math.min(Math.max(days, 1), 366);
    }

    private static LocalDate date(ICalDate value) {
        DateTimeComponents raw = value.getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }
}
