package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Bot;

/** Answers and sends what a bot that died left behind. */
record CatchUp(Bot bot) implements Duty {
    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.empty();
    }

    @Override
    public void run() {
        bot.catchUp();
    }
}
