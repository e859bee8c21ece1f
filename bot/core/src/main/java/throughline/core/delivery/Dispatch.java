package throughline.core.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.Sighting.Absent;
import throughline.core.delivery.Sighting.Blind;
import throughline.core.delivery.Sighting.Found;
import throughline.core.delivery.Sighting.NotTold;
import throughline.core.delivery.Tally.Event;

/** Sends what waits, one after the other. Any number of bots, and of threads in each, may do so at the same time. */
public final class Dispatch {
    /** For a platform that another bot speaks on. */
    private static final Duration FOR_OTHERS = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Allowances allowances;
    private final Map<String, Carrier> carriers;
    private final Waits waits;
    private final Surroundings surroundings;

    /**
     * What cannot be computed.
     *
     * @param jitter from 0 to 1
     * @param pause sleeps
     */
    public record Surroundings(
            InstantSource clock, DoubleSupplier jitter, Consumer<Duration> pause, Tally tally, Sender sender) {}

    public Dispatch(
            Deliveries deliveries,
            Allowances allowances,
            List<Carrier> carriers,
            Waits waits,
            Surroundings surroundings) {
        this.deliveries = deliveries;
        this.allowances = allowances;
        this.carriers = carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::platform, Function.identity()));
        this.waits = waits;
        this.surroundings = surroundings;
    }

    /**
     * Looks after one parcel that waits.
     *
     * @return whether there was one
     */
    public boolean next() {
        List<Deliveries.Waiting> taken = deliveries.take(1);
        taken.forEach(waiting -> deliveries.claim(waiting).ifPresent(this::deliver));
        return !taken.isEmpty();
    }

    private void deliver(Claim claim) {
        Verdict verdict = Optional.ofNullable(carriers.get(claim.parcel().platform()))
                .map(carrier -> claim.isUncertain() ? lookedFor(claim, carrier) : sent(claim, carrier))
                .orElseGet(() -> unspoken(claim));
        if (deliveries.finish(claim, verdict)) {
            surroundings.tally().count(event(verdict));
            if (verdict instanceof Verdict.Dead dead) {
                surroundings.sender().undeliverable(claim.parcel(), dead.reason());
            }
        }
    }

    /** Another bot may speak there, until it is too late. */
    private Verdict unspoken(Claim claim) {
        if (!isLate(claim.parcel())) {
            return later(FOR_OTHERS, "nobody speaks there");
        }
        return claim.isUncertain() ? new Verdict.Held("nobody speaks there any more") : tooLate(claim.parcel());
    }

    private boolean isLate(Parcel parcel) {
        return surroundings.clock().instant().isAfter(parcel.until());
    }

    private static Verdict tooLate(Parcel parcel) {
        return new Verdict.Skipped("it came too late: it was due at " + parcel.due());
    }

    private static Event event(Verdict verdict) {
        if (verdict instanceof Verdict.Done done) {
            return done.isFound() ? Event.RECONCILED : Event.SENT;
        }
        if (verdict instanceof Verdict.Unclear) {
            return Event.UNKNOWN;
        }
        if (verdict instanceof Verdict.Held) {
            return Event.HELD;
        }
        if (verdict instanceof Verdict.Dead) {
            return Event.DEAD;
        }
        return verdict instanceof Verdict.Skipped ? Event.SKIPPED : Event.DELAYED;
    }

    private Verdict lookedFor(Claim claim, Carrier carrier) {
        Duration wait = allowed(carrier, carrier.toLook(claim.parcel().posting()));
        if (!wait.isZero()) {
            return later(wait, "the platform lets us ask later");
        }
        Sighting sighting =
                carrier.look(claim.parcel().posting(), claim.since(), allowances.permit(carrier.platform()));
        if (sighting instanceof Found found) {
            return new Verdict.Done(found.ids().get(0), true);
        }
        if (sighting instanceof Blind blind) {
            return new Verdict.Held(blind.reason());
        }
        return sighting instanceof Absent ? sent(claim, carrier) : notTold(claim, carrier, (NotTold) sighting);
    }

    private Verdict notTold(Claim claim, Carrier carrier, NotTold reply) {
        pause(carrier, reply.pause());
        Duration wait = reply.pause().isZero()
                ? Verdict.backOff(claim.attempt(), surroundings.jitter().getAsDouble())
                : reply.pause();
        // Also if it was told to wait: an app that is given fewer answers than it needs would look for ever.
        return new Verdict.Later(wait, true, false, reply.reason());
    }

    private Verdict sent(Claim claim, Carrier carrier) {
        Parcel parcel = claim.parcel();
        if (isLate(parcel)) {
            return tooLate(parcel);
        }
        Optional<Verdict> objection = surroundings.sender().objection(parcel);
        if (objection.isPresent()) {
            return objection.get();
        }
        Duration wait = allowed(carrier, carrier.toSend(parcel.posting()));
        if (!wait.isZero()) {
            return later(wait, "the platform lets us speak later");
        }
        return deliveries
                .begin(claim)
                .map(permit -> outcome(claim, carrier, permit))
                .orElseGet(() -> later(SOON, "it was no time to send"));
    }

    private Verdict outcome(Claim claim, Carrier carrier, Permit permit) {
        Outcome outcome = carried(claim, carrier, permit);
        if (outcome instanceof Outcome.NotAccepted not) {
            pause(carrier, not.pause());
        }
        return Verdict.after(outcome, claim.attempt(), surroundings.jitter().getAsDouble());
    }

    private static Outcome carried(Claim claim, Carrier carrier, Permit permit) {
        try {
            return carrier.send(claim.parcel().posting(), permit);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            return new Outcome.Unknown("it broke (" + broken.getClass().getSimpleName() + ")");
        }
    }

    private void pause(Carrier carrier, Duration length) {
        if (!length.isZero()) {
            allowances.pause(carrier.platform(), length);
        }
    }

    /** Waits for what is allowed soon. */
    private Duration allowed(Carrier carrier, List<Allowance> buckets) {
        Duration patience = waits.lease().minus(waits.call().multipliedBy(2));
        Duration wait = allowances.take(carrier.platform(), buckets);
        while (!wait.isZero() && wait.compareTo(patience) < 0) {
            surroundings.pause().accept(wait);
            patience = patience.minus(wait);
            wait = allowances.take(carrier.platform(), buckets);
        }
        return wait;
    }

    private static Verdict later(Duration wait, String reason) {
        return new Verdict.Later(wait, false, false, reason);
    }
}
