package throughline.core.delivery;

import java.time.Duration;
import java.util.List;

/** Buckets that all bots of an organization share. */
public interface Allowances {
    /**
     * Takes a token from each bucket, or none.
     *
     * @return zero if they were taken; else how long to wait before asking again
     */
    Duration take(String platform, List<Allowance> buckets);

    /** For a call that takes its tokens beforehand: open while the platform pauses for nobody. */
    Permit permit(String platform);

    /** How long the platform told somebody to wait; zero if it takes calls. */
    Duration paused(String platform);

    /** Lets nobody call this platform for so long. */
    void pause(String platform, Duration length);
}
