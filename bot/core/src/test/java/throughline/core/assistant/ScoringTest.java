package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.card.Block;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

class ScoringTest {
    private final Chat chat = Scored.in(new Chat());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score I3 | Guided setup (I3): CD3 1,900 and cost of delay 9,500 a week.",
                "rice guided setup | Guided setup (I3): CD3 1,900 and cost of delay 9,500 a week.",
                "score I12 | Nothing that a score needs is recorded for Faster search (I12).",
                "score P1 | Acme Rooms (P1): DHM 6 of 9.",
                "compare I3 I4 I9 | Guided setup (I3) comes first of 3 by CD3 (1,900).",
                "compare guided setup vs sample projects | Guided setup (I3) comes first of 2 by CD3 (1,900).",
                "compare I3, I12 | Guided setup (I3) comes first of 2 by CD3 (1,900).",
                "compare I12 I14 | Nothing that would put these 2 in an order is recorded.",
                "compare now | Guided setup (I3) comes first of 6 in Now by CD3 (1,900).",
                "compare now billing | Only Invoice self-service (I7) is in Now for Billing, so there is nothing to compare.",
                "compare theme T1 | Only Guided setup (I3) is in First week (T1), so there is nothing to compare.",
                "compare O1 | Guided setup (I3) comes first of 3 in New teams reach value in their first week (O1) by CD3 (1,900).",
                "compare W2 W1 | Questions that survive a reload (W1) comes first of 2 by the shortest estimate (2 weeks).",
                "compare O2 O3 | Fewer tickets per account (O2) comes first of 2 by what a week of delay costs in Now (9,500 a week).",
                "compare I3 T1 | I compare things of one kind: Guided setup (I3) is an initiative, First week (T1) is a theme.",
                "compare I3 | With what shall I compare Guided setup (I3)?",
                "compare I3 I3 | With what shall I compare Guided setup (I3)?",
                "compare | Which ones shall I compare?",
                "compare I4 unicorns | I find nothing called “unicorns” on the roadmap.",
                "mix | Now: 6 bets, a healthy mix.",
                "mix later | Later: 1 bet, an unbalanced mix.",
                "mix product | Acme Rooms (P1): 8 bets, a healthy mix.",
                "mix growth | Growth: 7 bets, a healthy mix.",
                "mix q4 2026 | Q4 2026: 2 bets.",
                "mix 2031-Q1 | Nothing is planned for the release window Q1 2031."
            })
    void the_first_line_is_the_answer(String asked, String answer) {
        assertEquals(answer, first(chat.ask("sam", asked)));
    }

    @Test
    void what_disagrees_with_the_order_and_what_has_no_figure_is_told() {
        String answer = chat.ask("sam", "compare now");
        assertTrue(answer.contains("Best first by CD3: cost of delay a week ÷ weeks of work."), answer);
        assertTrue(answer.contains("I7, I10 and I12 have no CD3 and stand last. By RICE I9 would come first."), answer);
        assertEquals(5, table().rows().size());
        chat.tap("sam", "Show all 6");
        assertEquals(6, table().rows().size());
    }

    @Test
    void a_tie_is_told() {
        assertEquals(
                "I3 and I4 tie for the first place of 2 by cost of delay (9,500 a week).",
                first(tied().ask("sam", "compare I3 I4")));
    }

    /** Where nobody knows how long either takes. */
    private Chat tied() {
        Chat tied = new Chat();
        for (String id : List.of("I3", "I4")) {
            tied.record(
                    Acme.MAYA,
                    "a guess",
                    new Change.Edited<>(
                            Kind.INITIATIVE,
                            new ItemId(id),
                            Initiative.COST_OF_DELAY,
                            Optional.empty(),
                            Optional.of(new CostOfDelay(BigDecimal.valueOf(9_500), Optional.empty()))));
        }
        return tied;
    }

    @Test
    void a_part_of_a_name_is_asked_back_and_what_was_understood_is_kept() {
        assertEquals(
                "Did you mean Guided setup (I3) or Setup checklist for admins (I10)?",
                first(chat.ask("sam", "compare I4 setup")));
        String answer = chat.ask("sam", "the first one");
        assertEquals("Guided setup (I3) comes first of 2 by CD3 (1,900).", first(answer));
        assertTrue(answer.contains("I4 Sample projects"), answer);
    }

    @Test
    void what_is_missing_is_named_with_its_command() {
        String answer = chat.ask("sam", "score I9 all");
        assertTrue(answer.contains("/roadmap edit I9 dhm.delight.score: …; dhm.hard_to_copy.score: …"), answer);
        assertFalse(answer.contains("2027-03-31"), answer);
        assertTrue(answer.contains("nothing for the 18 weeks that are left"), answer);
    }

    @Test
    void more_than_eight_are_not_compared_and_that_is_told() {
        String answer = chat.ask("sam", "compare I3 I4 I7 I9 I10 I12 I13 I14 " + more(2));
        assertEquals("Guided setup (I3) comes first of 8 by CD3 (1,900).", first(answer));
        assertTrue(answer.contains("I left out I1000 and I1001."), answer);
    }

    @Test
    void after_an_answer_the_score_is_asked_by_a_word() {
        chat.ask("sam", "show I3");
        assertEquals(
                "Guided setup (I3): CD3 1,900 and cost of delay 9,500 a week.",
                first(chat.ask("sam", "and the score?")));
    }

    @Test
    void a_large_horizon_is_answered_in_part_and_that_is_told() {
        more(3_000);
        String answer = chat.ask("sam", "compare later");
        assertTrue(answer.contains("I looked at the first 1,000 of 3,001."), answer);
        assertEquals("Later: 3,001 bets, an unbalanced mix.", first(chat.ask("sam", "mix later")));
    }

    private String more(int bets) {
        List<String> ids =
                IntStream.range(1_000, 1_000 + bets).mapToObj(i -> "I" + i).toList();
        chat.record(
                Acme.MAYA,
                "more",
                ids.stream()
                        .map(id -> new Change.Added(Acme.bet(id, "Bet " + id, Horizon.LATER, v -> v)))
                        .toArray(Change[]::new));
        return String.join(" ", ids);
    }

    private Block.Table table() {
        return chat.last().card().blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String first(String answer) {
        return answer.lines().findFirst().orElse("");
    }
}
