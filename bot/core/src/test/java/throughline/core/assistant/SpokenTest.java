package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.card.Button;
import throughline.core.question.TaughtPhrasing;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;

class SpokenTest {
    private final Chat chat = new Chat();

    @BeforeEach
    void a_month_later() {
        chat.phrasing = new TaughtPhrasing();
        chat.after(Duration.ofDays(30));
        chat.ask("maya", "own I9 me because Tom left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how is guided setup rated | score I3",
                "could you weigh I3 against SSO for all plans | compare I3 I9",
                "let us weigh all that is in now | compare now",
                "are our bets lopsided | mix",
                "are the ones in next lopsided | mix next",
                "any flaws here | check roadmap",
                "any flaws in what I own | check mine",
                "any flaws in now? | check now",
                "any flaws in our themes? | check themes",
                "flaws of guided setup | check I3",
                "flaws of guided setup on the roadmap | check I3",
                "any flaws of the roadmap | check roadmap",
                "guided setup sounds abstract | layer I3",
                "what is too abstract | layer",
                "O1 seems stuck | diagnose O1",
                "everything seems stuck | diagnose",
                "all edits of guided setup | history I3",
                "what happened since yesterday | changes yesterday",
                "what happened today | changes today",
                "what happened lately? | changes",
                "how things looked on November 20 | as-of 2026-11-20 now",
                "how things looked on the 20th of november | as-of 2026-11-20 now",
                "how things looked two weeks ago in next | as-of two weeks ago next",
                "how our okrs looked two weeks ago | as-of two weeks ago okrs",
                "how guided setup looked two weeks ago | as-of two weeks ago show I3",
                "who owned guided setup, it looked, two weeks ago | as-of two weeks ago who I3",
                "how things looked | as-of",
                "what differs between last month and now | diff last month now",
                "what differs from two weeks ago | diff two weeks ago now",
                "what differs in guided setup since two weeks ago | diff I3 two weeks ago now",
                "what differs now | diff this quarter now",
                "what happened between last month and now | diff last month now",
                "what happened from last month to yesterday | diff last month yesterday",
                "edits of guided setup from two weeks ago until now | diff I3 two weeks ago now",
                "show me the branches | tree",
                "what slid | slip",
                "what slid in Q3 2026? | slip q3 2026",
                "what slid last quarter | slip last quarter",
                "the perspective of executives | view theme",
                "a perspective by release window | view release",
                "the perspective of a customer | view public",
                "the perspective of Growth | view team Growth",
                "is there another perspective | view",
                "branches below O1 | tree O1",
                "all the branches | tree"
            })
    void a_sentence_gives_what_would_be_typed(String sentence, String command) {
        String typed = first(chat.ask("sam", command));
        assertEquals(typed, first(chat.ask("sam", sentence)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "please revert this | undo",
                "please revert what I did to guided setup | undo I3",
                "please notify me about guided setup | watch I3",
                "I want guided setup to shift to next | move I3 next",
                "shift guided setup from now to later | move I3 later",
                "guided setup can shift, it is done | done I3",
                "no shift but drop guided setup | drop I3",
                "no shift but drop guided setup, it is in now | drop I3",
                "shift guided setup into later, it is in now | move I3 later",
                "shift guided setup out of now | move I3",
                "guided setup has to shift | move I3"
            })
    void what_changes_something_is_offered_and_not_done(String sentence, String command) {
        int before = chat.store.log().size();
        chat.ask("maya", sentence);
        assertTrue(
                chat.last().card().buttons().stream().map(Button::value).anyMatch(command::equals), "" + chat.last());
        assertEquals(before, chat.store.log().size());
    }

    @Test
    void what_is_taken_back_of_an_item_whose_id_is_a_number_is_no_earlier_change() {
        chat.record(Acme.MAYA, "", new Change.Added(Acme.bet("2", "Calendar", Horizon.LATER, values -> values)));
        chat.ask("maya", "edit I14 size: small");
        chat.ask("maya", "edit 2 size: big");
        chat.ask("maya", "edit I13 size: small");
        chat.ask("maya", "edit I13 size: big");
        chat.ask("maya", "revert what I did to calendar");
        assertEquals(
                "Take back your last change of Calendar (2)?",
                chat.last().card().headline().plain());
        chat.tap("maya", "Take it back");
        assertEquals(Optional.empty(), size("2"));
        assertEquals(Optional.of(Initiative.Size.BIG), size("I13"));
    }

    private Optional<Initiative.Size> size(String id) {
        return chat.store
                .load("")
                .roadmap()
                .find(id)
                .flatMap(bet -> bet.values().find(Initiative.SIZE));
    }

    @Test
    void a_pasted_list_is_answered_at_once() {
        String list =
                IntStream.range(0, 800).mapToObj(number -> "exports" + number).collect(Collectors.joining(", "));
        assertTimeout(Duration.ofSeconds(2), () -> chat.ask("sam", "weigh " + list));
    }

    @Test
    void a_long_run_of_signs_is_answered_at_once() {
        String noise = "a" + "!".repeat(9_900) + "b";
        assertTimeout(Duration.ofSeconds(1), () -> chat.ask("sam", "what happened since " + noise));
    }

    @Test
    void an_offer_is_taken_with_a_tap() {
        chat.ask("sam", "notify me about guided setup");
        assertEquals("You watch Guided setup (I3) from now on.", first(chat.tap("sam", "Watch I3")));
    }

    @Test
    void who_names_nothing_is_asked_which_one() {
        assertTrue(first(chat.ask("sam", "notify me")).startsWith("Which one?"), "" + chat.last());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diff between last month and now, what differs | diff last month now",
                "tree with all branches | tree",
                "view for a customer's perspective | view public"
            })
    void a_sentence_may_begin_with_a_commands_verb(String sentence, String command) {
        String typed = first(chat.ask("sam", command));
        assertEquals(typed, first(chat.ask("sam", sentence)));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
