package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ICalendarsTest {
    @Test
    void an_all_day_event_is_a_day_off() {
        assertEquals(List.of("2026-12-24"), days("DTSTART;VALUE=DATE:20261224"));
    }

    @Test
    void the_end_is_the_day_after() {
        assertEquals(
                List.of("2026-12-24", "2026-12-25", "2026-12-26"),
                days("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"));
    }

    @Test
    void a_yearly_rule_repeats_it_without_an_end() {
        assertEquals(
                List.of("2026-05-01", "2027-05-01", "2028-05-01"),
                days("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY"));
    }

    @Test
    void the_fourth_thursday_of_november_is_found() {
        assertEquals(
                List.of("2026-11-26", "2027-11-25", "2028-11-23"),
                days("DTSTART;VALUE=DATE:20251127", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
    }

    @Test
    void what_a_rule_leaves_out_is_no_day_off() {
        assertEquals(
                List.of("2026-05-01", "2028-05-01"),
                days("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=YEARLY;UNTIL=20290101", "EXDATE;VALUE=DATE:20270501"));
    }

    @Test
    void it_may_last_so_many_days() {
        assertEquals(List.of("2026-12-24", "2026-12-25"), days("DTSTART;VALUE=DATE:20261224", "DURATION:P2D"));
    }

    @Test
    void what_was_cancelled_is_no_day_off() {
        assertEquals(List.of(), days("DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"));
    }

    @Test
    void one_of_a_rule_that_was_moved_is_off_where_it_went() {
        assertEquals(
                List.of("2026-05-01", "2027-05-03", "2028-05-01"),
                days(
                        "DTSTART;VALUE=DATE:20260501",
                        "RRULE:FREQ=YEARLY",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:1@acme.example",
                        "RECURRENCE-ID;VALUE=DATE:20270501",
                        "DTSTART;VALUE=DATE:20270503"));
    }

    @Test
    void every_calendar_of_a_file_counts() {
        assertEquals(
                List.of("2026-12-24", "2026-12-31"),
                days(
                        "DTSTART;VALUE=DATE:20261224",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "UID:2@acme.example",
                        "DTSTART;VALUE=DATE:20261231"));
    }

    @Test
    void an_event_at_some_time_is_no_day_off() {
        assertEquals(List.of(), days("DTSTART:20261224T090000Z", "DTEND:20261224T100000Z"));
    }

    @Test
    void text_that_is_no_calendar_is_refused() {
        assertEquals(
                Optional.empty(),
                new ICalendars().daysOff("org: Acme", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    private static List<String> days(String... lines) {
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//Days//EN\r\nBEGIN:VEVENT\r\nUID:1@acme.example\r\n"
                        + String.join("\r\n", lines) + "\r\nSUMMARY:Off\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return new ICalendars()
                .daysOff(text, LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31)).orElseThrow().stream()
                        .map(LocalDate::toString)
                        .toList();
    }
}
