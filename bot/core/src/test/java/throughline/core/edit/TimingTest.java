package throughline.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-Q1|2027-Q1",
                "Q1 2027|2027-Q1",
                "q1/2027|2027-Q1",
                "Q1 27|2027-Q1",
                "Q1'27|2027-Q1",
                "1Q27|2027-Q1",
                "2027 h1|2027-H1",
                "H1 2027|2027-H1",
                "H2-2027|2027-H2",
                "third quarter of 2027|2027-Q3",
                "the first half of 2027|2027-H1",
                "1st half 2027|2027-H1",
                "by the end of Q2 2027.|2027-Q2",
                "Q4|Q4",
                "H2|H2",
            })
    void a_window_is_a_quarter_or_a_half_year(String text, String written) {
        assertEquals(Optional.of(written), Timing.WINDOW.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q1 2027|2027-Q1",
                "2027|2027",
                "end of 2027|2027",
                "2027-03-31|2027-03-31",
                "2027-3-1|2027-03-01",
                "31.3.2027|2027-03-31",
                "31. 03. 2027|2027-03-31",
                "March 2027|2027-03-31",
                "Feb 2028|2028-02-29",
                "2027-04|2027-04-30",
                "04/2027|2027-04-30",
                "1 March 2027|2027-03-01",
                "3rd of Sept 2027|2027-09-03",
                "March 1st, 2027|2027-03-01",
            })
    void an_end_is_a_period_or_a_day(String text, String written) {
        assertEquals(Optional.of(written), Timing.END.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "Q5 2027",
                "H3 2027",
                "3H27",
                "2027-13",
                "30.2.2027",
                "1/2/2027",
                "Q1 or Q2",
                "third half 2027",
                "maybe 2027",
                "decided 2027",
                "market 2027"
            })
    void anything_else_is_asked_about(String text) {
        assertEquals(Optional.empty(), Timing.END.read(text));
        assertEquals(Optional.empty(), Timing.WINDOW.read(text));
    }

    @Test
    void what_is_wrong_is_told_with_an_example() {
        assertEquals(
                "expected a quarter or a half year, never a date: it is in 2027-Q2",
                Timing.WINDOW.problem("12 May 2027"));
        assertEquals(
                "expected a quarter or a half year like 2027-Q1 or 2027-H1, found “soon”",
                Timing.WINDOW.problem("soon"));
        assertEquals("expected the year as well, like 2027-Q3", Timing.END.problem("Q3"));
        assertEquals(
                "expected a quarter, a half year or a date like 2027-Q1 or 2027-03-31, found “soon”",
                Timing.END.problem("soon"));
    }
}
