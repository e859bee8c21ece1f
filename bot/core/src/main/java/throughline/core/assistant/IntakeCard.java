package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Items.Row;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.intake.Around;
import throughline.core.intake.Blanks;
import throughline.core.intake.ChoosingOkr;
import throughline.core.intake.ChoosingSwap;
import throughline.core.intake.Confirming;
import throughline.core.intake.Estimating;
import throughline.core.intake.Guess;
import throughline.core.intake.Intake;
import throughline.core.intake.Joining;
import throughline.core.intake.MeetingAlike;
import throughline.core.intake.Outcome;
import throughline.core.intake.Telling;
import throughline.core.intake.Told;
import throughline.core.intake.WithoutOkr;
import throughline.core.question.Inference;
import throughline.core.question.Line.Candidate;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Strategy;
import throughline.core.view.Phrases;

/** What a step of a request shows, and asks. */
record IntakeCard(Request request, Around around, Outcome.On shown) {
    /** A choice holds no more on every platform. */
    private static final int CHOICES = 25;

    private static final int RANKED = 3;

    /** So many are listed by every platform, in their own order. */
    private static final int FEW = 4;

    Card card() {
        Intake state = shown.state();
        Card card = drawn(state);
        return shown.note()
                .map(note -> {
                    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(Prose.of(note))));
                    blocks.addAll(card.blocks());
                    return new Card(card.headline(), blocks);
                })
                .orElse(card);
    }

    private Card drawn(Intake state) {
        if (state instanceof Telling telling) {
            return telling(telling);
        } else if (state instanceof MeetingAlike alike) {
            return alike(alike);
        } else if (state instanceof Joining joining) {
            return joining(joining);
        } else if (state instanceof ChoosingOkr okr) {
            return okr(okr);
        } else if (state instanceof WithoutOkr without) {
            return without(without);
        } else if (state instanceof Estimating estimating) {
            return estimating(estimating);
        }
        return state instanceof ChoosingSwap swap ? swap(swap) : confirming((Confirming) state);
    }

    /* Buttons and fields */

    private String command(String word) {
        return Requesting.command(shown.state(), word);
    }

    private Button ask(String label, String word) {
        return Actions.ask(label, command(word));
    }

    private Block.Form form(List<Field> fields, String label) {
        return new Block.Form(
                fields.stream().map(this::again).toList(),
                Button.primary(Actions.FILL, label, command("")),
                Optional.empty(),
                Optional.empty(),
                shown.problems());
    }

    /** What was filled in and is wrong stands there again. */
    private Field again(Field field) {
        List<String> typed = shown.typed().get(field.id());
        return typed == null ? field : field.startingWith(typed);
    }

    /** A step that needs nothing filled in. */
    private Block.Form step(String label, String word) {
        return new Block.Form(List.of(), Button.primary(Actions.FILL, label, command(word)), Optional.empty());
    }

    private Block buttons(Button... first) {
        List<Button> buttons = new ArrayList<>(Arrays.asList(first));
        if (!(shown.state() instanceof Telling)) {
            buttons.add(ask("Back", "back"));
        }
        buttons.add(ask("Cancel", "cancel"));
        return new Block.Buttons(buttons).ofForm();
    }

    private static Field optional(String id, String label, Optional<String> initial) {
        Field field = Field.text(id, label, false);
        return initial.map(field::startingWith).orElse(field);
    }

    private static Field optional(Field choice) {
        return new Field(
                choice.id(), choice.kind(), choice.label(), false, choice.options(), choice.initials(), choice.hint());
    }

    /** A choice that begins with what holds now; that is the first of the alternatives, unless they are few. */
    private static Field choice(String id, String label, List<Field.Option> options, Optional<String> initial) {
        Field field = Field.choice(id, label, options.size() <= FEW ? options : firstThat(options, initial));
        return initial.filter(value ->
                        options.stream().anyMatch(option -> option.value().equals(value)))
                .map(field::startingWith)
                .orElse(field);
    }

    private static List<Field.Option> firstThat(List<Field.Option> options, Optional<String> initial) {
        return Stream.concat(
                        options.stream().filter(option -> initial.equals(Optional.of(option.value()))),
                        options.stream().filter(option -> !initial.equals(Optional.of(option.value()))))
                .limit(CHOICES)
                .toList();
    }

    private static <E extends Enum<E>> List<Field.Option> options(E[] all) {
        return Arrays.stream(all)
                .map(one -> new Field.Option(
                        Shape.written(one), Phrases.sentence(Shape.written(one)).replaceFirst("\\.$", "")))
                .toList();
    }

    /* The steps */

    private Card telling(Telling telling) {
        Optional<Told> told = telling.told();
        return Card.of(
                "What do you need, and what problem does it solve?",
                form(
                        List.of(
                                told.map(Told::title)
                                        .map(Field.text(Blanks.TITLE, "What you ask for", true)::startingWith)
                                        .orElseGet(() -> Field.text(Blanks.TITLE, "What you ask for", true)),
                                optional(Blanks.PROBLEM, "The problem, in your words", told.map(Told::problem)),
                                optional(
                                                Blanks.CUSTOMERS,
                                                "Whose problem it is",
                                                told.map(Told::customers)
                                                        .filter(some -> !some.isEmpty())
                                                        .map(some -> String.join(", ", some)))
                                        .hinting("Customers, with commas between"),
                                optional(choice(
                                        Blanks.EVIDENCE,
                                        "What speaks for it",
                                        options(Evidence.Origin.values()),
                                        told.flatMap(Told::origin).map(Shape::written))),
                                optional(Blanks.SOURCE, "Where that is written down", told.flatMap(Told::source)),
                                optional(
                                                Blanks.REVENUE,
                                                "Yearly revenue behind it",
                                                told.flatMap(Told::revenue).map(Estimate::told))
                                        .hinting("A figure or a range: 40k, or 20-50k")),
                        "Continue"),
                buttons());
    }

    private Card alike(MeetingAlike alike) {
        List<Item> items = alike.items(request.roadmap());
        List<Item> joinable = items.stream().filter(MeetingAlike::isJoinable).toList();
        Optional<Item> declined =
                items.stream().filter(Receipt.class::isInstance).findFirst();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Items(items.stream().map(this::row).toList()));
        List<Button> buttons = new ArrayList<>();
        if (joinable.size() > 1) {
            blocks.add(form(
                    List.of(Field.choice(
                            Blanks.WITH,
                            "Which is yours?",
                            joinable.stream()
                                    .map(item -> new Field.Option(
                                            item.id().text(), item.id() + " " + Phrases.clipped(item.title())))
                                    .toList())),
                    "Join it"));
        } else {
            Optional<Item> only = joinable.stream().findFirst();
            blocks.add(only.map(item -> step("Join " + item.id(), MeetingAlike.JOIN + " " + item.id()))
                    .orElseGet(() -> step("Mine is different", MeetingAlike.DIFFERENT)));
        }
        if (!joinable.isEmpty()) {
            buttons.add(ask("Mine is different", MeetingAlike.DIFFERENT));
        }
        declined.ifPresent(item -> buttons.add(ask("Why " + item.id() + "?", MeetingAlike.WHY + " " + item.id())));
        if (buttons.size() < RANKED) {
            buttons.add(ask("Cancel", "cancel"));
        }
        blocks.add(new Block.Buttons(buttons).ofForm());
        blocks.add(new Block.Note(Prose.of("Joining adds your voice to what is there; nothing is filed twice.")));
        String what = items.size() == 1
                ? "One thing here looks"
                : Phrases.sentence(count(items.size()) + " things here look");
        return new Card(Prose.strong(what.replaceFirst("\\.$", "") + " like it already."), blocks);
    }

    private static String count(int items) {
        return items == 2 ? "two" : items == 3 ? "three" : Phrases.digits(items);
    }

    private Row row(Item item) {
        Prose name = Prose.strong(item.id() + " " + Phrases.clipped(item.title()));
        if (item instanceof FeatureRequest asked) {
            return new Row(
                    name,
                    List.of(
                            Prose.of("request, " + RequestCard.state(asked)),
                            Prose.of(Phrases.plural(asked.people().size(), "voice", "voices"))));
        }
        if (item instanceof Receipt receipt) {
            String reopens = receipt.tripwire()
                    .map(tripwire -> "comes back if " + tripwire.told())
                    .orElse("nothing brings it back by itself");
            return new Row(
                    name,
                    List.of(
                            Prose.of(Shape.written(receipt.what()) + " "
                                    + Phrases.day(receipt.on(), request.scene().today()) + " by "
                                    + request.scene().people().call(receipt.decider())),
                            Prose.of(Phrases.clipped(receipt.reason())),
                            Prose.of(reopens)));
        }
        return new Row(
                name,
                List.of(Prose.of(
                        "initiative, in " + ((Initiative) item).horizon().title())));
    }

    private Card joining(Joining joining) {
        String named = request.roadmap()
                .find(joining.with())
                .map(Phrases::named)
                .orElse(joining.with().text());
        Told told = joining.told();
        return Card.of(
                "What do you add to " + named + "?",
                form(
                        List.of(
                                optional(Blanks.PROBLEM, "In your words", Optional.of(told.problem())),
                                optional(
                                                Blanks.CUSTOMERS,
                                                "For which customers",
                                                Optional.of(String.join(", ", told.customers()))
                                                        .filter(text -> !text.isEmpty()))
                                        .hinting("With commas between"),
                                optional(
                                                Blanks.REVENUE,
                                                "Yearly revenue behind them",
                                                told.revenue().map(Estimate::told))
                                        .hinting("A figure or a range: 40k, or 20-50k")),
                        "Join " + joining.with()),
                buttons());
    }

    private Card okr(ChoosingOkr step) {
        List<Candidate> ranked = around.sight().ranked(step.told()).stream()
                .filter(candidate ->
                        request.roadmap().find(candidate.objective()).isPresent())
                .limit(RANKED)
                .toList();
        Optional<String> initial = step.later()
                .aim()
                .map(aim -> aim.objective().text())
                .or(() -> ranked.stream()
                        .filter(candidate -> candidate.confidence() >= Inference.DRAWN)
                        .map(candidate -> candidate.objective().text())
                        .findFirst());
        List<Field.Option> options = new ArrayList<>();
        ranked.forEach(candidate -> options.add(
                new Field.Option(candidate.objective().text(), title(candidate.objective()) + percent(candidate))));
        request.roadmap().objectives().stream()
                .filter(objective -> options.stream()
                        .noneMatch(
                                option -> option.value().equals(objective.id().text())))
                .limit(CHOICES - 1L - options.size())
                .forEach(
                        objective -> options.add(new Field.Option(objective.id().text(), title(objective.id()))));
        options.add(new Field.Option(Blanks.NONE, "None of these"));
        return Card.of(
                "Which objective does it accelerate?",
                new Block.Items(ranked.stream().map(this::line).toList()),
                form(List.of(choice(Blanks.OKR, "Objective", options, initial)), "Continue"),
                buttons());
    }

    private Row line(Candidate candidate) {
        List<Prose> details = new ArrayList<>();
        candidate.keyResults().stream()
                .flatMap(id -> request.roadmap().find(id, KeyResult.class).stream())
                .map(WhichOkr::measured)
                .forEach(details::add);
        WhichOkr.strategy(request, candidate.objective())
                .ifPresent(statement -> details.add(Prose.of("company strategy " + Phrases.quoted(statement))));
        return new Row(Prose.strong(title(candidate.objective()) + percent(candidate)), details);
    }

    private String title(ItemId id) {
        return id
                + request.roadmap()
                        .find(id)
                        .map(item -> " " + Phrases.clipped(item.title()))
                        .orElse("");
    }

    private static String percent(Candidate candidate) {
        long percent = Math.round(candidate.confidence() * 100);
        return percent == 0 ? "" : " (inferred, " + percent + "%)";
    }

    private Card without(WithoutOkr without) {
        List<Block> blocks = new ArrayList<>();
        permission(without.told()).ifPresent(quote -> blocks.add(new Block.Text(Prose.of(quote))));
        blocks.add(new Block.Text(
                Prose.of("Kept on record, it is found again by whoever asks for the same. Nothing goes out of"
                        + " Now for it.")));
        blocks.add(step("Keep it on record", WithoutOkr.RECORD));
        blocks.add(Block.Buttons.of(ask("Choose an objective", "back"), ask("Cancel", "cancel"))
                .ofForm());
        return new Card(
                Prose.strong("What moves none of our objectives is not for now: "
                        + Phrases.quoted(Phrases.clipped(without.told().title())) + "."),
                blocks);
    }

    /** Leadership's permission to say no that is about this, else the first one. */
    private Optional<String> permission(Told told) {
        return Refusal.of(request.roadmap(), told.words())
                .filter(refusal -> refusal.by() instanceof Strategy)
                .or(() -> request.roadmap().strategies().stream()
                        .flatMap(strategy ->
                                strategy.permissionToSayNo().stream().map(said -> new Refusal(strategy, said)))
                        .findFirst())
                .map(refusal -> "Leadership permits to say no: "
                        + Phrases.quoted(Phrases.clipped(refusal.sentence())) + " ("
                        + refusal.by().id() + ").");
    }

    private Card estimating(Estimating step) {
        Guess guess = step.soFar();
        Optional<KeyResult> aimed = step.keyResult(around);
        String metric = aimed.map(
                        keyResult -> keyResult.id() + " " + Phrases.quoted(Phrases.clipped(keyResult.metric())))
                .orElse(step.aim().objective().text());
        List<Field> fields = new ArrayList<>();
        List<KeyResult> measures = request.roadmap()
                .find(step.aim().objective(), Objective.class)
                .map(objective -> request.roadmap().measuring(objective).first(CHOICES))
                .orElse(List.of());
        fields.add(optional(Blanks.MOVEMENT, "By how much", guess.movement().map(Estimate::told))
                .hinting("Such as + 1 point, or 2-3 %"));
        fields.add(optional(Blanks.DELAY, "What waiting costs", guess.delay().map(Estimate::told))
                .hinting("Such as 4k a week, or 20-50k a month"));
        fields.add(optional(
                        Blanks.REACH,
                        "How many it reaches in a quarter",
                        guess.reach().map(Estimate::told))
                .hinting("People or accounts, such as 200-400; RICE needs it"));
        fields.add(level(Blanks.SURE_OF_PROBLEM, "How sure of the problem", guess.problem()));
        fields.add(level(Blanks.SURE_OF_SOLUTION, "How sure of the solution", guess.solution()));
        fields.add(level(Blanks.SURE_OF_OUTCOME, "How sure of the outcome", guess.outcome()));
        fields.add(choice(
                Blanks.SIZE,
                "Size of the bet",
                options(Initiative.Size.values()),
                Optional.of(Shape.written(guess.size()))));
        fields.add(optional(
                        Blanks.IMPACT,
                        "Impact on each",
                        Optional.of(guess.impact().toPlainString()))
                .hinting("0.25 (minimal) to 3 (massive)"));
        fields.add(optional(Blanks.EFFORT, "Person-months", guess.effort().map(Estimate::told))
                .hinting("Taken from the size if you don't know"));
        if (measures.size() > 1) {
            fields.add(choice(
                    Blanks.KEY_RESULT,
                    "Which number",
                    measures.stream()
                            .map(keyResult -> new Field.Option(keyResult.id().text(), title(keyResult.id())))
                            .toList(),
                    step.aim().keyResult().map(ItemId::text)));
        }
        List<Block> blocks = new ArrayList<>();
        aimed.ifPresent(keyResult -> blocks.add(new Block.Text(WhichOkr.measured(keyResult))));
        blocks.add(form(fields, "Continue"));
        blocks.add(buttons(ask("I don't know", "skip")));
        return new Card(Prose.strong("What would change in " + metric + ", and how sure are you?"), blocks);
    }

    private static Field level(String id, String label, Confidence level) {
        return choice(id, label, options(Confidence.values()), Optional.of(level.title()));
    }

    private Card swap(ChoosingSwap step) {
        List<Initiative> bets =
                Price.cheapestFirst(request.roadmap(), around.places(step.aim()).bets());
        boolean hasRoom = around.hasRoom(step.aim(), step.guess());
        List<Field.Option> options = new ArrayList<>();
        if (hasRoom) {
            options.add(new Field.Option(Blanks.NOT_NEEDED, "Nothing has to: there is room"));
        }
        bets.stream()
                .limit(CHOICES - RANKED)
                .forEach(bet -> options.add(new Field.Option(bet.id().text(), title(bet.id()))));
        options.add(new Field.Option(Blanks.CANT_CHOOSE, "I can't choose"));
        options.add(new Field.Option(Blanks.PARK, "Nothing: park it"));
        Optional<String> initial = step.later()
                .trade()
                .map(trade -> switch (trade.swap()) {
                    case INITIATIVE -> trade.out().map(ItemId::text).orElse("");
                    case CANT_CHOOSE -> Blanks.CANT_CHOOSE;
                    case PARK -> Blanks.PARK;
                    case NOT_NEEDED -> Blanks.NOT_NEEDED;
                })
                .filter(value ->
                        options.stream().anyMatch(option -> option.value().equals(value)))
                .or(() -> options.stream().findFirst().map(Field.Option::value));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(String.join(
                " ",
                new Weighed(
                                request.roadmap(),
                                step.guess(),
                                around.places(step.aim()),
                                Optional.empty(),
                                request.scene().today())
                        .told()))));
        if (!bets.isEmpty()) {
            blocks.add(new Block.Items(bets.stream()
                    .limit(Request.ROWS)
                    .map(bet -> new Price(request.roadmap(), bet)
                            .rowWithEffort(request.scene().people()))
                    .toList()));
        }
        blocks.add(form(List.of(choice(Blanks.OUT, "Goes out", options, initial)), "Continue"));
        blocks.add(buttons());
        return new Card(Prose.strong(question(step, hasRoom)), blocks);
    }

    private String question(ChoosingSwap step, boolean hasRoom) {
        String told = around.places(step.aim()).told();
        if (!hasRoom) {
            return "Now is full (" + told + "). What would you take out for it?";
        }
        return step.guess().size() == Initiative.Size.SMALL
                ? "A small one takes no place in Now, so nothing has to go out. Would something?"
                : "Now has room (" + told + "), so nothing has to go out for it. Would something?";
    }

    private Card confirming(Confirming step) {
        FeatureRequest preview = Requesting.preview(request, step.session(), step.values());
        Statement statement = new Statement(request, preview, Optional.of(preview.author()));
        List<Block> blocks = new ArrayList<>();
        statement.voices().ifPresent(voices -> blocks.add(new Block.Text(Prose.of(Phrases.sentence(voices)))));
        statement.sentences().forEach(sentence -> blocks.add(new Block.Text(Prose.of(sentence))));
        blocks.add(new Block.Text(Prose.of(statement.next())));
        Field change = optional(Field.choice(
                Blanks.CHANGE,
                "Change something first",
                List.of(
                        new Field.Option("tell", "The problem, whose it is, the evidence"),
                        new Field.Option("okr", "The objective"),
                        new Field.Option("estimate", "The figures"),
                        new Field.Option("swap", "What goes out"))));
        blocks.add(new Block.Form(
                        List.of(change),
                        Button.primary(Actions.FILL, "Send", command(Confirming.SEND)),
                        Optional.empty())
                .with(Button.plain(Actions.FILL, "Change it", command(""))));
        blocks.add(buttons());
        return new Card(Prose.strong("Your trade-off: " + statement.traded() + "."), blocks);
    }
}
