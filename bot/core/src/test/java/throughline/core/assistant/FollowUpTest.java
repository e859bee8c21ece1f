package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Theme;

class FollowUpTest {
    private static final String WHO_I3 = "Maya Lind owns Guided setup (I3).";
    private static final String OKR_I3 = "Guided setup (I3) serves O1, “New teams reach value in their first week”.";
    private static final String WHEN_I3 = "Guided setup (I3) is in Now: high confidence, this quarter.";
    private static final String WHY_I3 = "Guided setup (I3): it should move 7-day activation 40% → 55%, now 46%.";
    private static final Optional<Dialogue> GUIDED_SETUP = Optional.of(new Focus(new ItemId("I3")));

    private final Chat chat = new Chat();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and who owns it?",
                "who?",
                "And the owner?",
                "who's working on this",
                "ok thanks, who is behind that one?",
                "who owns this initiative?",
                "who do I ask about it?",
                "what about its owner",
                "which team builds it",
                "whos responsible for that",
                "who is in charge of this one, please?"
            })
    void it_has_an_owner(String question) {
        chat.ask("sam", "which-okr I3");
        assertEquals(WHO_I3, first(chat.ask("sam", question)));
    }

    @Test
    void what_was_talked_about_two_weeks_ago_is_forgotten() {
        chat.ask("sam", "which-okr I3");
        chat.after(Duration.ofDays(13));
        assertEquals(WHO_I3, first(chat.ask("sam", "and who owns it?")));
        chat.after(Duration.ofDays(1));
        assertNotEquals(WHO_I3, first(chat.ask("sam", "and who owns it?")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which OKR does this serve",
                "Which OKR does it serve?",
                "and which objective is that under?",
                "what key result does this bet move?",
                "what's its goal?",
                "which okr?",
                "what does it support?",
                "the objective?",
                "so what is the goal of this one"
            })
    void it_serves_an_objective(String question) {
        chat.ask("sam", "who owns I3");
        assertEquals(OKR_I3, first(chat.ask("sam", question)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when?",
                "and when is it coming?",
                "when will that ship",
                "is it in now?",
                "will it ship this quarter?",
                "what's the ETA?",
                "how soon can we have it",
                "its release window?"
            })
    void it_has_a_horizon(String question) {
        chat.ask("sam", "who owns I3");
        assertEquals(WHEN_I3, first(chat.ask("sam", question)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why?",
                "Why",
                "but why",
                "why this?",
                "why is it in now",
                "why are we doing that?",
                "why does it matter",
                "what's the point of it?",
                "why that one now?",
                "what is the rationale behind it"
            })
    void it_has_a_reason(String question) {
        chat.ask("sam", "who owns I3");
        assertEquals(WHY_I3, first(chat.ask("sam", question)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I3 | that one's constraints? | Guided setup (I3) has one constraint: Must work within existing permissions.",
                "I3 | any constraints? | Guided setup (I3) has one constraint: Must work within existing permissions.",
                "I3 | what about its non-goals | Guided setup (I3) has one non-goal: Contractors.",
                "I3 | does it have non goals? | Guided setup (I3) has one non-goal: Contractors.",
                "I3 | is it on track? | Guided setup (I3) is in Now: high confidence.",
                "I3 | tell me more | Guided setup (I3) is in Now: high confidence.",
                "I3 | what's the status? | Guided setup (I3) is in Now: high confidence.",
                "I3 | what is it? | Guided setup (I3) is in Now: high confidence.",
                "O1-KR2 | is it on track | 7-day activation (O1-KR2) is at 46%",
                "O2 | why? | Fewer tickets per account (O2): Support costs grow faster than revenue.",
                "O3 | who owns this objective | Maya Lind owns Win enterprise (O3)."
            })
    void it_is_whatever_was_talked_about(String item, String question, String expected) {
        chat.ask("sam", "show " + item);
        String answer = first(chat.ask("sam", question));
        assertTrue(answer.startsWith(expected), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it is raining",
                "is it raining?",
                "why is it raining",
                "is this a bot?",
                "that's great, thanks",
                "thanks!",
                "is that ok?",
                "is it friday",
                "what is this channel for?",
                "who said that?",
                "who are you?",
                "who are they?",
                "how's it going?",
                "do it",
                "is this thing on?",
                "why are you doing this?",
                "why not?",
                "drop it",
                "move it to next",
                "which OKR does this serve: export to Excel",
                "which OKR does this serve?\nExport to Excel",
                "what's next?",
                "who owns this objective?",
                "who owns dark mode?",
                "who owns it and dark mode",
                "what are our okrs?",
                "show me these OKRs",
                "yes",
                "now"
            })
    void what_does_not_refer_back_is_answered_as_ever(String text) {
        String without = chat.ask("ana", text);
        chat.ask("sam", "show I3");
        assertEquals(without, chat.ask("sam", text));
    }

    @Test
    void without_something_to_refer_to_it_is_asked_back() {
        assertEquals("Which one?", first(chat.ask("sam", "why?")));
        chat.ask("sam", "now");
        assertEquals("Which one?", first(chat.ask("sam", "why?")));
    }

    @Test
    void thanks_in_between_do_not_lose_it_and_another_item_replaces_it() {
        chat.ask("sam", "who owns I3");
        chat.ask("sam", "sing me a song");
        chat.ask("sam", "now");
        assertEquals(WHY_I3, first(chat.ask("sam", "why?")));
        chat.ask("sam", "when is SSO coming?");
        assertEquals("Maya Lind owns SSO for all plans (I9).", first(chat.ask("sam", "and who owns it?")));
    }

    @Test
    void a_team_is_remembered_too() {
        chat.ask("sam", "team growth");
        assertEquals("Priya Shah leads Growth.", first(chat.ask("sam", "who leads it?")));
        assertTrue(first(chat.ask("sam", "what are they working on?")).startsWith("Growth: 5 bets in Now"));
    }

    @Test
    void an_item_with_the_words_of_a_question_as_its_title_is_meant() {
        Item status = Acme.item(Kind.THEME, "T9", values -> values.with(Theme.TITLE, "Status"));
        chat.record(Acme.MAYA, "so it is called", new Change.Added(status));
        chat.ask("sam", "who owns I3");
        assertFalse(first(chat.ask("sam", "Status?")).contains("Guided setup"));
    }

    @Test
    void what_is_gone_is_not_referred_to() {
        chat.ask("sam", "who owns I3");
        chat.record(Acme.MAYA, "gone", new Change.Removed(Kind.INITIATIVE, new ItemId("I3")));
        assertEquals("Which one?", first(chat.ask("sam", "why?")));
    }

    @Test
    void a_choice_goes_before_and_what_was_chosen_is_talked_about() {
        chat.ask("sam", "who owns I9");
        chat.ask("sam", "which okr does setup serve");
        chat.ask("sam", "the second");
        assertEquals("Maya Lind owns Setup checklist for admins (I10).", first(chat.ask("sam", "who owns it?")));
    }

    @Test
    void a_question_about_the_same_item_is_not_committed() {
        Counting counting = new Counting();
        Bot bot = chat.bot(counting);
        for (String text : List.of("who owns I3", "and why?", "which okr?", "sing me a song", "now")) {
            bot.hear(chat.incoming("sam", "dm:sam", new Input.Said(text, Input.Manner.OPEN)));
        }
        assertEquals(1, counting.commits);
    }

    @Test
    void a_command_neither_changes_nor_loses_it_and_is_answered_in_its_response() {
        chat.ask("sam", "who owns I3");
        Input command = new Input.Said("why I9", Input.Manner.COMMAND);
        assertTrue(chat.bot.ask(chat.incoming("sam", "dm:sam", command)).isPresent());
        assertEquals(GUIDED_SETUP, open(chat.incoming("sam", "dm:sam", command)));
        assertEquals(WHY_I3, first(chat.command("sam", "dm:sam", "why?")));
    }

    @Test
    void what_a_command_refers_to_is_not_told_to_others() {
        chat.ask("sam", "who owns I3");
        chat.ask("tom", "who owns I9");
        assertEquals(WHY_I3, first(answered("sam", "why")));
        assertTrue(first(answered("tom", "why")).startsWith("SSO for all plans (I9)"));
        assertEquals("Which one?", first(answered("maya", "why")));
    }

    private String answered(String person, String text) {
        Input command = new Input.Said(text, Input.Manner.COMMAND);
        return chat.bot
                .ask(chat.incoming(person, "dm:" + person, command))
                .orElseThrow()
                .get(0)
                .payload();
    }

    @Test
    void in_a_thread_somebody_else_may_go_on() {
        inThread("sam", "t1", "which OKR does guided setup serve?");
        assertEquals(WHO_I3, inThread("tom", "t1", "and who owns it?"));
        assertEquals("Which one?", inThread("tom", "t2", "why?"));
        assertEquals("Which one?", first(chat.ask("sam", "#growth", "why?")));
        inThread("tom", "t1", "which okr does setup serve");
        assertTrue(inThread("priya", "t1", "the first").startsWith(OKR_I3));
    }

    @Test
    void a_direct_conversation_and_a_channel_outside_of_threads_stay_the_persons() {
        chat.ask("sam", "who owns I3");
        chat.ask("sam", "#growth", "who owns I9");
        assertEquals("Which one?", first(chat.ask("tom", "#growth", "why?")));
        assertEquals(WHY_I3, first(chat.ask("sam", "why?")));
    }

    @Test
    void in_a_thread_a_yes_counts_by_the_rights_of_who_says_it() {
        assertEquals("Take O1-KR2 off Guided setup (I3)?", inThread("maya", "t1", "unlink I3 O1-KR2"));
        assertEquals("", chat.speaker.said.get(chat.speaker.said.size() - 1).recipient(), "everybody there sees it");
        assertEquals("Sent to Maya Lind as a proposal (PR1); nothing is changed yet.", inThread("sam", "t1", "yes"));
        inThread("maya", "t1", "unlink I3 O1-KR2");
        assertTrue(inThread("tom", "t1", "yes").startsWith("Taken back: Guided setup (I3)"));
        assertFalse(inThread("sam", "t1", "yes").startsWith("Taken back"), "it is asked once");
    }

    private String inThread(String person, String thread, String text) {
        Incoming outside = chat.incoming(person, "#growth", new Input.Said(text, Input.Manner.OPEN));
        Place there = new Place(
                outside.place().platform(),
                outside.place().channel(),
                Optional.of(thread),
                outside.place().reach());
        List<Posting> answer = chat.hear(new Incoming(outside.delivery(), outside.from(), there, outside.input(), ""));
        return first(answer.get(0).payload());
    }

    private Optional<Dialogue> open(Incoming incoming) {
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Counts what is committed. */
    private final class Counting implements TurnStore {
        private int commits;

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            commits++;
            return chat.store.commit(commit);
        }
    }
}
