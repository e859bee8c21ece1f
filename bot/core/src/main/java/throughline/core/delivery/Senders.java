package throughline.core.delivery;

import java.util.List;
import java.util.Optional;

/** Several senders, each of which knows its own parcels. */
public record Senders(List<Sender> all) implements Sender {
    public Senders {
        all = List.copyOf(all);
    }

    @Override
    public Optional<Verdict> objection(Parcel parcel) {
        return all.stream().flatMap(sender -> sender.objection(parcel).stream()).findFirst();
    }

    @Override
    public void undeliverable(Parcel parcel, String reason) {
        all.forEach(sender -> sender.undeliverable(parcel, reason));
    }
}
