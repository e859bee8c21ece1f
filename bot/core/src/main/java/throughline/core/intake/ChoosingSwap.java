package throughline.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.question.Names;
import throughline.core.roadmap.FeatureRequest.Swap;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked what would go out of Now for it. */
public record ChoosingSwap(Session session, Told told, Aim aim, Guess guess, Later later) implements Intake {
    private static final Set<String> CANT = Set.of(
            Blanks.CANT_CHOOSE,
            "can't choose",
            "i can't choose",
            "cant choose",
            "i cant choose",
            "don't know",
            "i don't know");
    private static final Set<String> PARKED =
            Set.of(Blanks.PARK, "park it", "nothing", "nothing: park it", "wait", "later", "none");

    public static final Stored<ChoosingSwap> STORED = new Stored<>(
            "intake-choosing-swap",
            1,
            new Shape.Structure<>(
                    "a request that looks for what goes out",
                    List.of(SESSION, TOLD, AIM, GUESS, LATER),
                    values -> new ChoosingSwap(
                            values.get(SESSION),
                            values.get(TOLD),
                            values.get(AIM),
                            values.get(GUESS),
                            values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(AIM, it.aim)
                            .with(GUESS, it.guess)
                            .with(LATER, it.later)),
            ChoosingSwap.class);

    @Override
    public String step() {
        return "swap";
    }

    @Override
    public Intake at(Session other) {
        return new ChoosingSwap(other, told, aim, guess, later);
    }

    @Override
    public Intake before(Around around) {
        return new Estimating(session, told, aim, later.with(guess));
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Optional<String> gone = around.vanished(aim);
        if (gone.isPresent()) {
            return Outcome.on(new ChoosingOkr(session, told, later), gone);
        }
        Heard said = heard.isForm() ? new Heard(heard.input(Blanks.OUT), Map.of()) : heard;
        return chosen(said, around)
                .map(trade -> Outcome.on(new Confirming(session, told, aim, guess, trade)))
                .orElseGet(() -> again(
                        said.text().isBlank()
                                ? "Choose what would go out, or that you can't choose."
                                : "That is nothing in Now. Name what would go out, or say park it."));
    }

    private Optional<Trade> chosen(Heard said, Around around) {
        if (CANT.contains(said.word())) {
            return Optional.of(Trade.of(Swap.CANT_CHOOSE));
        }
        if (around.hasRoom(aim, guess) && (said.word().equals(Blanks.NOT_NEEDED) || YES.contains(said.word()))) {
            return Optional.of(Trade.of(Swap.NOT_NEEDED));
        }
        return PARKED.contains(said.word()) ? Optional.of(Trade.of(Swap.PARK)) : out(said, around);
    }

    private Optional<Trade> out(Heard said, Around around) {
        List<Initiative> bets = around.places(aim).bets();
        Optional<Item> named = Names.in(around.roadmap()).only(Kind.INITIATIVE).whole(said.text());
        return named.filter(bets::contains).map(Item::id).map(Trade::of);
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
