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
    private static final int MOST = 200;

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

    /** Looks at those whose time has come, as far as the platform lets us. Those about which it does not tell come again later. */
    public void run() {
        for (int looked = 0; looked < MOST; looked++) {
            List<Suspect> next = sweeps.due(1);
            if (next.isEmpty() || !next.stream().allMatch(this::isLookedAt)) {
                return;
            }
        }
    }

    private boolean isLookedAt(Suspect suspect) {
        Optional<Carrier> carrier =
                Optional.ofNullable(carriers.get(suspect.parcel().platform()));
        return carrier.filter(one -> !isAllowed(one, one.toLook(suspect.parcel().posting())))
                        .isEmpty()
                && carrier.map(one -> isSwept(suspect, one)).orElse(true);
    }

    private boolean isSwept(Suspect suspect, Carrier carrier) {
        Sighting sighting =
                carrier.look(suspect.parcel().posting(), suspect.since(), allowances.permit(carrier.platform()));
        if (sighting instanceof Sighting.NotTold not) {
            pause(carrier, not);
            return false;
        }
        List<String> found = sighting instanceof Sighting.Found copies ? copies.ids() : List.of("");
        if (areGone(suspect, carrier, found.subList(1, found.size()))) {
            sweeps.clear(suspect, found.get(0));
        }
        return true;
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
            Outcome outcome = carrier.takeBack(suspect.parcel().posting(), copy, allowances.permit(carrier.platform()));
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
