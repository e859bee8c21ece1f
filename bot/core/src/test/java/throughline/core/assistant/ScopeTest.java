package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Answer;
import throughline.core.question.Intent;

/** Now, Next and Later for some teams, goals, themes and owners. */
class ScopeTest {
    private final Chat chat = new Chat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now O1 | Now for New teams reach value in their first week (O1): 3 bets.",
                "now O1-KR2 | Now for 7-day activation (O1-KR2): 2 bets.",
                "now first week | Now for First week (T1): 1 bet.",
                "now maya | Now for Maya Lind: 5 bets.",
                "now tom okafor | Now for Tom Okafor: 1 bet.",
                "next maya | Next for Maya Lind: 1 bet.",
                "now growth O2 | Now for Growth and Fewer tickets per account (O2): 1 bet.",
                "now O2 billing tom | Now for Fewer tickets per account (O2), Billing and Tom Okafor: 1 bet.",
                "now growth billing | Now for Growth and Billing: 6 bets.",
                "now for O1 and O2 | Now for New teams reach value in their first week (O1) and Fewer tickets per account (O2): "
                        + "4 bets.",
                "next growth O1 | Nothing is in Next for Growth and New teams reach value in their first week (O1).",
                "later sam | Nothing is in Later for Sam Ortiz."
            })
    void horizons_are_narrowed_down_by_team_okr_theme_and_owner(String question, String expected) {
        assertTrue(first(chat.ask("sam", question)).startsWith(expected), first(chat.ask("sam", question)));
    }

    @Test
    void a_filter_goes_on_to_the_next_horizon() {
        chat.ask("sam", "now growth O3");
        assertTrue(first(chat.tap("sam", "Show Next")).startsWith("Next for Growth and Win enterprise (O3): 1 bet."));
        assertEquals(List.of("Growth", "O3"), answer().entities());
    }

    @Test
    void a_filter_that_names_nothing_is_told() {
        String answer = chat.ask("sam", "now unicorns growth");
        assertTrue(first(answer).startsWith("Now for Growth: 5 bets."), answer);
        assertTrue(answer.contains("I know no team, OKR, theme or person called “unicorns”"), answer);
    }

    private Answer answer() {
        return chat.last().answer().orElse(Answer.of(Intent.UNKNOWN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
