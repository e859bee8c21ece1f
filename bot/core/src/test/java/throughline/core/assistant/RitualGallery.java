package throughline.core.assistant;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.review.Pack;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Quarter;

/** What comes by itself: nudges, the message of a day, reviews, and what an admin sees of it. */
final class RitualGallery extends Showing {
    RitualGallery(List<Gallery.Shown> shown) {
        super(shown);
    }

    void nudges() {
        chat = new Chat();
        ask("settings", "sam", "settings");
        ask("settings-form", "maya", "settings nudge");
        ask("settings-problems", "maya", "settings nudge Growth #general saturday 22:15 Berlin");
        ask("settings-refused", "sam", "settings nudge Growth #growth");
        ask("nudge-not-set-up", "maya", "nudge off growth");
        ask("settings-done", "maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        ask("settings-days-off", "maya", "settings days-off 2026-12-24, 2026-12-25");
        ask("settings-days-which", "maya", "settings days-off 24.12.2026");
        ask("settings-days-refused", "sam", "settings days-off 2026-12-24");
        ask("settings-hours-which", "sam", "settings hours 18:00-9:00");
        ask("settings-hours", "sam", "settings hours 9:00-16:30");
        ask("nudge", "priya", "nudge preview growth");
        ask("nudge-which", "sam", "nudge preview unicorns");
        ask("nudge-nobody-elses", "sam", "nudge I4 on track");
        ask("nudge-about-what", "priya", "nudge on track");
        ask("snooze-not-set-up", "maya", "snooze 1w for billing");
        ask("nudge-why", "priya", "nudge I4 drifting");
        ask("nudge-answered", "priya", "nudge I4 drifting: waiting for legal");
        ask("team-alignment", "sam", "team growth");
        ask("nudge-over", "priya", "nudge I4 on track in 2026-W40");
        ask("nudge-off-team", "priya", "nudge off growth");
        ask("nudge-on-team", "priya", "nudge on growth");
        ask("nudge-off", "sam", "nudge off");
        ask("nudge-on", "sam", "nudge on");
        ask("snooze", "sam", "snooze 1w");
        ask("snooze-team", "maya", "snooze I4 2w for growth");
        ask("snooze-when", "sam", "snooze sometime");
        ask("snooze-item", "maya", "snooze guided setup until monday for growth");
        ask("settings-set", "sam", "settings");
    }

    /** What persons are told unasked, and what they answer. */
    void days() {
        chat = new Chat();
        Calendar calendar = new Calendar(chat);
        Hired.one(chat, "lea", Role.PRODUCT_LEAD);
        List<PersonId> team = new ArrayList<>(Hired.people(chat, "ana", 5));
        team.add(Acme.PRIYA);
        Hired.team(chat, "TM1", team);
        ask("pulse-none", "sam", "pulse");
        ask("cascade-none", "sam", "cascade");
        ask("sync", "lea", "sync");
        ask("sync-nothing", "sam", "sync");
        chat.ask("tom", "edit O1 why: Teams that see value in a week stay; because the pricing test says so");
        calendar.at("2026-11-23T08:30:00Z");
        told("day-cascade", "maya");
        ask("cascade", "sam", "cascade");
        ask("cascade-one", "maya", "cascade CA1");
        ask("cascade-question", "maya", "cascade CA1 question");
        ask("cascade-asked", "maya", "cascade CA1 question: does that hold for trials?");
        ask("cascade-read", "maya", "cascade CA1 read");
        ask("cascade-read-already", "maya", "cascade CA1 read");
        ask("cascade-read-unasked", "sam", "cascade CA1 read");
        calendar.at("2026-11-24T08:30:00Z");
        calendar.at("2026-12-01T08:30:00Z");
        told("day-skipped", "tom");
        told("day-sync", "lea");
        ask("cascade-skipped", "maya", "cascade CA1");
        calendar.at("2026-12-08T08:30:00Z");
        told("day-pulse", "ana0");
        ask("pulse", "ana0", "pulse");
        ask("pulse-known", "ana0", "pulse O1");
        ask("pulse-not-sure", "ana1", "pulse not sure");
        ask("pulse-already", "ana1", "pulse O1");
        ask("pulse-of-others", "sam", "pulse PU1 O1");
        for (int i = 2; i < 5; i++) {
            chat.ask("ana" + i, "pulse O1");
        }
        calendar.at("2026-12-11T08:30:00Z");
        told("day-merged", "maya");
        calendar.at("2026-12-23T08:30:00Z");
        ask("pulse-over", "priya", "pulse PU1 O1");
        ask("team-articulation", "sam", "team growth");
        chat = new Chat();
    }

    void operating() {
        chat = new Chat();
        chat.promote(Acme.TOM, Role.ADMIN);
        ask("operations-refused", "sam", "operations");
        ask("operations-well", "tom", "operations");
        ask("operations-set-up", "maya", "settings nudge Growth #growth monday 09:30 Europe/Berlin");
        chat.operations = OperateTest::trouble;
        chat.record(PersonId.BOT, "", OperateTest.pause(chat, "#growth takes no message from me (is_archived)"));
        ask("operations", "tom", "operations");
        ask("settings-paused", "sam", "settings");
        ask("operations-retry", "tom", "operations retry nudge:TM2:2026-W47");
        ask("operations-retried", "tom", "operations retry nudge:TM2:2026-W47 yes");
        ask("operations-discard", "tom", "operations discard nudge:TM1:2026-W47");
        ask("operations-discarded", "tom", "operations discard nudge:TM1:2026-W47 yes");
        ask("operations-skipped", "tom", "operations retry nudge:TM1:2026-W46");
        ask("operations-unknown", "tom", "operations retry nudge:TM9:2026-W47");
    }

    void reviewing() {
        chat = Quarterly.chat();
        ask("review", "maya", "review");
        Snapshot snapshot = chat.store.load("");
        Person maya = snapshot.people().find(Acme.MAYA).orElseThrow();
        LocalDate day = LocalDate.of(2026, 12, 17);
        Quarter quarter = Quarter.of(day, Month.JANUARY);
        Pack pack = Pack.of(snapshot.roadmap(), snapshot.history(), maya, quarter, LocalDate.of(2026, 12, 31));
        Card reminder = new ReviewCard(pack, snapshot.people(), day, Optional.of(day.plusDays(4)), false).reminder();
        shown.add(new Gallery.Shown(
                "review-reminder", new Reply(Reply.Visibility.PRIVATE, reminder, Optional.empty()), Optional.empty()));
        tap("review-started", "maya", "Start");
        tap("review-reached", "maya", "Done");
        fill("review-problems", "maya", Map.of("verdict", "stop"));
        fill("review-finished", "maya", Map.of("verdict", "stop", "learned", "Nobody reads invoices; they call."));
        tap("review-learned", "maya", "Done");
        tap("review-not-due", "maya", "Skip");
        ask("review-unclear", "maya", "the purple one");
        ask("review-stopping", "maya", "stop");
        tap("review-back", "maya", "Back");
        tap("review-paused", "maya", "Pause");
        ask("review-reminded", "maya", "review remind me Tuesday");
        ask("review-resumed", "maya", "review");
        ask("review-override", "maya", "keep");
        ask("review-unmeasured", "maya", "re-scope, learned: logos need a contract");
        ask("review-pack", "maya", "review pack");
        ask("review-all", "maya", "review pack all");
        ask("review-concluding", "maya", "review I6 keep");
        tap("review-closed", "maya", "Close the review");
        ask("review-opened-again", "maya", "review again");
        ask("review-anew", "maya", "review I1");
        ask("review-nothing", "priya", "review");
        ask("review-of-another", "tom", "review I3");
        ask("settings-review-refused", "priya", "settings review off");
        chat.promote(Acme.SAM, Role.ADMIN);
        ask("settings-review", "sam", "settings review");
        ask("settings-review-problems", "sam", "settings review starts brumaire");
        ask("settings-review-set", "sam", "settings review starts july");
        ask("settings-review-off", "sam", "settings review off");
    }
}
