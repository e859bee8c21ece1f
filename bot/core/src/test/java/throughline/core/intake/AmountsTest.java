package throughline.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.intake.Amounts.Period;
import throughline.core.roadmap.Estimate;

class AmountsTest {
    @Test
    void ranges_of_money_are_brought_to_the_period() {
        assertMoney("20-50k a month", "4615.38", "11538.46");
        assertMoney("$ 4k a week", "4000", "4000");
        assertMoney("4k", "4000", "4000");
        assertMoney("1,200 to 2,400 per quarter", "92.31", "184.62");
        assertMoney("€52k/year", "1000", "1000");
        assertMoney("1-2 million yearly", "19230.77", "38461.54");
        assertMoney("500-2k a week", "500", "2000");
        assertMoney("800 to 1.5k", "800", "1500");
    }

    @Test
    void changes_have_signs_and_units() {
        assertPlain("+ 1 point", "1", "1");
        assertPlain("+1-2 points", "1", "2");
        assertPlain("-0.1", "-0.1", "-0.1");
        assertPlain("2-3 %", "2", "3");
        assertPlain("about 300", "300", "300");
        assertPlain("200 – 400", "200", "400");
        assertPlain("5 to 2", "2", "5");
    }

    @Test
    void anything_else_is_none() {
        List.of("", "a lot", "some - more", "soon", "9".repeat(500), "-".repeat(10_000))
                .forEach(text -> {
                    assertTrue(Amounts.plain(text).isEmpty(), text);
                    assertTrue(Amounts.money(text, Period.WEEK).isEmpty(), text);
                });
        assertTrue(Amounts.money("-4k a week", Period.WEEK).isEmpty());
        assertTrue(Amounts.count("-3", BigDecimal.TEN).isEmpty());
    }

    @Test
    void money_has_a_currency_or_nothing() {
        List.of(
                        "5 days",
                        "5d",
                        "3 weeks",
                        "2-3 hours",
                        "50 %",
                        "20-50%",
                        "5 per cent",
                        "2 points",
                        "$ 50 %",
                        "3 months",
                        "5 days a week",
                        "50k months")
                .forEach(text -> assertTrue(Amounts.money(text, Period.YEAR).isEmpty(), text));
        assertEnds(Amounts.money("20-50k a month", Period.YEAR), "20-50k a month", "240000", "600000");
        assertEnds(Amounts.money("€1.2M/yr", Period.YEAR), "€1.2M/yr", "1200000", "1200000");
        assertEnds(Amounts.money("$500 per week", Period.YEAR), "$500 per week", "26000", "26000");
        List.of(
                        "1.2m",
                        "40k ARR",
                        "CHF 5k",
                        "500 dollars",
                        "2 million Swedish kronor",
                        "$2m a year",
                        "1 mio",
                        "300 monthly")
                .forEach(text -> assertTrue(Amounts.money(text, Period.YEAR).isPresent(), text));
    }

    @Test
    void what_could_not_be_kept_is_none() {
        List.of("1001bn", "999,999,999 million", "1-999999999999999bn", "-1001bn")
                .forEach(text -> assertTrue(Amounts.plain(text).isEmpty(), text));
        assertTrue(Amounts.money("999bn a day", Period.YEAR).isEmpty());
        assertTrue(Amounts.money("1000bn a year", Period.YEAR).isPresent());
        assertTrue(Amounts.count("5-11", BigDecimal.TEN).isEmpty());
    }

    @Test
    void long_texts_take_no_time() {
        String page = "1 a ".repeat(50_000);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Amounts.money(page, Period.YEAR));
    }

    private static void assertMoney(String text, String low, String high) {
        assertEnds(Amounts.money(text, Period.WEEK), text, low, high);
    }

    private static void assertPlain(String text, String low, String high) {
        assertEnds(Amounts.plain(text), text, low, high);
    }

    private static void assertEnds(Optional<Estimate> read, String text, String low, String high) {
        assertTrue(read.isPresent(), text);
        assertEquals(0, new BigDecimal(low).compareTo(read.get().low()), text + ": " + read);
        assertEquals(0, new BigDecimal(high).compareTo(read.get().high()), text + ": " + read);
        assertEquals(text, read.get().told());
    }
}
