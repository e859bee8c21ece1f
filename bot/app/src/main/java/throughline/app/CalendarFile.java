package throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import throughline.core.ritual.Calendars;

/** The operator's calendar file. It is read at the start. */
record CalendarFile(Path file) {
    /** Years before and after a day for which days off are read: more than anybody plans or replays. */
    private static final int BEFORE = 2;

    private static final int AFTER = 10;

    /** @throws Refusal if it cannot be read or is no calendar */
    Set<LocalDate> daysOff(Calendars calendars, LocalDate around) {
        return calendars
                .daysOff(text(), around.minusYears(BEFORE), around.plusYears(AFTER))
                .orElseThrow(() -> new Refusal(told("is no calendar; give an iCalendar file")));
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(told("cannot be read; give a calendar file in UTF-8"), unreadable);
        }
    }

    private String told(String problem) {
        return Setting.CALENDAR.variable() + " is “" + file + "”, which " + problem + ".";
    }
}
