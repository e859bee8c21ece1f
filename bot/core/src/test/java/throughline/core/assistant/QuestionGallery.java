package throughline.core.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

/** What is asked of the roadmap, of its history and of its scores. */
final class QuestionGallery extends Showing {
    QuestionGallery(List<Gallery.Shown> shown) {
        super(shown);
    }

    void horizons() {
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

    void objectives() {
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

    void checks() {
        ask("check", "maya", "check");
        ask("check-all", "maya", "check all");
        ask("check-now", "sam", "check");
        ask("check-one", "maya", "check I12");
        ask("check-which", "maya", "check setup");
        ask("layer", "maya", "layer I3");
        ask("layer-of-now", "sam", "layer");
        ask("layer-objective", "sam", "layer O1");
    }

    void questions() {
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

    void changes() {
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

    void history() {
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

    void missing() {
        chat = new Chat();
        Roadmap roadmap = chat.store.load("").roadmap();
        chat.record(Acme.MAYA, "", new Change.Removed(roadmap.find("O2-KR1").orElseThrow()));
        chat.record(Acme.TOM, "", new Change.Removed(roadmap.find("O2").orElseThrow()));
        ask("undo-missing", "maya", "undo O2-KR1");
    }

    void records() {
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

    void unanswered() {
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

    void views() {
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

    /** What was recorded for work that is not on the roadmap, and what is said while sentences cannot be compared. */
    void work() {
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

    void scores() {
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
}
