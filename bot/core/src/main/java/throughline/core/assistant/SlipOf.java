package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.history.Slip;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** How much moved to a later horizon or window over a quarter, and how much left Now without being done. */
final class SlipOf implements Command {
    private static final Usage USAGE = Usage.of(
                    "slip",
                    "[quarter]",
                    "What slipped in a quarter, and which share of Now left without being done",
                    Intent.SLIP)
            .or("churn");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        return request.say(
                first(request).map(day -> card(request, day)).orElseGet(() -> noQuarter(request)),
                Answer.of(Intent.SLIP));
    }

    private static Optional<LocalDate> first(Request request) {
        LocalDate today = request.scene().today();
        return switch (request.rest().strip()) {
            case "", "this quarter", "quarter" -> Optional.of(Moment.quarterOf(today));
            case "last quarter" -> Optional.of(Moment.quarterOf(today).minusMonths(3));
            default -> Moment.quarter(request.rest(), today);
        };
    }

    private static Card noQuarter(Request request) {
        return Card.of(
                "I can't tell which quarter " + Phrases.quoted(Phrases.clipped(request.rest())) + " means.",
                new Block.Text(Prose.of("Say it like “slip q3”, “slip 2026-Q1” or “slip last quarter”.")),
                Block.Buttons.of(
                        Actions.ask("This quarter", "slip"), Actions.ask("Last quarter", "slip last quarter")));
    }

    private static Card card(Request request, LocalDate first) {
        LocalDate end = first.plusMonths(3);
        boolean isOver = !end.isAfter(request.scene().today());
        String quarter = Moment.quarterNamed(first);
        Roadmap start = at(request, first);
        if (start.isEmpty()) {
            return Card.of(
                    "Nothing was on the roadmap at the start of " + quarter + ", so nothing can have slipped.",
                    Block.Buttons.of(Actions.ask("What changed", "changes since " + first)));
        }
        List<Slip> slips = Slip.between(start, isOver ? at(request, end) : request.roadmap());
        List<Slip.Fate> slipped =
                slips.stream().flatMap(slip -> slip.slipped().stream()).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(slips.stream().map(SlipOf::fact).toList()));
        if (!slipped.isEmpty()) {
            blocks.add(new Block.Items(
                    slipped.stream().limit(request.rows()).map(SlipOf::row).toList()));
        }
        blocks.add(new Block.Note(Prose.of("Slipped: in a later horizon or release window than at the start"
                + (isOver ? "" : ", so far") + ". Churn: left Now without being done ÷ in Now at the start.")));
        Card card = new Card(Prose.strong(headline(quarter, isOver, slips.get(0), slipped.size())), blocks);
        return slipped.size() > request.rows()
                ? card.with(Actions.askFirst("Show all " + slipped.size(), "slip " + quarter + " all"))
                : card.with(Actions.ask(
                        "What moved", "diff " + first.minusDays(1) + " " + (isOver ? end.minusDays(1) : "now")));
    }

    private static Roadmap at(Request request, LocalDate day) {
        return request.scene()
                .history()
                .asOf(day.atStartOfDay(request.scene().zone()).toInstant().minusNanos(1));
    }

    private static String headline(String quarter, boolean isOver, Slip now, int slipped) {
        return quarter + (isOver ? ": " : " so far: ") + Phrases.plural(slipped, "initiative", "initiatives")
                + " slipped; churn of Now " + now.churn() + "% (" + now.churned() + " of " + now.started() + ").";
    }

    private static Block.Facts.Fact fact(Slip slip) {
        int stayed = (int) slip.fates().stream()
                .filter(fate -> fate.to().equals(Optional.of(slip.horizon())))
                .count();
        String rest = Stream.of(
                        part(stayed, "still there"),
                        part(slip.done(), "done"),
                        part(count(slip, Horizon.DROPPED), "dropped"),
                        part(slip.slipped().size(), "slipped"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Block.Facts.Fact(
                slip.horizon().title(),
                Prose.of(slip.started() + " at the start" + (rest.isEmpty() ? "" : ": " + rest)));
    }

    private static int count(Slip slip, Horizon end) {
        return (int) slip.fates().stream()
                .filter(fate -> fate.to().equals(Optional.of(end)))
                .count();
    }

    private static String part(int count, String what) {
        return count == 0 ? "" : Phrases.digits(count) + " " + what;
    }

    private static Block.Items.Row row(Slip.Fate fate) {
        List<Prose> details = new ArrayList<>();
        if (fate.isLater()) {
            details.add(Prose.of(fate.was().horizon().title() + " → "
                    + fate.to().map(Horizon::title).orElse("")));
        }
        if (fate.isInLaterWindow()) {
            details.add(Prose.of("window → " + fate.window().orElse("")));
        }
        return new Block.Items.Row(Prose.strong(Phrases.named(fate.was())), details);
    }
}
