package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.card.PlainText;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

class ViewsTest {
    private final Chat chat = new Chat();

    @BeforeEach
    void more() {
        chat.record(Acme.MAYA, "the plan for spring", Acme.more());
    }

    @Test
    void executives_see_themes_with_kpi_okr_and_bets() {
        String view = chat.ask("sam", "view theme");
        assertTrue(view.startsWith("4 themes with 2 bets in Now; 5 more in Now without a theme."), view);
        assertTrue(view.contains("T1 First week · KPI: 7-day activation · → New teams reach value"), view);
        assertTrue(view.contains("1 in Now"), view);
    }

    @Test
    void releases_come_by_window_and_those_without_one_last() {
        String view = chat.ask("sam", "view release");
        assertTrue(view.startsWith("4 of 11 open bets have a release window; the first is Q4 2026."), view);
        assertInOrder(
                view, "Q4 2026: 1 bet, 1 should", "I21", "H2 2026", "I9", "Q1 2027", "I20", "I13", "No release window");
        assertTrue(view.contains("needs I20 (Now)"), view);
        assertTrue(view.contains("released before what it needs: I20 (Q1 2027)"), view);
        assertTrue(view.contains("needed by I21, I22"), view);
        assertFalse(view.contains("2027-03-31"), view);
    }

    @Test
    void a_window_that_is_over_is_told() {
        chat.after(Duration.ofDays(60));
        assertTrue(chat.ask("sam", "view release")
                .startsWith("4 of 11 open bets have a release window; overdue since Q4 2026."));
    }

    @Test
    void engineering_sees_what_technology_enables() {
        String view = chat.ask("sam", "view technology");
        assertTrue(view.startsWith("1 technical bet is open: 1 in Now, 14% of Now."), view);
        assertTrue(
                view.contains("enables Invoice explanations (I21), Next; Usage on every invoice line (I22), Later"),
                view);
    }

    @Test
    void the_portfolio_answers_whether_bets_drive_goals() {
        String view = chat.ask("sam", "view portfolio");
        assertTrue(
                view.startsWith(
                        "Not all: 5 of 7 (71%) bets in Now have a line to an OKR, and every objective has one of them."),
                view);
        assertTrue(view.contains("Size of Now: 1 big, 1 small, 5 not sized"), view);
        assertTrue(view.contains("Teams: Growth 6 (86%), Billing 1 (14%)"), view);
        chat.record(
                Acme.MAYA,
                "",
                new Change.Unlisted<>(Kind.INITIATIVE, new ItemId("I9"), Initiative.SERVES, new ItemId("O3-KR1")));
        String idle = chat.ask("sam", "view portfolio");
        assertTrue(idle.contains("and 1 of 3 objectives has no bet in Now."), idle);
        assertTrue(idle.contains("No bet in Now: Win enterprise (O3)"), idle);
        assertInOrder(idle, "• Win enterprise (O3)", "• New teams reach value");
    }

    @Test
    void the_board_has_three_columns() {
        assertTrue(chat.ask("sam", "view board").startsWith("Board: 7 in Now, 2 in Next, 2 in Later."));
        assertInOrder(
                chat.ask("sam", "view board all"), "Now: 7 bets", "I3 Guided setup · → O1-KR2", "Next: 2 bets", "I13");
    }

    @Test
    void a_team_sees_its_columns_and_key_results() {
        String view = chat.ask("sam", "view team billing");
        assertTrue(view.startsWith("Billing: 1 bet in Now, with a line to an OKR."), view);
        assertTrue(view.contains("O2-KR1: tickets per account 1.8 → 1.2, now 1.7 by Q1 2027"), view);
        assertTrue(chat.ask("sam", "view Billing").startsWith("Billing: 1 bet"));
        assertTrue(chat.ask("sam", "view team").startsWith("Which one?"));
    }

    @Test
    void the_tree_leads_from_the_key_result_to_the_experiment() {
        String tree = chat.ask("sam", "tree O2");
        assertInOrder(
                tree,
                "Objective O2",
                "└ Key result O2-KR1",
                "\u2003└ Theme T2",
                "\u2003\u2003└ Initiative I21",
                "\u2003\u2003\u2003└ Experiment X1 People read an explanation beside the figure · result: 7 of 10 did");
        assertTrue(chat.ask("sam", "tree O2 all").contains("Initiative I22 Usage on every invoice line · Later")
                || chat.ask("sam", "tree O2 page 2").contains("Initiative I22"));
        assertTrue(chat.ask("sam", "tree T1").contains("└ Initiative I3"));
        assertTrue(chat.ask("sam", "tree I3").contains("└ Experiment X2"));
        assertTrue(chat.ask("sam", "tree O1-KR1").contains("└ Initiative I4 Sample projects · Now, no theme"));
        assertTrue(chat.ask("sam", "tree TM2").startsWith("Billing is a team, which /roadmap tree is not about."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"view release", "view board", "view portfolio", "view team growth", "tree O1"})
    void pages_show_every_row_once(String command) {
        List<String> paged = new ArrayList<>();
        String page = chat.ask("sam", command + " all");
        paged.addAll(rows(page));
        for (int number = 2;
                chat.last().card().buttons().stream()
                        .anyMatch(button -> button.label().equals("Next page"));
                number++) {
            page = chat.tap("sam", "Next page");
            assertTrue(page.lines().findFirst().orElseThrow().contains("Page " + number), page);
            paged.addAll(rows(page));
        }
        Set<String> once = new HashSet<>(paged);
        assertEquals(paged.size(), once.size());
        List<String> first = rows(chat.ask("sam", command));
        assertTrue(paged.containsAll(first));
    }

    @Test
    void a_page_that_is_not_there_leads_back() {
        assertTrue(chat.ask("sam", "view board page 99").startsWith("There is no page 99; the last one is 2."));
        assertTrue(chat.tap("sam", "Show page 2").contains("Page 2 of 2."));
        assertTrue(chat.ask("sam", "tree page 99").startsWith("There is no page 99."));
    }

    @ParameterizedTest
    @CsvSource({
        "show me the portfolio view,Not all",
        "the release view,4 of 11",
        "what does the public roadmap look like?,Acme works on",
        "show me the opportunity solution tree,Opportunity Solution Tree",
        "view executives,4 themes",
        "view relase,4 of 11",
        "view customers,Acme works on",
        "view tree O2,Opportunity Solution Tree of Fewer tickets",
        "view unicorns,There is no view called “unicorns”"
    })
    void views_are_asked_for_in_many_words(String question, String answer) {
        String told = chat.ask("sam", question);
        assertTrue(told.startsWith(answer), told);
    }

    @Test
    void customers_read_themes_and_problems_and_nothing_that_promises() {
        String view = chat.ask("maya", "view public");
        assertTrue(view.startsWith("Acme works on 3 themes."), view);
        assertTrue(
                view.contains("Bills that explain themselves · Nobody can tell what a line of the invoice stands for."),
                view);
        assertTrue(view.contains("Most people then write to support."), view);
        assertTrue(view.contains("being worked on"), view);
        assertTrue(view.contains("Sign-on for … audits"), view);
        assertFalse(view.matches("(?s).*(Globex|Tom|2027|Cheaper hosting|Invoice explanations|T2).*"), view);
    }

    @Test
    void the_public_view_gives_nothing_away() {
        PublicCards.assertDiscreet(PlainText::of);
    }

    @Test
    void dropped_and_done_bets_are_in_no_view_of_what_is_open() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I20"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.DROPPED)));
        assertEquals("No open bet is marked as technology.", first(chat.ask("sam", "view technology")));
        assertFalse(chat.ask("sam", "view release all").contains("• I20"));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElseThrow();
    }

    private static List<String> rows(String text) {
        return text.lines().filter(line -> line.startsWith("• ")).toList();
    }

    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
            assertTrue(matcher.find(from), () -> "“" + part + "” is missing or out of order in: " + text);
            from = matcher.end();
        }
    }
}
