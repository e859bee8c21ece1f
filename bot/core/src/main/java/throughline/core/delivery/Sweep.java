package throughline.core.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.delivery.Sweeps.Suspect;
import throughline.core.delivery.Tally.Event;

/** Deletes second copies: a call may have slept for minutes on its way, while the message was sent again. */
public final class Sweep {
    private static final int AT_ONCE = 20;

    private final Sweeps sweeps;
    private final Allowances allowances;
    private final Map<String, Carrier> carriers;
    private final Tally tally;

    public Sweep(Sweeps sweeps, Allowances allowances, List<Carrier> carriers, Tally tally) {
        this.sweeps = sweeps;
        this.allowances = allowances;
        this.carriers = carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::platform, Function.identity()));
        this.tally = tally;
    }

    /** Looks at some whose time has come. Those about which the platform does not tell come again after a lease. */
    public void run() {
        sweeps.due(AT_ONCE)
                .forEach(suspect -> Optional.ofNullable(
                                carriers.get(suspect.parcel().platform()))
                        .ifPresent(carrier -> sweep(suspect, carrier)));
    }

    private void sweep(Suspect suspect, Carrier carrier) {
        if (!isAllowed(carrier, carrier.toLook(suspect.parcel().posting()))) {
            return;
        }
        Sighting sighting = carrier.look(suspect.parcel().posting(), suspect.since());
        if (sighting instanceof Sighting.Found found) {
            if (areGone(suspect, carrier, found.ids().subList(1, found.ids().size()))) {
                sweeps.clear(suspect, found.ids().get(0));
            }
        } else if (sighting instanceof Sighting.NotTold not) {
            pause(carrier, not);
        } else {
            sweeps.clear(suspect, "");
        }
    }

    private void pause(Carrier carrier, Sighting.NotTold not) {
        if (!not.pause().isZero()) {
            allowances.pause(carrier.platform(), not.pause());
        }
    }

    private boolean areGone(Suspect suspect, Carrier carrier, List<String> copies) {
        for (String copy : copies) {
            if (!isAllowed(carrier, carrier.toLook(suspect.parcel().posting()))) {
                return false;
            }
            Outcome outcome = carrier.takeBack(suspect.parcel().posting(), copy);
            if (!(outcome instanceof Outcome.Accepted)) {
                return outcome instanceof Outcome.Never;
            }
            tally.count(Event.SWEPT);
        }
        return true;
    }

    private boolean isAllowed(Carrier carrier, List<Allowance> buckets) {
        return allowances.take(carrier.platform(), buckets).isZero();
    }
}
