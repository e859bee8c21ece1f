package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Rounds;

/** Makes what falls due; {@link Deliver} sends it. */
record MakeRounds(Rounds rounds) implements Duty {
    @Override
    public String name() {
        return "rounds";
    }

    @Override
    public Optional<Instant> due() {
        return rounds.due();
    }

    @Override
    public void run() {
        rounds.run();
    }
}
