package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Input;
import throughline.core.conversation.Posting;
import throughline.core.people.Role;
import throughline.core.review.Concluding;
import throughline.core.review.Explaining;
import throughline.core.review.Judging;
import throughline.core.review.Opening;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kept;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Roadmap;

/** A PM walks the review of a quarter with six initiatives. */
class ReviewingTest {
    private static final Quarter Q4 = Quarter.of("2026-Q4").orElseThrow();

    private final Chat chat = Quarterly.chat();
    private int effort;

    @Test
    void the_pack_says_what_came_of_the_quarter() {
        String pack = chat.ask("maya", "review");
        assertEquals("Your Q4 review is on 31 December: 6 initiatives, about 20 minutes.", first(pack));
        assertTrue(pack.contains("1 reached its result, 2 didn't, 2 have no measurement, 1 is not due yet."), pack);
        assertTrue(pack.contains("Bets promised at high confidence came true 1 of 3 times."), pack);
        assertTrue(
                pack.contains(
                        "2 of 6 came into Now after the first two weeks: I5 Wall of logos on 3 November by Tom by override,"
                                + " nothing went out; I6 Sample projects on 10 November by Maya for I2 Invoice self-service"),
                pack);
        assertTrue(pack.contains("I5 Wall of logos by Tom (“the fair is in March”)"), pack);
        assertTrue(pack.contains("O2-KR2 renewals"), pack);
        assertTrue(chat.ask("maya", "review all").contains("I6 Sample projects · no measurement"));
        assertTrue(chat.ask("maya", "review wizard thing").contains("“wizard thing” is nothing that you review."));
        chat.ask("maya", "review");
        assertTrue(pack.contains("[Start]") && pack.contains("[Remind me Monday]"), pack);
        assertEquals(Opening.class, open().orElseThrow().getClass());
        assertTrue(review().isEmpty(), "nothing is recorded by looking");
    }

    @Test
    void six_initiatives_take_few_taps() {
        chat.ask("maya", "review");
        String first = tap("Start");
        assertEquals("Did Guided setup (I1) reach its result?", first(first));
        assertTrue(
                first.contains("Promised: 7-day activation 40% → 55% by Q4 2026. Measured: 57% (3 December)."), first);
        String second = tap("Done");
        assertTrue(second.contains("I1 Guided setup: done. 1 of 6 reviewed."), second);
        assertEquals("Invoice self-service (I2) left Now for Next; did it reach its result?", first(second));
        assertFalse(second.contains("[Keep going]"), "a miss is not passed over with a tap");
        String third = send(Map.of("verdict", "stop", "learned", "Nobody reads invoices, they call."));
        assertEquals("Faster search (I3) is finished; did it work?", first(third));
        assertTrue(third.contains("Promised: search success 61% → 75% by Q4 2026. Measured: 63% (3 December)."), third);
        assertEquals("What did you learn from Faster search (I3)?", first(tap("Done")));
        String fourth = send(Map.of("learned", "Speed was not why they did not find it."));
        assertEquals("Did Explained bills (I4) reach its result?", first(fourth));
        assertTrue(fourth.contains("It is not due yet."), fourth);
        assertEquals("Did Wall of logos (I5) reach its result?", first(tap("Keep going")));
        String sixth = send(Map.of("verdict", "stop", "learned", "The fair is over."));
        assertEquals("Did Sample projects (I6) reach its result?", first(sixth));
        String end = send(Map.of("verdict", "rescope", "measured", "24%"));
        assertEquals("All 6 are reviewed. Close Q4?", first(end));
        assertTrue(end.contains("1 keeps going, 1 is re-scoped, 2 stop, 2 are done."), end);
        assertTrue(end.contains("high confidence came true 1 of 4, medium confidence came true 0 of 1"), end);
        assertTrue(end.contains("1 of 4 places in Now is free"), end);
        assertTrue(end.contains("I8 Audit log, lacks 1 thing"), end);
        String closed = tap("Close the review");
        assertEquals("Q4 2026 is reviewed: 1 keeps going, 1 is re-scoped, 2 stop, 2 are done.", first(closed));
        assertTrue(effort <= 20, "it took " + effort + " taps and typed fields");
        recorded();
    }

    private void recorded() {
        Review review = review().orElseThrow();
        assertEquals(Optional.of("2026-12-17"), review.closed().map(Object::toString));
        assertEquals(
                List.of(
                        "I1 REACHED DONE",
                        "I2 MISSED STOP",
                        "I3 MISSED DONE",
                        "I4 NOT_DUE KEEP",
                        "I5 UNMEASURED STOP",
                        "I6 MISSED RESCOPE"),
                review.findings().stream()
                        .map(found -> found.initiative() + " " + found.result() + " " + found.verdict())
                        .toList());
        assertEquals(
                List.of(new Kept(Confidence.HIGH, 1, 4), new Kept(Confidence.MEDIUM, 0, 1)),
                review.values().all(Review.CALIBRATION));
        assertEquals(Horizon.DONE, bet("I1").horizon());
        assertEquals(Horizon.DROPPED, bet("I2").horizon());
        assertEquals(Horizon.DROPPED, bet("I5").horizon());
        assertEquals(Optional.of(Acme.MAYA), bet("I4").confirmed().map(confirmed -> confirmed.by()));
        assertTrue(chat.ask("sam", "show I3").contains("Learned: Speed was not why they did not find it."));
        assertTrue(open().isEmpty());
    }

    @Test
    void it_may_be_walked_in_words_alone() {
        chat.ask("maya", "let's do the quarterly review");
        assertEquals("Did Guided setup (I1) reach its result?", first(chat.ask("maya", "start")));
        chat.ask("maya", "done");
        assertEquals("Why does Invoice self-service (I2) stop?", first(chat.ask("maya", "stop")));
        assertTrue(chat.ask("maya", "skip").contains("Say why it stops"));
        chat.ask("maya", "what people want is a call?");
        assertEquals(Verdict.STOP, finding("I2").verdict());
        assertEquals(Optional.of("what people want is a call?"), finding("I2").learned());
        assertEquals("What did you learn from Faster search (I3)?", first(chat.ask("maya", "done")));
        chat.ask("maya", "skip");
        chat.ask("maya", "keep going");
        chat.ask("maya", "re-scope, learned: logos need permission");
        assertEquals(Optional.of("logos need permission"), finding("I5").learned());
        assertEquals("All 6 are reviewed. Close Q4?", first(chat.ask("maya", "keep")));
        assertTrue(chat.ask("maya", "hm").contains("Say close"));
        assertTrue(chat.ask("maya", "close").startsWith("Q4 2026 is reviewed:"));
    }

    @Test
    void what_is_asked_in_between_is_answered_and_the_step_stays() {
        chat.ask("maya", "review start");
        assertTrue(chat.ask("maya", "the purple one").contains("Say keep, re-scope, stop or done"));
        assertTrue(chat.ask("maya", "who owns I9").contains("Tom"));
        assertTrue(chat.ask("maya", "now").startsWith("Now:"));
        assertEquals(Judging.class, open().orElseThrow().getClass());
        chat.ask("maya", "done, it works");
        assertEquals(Optional.of("it works"), finding("I1").learned());
    }

    @Test
    void it_is_paused_and_gone_on_with_after_a_restart() {
        chat.ask("maya", "review start");
        tap("Done");
        assertEquals("Paused. 1 of 6 is reviewed, and stays so.", first(tap("Pause")));
        assertTrue(open().isEmpty());
        Bot restarted = chat.bot(chat.store);
        List<Posting> said =
                restarted.hear(chat.incoming("maya", "dm:maya", new Input.Said("review", Input.Manner.OPEN)));
        assertEquals(
                "Invoice self-service (I2) left Now for Next; did it reach its result?",
                first(said.get(0).payload()));
        assertTrue(said.get(0).payload().contains("You were here."));
    }

    @Test
    void two_devices_walk_one_review() {
        chat.ask("maya", "review start");
        Button done = button("Done");
        chat.ask("maya", "#elsewhere", "review start");
        tap("Done");
        assertEquals(1, review().orElseThrow().findings().size());
        String again = chat.tap("maya", done.action(), done.value(), Map.of());
        assertTrue(again.contains("Guided setup (I1) is reviewed already: done. Nothing was changed."), again);
        assertEquals("Invoice self-service (I2) left Now for Next; did it reach its result?", first(again));
        assertEquals(1, review().orElseThrow().findings().size());
    }

    @Test
    void back_says_something_anew_and_brings_back_what_was_moved() {
        Quarterly.moved(chat, Acme.TOM, "I9", Horizon.NOW, Horizon.LATER);
        chat.ask("maya", "review start");
        tap("Done");
        assertEquals(Horizon.DONE, bet("I1").horizon());
        String back = tap("Back");
        assertEquals("Guided setup (I1) is finished; did it work?", first(back));
        send(Map.of("verdict", "keep"));
        assertEquals(Verdict.KEEP, finding("I1").verdict());
        assertEquals(Horizon.NOW, bet("I1").horizon());
        assertEquals(1, review().orElseThrow().findings().size());
        tap("Back");
        assertEquals("Your Q4 review: 1 of 6 reviewed, about 17 minutes left.", first(tap("Back")));
    }

    @Test
    void what_cannot_come_back_into_a_full_now_is_told_and_the_step_stays() {
        chat.ask("maya", "review start");
        tap("Done");
        tap("Back");
        String refused = send(Map.of("verdict", "keep"));
        assertTrue(refused.startsWith("Now is full (4 of 4)."), refused);
        assertEquals(Verdict.DONE, finding("I1").verdict());
        assertEquals(Judging.class, open().orElseThrow().getClass());
    }

    @Test
    void what_is_dropped_added_or_removed_meanwhile_is_seen() {
        chat.ask("maya", "review start");
        Button keep = button("Done");
        Quarterly.moved(chat, Acme.TOM, "I1", Horizon.NOW, Horizon.DROPPED);
        String given = chat.ask("maya", "review I1");
        assertEquals("Guided setup (I1) was given up; what did you learn?", first(given));
        chat.record(Acme.TOM, "", new Change.Removed(bet("I1")));
        String old = chat.tap("maya", keep.action(), keep.value(), Map.of());
        assertTrue(old.contains("“I1” is nothing that you review."), old);
        assertEquals("Invoice self-service (I2) left Now for Next; did it reach its result?", first(old));
        chat.ask("maya", "review I2 keep because it waits");
        chat.ask("maya", "review I4 keep");
        chat.ask("maya", "review I5 keep");
        chat.ask("maya", "review I6 keep");
        assertEquals("All 5 are reviewed. Close Q4?", first(chat.ask("maya", "review I3 done because it shipped")));
        Button close = button("Close the review");
        Quarterly.moved(chat, Acme.MAYA, "I8", Horizon.NEXT, Horizon.NOW);
        String more = chat.tap("maya", close.action(), close.value(), Map.of());
        assertTrue(more.contains("One is not reviewed yet, so it stays open."), more);
        assertEquals("Did Audit log (I8) reach its result?", first(more));
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I8"),
                        Initiative.OWNER,
                        Optional.of(Acme.MAYA),
                        Optional.of(Acme.TOM)));
        String left = chat.ask("maya", "keep");
        assertTrue(left.contains("Audit log (I8) is nothing of yours that was in Now in Q4 2026."), left);
        assertEquals(Concluding.class, open().orElseThrow().getClass());
    }

    @Test
    void a_closed_review_is_shown_and_may_be_opened_again() {
        walked();
        assertEquals("Q4 2026 is reviewed: 5 keep going, 1 is done.", first(chat.ask("maya", "review")));
        String old = chat.ask("maya", "review I1 stop because no");
        assertTrue(old.startsWith("Q4 2026 is reviewed"), old);
        assertTrue(old.contains("It is closed, so nothing was changed."), old);
        assertFalse(chat.ask("maya", "review pack").contains("nothing was changed"));
        chat.ask("maya", "review");
        assertTrue(tap("Open it again").contains("It is open again."));
        assertTrue(review().orElseThrow().closed().isEmpty());
        assertEquals(List.of(), review().orElseThrow().values().all(Review.CALIBRATION));
    }

    private void walked() {
        for (String bet : List.of("I1", "I2", "I4", "I5", "I6")) {
            chat.ask("maya", "review " + bet + " keep because it goes on");
        }
        chat.ask("maya", "review I3 done because it shipped");
        chat.ask("maya", "review close");
    }

    @Test
    void what_was_learned_of_what_stays_is_told_when_the_review_is_closed() {
        chat.ask("maya", "review I1 keep because it is half done");
        for (String asked : List.of("changes", "history I1", "show I1", "why I1")) {
            String told = chat.ask("sam", asked);
            assertFalse(told.contains("half done"), told);
        }
        chat.ask("maya", "review I3 done because it shipped");
        for (String bet : List.of("I2", "I4", "I5", "I6")) {
            chat.ask("maya", "review " + bet + " re-scope because it is wide");
        }
        assertTrue(chat.ask("maya", "review close")
                .contains("To re-scope: I2 Invoice self-service; I4 Explained bills; I5 Wall of logos; and 1 more."));
        assertTrue(chat.ask("sam", "show I1").contains("Learned: it is half done."));
    }

    @Test
    void nobody_reviews_for_others() {
        assertEquals(
                "Nothing of yours was in Now in Q4 2026, so there is nothing to review.",
                first(chat.ask("sam", "review")));
        String toms = chat.ask("tom", "review");
        assertTrue(toms.contains("I9 Tom's own") && !toms.contains("I1"), toms);
        assertTrue(chat.ask("tom", "review I1 stop because I want to").contains("nothing of yours that was in Now"));
        assertEquals(Horizon.NOW, bet("I1").horizon());
        chat.promote(Acme.SAM, Role.ADMIN);
        assertTrue(chat.ask("sam", "review").startsWith("Nothing of yours"));
    }

    @Test
    void words_for_it_and_for_its_quarter_are_understood() {
        for (String words : List.of(
                "start my quarterly review",
                "can we do the Q4 review?",
                "review my quarter",
                "review Q4",
                "review please",
                "review everything",
                "review the roadmap, please",
                "how did my bets do this quarter?")) {
            assertEquals(
                    "Your Q4 review is on 31 December: 6 initiatives, about 20 minutes.",
                    first(chat.ask("maya", words)),
                    words);
        }
        assertEquals(
                "Your Q3 review was due on 30 September: 3 initiatives, about 11 minutes.",
                first(chat.ask("maya", "review last quarter")));
    }

    @Test
    void one_is_named_by_its_title_with_what_becomes_of_it() {
        chat.ask("maya", "review guided setup done");
        assertEquals(Verdict.DONE, finding("I1").verdict());
        assertEquals("Faster search (I3) is finished; did it work?", first(chat.ask("maya", "review fastr search")));
        chat.ask("maya", "review fastr search done because we tried");
        assertTrue(review().orElseThrow().finding(new ItemId("I3")).isEmpty(), "what is only near is shown first");
        chat.ask("maya", "review sample projects keep, kept by half");
        assertEquals(Optional.of("kept by half"), finding("I6").learned());
    }

    @Test
    void a_step_hears_what_is_meant_for_it_and_commands_stay_commands() {
        chat.ask("maya", "review start");
        assertTrue(chat.ask("maya", "next").startsWith("Next:"));
        chat.ask("maya", "we keep it. People need it!");
        assertEquals(Optional.of("People need it!"), finding("I1").learned());
        assertEquals("What did you learn from Invoice self-service (I2)?", first(chat.ask("maya", "done!")));
        assertEquals("Why does Invoice self-service (I2) stop?", first(chat.ask("maya", "I’d stop it")));
        assertTrue(chat.ask("maya", "a ".repeat(2_001)).contains("Say it in fewer words."));
        assertTrue(review().orElseThrow().finding(new ItemId("I2")).isEmpty());
        assertEquals(Horizon.NEXT, bet("I2").horizon());
        chat.ask("maya", "review I6");
        assertTrue(send(Map.of("verdict", "keep", "measured", "1".repeat(301))).startsWith("Did Sample projects"));
        assertTrue(review().orElseThrow().finding(new ItemId("I6")).isEmpty(), "nothing is lost in silence");
    }

    @Test
    void what_is_not_due_is_not_missed_by_a_figure_and_an_answer_may_be_taken_back() {
        chat.ask("maya", "review I6");
        send(Map.of("verdict", "keep", "measured", "24%"));
        assertEquals(Result.MISSED, finding("I6").result());
        chat.ask("maya", "review I6");
        send(Map.of("verdict", "keep", "result", "unmeasured"));
        assertEquals(Result.UNMEASURED, finding("I6").result());
        chat.ask("maya", "review I4");
        send(Map.of("verdict", "keep", "measured", "1.5"));
        assertEquals(Result.NOT_DUE, finding("I4").result());
        chat.ask("maya", "review I4");
        send(Map.of("verdict", "keep", "measured", "1.2"));
        assertEquals(Result.REACHED, finding("I4").result());
    }

    @Test
    void what_is_said_anew_has_the_figures_of_then() {
        chat.ask("maya", "review I2 keep because it goes on");
        assertEquals(Optional.of("tickets per account 1.7"), finding("I2").measured());
        Quarterly.at(chat, "2026-12-18T08:30:00Z");
        Quarterly.measured(chat, "O2-KR1", "1.1");
        chat.ask("maya", "review I2");
        send(Map.of("verdict", "keep"));
        assertEquals(Result.REACHED, finding("I2").result());
        assertEquals(Optional.of("tickets per account 1.1"), finding("I2").measured());
    }

    @Test
    void early_in_a_quarter_the_one_before_is_meant_until_it_is_closed() {
        Quarterly.at(chat, "2027-01-05T08:30:00Z");
        assertTrue(chat.ask("maya", "review").startsWith("Your Q4 review was due on 31 December 2026"));
        assertEquals(
                "2028-Q1 has not begun, so there is nothing to review.", first(chat.ask("maya", "review 2028-Q1")));
        Quarterly.at(chat, "2027-01-15T08:30:00Z");
        assertTrue(chat.ask("maya", "review").startsWith("Your Q1 review is on 31 March"));
    }

    @Test
    void who_is_no_pm_any_more_says_nothing_of_a_quarter() {
        chat.ask("maya", "review start");
        chat.promote(Acme.SAM, Role.ADMIN);
        chat.ask("sam", "role Maya Lind not pm");
        assertTrue(chat.ask("maya", "keep going").startsWith("Only a PM, a product lead or an admin"));
        assertTrue(review().isEmpty());
    }

    @Test
    void a_verdict_is_undone_with_its_move() {
        chat.ask("maya", "review I1 done");
        chat.ask("maya", "undo");
        chat.tap("maya", "Take it back");
        assertEquals(Horizon.NOW, bet("I1").horizon());
        assertTrue(review().flatMap(review -> review.finding(new ItemId("I1"))).isEmpty());
    }

    @Test
    void a_reminder_may_be_asked_for() {
        chat.ask("maya", "review");
        assertEquals("I'll remind you on Monday, 21 December.", first(tap("Remind me Monday")));
        assertEquals(Optional.of("2026-12-21"), review().orElseThrow().remind().map(Object::toString));
        chat.ask("maya", "review");
        assertEquals("I'll remind you on Tuesday, 22 December.", first(chat.ask("maya", "remind me Tuesday")));
        assertTrue(chat.ask("maya", "review remind someday").contains("On which day?"));
        assertTrue(chat.ask("maya", "review remind").contains("On which day?"));
        assertEquals("I'll remind you on Monday, 21 December.", first(chat.ask("maya", "remind me in 2 days")));
        assertEquals("I'll remind you on Monday, 21 December.", first(chat.ask("maya", "Remind me on Saturday.")));
    }

    @Test
    void a_quarter_is_the_fiscal_one() {
        chat.promote(Acme.SAM, Role.ADMIN);
        assertTrue(chat.ask("maya", "settings review starts july").startsWith("Only a product lead or an admin"));
        String set = chat.ask("sam", "settings review starts july");
        assertTrue(set.contains("This is Q2 FY2027, from 1 October to 31 December."), set);
        assertTrue(first(chat.ask("maya", "review")).startsWith("Your Q2 review is on 31 December"));
        String odd = chat.ask("sam", "settings review starts in February");
        assertTrue(odd.contains("This is Q4 FY2027, from 1 November to 31 January 2027."), odd);
        assertTrue(first(chat.ask("maya", "review")).startsWith("Your Q4 review is on 29 January 2027"));
        assertTrue(chat.ask("sam", "settings review starts 2").startsWith("It is so already"));
        assertTrue(chat.ask("sam", "settings review starts").contains("Say it like “settings review starts april”"));
        assertEquals(
                "Quarterly reviews: each PM is reminded three times, at 09:30; the year starts in February.",
                first(chat.ask("maya", "settings review")));
        assertTrue(chat.ask("sam", "settings review off").startsWith("Nobody is reminded"));
        assertTrue(chat.ask("sam", "settings").contains("nobody is reminded; the year starts in February"));
        chat.ask("sam", "settings review");
        assertEquals(Optional.of("february"), chat.last().card().fields().get(0).initial());
        Block.Form form = (Block.Form) chat.last().card().blocks().get(0);
        String filled = chat.tap(
                "sam",
                form.submit().action(),
                form.submit().value(),
                Map.of("starts", List.of("january"), "state", List.of("on")));
        assertTrue(filled.startsWith("Each PM is reminded 14 and 7 days before"), filled);
    }

    /* How it is told */

    private String tap(String label) {
        effort++;
        return chat.tap("maya", label);
    }

    private String send(Map<String, String> fields) {
        effort += 1 + fields.size();
        Block.Form form = (Block.Form) chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> inputs = new HashMap<>();
        form.fields().forEach(field -> field.initial().ifPresent(value -> inputs.put(field.id(), List.of(value))));
        fields.forEach((id, value) -> inputs.put(id, List.of(value)));
        return chat.tap("maya", form.submit().action(), form.submit().value(), inputs);
    }

    private Button button(String label) {
        return chat.last().card().buttons().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private Initiative bet(String id) {
        return roadmap().find(new ItemId(id), Initiative.class).orElseThrow();
    }

    private Optional<Review> review() {
        return roadmap().review(Acme.MAYA, Q4);
    }

    private Finding finding(String bet) {
        return review().orElseThrow().finding(new ItemId(bet)).orElseThrow();
    }

    private Optional<Dialogue> open() {
        return chat.store.load("local:maya|dm:maya|").dialogue();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Test
    void every_step_is_a_kind_of_its_own() {
        chat.ask("maya", "review");
        assertEquals(Opening.class, open().orElseThrow().getClass());
        chat.ask("maya", "start");
        assertEquals(Judging.class, open().orElseThrow().getClass());
        chat.ask("maya", "stop");
        assertEquals(Explaining.class, open().orElseThrow().getClass());
    }
}
