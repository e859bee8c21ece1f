package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Account;
import throughline.core.roadmap.Question;

class OwnerQuestionsTest {
    private static final String OFFLINE = "does guided setup work offline?";

    private final Chat chat = new Chat();

    @Test
    void what_cannot_be_answered_goes_to_the_owner_in_one_tap() {
        assertEquals("I can't answer that about Guided setup (I3).", first(chat.ask("sam", OFFLINE)));
        assertEquals("Maya Lind has your question (Q1).", first(chat.tap("sam", "Ask Maya")));
        String card = chat.told("maya").get(0);
        assertEquals("Sam asks about Guided setup (I3).", first(card));
        assertTrue(card.contains("“" + OFFLINE + "”"), card);
    }

    @Test
    void the_reply_goes_to_everybody_who_asked_with_its_source() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("tom", "ask-owner " + OFFLINE);
        String kept = fillIn("maya", "Q1", "Not yet.");
        assertEquals("Your answer to Q1 is kept and sent to Sam and Tom.", first(kept));
        for (String asker : List.of("sam", "tom")) {
            String told = chat.told(asker).get(chat.told(asker).size() - 1);
            assertEquals("Not yet.", first(told));
            assertTrue(told.contains("Maya answered this on 20 November. You asked: “" + OFFLINE + "”"), told);
            assertTrue(told.contains("Maya, today"), told);
        }
    }

    @Test
    void the_next_who_asks_nearly_the_same_is_given_the_kept_answer() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("maya", "answer Q1 Not yet.");
        chat.after(Duration.ofDays(5));
        String kept = chat.ask("priya", "Does the guided setup work offline?");
        assertEquals("Not yet.", first(kept));
        assertTrue(kept.contains("Maya answered this on 20 November."), kept);
        assertTrue(kept.contains("Maya, 5 days ago (Q1)"), kept);
        assertEquals("Maya Lind has your question (Q2).", first(chat.tap("priya", "Ask again")));
        chat.ask("maya", "answer Q2 Since today.");
        assertEquals("Since today.", first(chat.ask("sam", OFFLINE)), "the newest answer counts");
    }

    @Test
    void without_a_model_the_same_telling_words_are_needed() {
        chat.language = text -> Optional.empty();
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("maya", "answer Q1 Not yet.");
        assertEquals("Not yet.", first(chat.ask("tom", "offline guided setup, does it?")));
        assertFalse(chat.ask("tom", "does guided setup work on tablets?").startsWith("Not yet."));
    }

    @Test
    void it_may_stand_for_the_name() {
        chat.language = text -> Optional.empty();
        chat.ask("sam", "ask-owner I3: Does it know bakeries?");
        chat.ask("maya", "answer Q1 Not yet.");
        assertEquals("Not yet.", first(chat.ask("tom", "Does guided setup know bakeries?")));
    }

    @Test
    void a_question_about_another_item_or_number_is_another_question() {
        chat.ask("sam", "ask-owner I3: is there a limit in version 2?");
        chat.ask("maya", "answer Q1 Ten.");
        assertTrue(first(chat.ask("tom", "ask-owner I9: is there a limit in version 2?"))
                .endsWith("(Q2)."));
        assertTrue(first(chat.ask("tom", "ask-owner I3: is there a limit in version 3?"))
                .endsWith("(Q3)."));
    }

    @Test
    void an_open_question_is_joined_and_not_doubled() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        assertEquals("Sam asked the same today, so I added you to Q1.", first(chat.ask("tom", "ask-owner " + OFFLINE)));
        assertEquals(
                "You asked this today (Q1); there is no answer yet.", first(chat.ask("tom", "ask-owner " + OFFLINE)));
        assertEquals(1, chat.told("maya").size(), "the owner is asked once");
        assertEquals(2, question("Q1").askers().size());
    }

    @Test
    void somebody_who_asks_the_same_is_told_so_before_asking() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        String answer = chat.ask("tom", OFFLINE);
        assertTrue(answer.contains("The same was asked by Sam, today. Maya Lind has it"), answer);
        assertTrue(first(chat.tap("tom", "Tell me too")).startsWith("Sam asked the same"));
    }

    @Test
    void who_asked_already_is_told_that_no_answer_came_yet() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        assertEquals("You asked this today (Q1); there is no answer yet.", first(chat.ask("sam", OFFLINE)));
    }

    @Test
    void an_answer_of_several_lines_begins_with_the_first() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        fillIn("maya", "Q1", "Yes.\nBut only the first step.");
        List<String> told = chat.told("sam").get(1).lines().toList();
        assertEquals(List.of("Yes.", "But only the first step."), told.subList(0, 2));
    }

    @Test
    void nobody_is_asked_what_they_ask_themselves() {
        chat.ask("maya", "ask-owner " + OFFLINE);
        assertEquals(1, chat.told("tom").size(), "another PM is asked");
        chat.ask("tom", "answer Q1 Not yet.");
        assertTrue(chat.told("maya").get(1).startsWith("Not yet."));
        chat.ask("tom", "ask-owner I7: Does it know discounts?");
        assertFalse(chat.told("tom").stream().skip(2).anyMatch(text -> text.startsWith("Tom asks")));
    }

    @Test
    void who_answers_the_own_question_is_not_notified() {
        chat.ask("maya", "ask-owner " + OFFLINE);
        String kept = chat.ask("maya", "answer Q1 Not yet.");
        assertEquals("Your answer to Q1 is kept.", first(kept));
        assertEquals(2, chat.told("maya").size());
    }

    @Test
    void an_owner_who_cannot_be_reached_is_told_to_the_asker_and_the_question_stays() {
        chat.speaker.away.add("maya");
        String answer = chat.ask("sam", "ask-owner " + OFFLINE);
        assertEquals("Your question is kept as Q1, but I can't reach Maya Lind here.", first(answer));
        assertTrue(chat.ask("tom", "questions").contains("Q1 “" + OFFLINE + "”"));
    }

    @Test
    void not_for_me_hands_it_to_the_pms() {
        chat.ask("sam", "ask-owner I3: does it work offline?");
        chat.ask("maya", "answer Q1 not for me");
        assertTrue(chat.told("sam").get(1).startsWith("Q1")
                || chat.told("sam").get(1).startsWith("Your question Q1"));
        assertEquals(Optional.empty(), question("Q1").askedOf());
        assertTrue(chat.ask("tom", "questions").contains("waits for a PM"));
    }

    @Test
    void only_who_was_asked_a_pm_or_an_admin_answers() {
        chat.ask("sam", "ask-owner TM1: do you take interns?");
        assertEquals(1, chat.told("priya").size());
        assertTrue(
                first(chat.ask("sam", "answer Q1 Yes.")).startsWith("Only Priya Shah, a PM or an admin can answer Q1"));
        assertTrue(question("Q1").isOpen());
        assertTrue(first(chat.ask("priya", "answer Q1 Yes.")).startsWith("Your answer to Q1 is kept"));
    }

    @Test
    void the_list_has_the_most_wanted_first_and_others_see_their_own() {
        chat.ask("sam", "ask-owner I7: Does it know discounts?");
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("priya", "ask-owner " + OFFLINE);
        String all = chat.ask("maya", "questions");
        assertEquals("2 questions wait for an answer.", first(all));
        assertTrue(all.indexOf("Q2") < all.indexOf("Q1"), all);
        assertTrue(all.contains("asked by Sam and 1 other, today"), all);
        chat.tap("maya", "Answer Q2");
        assertEquals("1 question waits that you asked or may answer.", first(chat.ask("priya", "questions")));
    }

    @Test
    void requests_tell_what_became_of_them() {
        assertEquals("Nothing is filed under your name.", first(chat.ask("sam", "my-requests")));
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("sam", "ask-owner I7: Does it know discounts?");
        chat.ask("maya", "answer Q1 Not yet.");
        String requests = chat.ask("sam", "requests");
        assertEquals("You asked 2 questions: 1 answered, 1 waiting.", first(requests));
        assertTrue(requests.contains("Maya answered this on 20 November. “Not yet.”"), requests);
        assertTrue(requests.contains("Tom Okafor has it and has not answered yet."), requests);
    }

    @Test
    void a_question_is_no_name_on_the_roadmap() {
        int size = chat.store.load("").roadmap().size();
        chat.ask("sam", "ask-owner I3: does the wizard speak Klingon?");
        assertTrue(first(chat.ask("sam", "show Q1")).startsWith("I find nothing called “Q1”"));
        assertTrue(first(chat.ask("sam", "show Klingon")).startsWith("I find nothing called “Klingon”"));
        assertEquals(size, chat.store.load("").roadmap().size());
    }

    @Test
    void two_questions_at_once_get_two_ids() {
        Interrupted interrupted = new Interrupted(() -> chat.ask("sam", "ask-owner I7: Does it know discounts?"));
        String answer = chat.bot(interrupted)
                .hear(said("tom", "ask-owner " + OFFLINE))
                .get(0)
                .payload();
        assertEquals("Maya Lind has your question (Q2).", first(answer));
        assertEquals("Does it know discounts?", question("Q1").title());
    }

    @Test
    void the_same_question_at_once_is_one() {
        Interrupted interrupted = new Interrupted(() -> chat.ask("sam", "ask-owner " + OFFLINE));
        chat.bot(interrupted).hear(said("tom", "ask-owner " + OFFLINE));
        assertEquals(2, question("Q1").askers().size());
        assertEquals(1, chat.told("maya").size());
    }

    @Test
    void a_process_that_dies_between_commit_and_send_leaves_the_notice_to_the_next() {
        chat.speaker.cutOff = true;
        chat.ask("sam", "ask-owner " + OFFLINE);
        assertEquals(List.of(), chat.told("maya"));
        chat.speaker.cutOff = false;
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        later.bot.catchUp();
        assertEquals(1, later.told("maya").size());
        assertEquals(1, later.told("sam").size());
    }

    @Test
    void a_process_that_dies_before_the_commit_asks_once() {
        chat.store.inbox().accept(said("sam", "ask-owner " + OFFLINE));
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        later.bot.catchUp();
        assertEquals(1, later.told("maya").size());
    }

    @Test
    void an_answer_that_is_sent_twice_is_told_once() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        fillIn("maya", "Q1", "Not yet.");
        String second = fillIn("maya", "Q1", "Not yet.");
        assertEquals("Q1 is answered already, so nothing was changed.", first(second));
        assertEquals(2, chat.told("sam").size());
    }

    @Test
    void two_answers_at_once_are_one() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        Interrupted interrupted = new Interrupted(() -> chat.ask("maya", "answer Q1 Not yet."));
        chat.bot(interrupted).hear(said("tom", "answer Q1 Yes."));
        assertEquals(Optional.of("Not yet."), question("Q1").reply());
        assertEquals(2, chat.told("sam").size());
    }

    @Test
    void outsiders_get_nothing_of_it() {
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("maya", "answer Q1 Not yet.");
        for (String text : List.of(OFFLINE, "ask-owner " + OFFLINE, "questions", "requests", "answer Q1 Yes.")) {
            Incoming said = said("gil", text);
            Incoming guest = new Incoming(
                    said.delivery(),
                    new Speaker(Account.local("gil"), "Gil", Speaker.Standing.GUEST),
                    said.place(),
                    said.input(),
                    "");
            String answer = chat.bot.hear(guest).get(0).payload();
            assertTrue(answer.startsWith("Acme works on"), answer);
        }
    }

    @Test
    void an_answer_may_end_with_all() {
        chat.ask("sam", "ask-owner can SSO be switched on for all");
        assertEquals("can SSO be switched on for all", question("Q1").title());
        chat.ask("maya", "answer Q1 Yes, that is all");
        assertEquals(Optional.of("Yes, that is all"), question("Q1").reply());
    }

    @Test
    void odd_and_long_texts_are_refused_and_never_kept() {
        String page = "does guided setup work offline ".repeat(1_300);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> chat.ask("sam", page));
        assertFalse(chat.last().card().buttons().stream()
                .anyMatch(button -> button.label().startsWith("Ask ")));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> chat.ask("sam", "ask-owner I3: " + page));
        chat.ask("sam", "ask-owner \u0007\u0000 ");
        assertTrue(chat.store.load("").roadmap().openQuestions().isEmpty());
        chat.ask("sam", "ask-owner " + OFFLINE);
        chat.ask("maya", "answer Q1 " + page);
        chat.ask("maya", "answer Q1 \u0007");
        assertTrue(question("Q1").isOpen());
        assertTrue(chat.last().card().buttons().stream()
                .allMatch(button -> button.value().length() <= 2_000));
    }

    @Test
    void small_talk_is_nobodys_question() {
        chat.ask("sam", "hm");
        assertFalse(chat.last().card().buttons().stream()
                .anyMatch(button -> button.label().startsWith("Ask ")));
    }

    private String fillIn(String person, String question, String reply) {
        return chat.tap(person, Actions.FILL, "answer " + question, Map.of("reply", List.of(reply)));
    }

    private Question question(String id) {
        return chat.store.load("").roadmap().question(id).orElseThrow();
    }

    private Incoming said(String person, String text) {
        return chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** A store in which something else is committed between the first load and its commit. */
    private final class Interrupted implements TurnStore {
        private final Runnable meanwhile;
        private boolean done;

        private Interrupted(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            if (!done) {
                done = true;
                meanwhile.run();
            }
            return chat.store.commit(commit);
        }
    }
}
