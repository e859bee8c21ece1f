package throughline.core.delivery;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param call the longest that a call to a platform takes, looking and pausing before it included
 * @param lease how long a parcel is one bot's; a bot that is silent for longer lost it
 * @param settle after an unknown outcome, until it is looked for: a platform may be late to show what it accepted
 * @param sweep after something was sent a second time, until second copies are looked for
 * @param quiet after the store's primary changed, until something is sent: what it lost may be a platform's order to wait
 * @param suspicion how long after the store's primary changed something new may have been known to the old one
 */
public record Waits(
        Duration call, Duration lease, Duration settle, Duration sweep, Duration quiet, Duration suspicion) {
    /** More often than this, nothing is tried. */
    public static final int MOST_CLAIMS = 20;

    public static final Waits USUAL = of(Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofMinutes(10));

    public Waits {
        if (lease.compareTo(call.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("a lease is at least twice as long as a call");
        }
    }

    /** The others as they usually are; a call takes at most a third of the lease, and never more than five seconds. */
    public static Waits of(Duration lease, Duration settle, Duration sweep) {
        Duration third = lease.dividedBy(3);
        Duration longest = Duration.ofSeconds(5);
        return new Waits(
                third.compareTo(longest) < 0 ? third : longest, lease, settle, sweep, lease, lease.multipliedBy(4));
    }
}
