package throughline.core.assistant;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Extremes;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.review.Pack;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Today;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Roadmap;

/** Every card that the bot can show, with sample data. The names of a command's cards begin with its verb. */
public final class Gallery {
    /** A card that was shown, and what was open afterwards. */
    record Shown(String name, Reply reply, Optional<Dialogue> open) {}

    private final List<Shown> shown = new ArrayList<>();
    private Chat chat = new Chat();

    private Gallery() {}

    /** Name to card, in the order to look at them. */
    public static Map<String, Card> cards() {
        Map<String, Card> cards = new LinkedHashMap<>();
        conversations().forEach(shown -> {
            if (cards.put(shown.name(), shown.reply().card()) != null) {
                throw new IllegalStateException("two cards are called " + shown.name());
            }
        });
        cards.put("apology-broken", Apology.broken("7QF2"));
        cards.put("apology-busy", Apology.tooBusy());
        cards.put("apology-kept", Apology.kept());
        cards.put(
                "nudge-given-up",
                Nudge.givenUp(
                        List.of(new Nudge.Stopped(
                                Acme.roadmap().teams().toList().get(0), "the last two in #growth got no answer")),
                        Actions.ASK));
        cards.put(
                "nudges-given-up",
                Nudge.givenUp(
                        Acme.roadmap().teams().stream()
                                .map(team -> new Nudge.Stopped(team, "the last two got no answer"))
                                .toList(),
                        Actions.ASK));
        cards.put("off-topic", OffTopic.card());
        cards.put("too-long", Unreadable.tooLong("why ".repeat(10_000)));
        cards.put("another-script", Unreadable.anotherScript());
        cards.putAll(Extremes.all());
        return cards;
    }

    static List<Shown> conversations() {
        Gallery gallery = new Gallery();
        gallery.horizons();
        gallery.objectives();
        gallery.questions();
        gallery.checks();
        gallery.work();
        gallery.scores();
        gallery.changes();
        gallery.records();
        gallery.history();
        gallery.missing();
        gallery.erasure();
        gallery.unanswered();
        gallery.identities();
        gallery.manners();
        gallery.views();
        gallery.beginning();
        gallery.adding();
        gallery.editing();
        gallery.moving();
        gallery.proposing();
        gallery.flagging();
        gallery.sharing();
        gallery.gates();
        gallery.nudges();
        gallery.days();
        gallery.operating();
        gallery.requesting();
        gallery.deciding();
        gallery.reviewing();
        return gallery.shown;
    }

    private void horizons() {
        ask("now", "sam", "now");
        ask("now-all", "sam", "now all");
        ask("now-team", "sam", "now billing");
        ask("next", "sam", "next");
        ask("next-empty", "sam", "next billing");
        ask("later", "sam", "later");
        ask("now-narrowed", "sam", "now growth O1");
        ask("now-narrowed-by-nothing", "sam", "now unicorns");
        ask("team", "priya", "team");
        ask("team-all", "priya", "team all");
        ask("team-which", "sam", "team");
        ask("team-not-found", "sam", "team unicorns");
    }

    private void objectives() {
        ask("okrs", "sam", "okrs");
        ask("which-okr", "sam", "which OKR does guided setup serve?");
        ask("which-okr-two", "sam", "which-okr I4");
        ask("which-okr-none", "sam", "which-okr faster search");
        ask("which-okr-none-to-a-pm", "maya", "which-okr faster search");
        ask("which-okr-key-result", "sam", "which-okr O1-KR2");
        ask("which-okr-objective", "sam", "which-okr O1");
        ask("which-okr-work", "sam", "Which OKR does this serve: a coffee machine for the kitchen");
        ask("which-okr-inferred", "sam", "Which OKR does this serve: setup wizard for a new team's first project");
        ask(
                "which-okr-inferred-to-a-pm",
                "maya",
                "Which OKR does this serve: setup wizard for a new team's first project");
        ask("which-okr-none-of-work-to-a-pm", "maya", "Which OKR does this serve: a coffee machine for the kitchen");
        String either = "self-service for sample projects with SSO";
        ask("which-okr-either", "sam", "Which OKR does this serve: " + either);
        ask("which-okr-either-to-a-pm", "maya", "Which OKR does this serve: " + either);
        ask("which-okr-chosen", "sam", "which-okr O2 for this: " + either);
        ask("which-okr-ambiguous", "sam", "which okr does setup serve");
        ask("which-okr-typo", "sam", "which okr does guidd setup serve");
        ask("which-okr-which", "sam", "which-okr");
        ask("what-serves", "sam", "what-serves O1");
        ask("what-serves-another-kind", "sam", "what-serves I3");
        ask("progress", "sam", "progress O1-KR2");
        ask("progress-objective", "sam", "progress O1");
        ask("progress-not-measured", "sam", "progress O3-KR1");
        ask("diagnose", "sam", "diagnose O1");
        ask("diagnose-all", "sam", "diagnose");
        ask("orphans", "sam", "orphans");
        ask("orphans-to-a-pm", "maya", "orphans");
    }

    private void checks() {
        ask("check", "maya", "check");
        ask("check-all", "maya", "check all");
        ask("check-now", "sam", "check");
        ask("check-one", "maya", "check I12");
        ask("check-which", "maya", "check setup");
        ask("layer", "maya", "layer I3");
        ask("layer-of-now", "sam", "layer");
        ask("layer-objective", "sam", "layer O1");
    }

    private void questions() {
        ask("why", "sam", "why guided setup");
        ask("why-objective", "sam", "why O2");
        ask("why-not-recorded", "sam", "why dark mode");
        ask("when", "sam", "when is SSO coming?");
        ask("when-later", "sam", "when dark mode");
        ask("when-key-result", "sam", "when O1-KR2");
        ask("when-objective", "sam", "when O1");
        ask("who", "sam", "who owns invoice self-service?");
        ask("who-nobody", "sam", "who owns O3-KR1");
        ask("who-team", "sam", "who leads the growth team?");
        ask("planned", "sam", "planned SSO");
        ask("planned-ruled-out", "sam", "planned contractors");
        ask("planned-not", "sam", "planned faster teleportation");
        ask("why-not", "sam", "why-not contractors");
        ask("why-not-still-planned", "sam", "why-not dark mode");
        ask("why-not-undecided", "sam", "why-not quantum blockchain");
        ask("constraints", "sam", "constraints I3");
        ask("constraints-none", "sam", "constraints I7");
        ask("non-goals", "sam", "non-goals I3");
        ask("trade-off", "sam", "trade-off I9");
        ask("show", "sam", "show I3");
        ask("show-objective", "sam", "show O1");
        ask("show-key-result", "sam", "show O1-KR2");
        ask("show-theme", "sam", "show T1");
        ask("show-near", "sam", "show I15");
        ask("show-not-found", "sam", "show the quantum blockchain");
    }

    private void changes() {
        ask("link-proposed", "sam", "link I12 O2-KR1");
        ask("link-proposing-nothing-named", "sam", "link");
        ask("link-form", "maya", "link faster search");
        tap("link-form-problem", "maya", Actions.FILL, "link I12", Map.of("key_result", List.of("")));
        ask("link-form-nothing-named", "maya", "link");
        ask("link-form-typo", "maya", "link guidd setup O1-KR1");
        ask("link-already", "maya", "link I3 O1-KR2");
        ask("link", "maya", "link I12 O2-KR1 because search tickets lead the list");
        ask("unlink-proposed", "sam", "unlink I12 O2-KR1");
        ask("unlink", "maya", "unlink I12 O2-KR1");
        ask("unlink-one-of-two", "maya", "unlink I4 O2-KR1");
        ask("unlink-done", "maya", "unlink I12 O2-KR1 yes");
        ask("unlink-not-linked", "maya", "unlink I12 O2-KR1");
        ask("unlink-which", "maya", "unlink");
        ask("changes", "sam", "changes");
        ask("changes-imported", "sam", "changes since 2026-11-01");

        ask("changes-no-day", "sam", "changes since the flood");
        chat.record(
                Acme.MAYA,
                "too few would use it",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I14"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.LATER),
                        Optional.of(Horizon.DROPPED)));
        ask("why-not-dropped", "sam", "why-not dark mode");
        ask("planned-dropped", "sam", "planned dark mode");
    }

    private void history() {
        chat = new Chat();
        ask("undo-nothing", "maya", "undo");
        ask("undo-import", "maya", "undo I12");
        chat.record(Acme.MAYA, "", move(Horizon.NOW, Horizon.NEXT));
        ask("undo-not-own", "tom", "undo I12");
        ask("undo", "maya", "undo");
        ask("redo", "maya", "redo");
        ask("redo-nothing", "maya", "redo");
        chat.record(Acme.TOM, "too early", move(Horizon.NEXT, Horizon.LATER));
        ask("undo-conflict", "maya", "undo");
        chat.after(Duration.ofDays(2));
        ask("undo-confirm", "tom", "undo");
        ask("history", "sam", "history I12");
        ask("history-which", "sam", "history");
        ask("as-of", "sam", "as-of 2026-11-19 now");
        ask("as-of-show", "sam", "as-of 2026-11-19 show I3");
        ask("as-of-nothing", "sam", "as-of 2026-10-01 now");
        ask("as-of-not-reading", "sam", "as-of 2026-11-19 undo");
        ask("as-of-no-day", "sam", "as-of sometime");
        ask("diff", "sam", "diff 2026-11-19 now");
        ask("diff-one", "sam", "diff I12 2026-11-19 now");
        ask("diff-one-same", "sam", "diff I3 2026-11-19 now");
        ask("diff-same", "sam", "diff yesterday now");
        ask("diff-nothing", "sam", "diff q3 now");
        ask("diff-which", "sam", "diff");
        ask("slip-nothing", "sam", "slip");
        ask("slip-which", "sam", "slip sometime");
        chat.after(Duration.ofDays(50)).record(Acme.MAYA, "", move(Horizon.LATER, Horizon.DROPPED));
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I3"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.NEXT)));
        ask("slip", "sam", "slip");
    }

    private static Change move(Horizon from, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId("I12"), Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private void missing() {
        chat = new Chat();
        Roadmap roadmap = chat.store.load("").roadmap();
        chat.record(Acme.MAYA, "", new Change.Removed(roadmap.find("O2-KR1").orElseThrow()));
        chat.record(Acme.TOM, "", new Change.Removed(roadmap.find("O2").orElseThrow()));
        ask("undo-missing", "maya", "undo O2-KR1");
    }

    private void nudges() {
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
    private void days() {
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

    private void erasure() {
        chat = new Chat();
        ask("redact-refused", "maya", "redact I12 1");
        ask("redact-which", "admin", "redact I12");
        ask("redact-unknown", "admin", "redact unicorns 1");
        ask("redact", "admin", "redact I12 1");
        tap("redact-done", "admin", Actions.ASK, buttonValue(), Map.of());
        ask("history-redacted", "sam", "history I12");
        ask("forget-person-refused", "maya", "forget-person Tom Okafor");
        ask("forget-person-which", "admin", "forget-person");
        ask("forget-person", "admin", "forget-person Tom Okafor");
        tap("forget-person-done", "admin", Actions.ASK, buttonValue(), Map.of());
        ask("forget-person-only-admin", "admin", "forget me");
        ask("forget-me", "sam", "forget me");
        tap("forget-me-done", "sam", Actions.ASK, buttonValue(), Map.of());
    }

    /** Of the first button on the last card. */
    private String buttonValue() {
        return chat.last().card().buttons().get(0).value();
    }

    private void records() {
        chat = new Chat();
        ask("record-proposed", "sam", "record O1-KR1: CSV import from Trello");
        ask("record-form", "maya", "record : CSV import from Trello");
        tap(
                "record-form-problem",
                "maya",
                Actions.FILL,
                "record : CSV import from Trello",
                Map.of("target", List.of("")));
        ask("record-form-nothing-named", "maya", "record");
        ask("record-form-work", "maya", "record O1-KR1:");
        tap("record-too-long", "maya", Actions.FILL, "record none:", Map.of("work", List.of("paint ".repeat(300))));
        ask("record", "maya", "record O1-KR1: CSV import from Trello");
        ask("record-already", "maya", "record O1-KR1: CSV import from Trello");
        ask("record-again", "maya", "record O2: CSV import from Trello");
        ask("record-none", "maya", "record none: Repaint the lobby");
        ask("record-on-the-roadmap", "maya", "record O2-KR1: faster search");
        ask("forget-which", "maya", "forget");
        ask("forget-unknown", "maya", "forget L9");
        ask("forget-proposed", "sam", "forget L2");
        ask("forget", "maya", "forget L2");
        ask("forget-gone", "maya", "forget L2: CSV import from Trello");
        ask("changes-records", "sam", "changes");
    }

    private void operating() {
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

    private void unanswered() {
        chat = new Chat();
        ask("requests-none", "sam", "requests");
        ask("questions-none", "maya", "questions");
        ask("questions-none-of-ones-own", "sam", "questions");
        ask("not-understood-about-something", "sam", "does guided setup work offline?");
        ask("ask-owner-form", "sam", "ask-owner");
        tap("ask-owner-too-long", "sam", Actions.FILL, "ask-owner", Map.of("question", List.of("why ".repeat(300))));
        ask("ask-owner", "sam", "ask-owner I3: Does guided setup work offline?");
        told("ask-owner-to-the-owner", "maya");
        ask("ask-owner-asked-already", "sam", "ask-owner I3: Does guided setup work offline?");
        ask("not-understood-asked-already", "tom", "does guided setup work offline?");
        ask("ask-owner-joined", "tom", "ask-owner I3: Does guided setup work offline?");
        ask("ask-owner-to-a-pm", "sam", "ask-owner How many customers are on the old plan?");
        chat.speaker.away.add("maya");
        ask("ask-owner-unreached", "priya", "ask-owner O1: Do partners count as new teams?");
        ask("questions", "maya", "questions");
        ask("questions-of-ones-own", "sam", "questions");
        ask("answer-which", "maya", "answer");
        ask("answer-form", "maya", "answer Q1");
        ask("answer-refused", "priya", "answer Q1 Yes");
        ask("answer-not-for-me", "maya", "answer Q2 not for me");
        told("answer-not-for-me-to-the-asker", "sam");
        ask("answer", "maya", "answer Q1 Not yet: it needs a connection for the first step.");
        told("answer-to-the-asker", "sam");
        ask("answer-already", "maya", "answer Q1 It does.");
        ask("not-understood-answered", "priya", "Does guided setup work offline?");
        ask("answer-long", "maya", "answer Q3 Yes.\n" + "They count from the day of their first project. ".repeat(9));
        ask("ask-owner-answered", "sam", "ask-owner O1: Do partners count as new teams?");
        ask("requests", "sam", "requests");
    }

    private void identities() {
        chat = new Chat();
        ask("account", "sam", "account");
        ask("account-wrong-code", "sam", "account AAAA-AAAA");
        ask("account-refused", "sam", "account for Maya Lind");
        ask("account-unknown", "sam", "account remove slack:T1/U9");
        ask("role", "sam", "role");
        ask("role-of-one", "sam", "role Maya Lind");
        ask("role-not-found", "sam", "role Nobody Atall");
        ask("role-refused", "sam", "role Sam Ortiz pm");
        ask("role-given", "admin", "role Sam Ortiz pm");
        ask("public", "sam", "public");
        outsider("public-to-a-guest", Standing.GUEST, Place.Reach.DIRECT);
        outsider("public-where-outsiders-read", Standing.MEMBER, Place.Reach.EXTERNAL);
        outsider("public-where-readers-are-unknown", Standing.MEMBER, Place.Reach.UNKNOWN);
        outsider("public-to-an-unverified-person", Standing.UNVERIFIED, Place.Reach.INTERNAL);
    }

    private void outsider(String name, Standing standing, Place.Reach reach) {
        Incoming incoming = chat.incoming("gil", "#growth", new Input.Said("now", Input.Manner.OPEN));
        shown(
                name,
                new Incoming(
                        incoming.delivery(),
                        new Speaker(incoming.account(), "Gil Guest", standing),
                        incoming.place().with(reach),
                        incoming.input(),
                        incoming.returnPath()));
    }

    private void manners() {
        ask("help", "sam", "help");
        ask("help-one", "sam", "help why");
        ask("help-topic", "sam", "help keeping");
        ask("help-all", "sam", "help all");
        ask("misspelt", "sam", "latr");
        ask("not-understood", "sam", "sing me a song");
        tap("too-old", "sam", "gone-since-march", "I3", Map.of());
        shown("private-with-share", chat.incoming("sam", "#growth", new Input.Said("why I3", Input.Manner.COMMAND)));
    }

    private void views() {
        chat = new Chat();
        ask("tree-of-theme", "sam", "tree first week");
        chat.record(Acme.MAYA, "the plan for spring", Acme.more());
        ask("view", "sam", "view");
        ask("view-unknown", "sam", "view unicorns");
        ask("view-theme", "sam", "view theme");
        ask("view-release", "sam", "view release");
        ask("view-release-page", "sam", "view release page 2");
        ask("view-release-no-page", "sam", "view release page 9");
        ask("view-technology", "sam", "view technology");
        ask("view-portfolio", "sam", "view portfolio");
        ask("view-portfolio-all", "sam", "view portfolio all");
        ask("view-public", "maya", "view public");
        ask("view-board", "sam", "view board");
        ask("view-team", "sam", "view team growth");
        ask("view-team-which", "sam", "view team");
        ask("view-misspelt", "sam", "view relase");
        ask("tree", "sam", "tree");
        ask("tree-page", "sam", "tree page 2");
        ask("tree-of-one", "sam", "tree O1");
        ask("tree-of-another-kind", "sam", "tree TM2");
    }

    private void beginning() {
        chat = Chat.withoutRoadmap();
        ask("view-theme-empty", "sam", "view theme");
        ask("view-release-empty", "sam", "view release");
        ask("view-technology-empty", "sam", "view technology");
        ask("view-portfolio-empty", "sam", "view portfolio");
        ask("view-board-empty", "sam", "view board");
        ask("tree-empty", "sam", "tree");
        ask("public-empty", "sam", "public");
        ask("now-empty", "sam", "now");
        ask("next-nothing", "sam", "next");
        ask("later-empty", "sam", "later");
        ask("okrs-empty", "sam", "okrs");
        ask("team-empty", "sam", "team");
        ask("show-empty", "sam", "show I3");
        ask("which-okr-empty", "sam", "which-okr I3");
        ask("orphans-empty", "sam", "orphans");
        ask("check-empty", "sam", "check");
        ask("layer-empty", "sam", "layer");
        ask("diagnose-empty", "sam", "diagnose");
    }

    /** What was recorded for work that is not on the roadmap, and what is said while sentences cannot be compared. */
    private void work() {
        String work = "export of all invoices to Excel";
        chat = new Chat();
        chat.ask("maya", "record O2-KR1: " + work);
        ask("which-okr-recorded-work", "sam", "Which OKR does this serve: " + work);
        ask("which-okr-recorded-work-to-a-pm", "maya", "Which OKR does this serve: " + work);
        chat.ask("maya", "record none: " + work);
        ask("which-okr-recorded-as-none", "sam", "Which OKR does this serve: " + work);
        chat.language = text -> Optional.empty();
        ask("which-okr-not-yet", "sam", "Which OKR does this serve: bulk export");
        chat = new Chat();
    }

    private void scores() {
        ask("score-none", "sam", "score I12");
        ask("compare-nothing-recorded", "sam", "compare I12 I14");
        ask("mix-unsized", "sam", "mix later");
        Scored.in(chat);
        ask("score", "sam", "score I3");
        ask("score-all", "sam", "score I3 all");
        ask("score-deadline", "sam", "score I9 all");
        ask("score-product", "sam", "score P1");
        ask("score-another-kind", "sam", "score T1");
        ask("compare", "sam", "compare guided setup, I4 and I9");
        ask("compare-horizon", "sam", "compare now");
        ask("compare-theme", "sam", "compare theme T1");
        ask("compare-nothing-there", "sam", "compare next");
        ask("compare-objectives", "sam", "compare O1 O2 O3");
        ask("compare-workstreams", "sam", "compare W1 W2");
        ask("compare-different-kinds", "sam", "compare I3 T1");
        ask("compare-one", "sam", "compare I3");
        ask("compare-which", "sam", "compare");
        ask("compare-typo", "sam", "compare I4 guidd setup");
        ask("mix", "sam", "mix");
        ask("mix-product", "sam", "mix product");
        ask("mix-release", "sam", "mix Q4 2026");
        ask("mix-release-empty", "sam", "mix Q1 2031");
        ask("trade-off-scored", "sam", "trade-off I3");
        chat = new Chat();
    }

    private void adding() {
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

    private void editing() {
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

    private void gates() {
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
        shown.add(new Shown("approve-asked", asked, Optional.empty()));
        ask("approve-refused", "maya", "approve I13");
        ask("approve-which", "tom", "approve");
        ask("approve-not-now-form", "tom", "approve I13 not now");
        ask("approve-not-now", "tom", "approve I13 not now because the audit comes first");
        ask("approve", "tom", "approve I13");
        shown.add(new Shown("approve-told", chat.lastTold("maya"), Optional.empty()));
        ask("approve-already", "tom", "approve I13");
    }

    private void moving() {
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

    private void proposing() {
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

    private void deciding() {
        chat = new Chat();
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        ask("decisions-none", "maya", "decisions");
        ask("decisions-tax-none", "maya", "decisions tax");
        ask("decide-which", "maya", "decide R9 next");
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM, Acme.PRIYA);
        Filed.by(chat, "R2", "Export for auditors", "I7", Acme.SAM);
        Filed.by(chat, "R3", "Roles for contractors", "I7", Acme.SAM);
        ask("decide-refused", "sam", "decide R1 next because I want it");
        ask("decide-form", "maya", "decide R1");
        ask("decide-problems", "maya", "decide R1 swap I14; revisit if churn > 3 %");
        ask("ask-back-request-form", "maya", "ask-back R1");
        ask("ask-back-request", "maya", "ask-back R1 For how many accounts?");
        told("ask-back-request-to-its-author", "sam");
        ask("reply-request-form", "sam", "reply R1");
        ask("reply-request", "sam", "reply R1 Two renew in September.");
        told("reply-request-to-who-decides", "maya");
        ask("show-request", "sam", "show R1");
        ask("decide-swap", "maya", "decide R1 swap because the deal is large");
        told("decide-swap-to-its-owner", "tom");
        told("decide-swap-to-its-author", "sam");
        ask("decide-finish-early", "maya", "decide R1 finish");
        ask("agree-which", "tom", "agree");
        ask("agree-refused", "sam", "agree D1");
        ask("object-form", "tom", "object D1");
        ask("object", "tom", "object D1 because tickets are rising");
        told("object-to-the-lead", "priya");
        told("object-to-who-decided", "maya");
        ask("show-decision-objected", "sam", "show D1");
        ask("overrule-form", "priya", "overrule D1");
        ask("uphold-form", "priya", "uphold D1");
        ask("overrule", "priya", "overrule D1 because the deal pays for both");
        told("overrule-to-who-decided", "maya");
        told("overrule-to-its-owner", "tom");
        ask("decide-finish-incomplete", "maya", "decide R1 finish");
        Filed.complete(chat, "I15");
        ask("decide", "maya", "decide R1 finish");
        told("decide-to-who-asked", "sam");
        ask("decide-already", "maya", "decide R1");
        ask("agree-over", "tom", "agree D1");
        ask("show-decision", "sam", "show D1");
        ask("decide-full", "maya", "decide R2 now because it is next");
        chat.ask("maya", "decide R2 swap I9 because auditors come; revisit if O1-KR2 passes 55 %");
        chat.ask("maya", "decide R2 swap I7 because auditors come");
        chat.ask("maya", "decide R2 again swap I3 because auditors come");
        ask("decide-swap-without-asking", "maya", "decide R2 again swap I4 because auditors come");
        Filed.by(chat, "R4", "Invoices by post", "I15", Acme.SAM);
        chat.promote(Acme.TOM, Role.PRODUCT_LEAD);
        chat.ask("tom", "decide R4 swap because lawyers ask");
        chat.ask("maya", "object D5 because it has just begun");
        ask("uphold", "priya", "uphold D5 because nobody reads letters");
        told("uphold-to-who-decided", "tom");
        told("uphold-to-its-owner", "maya");
        chat.ask("tom", "decide R4 swap because lawyers ask again");
        ask("agree", "maya", "agree D6");
        told("agree-to-who-decided", "tom");
        ask("decide-decline", "maya", "decide R3 decline because two accounts ask; revisit if O1-KR2 passes 55 %");
        told("decide-decline-to-who-asked", "sam");
        ask("why-not-decided", "sam", "why-not roles for contractors");
        ask("why-not-decided-by-id", "sam", "why-not R3");
        ask("decisions", "maya", "decisions");
        ask("decisions-waiting", "maya", "decisions waiting");
        ask("revisit-form", "maya", "revisit D7");
        ask("revisit-problem", "maya", "revisit D7 three renewals name it");
        ask("revisit", "maya", "revisit D7 O1-KR2 > 50 % or 2027-06-30");
        ask("check-in-brings-back", "maya", "check-in O1-KR2 56 % yes");
        waiting("check-in-brings-back-to-who-asked", "sam");
        ask("show-decision-reopened", "maya", "show D7");
        ask("decide-override", "maya", "decide R3 override because the contract ends");
        ask("decisions-tax", "maya", "decisions tax");
        chat.after(Duration.ofDays(9));
        chat.ask("maya", "done I15");
        waiting("done-to-who-asked", "sam");
        chat.ask("maya", "check-in O1-KR2 57 % yes");
        waiting("check-in-to-who-asked", "sam");
        ask("decide-withdrawn", "maya", "decide R3");
        movingUnanswered();
        leaving();
    }

    private void movingUnanswered() {
        chat = new Chat();
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        ask("move-unanswered", "maya", "move I15 now instead of I7 because it is urgent");
        ask("move-unanswered-by-its-owner", "tom", "move I15 now instead of I7 because it is urgent");
        chat.ask("tom", "object D1 because tickets are rising");
        ask("move-objected", "maya", "move I15 now instead of I7 because it is urgent");
        chat.ask("maya", "decide R1 next because tickets are rising");
        told("decide-otherwise-to-its-owner", "tom");
        chat.ask("maya", "drop I15 yes because nobody asks for it any more");
        ask("decide-over", "maya", "decide R1 again now because they do");
        ask("decide-taken-up-again", "maya", "decide R1 again later because they do");
        ask("requests-decided", "sam", "requests");
    }

    private void leaving() {
        chat = new Chat();
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM, Acme.PRIYA, Acme.TOM);
        chat.ask("maya", "ask-back R1 For how many accounts?");
        ask("withdraw-joined", "sam", "withdraw R1");
        told("withdraw-joined-to-its-heir", "priya");
        told("withdraw-joined-to-who-decides", "maya");
        ask("withdraw-voice", "tom", "withdraw R1");
        ask("withdraw-request", "priya", "withdraw R1");
        told("withdraw-request-to-who-decides", "maya");
    }

    private void flagging() {
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

    private void sharing() {
        chat = new Chat();
        ask("comments-nothing", "maya", "comments");
        ask("comment-nothing-shared", "sam", "comment It is too much");
        ask("share-which", "maya", "share");
        ask("share-with-whom", "maya", "share now");
        ask("share-unknown", "maya", "share now with unicorns");
        ask("share-refused", "sam", "share now with growth");
        ask("share-empty", "maya", "share next with billing");
        ask("share", "maya", "share now with engineering leads and stakeholders");
        told("share-to-others", "sam");
        shown(
                "share-in-a-channel",
                chat.incoming("maya", "#growth", new Input.Said("share next", Input.Manner.COMMAND)));
        ask("comments-none", "maya", "comments SH1");
        ask("comment", "sam", "comment SH1 I9: Banks want it in spring.");
        told("comment-to-who-shared", "maya");
        tap(
                "comment-on-all",
                "priya",
                Actions.FILL,
                "comment SH1",
                Map.of("words", List.of("More than we can build."), "item", List.of("all")));
        ask("comments", "maya", "comments SH1");
    }

    private void requesting() {
        chat = new Chat();
        ask("request", "sam", "request");
        fill("request-told-wrong", "sam", Map.of("title", "!", "revenue", "a lot"));
        chat.ask("sam", "cancel");
        ask("can-we-have", "sam", "can we have bulk export to Excel?");
        ask("request-okr", "sam", "request bulk export to Excel, Globex wants it to renew");
        ask("request-asked-again", "sam", "the purple one");
        ask("request-in-progress", "sam", "request dark mode for auditors");
        ask("request-resumed", "sam", "request");
        fill("request-no-okr", "sam", Map.of("okr", "none"));
        chat.ask("sam", "back");
        fill("request-estimate", "sam", Map.of("okr", "O3"));
        fill("request-estimate-wrong", "sam", Map.of("movement", "a lot", "delay", "20-50k a month"));
        fill("request-swap", "sam", Map.of("movement", "+ 1 point", "delay", "20-50k a month", "reach", "300-600"));
        chat.ask("sam", "back");
        fill("request-swap-of-a-small-one", "sam", Map.of("size", "small"));
        chat.ask("sam", "back");
        fill("request-swap-again", "sam", Map.of("size", "medium"));
        fill("request-confirm", "sam", Map.of("out", "I12"));
        Button send = button("Send");
        tap("request-old-card", "sam", Actions.ASK, send.value().replace(".send send", ".okr"), Map.of());
        tap("request-sent", "sam", Actions.ASK, send.value(), Map.of());
        told("request-to-the-pm", "maya");
        tap("request-sent-already", "sam", Actions.ASK, send.value(), Map.of());
        ask("request-alike", "priya", "request bulk export to Excel for Initech");
        chat.tap("priya", "Join R1");
        shown.add(new Shown("request-join", chat.last(), open("priya")));
        fill("request-joined", "priya", Map.of("customers", "Initech", "revenue", "20-40k"));
        told("request-joined-to-the-author", "sam");
        ask("request-alike-on-the-roadmap", "sam", "request faster search");
        chat.tap("sam", "Join I12");
        fill("request-joined-on-the-roadmap", "sam", Map.of("customers", "Globex"));
        ask("request-without-likes", "sam", "request a coffee corner in the lobby");
        fill("request-without-okr", "sam", Map.of("okr", "none"));
        chat.tap("sam", "Keep it on record");
        ask("request-begun", "sam", "request repainting");
        ask("request-left", "sam", "cancel");
        tap("request-done-with", "sam", Actions.ASK, "request gone.okr O2", Map.of());
        ask("requests-of-ones-own", "sam", "requests mine");
        ask("requests-quiet", "sam", "requests quiet");
        ask("requests-on", "sam", "requests on");
        ask("settings-intake-refused", "sam", "settings intake #requests");
        ask("settings-intake", "maya", "settings intake #requests");
        Snapshot snapshot = chat.store.load("");
        FeatureRequest asked =
                snapshot.roadmap().requests().stream().findFirst().orElseThrow();
        Card inChannel = new CaseCard(Returns.scene(snapshot, Chat.NOW), asked).toChannel();
        shown.add(new Shown(
                "request-in-its-channel",
                new Reply(Reply.Visibility.PUBLIC, inChannel, Optional.empty()),
                open("maya")));
        ask("settings-intake-off", "maya", "settings intake off");
        ask("requests-open", "tom", "requests open");
        ask("requests-by-team", "tom", "requests by team");
        ask("requests-by-customer", "tom", "requests by customer");
        ask("requests-of-a-customer", "tom", "requests by customer Initech");
        ask("requests-of-nobody", "tom", "requests by customer Umbrella");
        ask("requests-one", "tom", "requests R1");
        chat.ask("maya", "decide R1 decline because two accounts ask for it");
        Snapshot decided = chat.store.load("");
        FeatureRequest declined =
                decided.roadmap().find(asked.id(), FeatureRequest.class).orElseThrow();
        shown.add(new Shown(
                "request-decided-in-its-channel",
                new Reply(
                        Reply.Visibility.PUBLIC,
                        new CaseCard(Returns.scene(decided, Chat.NOW), declined).toChannel(),
                        Optional.empty()),
                open("maya")));
    }

    private void reviewing() {
        chat = Quarterly.chat();
        ask("review", "maya", "review");
        Snapshot snapshot = chat.store.load("");
        Person maya = snapshot.people().find(Acme.MAYA).orElseThrow();
        LocalDate day = LocalDate.of(2026, 12, 17);
        Quarter quarter = Quarter.of(day, Month.JANUARY);
        Pack pack = Pack.of(snapshot.roadmap(), snapshot.history(), maya, quarter, LocalDate.of(2026, 12, 31));
        Card reminder = new ReviewCard(pack, snapshot.people(), day, Optional.of(day.plusDays(4)), false).reminder();
        shown.add(new Shown(
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

    private void tap(String name, String person, String label) {
        Button button = button(label);
        tap(name, person, button.action(), button.value(), Map.of());
    }

    /** Sends the form of the last card as it stands, with these filled in instead. */
    private void fill(String name, String person, Map<String, String> typed) {
        Block.Form form = chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> inputs = new HashMap<>();
        form.fields().forEach(field -> inputs.put(field.id(), field.initials()));
        typed.forEach((field, value) -> inputs.put(field, List.of(value)));
        tap(name, person, form.submit().action(), form.submit().value(), inputs);
    }

    private Button button(String label) {
        return chat.last().card().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Dialogue> open(String person) {
        Incoming incoming = chat.incoming(person, "dm:" + person, new Input.Said("", Input.Manner.OPEN));
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    private void ask(String name, String person, String text) {
        shown(name, chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN)));
    }

    private void tap(String name, String person, String action, String value, Map<String, List<String>> inputs) {
        shown(name, chat.incoming(person, "dm:" + person, new Input.Tapped(action, value, "", inputs)));
    }

    /** What somebody else was told meanwhile. */
    private void told(String name, String person) {
        shown.add(new Shown(name, chat.lastTold(person), Optional.empty()));
    }

    /** What waits for somebody's message of the day. */
    private void waiting(String name, String person) {
        List<Card> waiting = chat.waitingCards(person);
        Card last = waiting.get(waiting.size() - 1);
        shown.add(new Shown(name, new Reply(Reply.Visibility.PRIVATE, last, Optional.empty()), Optional.empty()));
    }

    /** What an owner is asked with the message of the day. */
    private void flagged(String name, PersonId owner) {
        Snapshot now = chat.store.load("");
        Today today = new Today(
                now.roadmap(), now.history(), now.people(), new Agenda(now.roadmap(), Set.of()), chat.now(), Map.of());
        List<Errand> asked = new AskingOwners()
                .errands(today).stream()
                        .filter(errand -> errand.to().equals(owner))
                        .toList();
        shown.add(new Shown(
                name, new Reply(Reply.Visibility.PRIVATE, Errand.merged(asked), Optional.empty()), Optional.empty()));
    }

    private void shown(String name, Incoming incoming) {
        chat.hear(incoming);
        shown.add(new Shown(
                name,
                chat.last(),
                chat.store.load(Exchange.conversation(incoming)).dialogue()));
    }
}
