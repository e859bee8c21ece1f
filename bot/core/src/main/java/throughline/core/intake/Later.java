package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** What was said at later steps before somebody went back, so that nobody says it twice. */
public record Later(Optional<Aim> aim, Optional<Guess> guess, Optional<Trade> trade) {
    public static final Later NOTHING = new Later(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Field<Aim> AIM = Field.of("aim", Aim.SHAPE, "What it accelerates");
    private static final Field<Guess> GUESS = Field.of("guess", Guess.SHAPE, "What is expected of it");
    private static final Field<Trade> TRADE = Field.of("trade", Trade.SHAPE, "What goes out for it");

    static final Shape<Later> SHAPE = new Shape.Structure<>(
            "what was said at later steps",
            List.of(AIM, GUESS, TRADE),
            values -> new Later(values.find(AIM), values.find(GUESS), values.find(TRADE)),
            it -> Values.none().with(AIM, it.aim).with(GUESS, it.guess).with(TRADE, it.trade));

    Later with(Aim said) {
        return new Later(Optional.of(said), guess, trade);
    }

    Later with(Guess said) {
        return new Later(aim, Optional.of(said), trade);
    }

    Later with(Trade said) {
        return new Later(aim, guess, Optional.of(said));
    }
}
