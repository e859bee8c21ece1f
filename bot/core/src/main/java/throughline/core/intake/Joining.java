package throughline.core.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked what joining adds: for which customers, with how much revenue, and what they say. */
public record Joining(Session session, Told told, ItemId with, List<ItemId> alike, Later later) implements Intake {
    public Joining {
        alike = List.copyOf(alike);
    }

    private static final Field<ItemId> WITH = Field.required("with", Shape.anyItem(), "What is joined");

    public static final Stored<Joining> STORED = new Stored<>(
            "intake-joining",
            1,
            new Shape.Structure<>(
                    "a request that joins another one",
                    List.of(SESSION, TOLD, WITH, ALIKE, LATER),
                    values -> new Joining(
                            values.get(SESSION),
                            values.get(TOLD),
                            values.get(WITH),
                            values.get(ALIKE),
                            values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(WITH, it.with)
                            .with(ALIKE, it.alike)
                            .with(LATER, it.later)),
            Joining.class);

    @Override
    public String step() {
        return "join";
    }

    @Override
    public Intake at(Session other) {
        return new Joining(other, told, with, alike, later);
    }

    @Override
    public Intake before(Around around) {
        return new MeetingAlike(session, told, alike, later);
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        boolean isThere = around.roadmap()
                .find(with)
                .filter(item ->
                        !(item instanceof FeatureRequest asked) || asked.state() != FeatureRequest.State.WITHDRAWN)
                .isPresent();
        if (!isThere) {
            return Outcome.on(
                    new ChoosingOkr(session, told, later),
                    Optional.of(with + " is gone meanwhile, so there is nothing to join."));
        }
        if (heard.isForm()) {
            return filledIn(heard);
        }
        return YES.contains(heard.word()) || heard.word().equals(MeetingAlike.JOIN)
                ? new Outcome.Joined(session, with, told)
                : again("Say join to add your voice, or go back.");
    }

    private Outcome filledIn(Heard heard) {
        Map<String, String> problems = new HashMap<>();
        Optional<Estimate> revenue = Amounts.money(heard.input(Blanks.REVENUE), Amounts.Period.YEAR);
        if (revenue.isEmpty() && !heard.input(Blanks.REVENUE).isEmpty()) {
            problems.put(Blanks.REVENUE, "A figure or a range, such as 40k, or 20-50k a year.");
        }
        String words = heard.input(Blanks.PROBLEM);
        Optional<String> problem =
                words.isEmpty() ? Optional.of(told.problem()) : FeatureRequest.PROBLEM_TEXT.tidied(words);
        if (problem.isEmpty()) {
            problems.put(Blanks.PROBLEM, "At most " + FeatureRequest.PROBLEM_TEXT.longest() + " characters, please.");
        }
        return problems.isEmpty()
                ? new Outcome.Joined(
                        session,
                        with,
                        new Told(
                                told.title(),
                                problem.orElse(""),
                                heard.listed(Blanks.CUSTOMERS),
                                told.origin(),
                                told.source(),
                                revenue))
                : Outcome.wrong(this, problems, heard);
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
