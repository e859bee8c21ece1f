package throughline.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.score.ScoresTest.decimal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.CostOfDelay.Profile;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Initiative.Moscow;
import throughline.core.roadmap.Initiative.Size;

class MixTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BIG MEDIUM SMALL | ",
                "BIG BIG MEDIUM SMALL | ",
                "BIG BIG BIG MEDIUM SMALL | 3 of 5 sized bets are big, more than half: risk is concentrated",
                "SMALL SMALL SMALL MEDIUM | 3 of 4 sized bets are small, more than two thirds: incremental thinking; there is no big bet",
                "BIG BIG BIG | 3 of 3 sized bets are big, more than half: risk is concentrated; there is no medium and no small bet",
                "BIG SMALL | there is no medium bet",
                "NONE NONE | no bet has a size, so the mix can't be judged"
            })
    void a_healthy_mix_has_all_three_sizes_and_none_outweighs(String sizes, String verdict) {
        Mix mix = Mix.of(Stream.of(sizes.split(" ")).map(MixTest::sized).toList());
        assertEquals(Optional.ofNullable(verdict).orElse(""), String.join("; ", mix.verdict()));
        assertEquals(verdict == null, mix.isHealthy());
    }

    @Test
    void more_than_60_percent_must_is_told() {
        Release full = Release.of(List.of(placed("I1", Moscow.MUST, 61), placed("I2", Moscow.SHOULD, 39)));
        assertTrue(full.isOverloaded());
        assertEquals(
                "musts take 61 % of the effort (known for 2 of 2 bets), more than 60 %: too little can give way",
                full.verdict());
        Release even = Release.of(List.of(placed("I1", Moscow.MUST, 60), placed("I2", Moscow.COULD, 40)));
        assertFalse(even.isOverloaded());
        Release wont = Release.of(
                List.of(placed("I1", Moscow.MUST, 61), placed("I2", Moscow.COULD, 39), placed("I3", Moscow.WONT, 900)));
        assertEquals(Optional.of(61), wont.mustPercent());
        assertEquals(
                Optional.empty(),
                Release.of(List.of(ScoresTest.bet(v -> v.with(Initiative.MOSCOW, Moscow.MUST))))
                        .mustPercent());
    }

    @Test
    void best_first_is_by_the_first_measure_that_is_known_for_all_and_ties_are_told() {
        Initiative one = ScoresTest.bet("I1", ScoresTest.cost(500, Profile.LINEAR));
        Initiative two = ScoresTest.bet(
                "I2",
                ScoresTest.cost(900, Profile.LINEAR)
                        .also(ScoresTest.rice(decimal(10), decimal(1), decimal(100), decimal(1))));
        Initiative three = ScoresTest.bet("I3", ScoresTest.cost(500, Profile.LINEAR));
        Ranking ranking = ranking(one, two, three);
        assertEquals(Optional.of(Measure.COST_OF_DELAY), ranking.by());
        assertEquals(
                List.of(two, one, three),
                ranking.places().stream().map(Ranking.Place::bet).toList());
        assertEquals(List.of(List.of(two), List.of(one, three)), ranking.ties());
    }

    @Test
    void what_has_no_figure_stands_last_and_without_any_figure_there_is_no_first() {
        Initiative one = ScoresTest.bet("I1", v -> v);
        Initiative two = ScoresTest.bet("I2", ScoresTest.rice(decimal(0), decimal(1), decimal(100), decimal(1)));
        Ranking ranking = ranking(one, two);
        assertEquals(Optional.of(Measure.RICE), ranking.by());
        assertEquals(List.of(two), ranking.first());
        assertEquals(List.of(one), ranking.unknown());
        assertEquals(List.of(), ranking(one).first());
    }

    private static Ranking ranking(Initiative... bets) {
        return Ranking.of(Stream.of(bets)
                .map(bet -> Scores.of(ScoresTest.roadmap(bets), bet, TODAY))
                .toList());
    }

    private static Initiative sized(String size) {
        return ScoresTest.bet(v -> size.equals("NONE") ? v : v.with(Initiative.SIZE, Size.valueOf(size)));
    }

    private static Initiative placed(String id, Moscow place, int effort) {
        return ScoresTest.bet(
                id,
                v -> ScoresTest.rice(decimal(1), decimal(1), decimal(1), decimal(effort))
                        .apply(v)
                        .with(Initiative.MOSCOW, place));
    }
}
