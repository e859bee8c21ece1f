package throughline.core.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long ago, in words. */
final class Ages {
    private static final int DAYS_SHOWN = 60;

    private Ages() {}

    /** "today", "yesterday", "12 days ago", "3 months ago"; the future counts as today. */
    static String since(LocalDate then, LocalDate today) {
        long days = ChronoUnit.DAYS.between(then, today);
        if (days <= 0) {
            return "today";
        }
        if (days == 1) {
            return "yesterday";
        }
        return days <= DAYS_SHOWN ? days + " days ago" : ChronoUnit.MONTHS.between(then, today) + " months ago";
    }
}
