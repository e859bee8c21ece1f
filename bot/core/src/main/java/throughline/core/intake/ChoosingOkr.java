package throughline.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.question.Line.Candidate;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked which objective it accelerates. */
public record ChoosingOkr(Session session, Told told, Later later) implements Intake {
    private static final Set<String> NONE =
            Set.of(Blanks.NONE, "none of these", "none of them", "no okr", "nothing", "neither");

    public static final Stored<ChoosingOkr> STORED = new Stored<>(
            "intake-choosing-okr",
            1,
            new Shape.Structure<>(
                    "a request that looks for its OKR",
                    List.of(SESSION, TOLD, LATER),
                    values -> new ChoosingOkr(values.get(SESSION), values.get(TOLD), values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(LATER, it.later)),
            ChoosingOkr.class);

    @Override
    public String step() {
        return "okr";
    }

    @Override
    public Intake at(Session other) {
        return new ChoosingOkr(other, told, later);
    }

    @Override
    public Intake before(Around around) {
        List<Item> alike = around.sight().alike(told);
        return alike.isEmpty()
                ? new Telling(session, Optional.of(told), later)
                : new MeetingAlike(session, told, alike.stream().map(Item::id).toList(), later);
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Heard said = heard.isForm() ? new Heard(heard.input(Blanks.OKR), Map.of()) : heard;
        if (NONE.contains(said.word())) {
            return Outcome.on(new WithoutOkr(session, told, later));
        }
        return chosen(said, around)
                .map(aim -> Outcome.on(new Estimating(session, told, aim, later.with(aim))))
                .orElseGet(() -> again(
                        said.text().isBlank()
                                ? "Choose one of them, or none of these."
                                : "That names none of our objectives."));
    }

    private Optional<Aim> chosen(Heard said, Around around) {
        Optional<Item> named =
                Names.in(around.roadmap()).only(Kind.OBJECTIVE, Kind.KEY_RESULT).whole(said.text());
        if (named.isPresent() && named.get() instanceof KeyResult keyResult) {
            return Optional.of(new Aim(keyResult.objective(), Optional.of(keyResult.id())));
        }
        return named.or(() -> numbered(said, around))
                .map(Objective.class::cast)
                .map(objective -> new Aim(objective.id(), keyResult(objective, around)));
    }

    /** "2" is the second of those that were ranked. */
    private Optional<Item> numbered(Heard said, Around around) {
        List<Candidate> ranked = around.sight().ranked(told);
        boolean isOne = said.word().matches("[1-9]") && Integer.parseInt(said.word()) <= ranked.size();
        Optional<ItemId> id = isOne
                ? Optional.of(ranked.get(Integer.parseInt(said.word()) - 1).objective())
                : YES.contains(said.word()) ? ranked.stream().findFirst().map(Candidate::objective) : Optional.empty();
        return id.flatMap(one -> around.roadmap().find(one));
    }

    /** The one that was chosen before, if it is this objective's. */
    private Optional<ItemId> keyResult(Objective objective, Around around) {
        return later.aim()
                .filter(aim -> aim.objective().equals(objective.id()))
                .flatMap(Aim::keyResult)
                .or(() -> around.keyResult(told, objective));
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
