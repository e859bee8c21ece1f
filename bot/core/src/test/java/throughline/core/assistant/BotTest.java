package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Heard;
import throughline.core.conversation.History;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Account;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

class BotTest {
    private static final String LINK = "link I12 O2-KR1";

    private final Chat chat = new Chat();

    @Test
    void a_delivery_that_comes_twice_is_answered_once() {
        Incoming incoming = said("maya", LINK);
        assertEquals(1, chat.bot.hear(incoming).size());
        assertEquals(0, chat.bot.hear(incoming).size());
        assertEquals(2, chat.store.log().size());
    }

    @Test
    void the_same_button_may_be_tapped_again_later() {
        Input tap = new Input.Tapped(Actions.ASK, "now", "m1", Map.of());
        Incoming tapped = chat.incoming("maya", "#growth", tap);
        assertEquals(1, chat.bot.hear(tapped).size());
        assertEquals(0, chat.bot.hear(tapped).size(), "sent again at once");
        assertEquals(1, chat.after(Duration.ofMinutes(3)).bot.hear(tapped).size());
    }

    @Test
    void what_is_accepted_waits_until_it_is_answered() {
        Heard heard = chat.bot.accept(said("maya", LINK)).orElseThrow();
        assertEquals(1, chat.store.inbox().waiting(Duration.ZERO).size());
        assertEquals(1, heard.answer().size());
        assertEquals(2, chat.store.log().size());
    }

    @Test
    void a_mere_question_is_answered_without_a_trace() {
        List<Posting> answer = chat.bot.ask(said("maya", "now")).orElseThrow();
        assertTrue(answer.get(0).payload().startsWith("Now:"), answer.toString());
        assertEquals(0, chat.speaker.said.size(), "who asked this way is told in the response");
        assertEquals(1, chat.store.log().size());
    }

    @Test
    void what_is_the_same_for_all_is_drawn_once_until_something_changes() {
        Posting first = asked("maya", "now");
        Posting second = asked("tom", "now");
        assertSame(first.payload(), second.payload());
        assertEquals("tom", second.recipient());
        chat.ask("maya", "link I12 O2-KR1");
        assertTrue(asked("tom", "now").payload().contains("O2-KR1"), "a change is seen at once");
    }

    @Test
    void what_insiders_were_told_is_not_handed_to_a_place_that_anybody_may_read() {
        Incoming inside = chat.incoming("maya", "#growth", new Input.Said("now", Input.Manner.OPEN));
        Incoming unknown =
                new Incoming("other", inside.from(), inside.place().with(Place.Reach.UNKNOWN), inside.input(), "");
        String told = chat.bot.ask(inside).orElseThrow().get(0).payload();
        String shown = chat.bot.ask(unknown).orElseThrow().get(0).payload();
        assertTrue(told.startsWith("Now:"), told);
        assertTrue(shown.contains("so this is the public view"), shown);
        assertEquals(told, chat.bot.ask(inside).orElseThrow().get(0).payload());
    }

    @Test
    void what_is_said_to_be_the_same_for_all_is() {
        List<String> people = List.of("maya", "tom", "sam", "priya");
        for (String question : List.of(
                "now",
                "now Growth",
                "next",
                "later",
                "okrs",
                "why I3",
                "when I9",
                "who I3",
                "show I3",
                "show O1",
                "next maya growth O1",
                "what-serves O1",
                "progress O1",
                "progress O1-KR2",
                "planned contractors",
                "why-not dark mode",
                "why not dark mode",
                "constraints I3",
                "non-goals I3",
                "trade-off I3",
                "changes",
                "changes since march",
                "help",
                "help now",
                "now all",
                "why nothing",
                "show")) {
            List<String> answers = people.stream()
                    .map(person -> new Chat().ask(person, question))
                    .distinct()
                    .toList();
            assertEquals(1, answers.size(), question);
        }
    }

    @Test
    void nobody_gets_the_answer_of_somebody_else() {
        asked("maya", "now");
        Incoming outsider = new Incoming(
                "d9",
                new Speaker(Account.local("sam"), "Sam", Speaker.Standing.GUEST),
                said("sam", "now").place(),
                said("sam", "now").input(),
                "");
        chat.bot
                .ask(outsider)
                .ifPresent(
                        answer -> assertTrue(answer.get(0).payload().startsWith("Acme works on"), answer.toString()));
        assertTrue(asked("tom", "which-okr I12").payload().contains("Record"), "a PM may record the line");
        assertFalse(asked("sam", "which-okr I12").payload().contains("Record"));
    }

    @Test
    void a_sentence_that_begins_like_a_command_is_answered_to_each_by_their_rights() {
        for (String sentence : List.of("show me which okr I12 serves", "show me which okr I12 serves all")) {
            assertTrue(asked("tom", sentence).payload().contains("Record"), sentence);
            assertFalse(asked("sam", sentence).payload().contains("Record"), sentence);
        }
    }

    private Posting asked(String person, String text) {
        Input command = new Input.Said(text, Input.Manner.COMMAND);
        return chat.bot
                .ask(chat.incoming(person, "dm:" + person, command))
                .orElseThrow()
                .get(0);
    }

    @Test
    void what_changes_something_is_no_mere_question() {
        assertEquals(Optional.empty(), chat.bot.ask(said("maya", LINK)));
        assertEquals(Optional.empty(), chat.bot.ask(said("newcomer", "now")));
        assertEquals(1, chat.store.log().size());
    }

    @Test
    void what_may_take_long_on_a_large_roadmap_is_accepted_and_answered_once() {
        List<String> slow = List.of("as-of yesterday", "diff q1 now", "slip", "check all", "which OKR does I3 serve?");
        assertTrue(chat.bot.ask(said("maya", "check all")).isPresent(), "it is small yet");
        chat.record(Acme.MAYA, "to be large", many());
        for (String question : slow) {
            Incoming incoming = said("maya", question);
            assertEquals(Optional.empty(), chat.bot.ask(incoming), question);
            assertEquals(1, chat.bot.hear(incoming).size(), question);
            assertEquals(0, chat.bot.hear(incoming).size(), question);
        }
        assertTrue(chat.bot.ask(said("maya", "now")).isPresent(), "what is quick is still answered at once");
        assertTrue(chat.bot.ask(said("maya", "show I3")).isPresent());
    }

    /** More initiatives than can be read in the time that a platform waits. */
    private static Change[] many() {
        return IntStream.rangeClosed(1, 10_001)
                .mapToObj(number ->
                        new Change.Added(Acme.bet("I" + (1_000 + number), "Bet " + number, Horizon.LATER, v -> v)))
                .toArray(Change[]::new);
    }

    @Test
    void an_answer_takes_the_return_path_of_its_input() {
        Incoming incoming = said("maya", "now");
        Incoming slashed =
                new Incoming("d7", incoming.from(), incoming.place(), incoming.input(), "https://hooks.example/7");
        assertEquals("https://hooks.example/7", chat.bot.hear(slashed).get(0).returnPath());
    }

    @Test
    void first_contact_makes_a_stakeholder_once() {
        chat.ask("ana", "now");
        chat.ask("ana", "next");
        var people = chat.store.load("").people();
        assertEquals(5, people.size());
        assertTrue(people.find(Account.local("ana")).orElseThrow().is(Role.STAKEHOLDER));
    }

    @Test
    void what_moved_meanwhile_is_looked_at_again() {
        Interrupted interrupted = new Interrupted(() -> chat.ask("maya", LINK));
        List<Posting> answer = chat.bot(interrupted).hear(said("tom", LINK));
        assertTrue(answer.get(0).payload().startsWith("Faster search (I12) already serves O2-KR1."), answer.toString());
        assertEquals(2, chat.store.log().size());
    }

    @Test
    void a_turn_that_is_refused_for_two_seconds_ends_civilly() {
        List<Posting> answer = chat.bot(new Busy(12, () -> {})).hear(said("maya", LINK));
        assertTrue(answer.get(0).payload().contains("nothing was changed"), answer.toString());
        assertEquals(1, chat.speaker.said.size());
        assertTrue(chat.store.inbox().waiting(Duration.ZERO).isEmpty());
        assertEquals(1, chat.store.log().size());
    }

    @Test
    void nobody_is_told_that_nothing_was_changed_when_another_process_changed_it() {
        Runnable another = () -> chat.after(Duration.ofSeconds(31)).bot.catchUp();
        List<Posting> answer = chat.bot(new Busy(12, another)).hear(said("maya", LINK));
        assertEquals(List.of(), answer);
        assertEquals(2, chat.store.log().size());
        assertEquals(1, chat.speaker.said.size());
    }

    @Test
    void a_turn_that_cannot_even_be_refused_is_kept_and_answered_later() {
        List<Posting> answer = chat.bot(new Busy(99, () -> {})).hear(said("maya", LINK));
        assertTrue(answer.get(0).payload().contains("not answered yet"), answer.toString());
        assertFalse(answer.get(0).payload().contains("nothing was changed"), answer.toString());
        assertEquals(1, chat.store.inbox().waiting(Duration.ZERO).size());
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        assertEquals(2, chat.store.log().size());
        assertEquals(2, later.speaker.said.size());
        assertNotEquals(answer.get(0).id(), later.speaker.said.get(1).id(), "the answer is no repetition");
    }

    @Test
    void an_excuse_leaves_what_is_being_talked_about_as_it_is() {
        chat.ask("maya", "show I12");
        Optional<Dialogue> before =
                chat.store.load(Exchange.conversation(said("maya", LINK))).dialogue();
        chat.bot(new Busy(12, () -> {})).hear(said("maya", LINK));
        assertTrue(before.isPresent());
        assertEquals(
                before,
                chat.store.load(Exchange.conversation(said("maya", LINK))).dialogue());
    }

    @Test
    void an_input_whose_process_died_is_answered_by_the_next() {
        chat.store.inbox().accept(said("maya", LINK));
        chat.bot.catchUp();
        assertEquals(1, chat.store.log().size(), "not yet: somebody may be answering it");
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        assertEquals(2, chat.store.log().size());
        later.bot.catchUp();
        assertEquals(1, later.speaker.said.size());
    }

    @Test
    void what_a_dead_process_left_undone_is_finished_before_its_answer_is_sent() {
        chat.speaker.cutOff = true;
        chat.ask("maya", LINK);
        chat.speaker.cutOff = false;
        List<Integer> saidBefore = new ArrayList<>();
        Busy store = new Busy(0, () -> saidBefore.add(chat.speaker.said.size()));
        chat.after(Duration.ofSeconds(31)).bot(store).catchUp();
        assertEquals(List.of(0), saidBefore);
        assertEquals(1, chat.speaker.said.size());
    }

    @Test
    void a_message_that_could_not_be_sent_is_sent_later_and_once() {
        chat.speaker.cutOff = true;
        chat.ask("maya", LINK);
        assertEquals(0, chat.speaker.said.size());
        chat.speaker.cutOff = false;
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        later.bot.catchUp();
        assertEquals(1, later.speaker.said.size());
    }

    @Test
    void a_message_that_may_have_arrived_is_left_to_who_looks_first() {
        chat.speaker.cutOff = true;
        chat.ask("maya", LINK);
        Chat later = chat.after(Duration.ofSeconds(31));
        later.speaker.cutOff = false;
        later.speaker.isFoundAgain = true;
        later.bot.catchUp();
        assertEquals(List.of(), later.speaker.said);
        assertEquals(1, chat.store.handedOver().size());
        assertEquals(List.of(), chat.store.outbox().waiting(Duration.ZERO));
    }

    @Test
    void an_answer_that_could_not_be_sent_is_given_later_and_once() {
        chat.speaker.cutOff = true;
        chat.ask("maya", "now");
        chat.speaker.cutOff = false;
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        later.bot.catchUp();
        assertEquals(1, later.speaker.said.size());
    }

    @Test
    void an_input_whose_answer_could_not_be_sent_does_nothing_later() {
        chat.ask("maya", "request new: a lobby with heated seats");
        chat.ask("maya", "cancel");
        chat.speaker.cutOff = true;
        String given = chat.ask("maya", "send");
        chat.speaker.cutOff = false;
        List.of("request new: a lobby with heated seats", "different", "O2", "skip", "park it")
                .forEach(word -> chat.ask("maya", word));
        chat.after(Duration.ofSeconds(31)).bot.catchUp();
        assertEquals(given, chat.speaker.said.get(chat.speaker.said.size() - 1).payload());
        assertTrue(chat.store.load("").roadmap().requests().isEmpty());
    }

    @Test
    void an_input_for_a_platform_without_a_messenger_keeps_nobody_waiting() {
        Incoming elsewhere = new Incoming(
                "d1",
                Speaker.member(new Account("slack", "U1"), "Una"),
                new Place("slack", "C1", Optional.empty(), Place.Reach.INTERNAL),
                new Input.Said("now", Input.Manner.OPEN),
                "");
        chat.store.inbox().accept(elsewhere);
        chat.store.inbox().accept(said("maya", LINK));
        Chat later = chat.after(Duration.ofSeconds(31));
        later.bot.catchUp();
        assertEquals(1, later.speaker.said.size());
        assertEquals(1, chat.store.inbox().waiting(Duration.ZERO).size(), "it waits for a bot that speaks there");
    }

    @Test
    void an_input_that_cannot_be_answered_keeps_nobody_waiting() {
        chat.store.inbox().accept(said("maya", "now"));
        chat.store.inbox().accept(said("tom", LINK));
        Chat later = chat.after(Duration.ofSeconds(31));
        later.speaker.unspeakable = "Now:";
        later.bot.catchUp();
        assertEquals(1, later.speaker.said.size());
        assertTrue(chat.store.inbox().waiting(Duration.ZERO).isEmpty());
    }

    @Test
    void a_history_that_cannot_be_read_now_is_no_defect_and_the_input_waits() {
        chat.ask("maya", LINK);
        Bot cutOff = chat.bot(new Forgetful());
        Heard heard = cutOff.accept(said("maya", "changes since monday")).orElseThrow();
        assertThrows(StoreUnavailable.class, heard::answer);
        assertEquals(1, chat.store.inbox().waiting(Duration.ZERO).size());
    }

    @Test
    void newcomers_do_not_disturb_each_other() {
        Interrupted interrupted = new Interrupted(() -> chat.ask("bea", "now"));
        List<Posting> answer = chat.bot(interrupted).hear(said("ana", "now"));
        assertTrue(answer.get(0).payload().startsWith("Now:"), answer.toString());
        assertEquals(1, interrupted.commits);
    }

    @Test
    void two_first_messages_at_once_make_one_person() {
        Interrupted interrupted = new Interrupted(() -> chat.ask("ana", "next"));
        chat.bot(interrupted).hear(said("ana", "now"));
        assertEquals(5, chat.store.load("").people().size());
    }

    private Incoming said(String person, String text) {
        return chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN));
    }

    /** A store whose log cannot be read any more once a turn has begun. */
    private final class Forgetful implements TurnStore {
        @Override
        public Snapshot load(String conversation) {
            Snapshot loaded = chat.store.load(conversation);
            return new Snapshot(
                    loaded.version(), loaded.roadmap(), loaded.people(), new Away(), loaded.dialogue(), loaded.mark());
        }

        @Override
        public Outcome commit(Commit commit) {
            return chat.store.commit(commit);
        }
    }

    private static final class Away implements History {
        @Override
        public List<Entry> back(Instant from, int most) {
            throw new StoreUnavailable("Redis is away", new IllegalStateException());
        }

        @Override
        public List<Entry> about(ItemId item, int most) {
            return back(Instant.EPOCH, most);
        }

        @Override
        public Roadmap asOf(Instant moment) {
            throw new StoreUnavailable("Redis is away", new IllegalStateException());
        }
    }

    /** A store that refuses so many commits; after the last of these, and when it finishes something, something happens. */
    private final class Busy implements TurnStore {
        private final int refusals;
        private final Runnable afterwards;
        private int commits;

        private Busy(int refusals, Runnable afterwards) {
            this.refusals = refusals;
            this.afterwards = afterwards;
        }

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            commits++;
            if (commits == refusals) {
                afterwards.run();
            }
            return commits <= refusals ? Outcome.MOVED : chat.store.commit(commit);
        }

        @Override
        public void finish() {
            afterwards.run();
        }
    }

    /** A store in which something else is committed between the first load and its commit. */
    private final class Interrupted implements TurnStore {
        private final Runnable meanwhile;
        private boolean done;
        private int commits;

        private Interrupted(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            commits++;
            if (!done) {
                done = true;
                meanwhile.run();
            }
            return chat.store.commit(commit);
        }
    }
}
