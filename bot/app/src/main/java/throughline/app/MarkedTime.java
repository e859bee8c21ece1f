package throughline.app;

import java.time.Instant;
import java.time.InstantSource;
import throughline.core.conversation.TimeMark;

/**
 * Real time until a time is first set; from then on the last time set, at which it stands still. The store keeps it, so it is
 * the same after a restart and for every bot on that store.
 */
record MarkedTime(TimeMark mark, InstantSource real) implements InstantSource {
    @Override
    public Instant instant() {
        return mark.last().orElseGet(real::instant);
    }
}
