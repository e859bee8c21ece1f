package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.progress.Span;
import throughline.core.question.Lines;
import throughline.core.review.Blanks;
import throughline.core.review.Explaining;
import throughline.core.review.Judging;
import throughline.core.review.Measurement;
import throughline.core.review.Outcome;
import throughline.core.review.Pack;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Window;
import throughline.core.view.Phrases;

/** What a review shows of one initiative, and asks about it. */
record JudgingCard(ReviewCard review, Pack.Entry entry) {
    Card judging(Judging step, Outcome.On shown) {
        List<Block> blocks = new ArrayList<>();
        results().forEach(line -> blocks.add(new Block.Text(Prose.of(line))));
        blocks.add(new Block.Facts(entered()));
        Optional<Verdict> usual = step.instead() ? Optional.empty() : entry.usual();
        String words = entry.bet().id() + (step.instead() ? " instead" : "");
        blocks.add(new Block.Form(
                fields().stream()
                        .map(field -> Optional.ofNullable(shown.typed().get(field.id()))
                                .map(field::startingWith)
                                .orElse(field))
                        .toList(),
                usual.isPresent()
                        ? Button.plain(Actions.FILL, "Record this", review.command(words))
                        : Button.primary(Actions.FILL, "Record this", review.command(words)),
                Optional.empty(),
                Optional.empty(),
                shown.problems()));
        List<Button> buttons = new ArrayList<>();
        usual.ifPresent(verdict ->
                buttons.add(Actions.askFirst(label(verdict), review.command(words + " " + Shape.written(verdict)))));
        buttons.add(review.ask("Back", words + " back"));
        buttons.add(review.ask("Pause", "pause"));
        blocks.add(new Block.Buttons(buttons).ofForm());
        blocks.add(new Block.Note(Prose.of(position())));
        return new Card(Prose.strong(question()), blocks);
    }

    private String position() {
        int place = pack().entries().indexOf(entry) + 1;
        return place + " of " + pack().entries().size() + " in " + pack().title() + ". What you say is kept at once.";
    }

    private String question() {
        Initiative bet = entry.bet();
        String named = Phrases.named(bet);
        return switch (bet.horizon()) {
            case NOW -> "Did " + named + " reach its result?";
            case DONE -> named + " is finished; did it work?";
            case DROPPED -> named + " was given up; what did you learn?";
            default -> named + " left Now for " + bet.horizon().title() + "; did it reach its result?";
        };
    }

    private List<String> results() {
        List<Measurement> all = entry.achieved().measurements();
        if (!all.isEmpty()) {
            int more = all.size() - Request.ROWS;
            Stream<String> others = more > 0
                    ? Stream.of("And " + Phrases.plural(more, "criterion", "criteria") + " more.")
                    : Stream.of();
            return Stream.concat(all.stream().limit(Request.ROWS).map(this::told), others)
                    .toList();
        }
        String line = new Lines(pack().roadmap())
                .keyResultsOf(entry.bet())
                .map(keyResult -> " " + keyResult.id() + " " + Phrases.progress(keyResult) + ".")
                .collect(Collectors.joining());
        return List.of("It has no success criteria, so nothing tells whether it worked." + line);
    }

    private String told(Measurement measurement) {
        SuccessCriterion criterion = measurement.criterion();
        String by = criterion
                .by()
                .map(when -> " by " + Window.of(when).map(Window::title).orElse(when))
                .orElse("");
        String measured = measurement
                .figure()
                .map(figure -> "Measured: " + figure
                        + measurement
                                .last()
                                .map(last -> " (" + facts().day(last.on()) + ")")
                                .orElse("") + ".")
                .orElse(
                        measurement.by().isPresent()
                                ? "Nobody measured it since it came into Now."
                                : "Nothing measures it yet.");
        boolean isOpen = measurement.result() == Result.NOT_DUE;
        return "Promised: " + measurement.promised() + by + ". " + measured
                + (isOpen && criterion.by().flatMap(Span::of).isPresent() ? " It is not due yet." : "");
    }

    private List<Block.Facts.Fact> entered() {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        facts.add(ReviewFacts.fact(
                "Entered Now",
                entry.bet()
                        .entered()
                        .map(entered -> Stream.of(
                                        Optional.of(facts().day(entered.on())),
                                        entered.by().map(review.people()::call),
                                        entered.confidence().map(level -> level.title() + " confidence"),
                                        Optional.of(way(entered)))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", ")))
                        .orElse("not recorded")));
        if (entry.arrived().isPresent()) {
            facts.add(ReviewFacts.fact("Drift", "came in after the quarter's first two weeks"));
        }
        entry.found()
                .ifPresent(found -> facts.add(ReviewFacts.fact(
                        "So far",
                        found.verdict().words()
                                + found.learned()
                                        .map(learned -> ": " + Phrases.quoted(Phrases.clipped(learned)))
                                        .orElse(""))));
        return facts;
    }

    private static String way(Admission entered) {
        return switch (entered.way()) {
            case GATE -> "through the gate";
            case SWAP -> "in place of " + entered.instead().map(ItemId::text).orElse("another");
            case OVERRIDE ->
                "by override"
                        + entered.reason()
                                .map(reason -> " (" + Phrases.quoted(Phrases.clipped(reason)) + ")")
                                .orElse("");
            case BEFORE_GATE -> "before the gate";
        };
    }

    private List<Field> fields() {
        Optional<Verdict> initial = entry.found().map(Finding::verdict).or(entry::usual);
        List<Field.Option> options = Stream.concat(
                        initial.stream(), Stream.of(Verdict.values()).filter(one -> !initial.equals(Optional.of(one))))
                .map(one -> new Field.Option(
                        Shape.written(one), Phrases.sentence(one.words()).replaceFirst("\\.$", "")))
                .toList();
        Field verdict = Field.choice(Blanks.VERDICT, "What becomes of it?", options);
        Field learned = Field.text(Blanks.LEARNED, "What you learned", false);
        List<Field> fields = new ArrayList<>();
        fields.add(initial.map(one -> verdict.startingWith(Shape.written(one))).orElse(verdict));
        fields.add(entry.found()
                .flatMap(Finding::learned)
                .map(learned::startingWith)
                .orElse(learned));
        Result result = entry.achieved().result();
        if (result == Result.UNMEASURED || result == Result.NOT_DUE) {
            fields.add(Field.text(Blanks.MEASURED, "What was measured", false));
            Field told = Field.choice(
                    Blanks.RESULT,
                    "Did it reach its result?",
                    List.of(
                            new Field.Option(Shape.written(result), "Nobody can tell yet"),
                            new Field.Option(Shape.written(Result.REACHED), "Yes"),
                            new Field.Option(Shape.written(Result.MISSED), "No")));
            fields.add(new Field(
                    told.id(), told.kind(), told.label(), false, told.options(), told.initials(), told.hint()));
        }
        return fields;
    }

    private String label(Verdict verdict) {
        return switch (verdict) {
            case KEEP -> "Keep going";
            case RESCOPE -> "Re-scope";
            case STOP -> entry.bet().horizon() == Horizon.DROPPED ? "It stays dropped" : "Stop";
            case DONE -> "Done";
        };
    }

    Card explaining(Explaining step) {
        String words =
                entry.bet().id() + (step.instead() ? " instead" : "") + " explain " + Shape.written(step.verdict());
        boolean isOptional = step.isOptional(pack());
        List<Button> buttons = new ArrayList<>();
        if (isOptional) {
            buttons.add(review.ask("Skip", words + " " + Explaining.SKIP));
        }
        buttons.add(review.ask("Back", words + " back"));
        String named = Phrases.named(entry.bet());
        return Card.of(
                isOptional ? "What did you learn from " + named + "?" : "Why does " + named + " stop?",
                new Block.Form(
                        List.of(Field.text(
                                        Blanks.LEARNED,
                                        isOptional ? "What you learned" : "Why, and what you learned",
                                        true)
                                .hinting("Who asks for it later is told this")),
                        Button.primary(Actions.FILL, "Record it", review.command(words)),
                        Optional.empty()),
                new Block.Buttons(buttons).ofForm());
    }

    private Pack pack() {
        return review.pack();
    }

    private ReviewFacts facts() {
        return review.facts();
    }
}
