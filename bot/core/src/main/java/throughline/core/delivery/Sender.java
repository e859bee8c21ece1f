package throughline.core.delivery;

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

    /** Asked just before it is sent: why it must not be, or not yet. */
    Optional<Verdict> objection(Parcel parcel);

    /** Told once when it will never be taken. */
    void undeliverable(Parcel parcel, String reason);
}
