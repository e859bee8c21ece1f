package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Shown the whole trade-off: send it, or change something. */
public record Confirming(Session session, Told told, Aim aim, Guess guess, Trade trade) implements Intake {
    public static final String SEND = "send";

    private static final Set<String> SENDING = Set.of(SEND, "send it", "file it", "do it", "submit");

    public static final Stored<Confirming> STORED = new Stored<>(
            "intake-confirming",
            1,
            new Shape.Structure<>(
                    "a request that is to be confirmed",
                    List.of(SESSION, TOLD, AIM, GUESS, TRADE),
                    values -> new Confirming(
                            values.get(SESSION),
                            values.get(TOLD),
                            values.get(AIM),
                            values.get(GUESS),
                            values.get(TRADE)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(AIM, it.aim)
                            .with(GUESS, it.guess)
                            .with(TRADE, it.trade)),
            Confirming.class);

    @Override
    public String step() {
        return "send";
    }

    @Override
    public Intake at(Session other) {
        return new Confirming(other, told, aim, guess, trade);
    }

    @Override
    public Intake before(Around around) {
        return swap();
    }

    /** All that was said, for an earlier step. */
    private Later later() {
        return new Later(Optional.of(aim), Optional.of(guess), Optional.of(trade));
    }

    private Intake swap() {
        return new ChoosingSwap(session, told, aim, guess, later());
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        String change = heard.input(Blanks.CHANGE);
        String word = change.isEmpty() ? heard.word() : change;
        if (SENDING.contains(word) || YES.contains(word)) {
            return sent(around);
        }
        return earlier(word.replaceFirst("^change (?:the )?", ""))
                .map(Outcome::on)
                .orElseGet(() -> again("Say send, or what to change: the problem, the OKR, the figures or the swap."));
    }

    private Optional<Intake> earlier(String word) {
        return switch (word) {
            case "tell", "problem", "what", "evidence" -> Optional.of(new Telling(session, Optional.of(told), later()));
            case "okr", "objective" -> Optional.of(new ChoosingOkr(session, told, later()));
            case "estimate", "figures", "numbers" -> Optional.of(new Estimating(session, told, aim, later()));
            case "swap", "trade" -> Optional.of(swap());
            default -> Optional.empty();
        };
    }

    /** What was chosen may have moved since it was shown. */
    private Outcome sent(Around around) {
        Optional<String> gone = around.vanished(aim);
        if (gone.isPresent()) {
            return Outcome.on(new ChoosingOkr(session, told, later()), gone);
        }
        Optional<String> moved = around.vanished(trade, aim, guess);
        return moved.isPresent() ? Outcome.on(swap(), moved) : new Outcome.Filed(session, told, values());
    }

    /** As it would be filed. */
    public Values values() {
        return trade.on(guess.on(aim.on(told.values())));
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
