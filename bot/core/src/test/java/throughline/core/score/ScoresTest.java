package throughline.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.CostOfDelay.Profile;
import throughline.core.roadmap.Dhm;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FixedDeadline;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Workstream;

class ScoresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4000 | 2 | 80 | 6 | 1067 | reach 4,000 × impact 2 × 80 % ÷ 6 = 1,067",
                "4000 | 2 | 80 | 12 | 533 | reach 4,000 × impact 2 × 80 % ÷ 12 = 533",
                "2100 | 2 | 80 | 4 | 840 | reach 2,100 × impact 2 × 80 % ÷ 4 = 840",
                "3 | 0.25 | 50 | 0.5 | 0.75 | reach 3 × impact 0.25 × 50 % ÷ 0.5 = 0.75",
                "0 | 3 | 100 | 1 | 0.00 | reach 0 × impact 3 × 100 % ÷ 1 = 0"
            })
    void rice_explains_itself(
            BigDecimal reach,
            BigDecimal impact,
            BigDecimal confidence,
            BigDecimal effort,
            BigDecimal figure,
            String told) {
        Score.Known score = known(Measure.RICE, bet(rice(reach, impact, confidence, effort)));
        assertEquals(figure, score.figure());
        assertEquals(told, score.told());
    }

    @Test
    void what_is_missing_is_named_with_the_command_that_fills_it() {
        Score score = score(Measure.RICE, bet(v -> v));
        assertEquals("reach, impact, confidence and effort are not recorded", score.told());
        assertEquals(
                "edit I1 rice.reach: …; rice.impact: …; rice.confidence: …; rice.effort: …", Gap.command(score.gaps()));
        assertEquals(
                List.of("cost_of_delay.per_week", "rice.reach", "rice.impact", "rice.confidence", "rice.effort"),
                score(Measure.CD3, bet(v -> v)).gaps().stream().map(Gap::path).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINEAR | 9,500 a week, the same each week × 13 = 123,500 a quarter",
                "DECAYING | 9,500 in the first week, fading (taken to halve each quarter): 13 weeks of waiting cost about 91,485",
                "DEADLINE | 9,500 for each week after a deadline, which is not recorded"
            })
    void the_profile_says_what_a_quarter_of_waiting_costs(Profile profile, String told) {
        Score.Known score = known(Measure.COST_OF_DELAY, bet(cost(9_500, profile)));
        assertEquals("9,500 a week", score.shown());
        assertEquals(told, score.told());
        assertEquals(profile == Profile.DEADLINE ? 1 : 0, score.gaps().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-29 | nothing for the 10 weeks that are left, then 1,000 a week: missing the deadline by a quarter costs 13,000; "
                        + "the work takes 4.3 weeks (RICE effort of 1 person-month, by one person), so it has to begin within 5.7 weeks",
                "2026-12-04 | nothing for the 2 weeks that are left, then 1,000 a week: missing the deadline by a quarter costs 13,000; "
                        + "the work takes 4.3 weeks (RICE effort of 1 person-month, by one person), so it would be 2.3 weeks late, which costs 2,333",
                "2026-10-30 | the deadline was missed 3 weeks ago: 1,000 a week × 3 = 3,000 so far"
            })
    void a_deadline_says_how_many_weeks_are_left_and_never_the_day(LocalDate day, String told) {
        Initiative bet = bet(v -> rice(decimal(1), decimal(1), decimal(1), decimal(1))
                .also(cost(1_000, Profile.DEADLINE))
                .apply(v)
                .with(Initiative.FIXED_DEADLINE, new FixedDeadline(day, "the law")));
        assertEquals(told, known(Measure.COST_OF_DELAY, bet).told());
    }

    @Test
    void cd3_takes_the_estimates_of_what_is_to_do_and_else_rices_effort_and_says_which() {
        Initiative bet = bet(v -> rice(decimal(1), decimal(1), decimal(1), decimal(3))
                .also(cost(6_000, Profile.LINEAR))
                .apply(v));
        assertEquals(
                "6,000 a week ÷ 13 weeks (RICE effort of 3 person-months, by one person) = 462",
                known(Measure.CD3, bet).told());
        Roadmap estimated = roadmap(bet, work("W1", "6 weeks"), work("W2", "10 days"), done("W3", "40 weeks"));
        assertEquals(
                "6,000 a week ÷ 8 weeks (2 workstreams to go, one after another) = 750",
                known(Measure.CD3, bet, estimated).told());
        Roadmap vague = roadmap(bet, work("W1", "6 weeks"), work("W2", "large"));
        assertTrue(known(Measure.CD3, bet, vague).told().contains("RICE effort"));
        Initiative unsized = bet(cost(6_000, Profile.LINEAR));
        assertEquals(
                "edit W2 estimate: …",
                Gap.command(score(Measure.CD3, unsized, roadmap(unsized, work("W2", "large")))
                        .gaps()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 weeks | 6",
                "~3 wks | 3",
                "2-3 weeks | 3",
                "two to three weeks | 3",
                "about 10 days | 2",
                "1,5 weeks | 1.5",
                "1.5w | 1.5",
                "3 person-weeks | 3",
                "a week | 1",
                "1 sprint | 2",
                "1 quarter | 13",
                "half a week | 0.5",
                "5 points | ",
                "XL | ",
                "weeks | ",
                "by March | "
            })
    void estimates_are_read_as_people_write_them(String written, BigDecimal weeks) {
        Optional<BigDecimal> read = Length.weeks(written);
        assertEquals(weeks != null, read.isPresent());
        read.ifPresent(it -> assertEquals(0, weeks.compareTo(it), it::toString));
    }

    @Test
    void dhm_is_summed_with_its_weakest_side_and_held_against_the_product() {
        Initiative bet = bet(v -> v.with(Initiative.DHM, dhm(3, 1, 2)));
        Item product =
                Acme.item(Kind.PRODUCT, "P1", v -> v.with(Product.NAME, "Rooms").with(Product.DHM, dhm(2, 2, 2)));
        Score.Known score = known(Measure.DHM, bet, roadmap(bet, product));
        assertEquals(decimal(6), score.figure());
        assertEquals(
                "delight 3 + hard to copy 1 + margin 2 = 6 of 9, weakest in hard to copy (why 1); "
                        + "weaker than its product in hard to copy (1 against 2)",
                score.told());
        assertTrue(known(Measure.DHM, bet).told().endsWith("weakest in hard to copy (why 1)"));
        Initiative partly = bet(v -> v.with(
                Initiative.DHM,
                new Dhm(Optional.of(new Dhm.Mark(3, Optional.empty())), Optional.empty(), Optional.empty())));
        assertEquals(
                "edit I1 dhm.hard_to_copy.score: …; dhm.margin.score: …",
                Gap.command(score(Measure.DHM, partly).gaps()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, high",
        "90, high",
        "91, medium",
        "180, medium",
        "181, low",
        "400, low",
    })
    void evidence_ages_a_level_for_each_90_days(int days, String level) {
        Initiative bet =
                bet(v -> v.with(Initiative.CONFIDENCE, beliefs(Confidence.HIGH, Confidence.HIGH, Confidence.HIGH)));
        Roadmap roadmap = roadmap(bet, evidence("E1", TODAY.minusDays(days)), evidence("E2", TODAY.minusDays(900)));
        assertEquals(level, known(Measure.CONFIDENCE, bet, roadmap).shown());
    }

    @Test
    void the_lowest_side_counts_and_never_more_than_the_horizon_promises() {
        Initiative bet =
                bet(v -> v.with(Initiative.CONFIDENCE, beliefs(Confidence.HIGH, Confidence.MEDIUM, Confidence.HIGH)));
        assertEquals("medium", known(Measure.CONFIDENCE, bet).shown());
        assertTrue(known(Measure.CONFIDENCE, bet).told().contains("no dated evidence"));
        Initiative later = bet(v -> v.with(Initiative.HORIZON, Horizon.LATER)
                .with(Initiative.CONFIDENCE, beliefs(Confidence.HIGH, Confidence.HIGH, Confidence.HIGH)));
        Score.Known score = known(Measure.CONFIDENCE, later);
        assertEquals("low", score.shown());
        assertTrue(score.told().endsWith("the lowest counts: high, and Later promises no more than low"), score.told());
        assertEquals(3, score(Measure.CONFIDENCE, bet(v -> v)).gaps().size());
    }

    @Test
    void rice_never_falls_with_reach_impact_or_confidence_and_never_rises_with_effort() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal[] inputs = {
                number(random, 1_000_000),
                number(random, 3),
                number(random, 100),
                number(random, 100).add(decimal(1))
            };
            BigDecimal before = scored(inputs);
            for (int input = 0; input < inputs.length; input++) {
                BigDecimal[] more = inputs.clone();
                more[input] = more[input].add(number(random, 10));
                int change = scored(more).compareTo(before);
                assertTrue(input < 3 ? change >= 0 : change <= 0, List.of(inputs) + " and input " + input);
            }
        }
    }

    @Test
    void ten_times_the_reach_is_ten_times_the_score() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            BigDecimal reach = decimal(1_000 + random.nextInt(1_000_000));
            BigDecimal one = scored(reach, decimal(1), decimal(100), decimal(1));
            assertEquals(
                    0,
                    one.multiply(BigDecimal.TEN)
                            .compareTo(scored(reach.multiply(BigDecimal.TEN), decimal(1), decimal(100), decimal(1))));
        }
    }

    @Test
    void cd3_rises_with_the_cost_and_falls_with_the_length() {
        Random random = new Random(9);
        for (int i = 0; i < 1_000; i++) {
            long cost = 1_000L + random.nextInt(100_000);
            int weeks = 1 + random.nextInt(50);
            BigDecimal before = cd3(cost, weeks);
            assertTrue(cd3(cost + 1 + random.nextInt(1_000), weeks).compareTo(before) >= 0);
            assertTrue(cd3(cost, weeks + 1 + random.nextInt(9)).compareTo(before) <= 0);
            assertFalse(cd3(2 * cost, weeks).compareTo(before) <= 0);
        }
    }

    private static BigDecimal cd3(long cost, int weeks) {
        Initiative bet = bet(cost(cost, Profile.LINEAR));
        return known(Measure.CD3, bet, roadmap(bet, work("W1", weeks + " weeks")))
                .figure();
    }

    private static BigDecimal scored(BigDecimal... inputs) {
        return known(Measure.RICE, bet(rice(inputs[0], inputs[1], inputs[2], inputs[3])))
                .figure();
    }

    private static BigDecimal number(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most * 100), 2);
    }

    static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number);
    }

    static Filling rice(BigDecimal reach, BigDecimal impact, BigDecimal confidence, BigDecimal effort) {
        return v -> v.with(Initiative.RICE, new Rice(reach, impact, confidence, effort));
    }

    static Filling cost(long week, Profile profile) {
        return v -> v.with(Initiative.COST_OF_DELAY, new CostOfDelay(BigDecimal.valueOf(week), Optional.of(profile)));
    }

    /** What fills in fields; with another one it is one too. */
    interface Filling extends UnaryOperator<Values> {
        default Filling also(Filling next) {
            return v -> next.apply(apply(v));
        }
    }

    private static Dhm dhm(int delight, int copy, int margin) {
        return new Dhm(mark(delight), mark(copy), mark(margin));
    }

    private static Optional<Dhm.Mark> mark(int score) {
        return Optional.of(new Dhm.Mark(score, Optional.of("why " + score)));
    }

    private static Beliefs beliefs(Confidence problem, Confidence solution, Confidence outcome) {
        return new Beliefs(belief(problem), belief(solution), belief(outcome));
    }

    private static Optional<Belief> belief(Confidence level) {
        return Optional.of(new Belief(level, Optional.empty()));
    }

    private static Item evidence(String id, LocalDate on) {
        return Acme.item(
                Kind.EVIDENCE,
                id,
                v -> v.with(Evidence.STATEMENT, "seen")
                        .with(Evidence.ON, on)
                        .with(Evidence.INITIATIVE, new ItemId("I1")));
    }

    private static Item work(String id, String estimate) {
        return Acme.item(
                Kind.WORKSTREAM,
                id,
                v -> v.with(Workstream.TITLE, id)
                        .with(Workstream.INITIATIVE, new ItemId("I1"))
                        .with(Workstream.ESTIMATE, estimate));
    }

    private static Item done(String id, String estimate) {
        return Kind.WORKSTREAM.item(
                new ItemId(id), work(id, estimate).values().with(Workstream.STATUS, Workstream.Status.DONE));
    }

    static Initiative bet(UnaryOperator<Values> more) {
        return bet("I1", more);
    }

    static Initiative bet(String id, UnaryOperator<Values> more) {
        return (Initiative) Acme.bet(id, id, Horizon.NOW, more);
    }

    static Roadmap roadmap(Item... items) {
        return Roadmap.empty()
                .withAll(List.of(items).stream()
                        .map(item -> new Roadmap.Placed(item, Acme.IMPORTED))
                        .toList());
    }

    private static Score.Known known(Measure measure, Initiative bet) {
        return known(measure, bet, roadmap(bet));
    }

    private static Score.Known known(Measure measure, Initiative bet, Roadmap roadmap) {
        return Scores.of(roadmap, bet, TODAY).known(measure).orElseThrow();
    }

    private static Score score(Measure measure, Initiative bet) {
        return score(measure, bet, roadmap(bet));
    }

    private static Score score(Measure measure, Initiative bet, Roadmap roadmap) {
        return Optional.ofNullable(Scores.of(roadmap, bet, TODAY).all().get(measure))
                .orElseThrow();
    }
}
