package throughline.core.delivery;

import java.util.List;
import java.util.Optional;

/** Whose parcels are delivered. */
public interface Sender {
    /** Wants everything sent and hears of nothing. */
    Sender ANY = new Sender() {
        @Override
        public Optional<Verdict> objection(Parcel parcel) {
            return Optional.empty();
        }

        @Override
        public void undeliverable(Parcel parcel, String reason) {}
    };

    /** Those of several rituals: each knows its own parcels. */
    static Sender all(List<Sender> senders) {
        return new Sender() {
            @Override
            public Optional<Verdict> objection(Parcel parcel) {
                return senders.stream()
                        .flatMap(sender -> sender.objection(parcel).stream())
                        .findFirst();
            }

            @Override
            public void undeliverable(Parcel parcel, String reason) {
                senders.forEach(sender -> sender.undeliverable(parcel, reason));
            }
        };
    }

    /** Asked just before it is sent: why it must not be, or not yet. */
    Optional<Verdict> objection(Parcel parcel);

    /** Told once when it will never be taken. */
    void undeliverable(Parcel parcel, String reason);
}
