package throughline.core.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuarterTest {
    @Test
    void a_quarter_is_called_as_its_fiscal_year_has_it() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertEquals("Q4 2026", Quarter.of(day, Month.JANUARY).title(Month.JANUARY));
        assertEquals("Q2 FY2027", Quarter.of(day, Month.JULY).title(Month.JULY));
        assertEquals("Q1 FY2027", Quarter.of(day, Month.OCTOBER).title(Month.OCTOBER));
        assertEquals("Q4 FY2027", Quarter.of(day, Month.FEBRUARY).title(Month.FEBRUARY));
        assertEquals("Q3", Quarter.of(day, Month.APRIL).name(Month.APRIL));
        assertEquals("November to January 2027", Quarter.of(day, Month.FEBRUARY).title(Month.JANUARY));
        assertEquals(
                "Q4 2026", Quarter.of(LocalDate.of(2026, 12, 31), Month.JANUARY).title(Month.JANUARY));
    }

    @Test
    void every_day_is_in_one_quarter_whatever_month_the_year_starts_with() {
        for (Month starts : Month.values()) {
            LocalDate end = LocalDate.of(2028, 3, 1);
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                Quarter quarter = Quarter.of(day, starts);
                assertTrue(quarter.contains(day), quarter + " " + day);
                assertEquals(0, Math.floorMod(quarter.first().getMonthValue() - starts.getValue(), 3));
                assertEquals(Optional.of(quarter), Quarter.of(quarter.key()));
                assertEquals(quarter.to().plusDays(1), quarter.next().from());
                assertEquals(quarter, quarter.next().previous());
            }
        }
    }

    @Test
    void a_key_is_that_of_one_quarter() {
        assertEquals("2026-Q4", new Quarter(YearMonth.of(2026, 10)).key());
        assertEquals("2027-M01", new Quarter(YearMonth.of(2026, 11)).key());
        assertEquals(Optional.empty(), Quarter.of("2026-M12"));
        assertEquals(Optional.empty(), Quarter.of("2026-Q5"));
    }
}
