package throughline.core.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.check.Readiness;
import throughline.core.people.People;
import throughline.core.progress.Span;
import throughline.core.question.Lines;
import throughline.core.review.Achieved;
import throughline.core.review.Blanks;
import throughline.core.review.Concluding;
import throughline.core.review.Explaining;
import throughline.core.review.Judging;
import throughline.core.review.Measurement;
import throughline.core.review.Opening;
import throughline.core.review.Outcome;
import throughline.core.review.Pack;
import throughline.core.review.Walk;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Arrived;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kept;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Window;
import throughline.core.view.Phrases;

/**
 * What a review shows, and asks.
 *
 * @param remindable the day that its author may be reminded on instead; empty if there is none
 * @param all whether every initiative is listed
 */
record ReviewCard(Pack pack, People people, LocalDate today, Optional<LocalDate> remindable, boolean all) {
    private static final int NAMED = 3;

    /* Buttons */

    private String command(String words) {
        return (Reviewing.VERB + " " + pack.quarter().key() + " " + words).strip();
    }

    private Button ask(String label, String words) {
        return Actions.ask(label, command(words));
    }

    private List<Button> beginning() {
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.askFirst(pack.reviewed() == 0 ? "Start" : "Go on", command("start")));
        remindable.ifPresent(day -> buttons.add(ask("Remind me " + weekday(day), "remind " + day)));
        return buttons;
    }

    static String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String day(LocalDate day) {
        return Phrases.day(day, today);
    }

    /* The steps */

    Card of(Outcome.On shown) {
        Card card = drawn(shown);
        return shown.note()
                .map(note -> {
                    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(Prose.of(note))));
                    blocks.addAll(card.blocks());
                    return new Card(card.headline(), blocks);
                })
                .orElse(card);
    }

    private Card drawn(Outcome.On shown) {
        Walk state = shown.state();
        if (state instanceof Judging judging) {
            return pack.entry(judging.bet())
                    .map(entry -> judging(judging, entry, shown))
                    .orElseGet(this::opening);
        }
        if (state instanceof Explaining explaining) {
            return pack.entry(explaining.bet())
                    .map(entry -> explaining(explaining, entry))
                    .orElseGet(this::opening);
        }
        return state instanceof Opening ? opening() : concluding((Concluding) state);
    }

    /** What there is to review, and what is known of it before anybody says anything. */
    Card opening() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(outcomes())));
        blocks.add(new Block.Items(pack.entries().stream()
                .limit(all ? Integer.MAX_VALUE : Request.ROWS)
                .map(this::row)
                .toList()));
        facts(false).ifPresent(blocks::add);
        List<Button> buttons = beginning();
        if (!all && pack.entries().size() > Request.ROWS) {
            buttons.add(ask("Show all " + pack.entries().size(), "pack all"));
        }
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline()), blocks);
    }

    /** The same in short, for who did not ask. */
    Card reminder() {
        List<Button> buttons = beginning();
        buttons.add(ask("See what it is about", "pack"));
        return new Card(
                Prose.strong(headline()), List.of(new Block.Text(Prose.of(outcomes())), new Block.Buttons(buttons)));
    }

    private String outcomes() {
        return Stream.of(results(), promises()).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    private String headline() {
        String left = "about " + pack.minutes() + " minutes";
        if (pack.reviewed() > 0) {
            return "Your " + pack.name() + " review: " + pack.reviewed() + " of "
                    + pack.entries().size() + " reviewed, " + left + " left.";
        }
        String when = pack.day().equals(today)
                ? "is today"
                : (pack.day().isBefore(today) ? "was due on " : "is on ") + day(pack.day());
        return "Your " + pack.name() + " review " + when + ": "
                + Phrases.plural(pack.entries().size(), "initiative", "initiatives") + ", " + left + ".";
    }

    /** "3 reached their result, 1 didn't, 2 have no measurement." */
    private Optional<String> results() {
        int reached = pack.count(Result.REACHED);
        int missed = pack.count(Result.MISSED);
        int unmeasured = pack.count(Result.UNMEASURED);
        int open = pack.count(Result.NOT_DUE);
        List<String> parts = new ArrayList<>();
        if (reached > 0) {
            parts.add(reached + " reached " + (reached == 1 ? "its" : "their") + " result");
        }
        if (missed > 0) {
            parts.add(missed + (reached > 0 ? " didn't" : " missed " + (missed == 1 ? "its" : "their") + " result"));
        }
        if (unmeasured > 0) {
            parts.add(unmeasured + (unmeasured == 1 ? " has" : " have") + " no measurement");
        }
        if (open > 0) {
            parts.add(open + (open == 1 ? " is" : " are") + " not due yet");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts) + ".");
    }

    /** "Bets promised at high confidence came true 2 of 4 times." */
    private Optional<String> promises() {
        return pack.calibration().stream()
                .findFirst()
                .map(kept -> "Bets promised at " + kept.promised().title() + " confidence came true " + kept.kept()
                        + " of " + kept.of() + (kept.of() == 1 ? " time." : " times."));
    }

    private Block.Items.Row row(Pack.Entry entry) {
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(result(entry)));
        entry.bet()
                .entered()
                .flatMap(Admission::confidence)
                .ifPresent(promised -> details.add(Prose.of("promised at " + promised.title() + " confidence")));
        if (entry.isOverride()) {
            details.add(Prose.of("entered by override"));
        }
        entry.found().ifPresent(found -> details.add(Prose.of(found.verdict().words())));
        return new Block.Items.Row(Prose.strong(name(entry.bet())), details);
    }

    private static String name(Item bet) {
        return bet.id() + " " + Phrases.clipped(bet.title());
    }

    /** What is gone has only an id. */
    private String name(ItemId bet) {
        return pack.roadmap().find(bet).map(ReviewCard::name).orElse(bet.text());
    }

    private static String result(Pack.Entry entry) {
        Achieved achieved = entry.achieved();
        Optional<Finding> found = entry.found();
        Result result = found.map(Finding::result).orElse(achieved.result());
        String figures = found.flatMap(Finding::measured)
                .or(() -> Optional.of(achieved.measurements().stream()
                                .flatMap(measurement -> figure(measurement).stream())
                                .collect(Collectors.joining(", ")))
                        .filter(all -> !all.isEmpty()))
                .map(all -> ": " + Phrases.clipped(all))
                .orElse("");
        return switch (result) {
            case REACHED -> "reached its result" + figures;
            case MISSED -> "missed its result" + figures;
            case UNMEASURED -> achieved.measurements().isEmpty() ? "no success criteria" : "no measurement";
            case NOT_DUE -> "not due yet" + figures;
        };
    }

    private static Optional<String> figure(Measurement measurement) {
        String instead = measurement.result() == Result.MISSED
                ? measurement
                        .criterion()
                        .target()
                        .map(target -> " instead of " + target)
                        .orElse("")
                : "";
        return measurement.figure().map(figure -> figure + instead);
    }

    /** Calibration, drift, overrides and what nothing works for; at the end with the places of the next quarter. */
    private Optional<Block> facts(boolean isEnd) {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        if (isEnd) {
            calibration().ifPresent(words -> facts.add(fact("Promises", words)));
        }
        facts.add(fact("Drift", drift()));
        if (!pack.overrides().isEmpty()) {
            facts.add(fact("Overrides", listed(pack.overrides(), this::override)));
        }
        if (!pack.idle().isEmpty()) {
            facts.add(fact("OKRs without work", listed(pack.idle(), ReviewCard::idle)));
        }
        if (isEnd) {
            facts.add(fact("Next quarter", places()));
            facts.add(fact("In Next", next()));
        }
        return Optional.of(new Block.Facts(facts));
    }

    private static Block.Facts.Fact fact(String label, String value) {
        return new Block.Facts.Fact(label, Prose.of(value));
    }

    private static <T> String listed(List<T> all, java.util.function.Function<T, String> words) {
        String some = all.stream().limit(NAMED).map(words).collect(Collectors.joining("; "));
        return all.size() > NAMED ? some + "; and " + (all.size() - NAMED) + " more" : some;
    }

    /** "high 2 of 4, medium 1 of 1". */
    private Optional<String> calibration() {
        List<Kept> all = pack.calibration();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .map(kept ->
                                kept.promised().title() + " confidence came true " + kept.kept() + " of " + kept.of())
                        .collect(Collectors.joining(", ")));
    }

    private String drift() {
        List<Arrived> drift = pack.drift();
        return drift.isEmpty()
                ? "nothing came into Now after the quarter's first two weeks"
                : drift.size() + " of " + pack.held() + " came into Now after the first two weeks: "
                        + listed(drift, this::arrived);
    }

    private String arrived(Arrived one) {
        String way = one.instead()
                .map(out -> " for " + name(out))
                .orElse(
                        one.way().equals(Optional.of(Admission.Way.OVERRIDE))
                                ? " by override, nothing went out"
                                : " without a swap");
        return name(one.initiative()) + " on " + day(one.on()) + " by " + people.call(one.by()) + way;
    }

    private String override(Pack.Entry entry) {
        Optional<Admission> entered = entry.bet().entered();
        return name(entry.bet())
                + entered.flatMap(Admission::by)
                        .map(by -> " by " + people.call(by))
                        .orElse("")
                + entered.flatMap(Admission::reason)
                        .map(reason -> " (" + Phrases.quoted(Phrases.clipped(reason)) + ")")
                        .orElse("");
    }

    private static String idle(KeyResult keyResult) {
        return keyResult.id() + " " + Phrases.clipped(keyResult.metric());
    }

    private String places() {
        return pack.places().stream()
                .map(places -> (pack.places().size() > 1 ? product(places) : "") + free(places))
                .collect(Collectors.joining("; "));
    }

    private static String free(Capacity places) {
        int free = Math.max(0, places.limit() - places.taken());
        return free + " of " + places.limit() + " places in Now " + (free == 1 ? "is" : "are") + " free";
    }

    private static String product(Capacity places) {
        return places.product().map(Item::title).map(title -> title + ": ").orElse("");
    }

    private String next() {
        List<Initiative> next = pack.next();
        return next.isEmpty() ? "nothing of yours" : listed(next, this::candidate);
    }

    private String candidate(Initiative bet) {
        int missing = Readiness.forNow(pack.roadmap(), bet).missing().size();
        return name(bet) + (missing == 0 ? ", ready for Now" : ", lacks " + Phrases.plural(missing, "thing", "things"));
    }

    /* One initiative */

    private Card judging(Judging step, Pack.Entry entry, Outcome.On shown) {
        List<Block> blocks = new ArrayList<>();
        results(entry).forEach(line -> blocks.add(new Block.Text(Prose.of(line))));
        blocks.add(new Block.Facts(entered(entry)));
        Optional<Verdict> usual = step.instead() ? Optional.empty() : entry.usual();
        String words = entry.bet().id() + (step.instead() ? " instead" : "");
        blocks.add(new Block.Form(
                fields(entry).stream()
                        .map(field -> Optional.ofNullable(shown.typed().get(field.id()))
                                .map(field::startingWith)
                                .orElse(field))
                        .toList(),
                usual.isPresent()
                        ? Button.plain(Actions.FILL, "Record this", command(words))
                        : Button.primary(Actions.FILL, "Record this", command(words)),
                Optional.empty(),
                Optional.empty(),
                shown.problems()));
        List<Button> buttons = new ArrayList<>();
        usual.ifPresent(verdict ->
                buttons.add(Actions.askFirst(label(verdict, entry), command(words + " " + spoken(verdict)))));
        buttons.add(ask("Back", words + " back"));
        buttons.add(ask("Pause", "pause"));
        blocks.add(new Block.Buttons(buttons).ofForm());
        blocks.add(new Block.Note(Prose.of(position(entry))));
        return new Card(Prose.strong(question(entry.bet())), blocks);
    }

    private String position(Pack.Entry entry) {
        int place = pack.entries().indexOf(entry) + 1;
        return place + " of " + pack.entries().size() + " in " + pack.title() + ". What you say is kept at once.";
    }

    private static String question(Initiative bet) {
        String named = Phrases.named(bet);
        return switch (bet.horizon()) {
            case NOW -> "Did " + named + " reach its result?";
            case DONE -> named + " is finished; did it work?";
            case DROPPED -> named + " was given up; what did you learn?";
            default -> named + " left Now for " + bet.horizon().title() + "; did it reach its result?";
        };
    }

    private List<String> results(Pack.Entry entry) {
        List<Measurement> all = entry.achieved().measurements();
        if (!all.isEmpty()) {
            int more = all.size() - Request.ROWS;
            Stream<String> others = more > 0
                    ? Stream.of("And " + Phrases.plural(more, "criterion", "criteria") + " more.")
                    : Stream.of();
            return Stream.concat(all.stream().limit(Request.ROWS).map(this::told), others)
                    .toList();
        }
        String line = new Lines(pack.roadmap())
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
                                .map(last -> " (" + day(last.on()) + ")")
                                .orElse("") + ".")
                .orElse(
                        measurement.by().isPresent()
                                ? "Nobody measured it since it came into Now."
                                : "Nothing measures it yet.");
        boolean isOpen = measurement.result() == Result.NOT_DUE;
        return "Promised: " + measurement.promised() + by + ". " + measured
                + (isOpen && criterion.by().flatMap(Span::of).isPresent() ? " It is not due yet." : "");
    }

    private List<Block.Facts.Fact> entered(Pack.Entry entry) {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        facts.add(fact(
                "Entered Now",
                entry.bet()
                        .entered()
                        .map(entered -> Stream.of(
                                        Optional.of(day(entered.on())),
                                        entered.by().map(people::call),
                                        entered.confidence().map(level -> level.title() + " confidence"),
                                        Optional.of(way(entered)))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", ")))
                        .orElse("not recorded")));
        if (entry.arrived().isPresent()) {
            facts.add(fact("Drift", "came in after the quarter's first two weeks"));
        }
        entry.found()
                .ifPresent(found -> facts.add(fact(
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

    private static List<Field> fields(Pack.Entry entry) {
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

    private static String label(Verdict verdict, Pack.Entry entry) {
        return switch (verdict) {
            case KEEP -> "Keep going";
            case RESCOPE -> "Re-scope";
            case STOP -> entry.bet().horizon() == Horizon.DROPPED ? "It stays dropped" : "Stop";
            case DONE -> "Done";
        };
    }

    private static String spoken(Verdict verdict) {
        return Shape.written(verdict);
    }

    private Card explaining(Explaining step, Pack.Entry entry) {
        String words =
                entry.bet().id() + (step.instead() ? " instead" : "") + " explain " + Shape.written(step.verdict());
        boolean isOptional = step.isOptional(pack);
        List<Button> buttons = new ArrayList<>();
        if (isOptional) {
            buttons.add(ask("Skip", words + " " + Explaining.SKIP));
        }
        buttons.add(ask("Back", words + " back"));
        String named = Phrases.named(entry.bet());
        return Card.of(
                isOptional ? "What did you learn from " + named + "?" : "Why does " + named + " stop?",
                new Block.Form(
                        List.of(Field.text(
                                        Blanks.LEARNED,
                                        isOptional ? "What you learned" : "Why, and what you learned",
                                        true)
                                .hinting("Who asks for it later is told this")),
                        Button.primary(Actions.FILL, "Record it", command(words)),
                        Optional.empty()),
                new Block.Buttons(buttons).ofForm());
    }

    /* The end */

    private Card concluding(Concluding step) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(Stream.of(Optional.of(Phrases.sentence(verdicts())), results())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")))));
        facts(true).ifPresent(blocks::add);
        blocks.add(Block.Buttons.of(
                Actions.askFirst("Close the review", command("close")),
                ask("Back", "conclude back"),
                ask("Pause", "pause")));
        int size = pack.entries().size();
        String done = size == 1 ? "It is reviewed." : "All " + size + " are reviewed.";
        return new Card(Prose.strong(done + " Close " + quarter(step.quarter()) + "?"), blocks);
    }

    private String quarter(Quarter quarter) {
        return quarter.equals(pack.quarter()) ? pack.name() : quarter.key();
    }

    /** "3 keep going, 1 is re-scoped, 1 stops, 1 is done". */
    private String verdicts() {
        List<String> parts = new ArrayList<>();
        add(parts, Verdict.KEEP, "keeps going", "keep going");
        add(parts, Verdict.RESCOPE, "is re-scoped", "are re-scoped");
        add(parts, Verdict.STOP, "stops", "stop");
        add(parts, Verdict.DONE, "is done", "are done");
        return String.join(", ", parts);
    }

    private void add(List<String> parts, Verdict verdict, String one, String many) {
        int count = pack.count(verdict);
        if (count > 0) {
            parts.add(Phrases.plural(count, one, many));
        }
    }

    /**
     * What was recorded when it was closed.
     *
     * @param isTooLate whether somebody wanted to say more
     */
    Card closed(boolean isTooLate) {
        List<Initiative> rescoped = pack.entries().stream()
                .filter(entry -> entry.found()
                        .filter(found -> found.verdict() == Verdict.RESCOPE)
                        .isPresent())
                .map(Pack.Entry::bet)
                .toList();
        List<Button> buttons = new ArrayList<>();
        buttons.add(
                rescoped.isEmpty()
                        ? Actions.askFirst("Show Next", "next")
                        : Actions.askFirst(
                                "Re-scope " + rescoped.get(0).id(),
                                "edit " + rescoped.get(0).id()));
        buttons.add(ask("Open it again", "again"));
        List<Block> blocks = new ArrayList<>();
        if (isTooLate) {
            blocks.add(new Block.Text(Prose.of("It is closed, so nothing was changed.")));
        }
        if (!rescoped.isEmpty()) {
            blocks.add(new Block.Text(Prose.of("To re-scope: " + listed(rescoped, ReviewCard::name) + ".")));
        }
        facts(true).ifPresent(blocks::add);
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(pack.title() + " is reviewed: " + verdicts() + "."), blocks);
    }

    Card paused() {
        String how = pack.reviewed() == 0
                ? "Nothing is reviewed yet."
                : pack.reviewed() + " of " + pack.entries().size()
                        + (pack.reviewed() == 1 ? " is reviewed, and stays so." : " are reviewed, and stay so.");
        return Card.of(
                "Paused. " + how,
                new Block.Text(Prose.of("Say “review” to go on, here or wherever else you talk to me.")),
                new Block.Buttons(beginning()));
    }

    Card reminded(LocalDate day) {
        return Card.of(
                "I'll remind you on " + weekday(day) + ", " + day(day) + ".",
                Block.Buttons.of(ask("Start now", "start")));
    }
}
