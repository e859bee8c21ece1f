package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Input;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Turn;
import throughline.core.decision.Tripped;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.News;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** Decisions come back by what is measured and by days, and those who asked hear what came of it. */
class ComingBackTest extends Deciding {
    @Test
    void a_check_in_brings_a_decision_back_once() {
        Filed.by(chat, Acme.SAM);
        chat.ask("tom", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        String own = chat.ask("maya", "check-in O1-KR2 57 % yes");
        assertTrue(first(own).startsWith("Checked in"), own);
        String back = lastNews("tom");
        assertEquals("Decision D1 about Bulk export comes back: 7-day activation (O1-KR2) is 57 %.", first(back));
        assertTrue(back.contains("7-day activation (O1-KR2) was 46% when it was decided."), back);
        assertTrue(back.contains("You said then: “too few.” It was declined."), back);
        assertEquals(
                "Your request Bulk export is looked at again: 7-day activation (O1-KR2) is 57 %.",
                first(lastNews("sam")));
        int told = chat.waiting("tom").size();
        chat.ask("maya", "check-in O1-KR2 58 % yes");
        assertEquals(told, chat.waiting("tom").size(), "once");
        assertEquals(Receipt.State.REOPENED, receipt("D1").state());
        chat.ask("tom", "decide R1 next because it moved");
        assertEquals(Receipt.State.REPLACED, receipt("D1").state());
    }

    @Test
    void what_brought_it_back_is_kept_as_far_as_it_fits() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "edit O1-KR2 anyway; metric: " + "activation ".repeat(26));
        chat.ask("maya", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        chat.ask("maya", "check-in O1-KR2 57 % yes");
        String why = receipt("D1").values().find(Receipt.REOPENED_WHY).orElseThrow();
        assertTrue(why.startsWith("activation activation"), why);
        assertTrue(why.length() <= 300, "what is longer could not be read again");
    }

    @Test
    void who_checks_in_what_brings_the_own_decision_back_reads_it_in_the_answer() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        String answer = chat.ask("maya", "check-in O1-KR2 57 % yes");
        assertTrue(answer.contains("Decision D1 about Bulk export comes back"), answer);
    }

    @Test
    void those_who_asked_hear_that_it_moved_shipped_and_what_it_changed() {
        Filed.by(chat, Acme.SAM, Acme.PRIYA);
        chat.ask("maya", "decide R1 later because it can wait");
        chat.ask("maya", "move I15 next because there is time");
        assertEquals("Bulk export (I15), which you asked for (R1), is in Next now.", first(lastNews("sam")));
        assertTrue(lastNews("priya").contains("Maya: “there is time.”"), lastNews("priya"));
        chat.ask("maya", "done I15");
        assertEquals("Shipped: Bulk export (I15), which you asked for (R1).", first(lastNews("sam")));
        chat.after(Duration.ofDays(9)).ask("maya", "check-in O1-KR2 50 % yes");
        assertEquals("Measured after Bulk export (R1) shipped: 7-day activation is 50 %.", first(lastNews("priya")));
        assertTrue(lastNews("sam").contains("It was 46% when you asked."), lastNews("sam"));
        int told = chat.waiting("sam").size();
        chat.ask("maya", "check-in O1-KR2 51 % yes");
        assertEquals(told, chat.waiting("sam").size(), "the outcome is told once");
    }

    @Test
    void what_came_back_is_followed_too() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait; revisit if O1-KR2 > 50 %");
        chat.ask("tom", "check-in O1-KR2 57 % yes");
        chat.ask("maya", "done I15");
        assertEquals("Shipped: Bulk export (I15), which you asked for (R1).", first(lastNews("sam")));
        assertEquals(FeatureRequest.State.FILED, asked().state());
    }

    @Test
    void who_watches_as_well_gets_one_message() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait");
        chat.ask("sam", "watch I15");
        chat.ask("maya", "move I15 next because there is time");
        assertEquals(1, chat.waiting("sam").size());
    }

    @Test
    void a_day_brings_a_decision_back_without_a_word() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait; revisit in 2 weeks");
        Snapshot snapshot = chat.store.load("");
        Turn early = ClosingLoop.daily(scene(snapshot, Chat.NOW.plus(Duration.ofDays(13))), person -> true);
        assertTrue(early.changes().isEmpty() && early.notices().isEmpty());
        Turn turn = ClosingLoop.daily(scene(snapshot, Chat.NOW.plus(Duration.ofDays(14))), person -> true);
        assertEquals(
                List.of(Acme.MAYA, Acme.SAM), news(turn).stream().map(News::to).toList());
        assertEquals(
                "Decision D1 about Bulk export comes back: 4 December 2026 has come.",
                news(turn).get(0).title());
        Roadmap after = snapshot.roadmap()
                .on(new ChangeSet(new Stamp(Chat.NOW, PersonId.BOT, ""), Optional.empty(), turn.changes()));
        assertEquals(List.of(), Tripped.tripped(after, LocalDate.of(2026, 12, 5)), "once");
    }

    private static List<News> news(Turn turn) {
        return turn.changes().stream()
                .filter(Change.Added.class::isInstance)
                .map(change -> ((Change.Added) change).item())
                .filter(News.class::isInstance)
                .map(News.class::cast)
                .toList();
    }

    private Scene scene(Snapshot snapshot, Instant now) {
        Person bot = new Person(
                PersonId.BOT,
                "Throughline",
                Set.of(),
                Optional.empty(),
                Person.Details.NONE,
                List.of(),
                Optional.empty());
        return new Scene(
                snapshot.roadmap(),
                snapshot.history(),
                snapshot.people(),
                bot,
                chat.incoming("maya", "dm:maya", new Input.Said("", Input.Manner.OPEN)),
                now,
                "fresh");
    }
}
