package throughline.core.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked what is wanted, whose problem it solves and what speaks for it. */
public record Telling(Session session, Optional<Told> told, Later later) implements Intake {
    private static final Field<Told> SO_FAR = Field.of("told", Told.SHAPE, "What is asked for, as far as it is said");

    public static final Stored<Telling> STORED = new Stored<>(
            "intake-telling",
            1,
            new Shape.Structure<>(
                    "a request that is being told",
                    List.of(SESSION, SO_FAR, LATER),
                    values -> new Telling(values.get(SESSION), values.find(SO_FAR), values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(SO_FAR, it.told)
                            .with(LATER, it.later)),
            Telling.class);

    @Override
    public String step() {
        return "tell";
    }

    @Override
    public Intake at(Session other) {
        return new Telling(other, told, later);
    }

    @Override
    public Intake before(Around around) {
        return this;
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        if (heard.isForm()) {
            return filledIn(heard, around);
        }
        if (told.isPresent() && YES.contains(heard.word())) {
            return Outcome.on(after(told.get(), around));
        }
        return Told.of(heard.text())
                .map(said -> Outcome.on(after(said, around)))
                .orElseGet(() -> again("Say in a sentence or two what you need, in at most "
                        + FeatureRequest.PROBLEM_TEXT.longest() + " characters."));
    }

    private Outcome filledIn(Heard heard, Around around) {
        Map<String, String> problems = new HashMap<>();
        Optional<Told> said = Told.of(heard.input(Blanks.TITLE));
        if (said.isEmpty()) {
            problems.put(Blanks.TITLE, "Say what you ask for in a few words.");
        }
        String why = heard.input(Blanks.PROBLEM);
        Optional<String> problem = why.isEmpty() ? said.map(Told::problem) : FeatureRequest.PROBLEM_TEXT.tidied(why);
        if (problem.isEmpty() && !why.isEmpty()) {
            problems.put(Blanks.PROBLEM, "At most " + FeatureRequest.PROBLEM_TEXT.longest() + " characters, please.");
        }
        Optional<Estimate> revenue = Amounts.money(heard.input(Blanks.REVENUE), Amounts.Period.YEAR);
        if (revenue.isEmpty() && !heard.input(Blanks.REVENUE).isEmpty()) {
            problems.put(Blanks.REVENUE, "A figure or a range, such as 40k, or 20-50k a year.");
        }
        if (!problems.isEmpty()) {
            return Outcome.wrong(this, problems, heard);
        }
        return Outcome.on(after(
                new Told(
                        title(heard.input(Blanks.TITLE), said.get()),
                        problem.orElse(""),
                        heard.listed(Blanks.CUSTOMERS),
                        origin(heard.input(Blanks.EVIDENCE)),
                        new Shape.Text(300, true).tidied(heard.input(Blanks.SOURCE)),
                        revenue),
                around));
    }

    /** What was filled in as it is, if it fits a line. */
    private static String title(String filled, Told said) {
        return ((Shape.Text) FeatureRequest.TITLE.shape()).tidied(filled).orElse(said.title());
    }

    private static Optional<Evidence.Origin> origin(String text) {
        return List.of(Evidence.Origin.values()).stream()
                .filter(origin -> Shape.written(origin).equals(text))
                .findFirst();
    }

    /** What comes once it is told: what looks like it, if something does. */
    Intake after(Told said, Around around) {
        List<Item> alike = around.sight().alike(said);
        return alike.isEmpty()
                ? new ChoosingOkr(session, said, later)
                : new MeetingAlike(session, said, alike.stream().map(Item::id).toList(), later);
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }

    /** The first card of a request; what was said with it counts as told. */
    public static Intake begun(Session session, String text, Around around) {
        Telling first = new Telling(session, Optional.empty(), Later.NOTHING);
        return Told.of(text).map(said -> first.after(said, around)).orElse(first);
    }
}
