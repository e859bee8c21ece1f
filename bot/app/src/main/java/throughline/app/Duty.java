package throughline.app;

import java.time.Instant;
import java.util.Optional;

/** Something that has to be done again and again. */
interface Duty {
    /** For the log. */
    String name();

    /** When there will next be something to do, by the bot's clock; empty if that is not planned by the clock. */
    Optional<Instant> due();

    /** Does everything that is due by now. Called every few seconds, and when the clock is moved to {@link #due}. */
    void run();
}
