package throughline.core.assistant;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.Reply;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

/** How the roadmap is changed: forms, gates, moves and what they ask of others. */
final class EditGallery extends Showing {
    EditGallery(List<Gallery.Shown> shown) {
        super(shown);
    }

    void adding() {
        chat = new Chat();
        ask("add-what", "maya", "add");
        ask("add-what-unknown", "maya", "add unicorn");
        ask("add-proposed", "sam", "add initiative Dark mode");
        ask("add-proposed-to-engineering", "maya", "add workstream Search index for I12");
        ask("add-proposed-strategy", "maya", "add strategy Win enterprise");
        ask("add-form", "maya", "add initiative");
        ask("add-form-objective", "maya", "add objective");
        ask("add-form-key-result", "maya", "add kr activation rises");
        String command = chat.last().card().buttons().get(0).value();
        tap(
                "add-form-problem",
                "maya",
                Actions.FILL,
                command,
                Map.of("title", List.of("Activation"), "objective", List.of("O99"), "target", List.of("55%")));
        ask("add-objective", "maya", "add objective Teams invite colleagues why: They stay longer");
        ask("add-key-result", "maya", "add kr invites per team for O4 baseline: 1.2; target: 3");
        ask("add-theme", "maya", "add theme Growing together for O4");
        ask("add", "maya", "add initiative Invite by link horizon: next; serves: O4-KR1");
        ask("add-without-line", "maya", "add initiative Shared templates");
        ask("add-twice", "maya", "add initiative invite by link horizon: later");
        ask("add-evidence", "sam", "add evidence Three trials stopped at setup for I3");
    }

    void editing() {
        ask("edit-proposed", "sam", "edit I3 size: big");
        ask("edit-which", "maya", "edit");
        ask("edit-typo", "maya", "edit guidd setup size: big");
        ask("edit-not-found", "maya", "edit unicorns size: big");
        ask("edit-unread", "maya", "edit I3 make it better");
        ask("edit-form", "maya", "edit I3");
        String command = chat.last().card().buttons().get(0).value();
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        chat.last().card().fields().forEach(field -> inputs.put(field.id(), field.initials()));
        ask("edit-form-more", "maya", "edit I3 more");
        ask("edit-form-scores", "maya", "edit I3 page 3");
        ask("edit-form-rest", "maya", "edit I3 page 5");
        ask("edit-problem", "maya", "edit I3 size: huge; release: 2027-Q1");
        ask("edit", "maya", "edit I3 size: big");
        ask("edit-when-problem", "maya", "edit I3 release: 2027-05-12");
        ask("edit-drops", "maya", "edit I14 horizon: dropped; size: small; because nobody asks");
        ask("edit-several", "maya", "edit I3 release: 2027-Q1; non_goals + SSO; serves - O1-KR2");
        ask("edit-already", "maya", "edit I3 size: big");
        ask("edit-conflict-meanwhile", "tom", "edit I3 why: Sales asks for it.");
        inputs.put("why", List.of("Setup takes a week."));
        tap("edit-conflict", "maya", Actions.FILL, command, inputs);
        ask("edit-difference", "maya", "difference");
        ask("edit-mine-too", "maya", "yes");
        String text = "A wizard that leads a new team to its first project, in three steps, with data in each.";
        chat.ask("maya", "edit I3 anyway; description: " + text);
        ask("edit-replace", "maya", "edit I3 description: Short.");
        ask("own", "maya", "own I3 tom");
        ask("own-unknown", "maya", "own I3 Prya");
        ask("own-nobody", "maya", "own I3");
        ask("link-theme", "maya", "link T1 O2");
        ask("unlink-theme", "maya", "unlink T1 O2");
        ask("link-needs", "maya", "link I13 I9");
        ask("remove-proposed", "sam", "remove I3");
        ask("remove-question", "maya", "remove O1");
        ask("remove", "maya", "remove O1 yes 5");
    }

    void gates() {
        chat = new Chat();
        ask("move-not-ready-and-full", "maya", "move I14 now");
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        ask("move-not-ready", "maya", "move I14 now");
        ask("move-complete-form", "maya", "edit I13 complete; horizon: now");
        ask("edit-complete-objective", "maya", "edit O1 complete;");
        ask("move-override-form", "maya", "move I14 now override");
        ask("move-override", "maya", "move I14 now override because Globex signs on Friday");
        ask("now-with-override", "sam", "now");
        ask("show-with-override", "sam", "show I14");
        ask("check-override", "maya", "check I14");
        ask("add-not-ready", "maya", "add initiative Offline mode horizon: now; serves: O1-KR1");
        chat.record(
                Acme.PRIYA,
                "",
                new Change.Listed<>(
                        Kind.INITIATIVE,
                        new ItemId("I13"),
                        Initiative.REVIEWS,
                        new FeasibilityReview(LocalDate.of(2026, 11, 18), Acme.PRIYA, Optional.of("Fine"))));
        chat.ask(
                "maya",
                "edit I13 anyway; constraints: One login; non_goals: SCIM; success: Deals close; success.measure: win rate;"
                        + " success.baseline: 22 %; success.target: 30 %; success.by: 2027-Q2");
        ask("move-full", "maya", "move I13 now");
        ask("move-swap-why", "maya", "move I13 now instead of I9");
        ask("move-swap-impossible", "maya", "move I13 now instead of I12 because audits are due");
        ask("move-swap", "maya", "move I13 now instead of I9 because audits are due");
        chat.ask("maya", "move I13 next");
        chat.ask("maya", "move I14 next");
        ask("undo-full", "maya", "undo I9");
        chat.ask("maya", "edit I13 size: big");
        ask("move-big-without-a-lead", "maya", "move I13 now");
        chat.promote(Acme.TOM, Role.PRODUCT_LEAD);
        ask("move-big", "maya", "move I13 now");
        Reply asked = chat.lastTold("tom");
        shown.add(new Gallery.Shown("approve-asked", asked, Optional.empty()));
        ask("approve-refused", "maya", "approve I13");
        ask("approve-which", "tom", "approve");
        ask("approve-not-now-form", "tom", "approve I13 not now");
        ask("approve-not-now", "tom", "approve I13 not now because the audit comes first");
        ask("approve", "tom", "approve I13");
        shown.add(new Gallery.Shown("approve-told", chat.lastTold("maya"), Optional.empty()));
        ask("approve-already", "tom", "approve I13");
    }

    void moving() {
        chat = new Chat();
        ask("move-proposed", "sam", "move I3 next");
        ask("move-form", "maya", "move I3");
        ask("move", "maya", "move I3 to next because Q1 is full");
        ask("move-already", "maya", "move I3 next");
        ask("done", "maya", "done I4");
        ask("drop-proposed", "sam", "drop I14");
        ask("drop-form", "maya", "drop I14");
        ask("drop", "maya", "drop I14 because nobody asks");
        ask("drop-done", "maya", "yes");
        ask("check-in-proposed", "sam", "check-in O1-KR2 47%");
        ask("check-in-which", "maya", "check-in");
        ask("check-in-form", "maya", "check-in O1-KR2");
        tap("check-in-form-problem", "maya", Actions.FILL, "check-in O1-KR2", Map.of("value", List.of("")));
        ask("check-in", "maya", "check-in O1-KR2 47% high; sample data helped");
        ask("check-in-jump", "maya", "check-in O1-KR2 470%");
        ask("check-in-other-unit", "maya", "check-in O1-KR2 47 days");
        ask("check-in-taken-back", "maya", "check-in O1-KR2 take back");
    }

    void proposing() {
        chat = new Chat();
        ask("proposals-none", "sam", "proposals");
        ask("proposing-a-slip", "sam", "edit I3 size: huge");
        ask("proposing", "sam", "move I14 next because three hotels asked for it");
        told("proposing-to-the-owner", "maya");
        ask("proposing-twice", "sam", "move dark mode next");
        ask("proposing-something-new", "sam", "add initiative Night shifts horizon: next; why: Hotels ask.");
        told("proposing-something-new-to-a-pm", "maya");
        ask("proposals-of-ones-own", "sam", "proposals");
        ask("proposals", "maya", "proposals");
        ask("accept-which", "maya", "accept");
        ask("accept-refused", "priya", "accept PR1");
        ask("ask-back-form", "maya", "ask-back PR1");
        ask("ask-back", "maya", "ask-back PR1 Which hotels?");
        told("ask-back-to-the-author", "sam");
        ask("reply-form", "sam", "reply PR1");
        ask("reply", "sam", "reply PR1 The three that renew in spring.");
        told("reply-to-the-owner", "maya");
        ask("accept", "maya", "accept PR1");
        told("accept-to-the-author", "sam");
        ask("accept-already", "maya", "accept PR1");
        ask("decline-form", "maya", "decline PR2");
        ask("decline", "maya", "decline PR2 because bookings end at eight");
        told("decline-to-the-author", "sam");
        chat.ask("sam", "edit I3 size: big");
        chat.ask("tom", "edit I3 size: small");
        ask("accept-moved-meanwhile", "maya", "accept PR3");
        ask("withdraw", "sam", "withdraw PR3");
        told("withdraw-to-the-owner", "maya");
        ask("reviewed-proposed", "maya", "reviewed I3 two sprints");
        ask("reviewed", "priya", "reviewed I3 two sprints, if the template is kept");
        ask("reviewed-again", "priya", "reviewed I3 two sprints, if the template is kept");
        ask("reviewed-which", "priya", "reviewed unicorns");
        ask("show-reviewed", "sam", "show I3");
        chat.speaker.away.add("priya");
        ask("proposing-unreached", "maya", "add workstream Search index for I12");
    }

    void flagging() {
        chat = new Chat();
        ask("flags-none", "maya", "flags");
        ask("edit-target", "tom", "edit O1-KR2 target: 60%");
        flagged("edit-target-to-the-owner", Acme.MAYA);
        ask("show-flagged", "sam", "show I3");
        ask("check-flagged", "maya", "check I3");
        ask("flags", "maya", "flags");
        ask("flags-of-others", "sam", "flags");
        ask("settle-question", "maya", "settle I3");
        ask("settle-refused", "sam", "settle I3 still right");
        ask("settle", "maya", "settle I3 still right because the wizard moves it either way");
        ask("settle-changed", "maya", "settle I10 changed");
        ask("settle-nothing", "maya", "settle I9");
        ask("watching-nothing", "sam", "watching");
        ask("watch", "sam", "watch I9");
        ask("watch-already", "sam", "watch I9");
        ask("watch-which", "sam", "watch unicorns");
        ask("watching", "sam", "watching");
        chat.ask("maya", "move I9 next because the first quarter is full");
        waiting("watch-moved", "sam");
        ask("unwatch", "sam", "unwatch I9");
        ask("unwatch-not-watched", "sam", "unwatch I9");
        chat.ask("priya", "add workstream Wizard for I3 owner: Priya Shah");
        chat.ask("maya", "edit I3 non_goals + Kiosks");
        flagged("flagged-workstream", Acme.PRIYA);
    }
}
