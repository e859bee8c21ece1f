package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private Path directory;

    @Test
    void days_off_are_read_for_some_years_around_today() throws IOException {
        Path file = Files.writeString(directory.resolve("days.ics"), "BEGIN:VCALENDAR");
        Set<LocalDate> days = new CalendarFile(file).daysOff((text, from, to) -> Optional.of(Set.of(from, to)), TODAY);
        assertEquals(Set.of(LocalDate.of(2024, 11, 26), LocalDate.of(2036, 11, 26)), days);
    }

    @Test
    void what_is_no_calendar_or_no_text_is_refused_by_the_settings_name() throws IOException {
        Path file = Files.writeString(directory.resolve("days.ics"), "hello");
        Refusal none = assertThrows(
                Refusal.class, () -> new CalendarFile(file).daysOff((text, from, to) -> Optional.empty(), TODAY));
        assertEquals(
                "THROUGHLINE_CALENDAR is “" + file + "”, which is no calendar; give an iCalendar file.",
                none.getMessage());
        Files.write(file, "Räder".getBytes(StandardCharsets.ISO_8859_1));
        Refusal binary = assertThrows(
                Refusal.class, () -> new CalendarFile(file).daysOff((text, from, to) -> Optional.empty(), TODAY));
        assertTrue(binary.getMessage().endsWith("which cannot be read; give a calendar file in UTF-8."));
    }
}
