package throughline.core.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40 % | 40 | %",
                "40% | 40 | %",
                "about 40 percent | 40 | %",
                "1.8 | 1.8 | ''",
                "38,5% | 38.5 | %",
                "3 of 5 | 3 | ''",
                "< 2 s | 2 | s",
                "under 10 minutes | 10 | min",
                "$12k | 12000 | $",
                "$12k a week | 12000 | $",
                "€ 1,900 | 1900 | €",
                "€2.5m | 2500000 | €",
                "1,200 | 1200 | ''",
                "1,234,567.5 | 1234567.5 | ''",
                "1,200 weekly active teams | 1200 | weekly active teams",
                "40k MAU | 40000 | MAU",
                "-3 points | -3 | points",
                "52 hours | 52 | h",
                "2 million rides | 2000000 | rides",
                "12 min | 12 | min"
            })
    void a_figure_is_read_from_what_people_write(String text, String number, String unit) {
        Figure figure = Figure.in(text).orElseThrow();
        assertEquals(0, figure.number().compareTo(new BigDecimal(number)), figure.toString());
        assertEquals(unit, figure.unit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "about half", "40-50 %", "as many as possible", "Q3 2026", "n/a", "40% of 50 teams"})
    void anything_else_is_none(String text) {
        assertTrue(Figure.in(text).isEmpty(), () -> Figure.in(text).toString());
    }

    @Test
    void times_are_compared_across_units_and_other_units_are_not() {
        Figure hours = Figure.in("2 h").orElseThrow();
        assertEquals(
                0,
                BigDecimal.valueOf(120)
                        .compareTo(hours.in(Figure.in("5 min").orElseThrow()).orElseThrow()));
        assertTrue(hours.in(Figure.in("5%").orElseThrow()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q4, 2026-10-01, 2026-12-31",
        "Q1 2027, 2027-01-01, 2027-03-31",
        "2026-H2, 2026-07-01, 2026-12-31",
        "2026, 2026-01-01, 2026-12-31",
        "2027-02-31, 2027-02-28, 2027-02-28"
    })
    void a_window_is_a_span_of_days(String written, LocalDate from, LocalDate to) {
        assertEquals(Optional.of(new Span(from, to)), Span.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-H3", "Q5 2026", "2026-13-01"})
    void what_is_no_window_is_no_span(String written) {
        assertTrue(Span.of(written).isEmpty());
    }

    @Test
    void time_passes_from_none_to_all() {
        Span span = Span.of("2026-Q4").orElseThrow();
        assertEquals(0, span.passed(LocalDate.of(2026, 9, 1)).signum());
        assertEquals(0, BigDecimal.ONE.compareTo(span.passed(LocalDate.of(2027, 9, 1))));
        assertEquals(0, new BigDecimal("0.5").compareTo(span.passed(LocalDate.of(2026, 11, 16))));
    }
}
