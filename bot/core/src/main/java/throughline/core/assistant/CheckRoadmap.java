package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Check;
import throughline.core.check.Finding;
import throughline.core.check.Rule;
import throughline.core.check.Severity;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** What is wrong, by which rule, and what to write instead. */
final class CheckRoadmap implements Command {
    private static final Usage USAGE = Usage.of(
                    "check",
                    "[name or id, now, themes, or all]",
                    "What is wrong with the roadmap, why it matters and what to write instead",
                    Intent.CHECK)
            .or("lint");

    private static final String FIELD_ALONE = " [a-z_]+:$";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Check check = Check.of(request.roadmap(), request.scene().today());
        Optional<CheckScope> scope = CheckScope.of(request);
        return scope.map(found -> request.say(card(request, check, found), Answer.of(Intent.CHECK)))
                .orElseGet(() -> new Subject(request, USAGE)
                        .answer(
                                Names.in(request.roadmap())
                                        .only(
                                                Kind.INITIATIVE,
                                                Kind.OBJECTIVE,
                                                Kind.KEY_RESULT,
                                                Kind.THEME,
                                                Kind.STRATEGY,
                                                Kind.WORKSTREAM,
                                                Kind.TEAM),
                                item -> request.say(
                                        card(
                                                request,
                                                check,
                                                CheckScope.of(request.roadmap(), item, Phrases.named(item))),
                                        Subject.about(Intent.CHECK, item))));
    }

    private static Card card(Request request, Check check, CheckScope scope) {
        if (check.hasNothing()) {
            return Card.of("0 findings: nothing is on the roadmap yet.");
        }
        Check.Report report = scope.report(check);
        List<Finding> findings = report.findings();
        List<Block> blocks = new ArrayList<>(rows(request, findings));
        if (!report.isWhole()) {
            blocks.add(new Block.Note(
                    Prose.of("What is sooner was looked at first. Name a team, an objective or an initiative to "
                            + "see the rest.")));
        }
        if (request.all() && findings.size() > Request.MOST) {
            blocks.add(new Block.Note(Prose.of(Phrases.digits(findings.size() - Request.MOST)
                    + " more are not shown. Name a team, an objective or an initiative to see its own.")));
        }
        List<Button> buttons = buttons(request, scope, findings);
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        return new Card(Prose.strong(headline(scope, report)), blocks);
    }

    private static String headline(CheckScope scope, Check.Report report) {
        List<Finding> findings = report.findings();
        String counts = Arrays.stream(Severity.values())
                .map(severity -> count(findings, severity))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        return Phrases.plural(findings.size(), "finding", "findings") + " " + scope.called()
                + (report.isWhole() ? "" : ", in the first " + Phrases.digits(Check.MOST_ITEMS) + " items")
                + (counts.isEmpty() ? "" : ": " + counts) + ".";
    }

    private static String count(List<Finding> findings, Severity severity) {
        int count = (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count == 0 ? "" : Phrases.digits(count) + " " + severity.title().toLowerCase(Locale.ROOT);
    }

    /** Under a heading for each severity, those of a rule together; why it matters is told once for each rule. */
    private static List<Block> rows(Request request, List<Finding> findings) {
        Set<Rule<?>> told = new HashSet<>();
        List<Finding> shown =
                findings.stream().limit(Math.min(request.rows(), Request.MOST)).toList();
        List<Block> blocks = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Block.Items.Row> rows = shown.stream()
                    .filter(finding -> finding.severity() == severity)
                    .map(finding -> row(request, finding, told.add(finding.rule())))
                    .toList();
            if (!rows.isEmpty()) {
                blocks.add(new Block.Text(Prose.strong(severity.title())));
                blocks.add(new Block.Items(rows));
            }
        }
        return blocks;
    }

    private static Block.Items.Row row(Request request, Finding finding, boolean isFirst) {
        List<Prose> details = new ArrayList<>();
        details.add(Prose.emphasis(finding.rule().id()).then(": " + finding.what()));
        if (finding.rule().id().startsWith("entered-") && finding.item() instanceof Initiative bet) {
            new Phrases(request.scene()).entered(bet).ifPresent(entered -> details.add(Prose.of(entered)));
        }
        if (isFirst) {
            details.add(Prose.of(finding.rule().why()));
        }
        details.add(Prose.of("Instead: " + finding.rewrite()));
        finding.fix().ifPresent(fix -> details.add(Prose.of("Fix: /roadmap " + fix)));
        return new Block.Items.Row(
                Prose.strong(finding.item().id() + " "
                        + Phrases.clipped(finding.item().title())),
                details);
    }

    private static List<Button> buttons(Request request, CheckScope scope, List<Finding> findings) {
        List<Button> buttons = new ArrayList<>();
        if (findings.size() > request.rows()) {
            buttons.add(
                    Actions.askFirst("Show all " + Phrases.digits(findings.size()), "check " + scope.typed() + " all"));
        }
        findings.stream()
                .filter(finding -> finding.fix().isPresent())
                .findFirst()
                .ifPresent(finding -> buttons.add(
                        request.person().keepsRoadmap()
                                ? Actions.ask(
                                        "Fix " + finding.item().id(),
                                        typed(finding.fix().orElseThrow()))
                                : Actions.ask(
                                        "Show " + finding.item().id(),
                                        "show " + finding.item().id())));
        if (!scope.whole()) {
            buttons.add(Actions.ask("Check everything", "check roadmap"));
        }
        return buttons;
    }

    /** A command as a button gives it: where only a field is named, the form of the item asks for its value. */
    static String typed(String fix) {
        return fix.replaceFirst(FIELD_ALONE, "");
    }
}
