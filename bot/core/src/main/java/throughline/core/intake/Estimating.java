package throughline.core.intake;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked what changes in the metric, how sure that is, and what waiting costs. */
public record Estimating(Session session, Told told, Aim aim, Later later) implements Intake {
    private static final Set<String> UNTOLD =
            Set.of("skip", "don't know", "i don't know", "dont know", "no idea", "unknown", "?");
    private static final BigDecimal MOST_IMPACT = BigDecimal.valueOf(3);

    public static final Stored<Estimating> STORED = new Stored<>(
            "intake-estimating",
            1,
            new Shape.Structure<>(
                    "a request that is being estimated",
                    List.of(SESSION, TOLD, AIM, LATER),
                    values -> new Estimating(values.get(SESSION), values.get(TOLD), values.get(AIM), values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(AIM, it.aim)
                            .with(LATER, it.later)),
            Estimating.class);

    /** What stands in the form: what was said before, else medium of everything. */
    public Guess soFar() {
        return later.guess().orElse(Guess.UNTOLD);
    }

    @Override
    public String step() {
        return "estimate";
    }

    @Override
    public Intake at(Session other) {
        return new Estimating(other, told, aim, later);
    }

    @Override
    public Intake before(Around around) {
        return new ChoosingOkr(session, told, later.with(aim));
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Optional<String> gone = around.vanished(aim);
        if (gone.isPresent()) {
            return Outcome.on(new ChoosingOkr(session, told, later), gone);
        }
        if (heard.isForm()) {
            return filledIn(heard, around);
        }
        if (UNTOLD.contains(heard.word()) || YES.contains(heard.word())) {
            return Outcome.on(after(aim, soFar()));
        }
        return Amounts.plain(heard.text())
                .map(movement -> Outcome.on(after(aim, moving(movement))))
                .orElseGet(() -> again("Say by how much, such as + 1 point or 2-3 %, or skip it."));
    }

    private Guess moving(Estimate movement) {
        Guess guess = soFar();
        return new Guess(
                Optional.of(movement),
                guess.problem(),
                guess.solution(),
                guess.outcome(),
                guess.size(),
                guess.reach(),
                guess.impact(),
                guess.effort(),
                guess.delay());
    }

    private Outcome filledIn(Heard heard, Around around) {
        Map<String, String> problems = new HashMap<>();
        Guess before = soFar();
        Optional<Estimate> movement =
                read(heard, Blanks.MOVEMENT, Amounts::plain, "A change, such as + 1 point or 2-3 %.", problems);
        Optional<Estimate> reach = read(
                heard,
                Blanks.REACH,
                text -> Amounts.count(text, Rice.MOST_REACH),
                "People or accounts per quarter, such as 200-400.",
                problems);
        Optional<Estimate> effort = read(
                heard,
                Blanks.EFFORT,
                text -> Amounts.count(text, Rice.MOST_EFFORT)
                        .filter(months -> months.high().signum() > 0),
                "Person-months, such as 2 or 2-4.",
                problems);
        Optional<Estimate> delay = read(
                heard,
                Blanks.DELAY,
                text -> Amounts.money(text, Amounts.Period.WEEK),
                "A figure or a range, such as 4k a week, or 20-50k a month.",
                problems);
        Optional<Estimate> impact = read(
                heard,
                Blanks.IMPACT,
                text -> Amounts.count(text, MOST_IMPACT),
                "From 0.25 (minimal) to 3 (massive).",
                problems);
        if (!problems.isEmpty()) {
            return Outcome.wrong(this, problems, heard);
        }
        Guess guess = new Guess(
                movement,
                choice(Confidence.values(), heard.input(Blanks.SURE_OF_PROBLEM)).orElse(before.problem()),
                choice(Confidence.values(), heard.input(Blanks.SURE_OF_SOLUTION))
                        .orElse(before.solution()),
                choice(Confidence.values(), heard.input(Blanks.SURE_OF_OUTCOME)).orElse(before.outcome()),
                choice(Initiative.Size.values(), heard.input(Blanks.SIZE)).orElse(before.size()),
                reach,
                impact.map(Estimate::middle).orElse(before.impact()),
                effort,
                delay);
        return Outcome.on(after(aim(heard.input(Blanks.KEY_RESULT), around), guess));
    }

    private static Optional<Estimate> read(
            Heard heard,
            String field,
            Function<String, Optional<Estimate>> reading,
            String expected,
            Map<String, String> problems) {
        String text = heard.input(field);
        Optional<Estimate> read = text.isEmpty() ? Optional.empty() : reading.apply(text);
        if (read.isEmpty() && !text.isEmpty()) {
            problems.put(field, expected);
        }
        return read;
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] all, String written) {
        return Arrays.stream(all)
                .filter(one -> Shape.written(one).equals(written))
                .findFirst();
    }

    /** Another key result of the same objective, if one was chosen. */
    private Aim aim(String keyResult, Around around) {
        Optional<ItemId> other = around.roadmap().find(aim.objective(), Objective.class).stream()
                .flatMap(objective -> around.roadmap().measuring(objective).stream())
                .map(Item::id)
                .filter(id -> id.text().equals(keyResult))
                .findFirst();
        return new Aim(aim.objective(), other.or(aim::keyResult));
    }

    private Intake after(Aim chosen, Guess guess) {
        return new ChoosingSwap(session, told, chosen, guess, later.with(chosen).with(guess));
    }

    /** The key result that should move, if it is still there. */
    public Optional<KeyResult> keyResult(Around around) {
        return aim.keyResult().flatMap(id -> around.roadmap().find(id, KeyResult.class));
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
