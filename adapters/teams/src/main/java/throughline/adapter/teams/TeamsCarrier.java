package throughline.adapter.teams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sighting;

/** Carries messages to Teams. Bots cannot read there what was said, so what may have arrived is held, never sent again blindly. */
final class TeamsCarrier implements Carrier {
    private final References references;
    private final Post post;

    TeamsCarrier(References references, Post post) {
        this.references = references;
        this.post = post;
    }

    @Override
    public String platform() {
        return Address.PLATFORM;
    }

    /** Teams takes 7 messages a second, 8 in two, 60 in thirty and 1,800 an hour in a thread, and 50 a second in a tenant. */
    @Override
    public List<Allowance> toSend(Posting posting) {
        String thread =
                "teams:" + posting.place().channel() + posting.place().thread().orElse("");
        return List.of(
                new Allowance("teams", 25, Duration.ofMillis(40)),
                new Allowance(thread + ":s", 4, Duration.ofMillis(500)),
                new Allowance(thread + ":m", 30, Duration.ofSeconds(1)),
                new Allowance(thread + ":h", 900, Duration.ofSeconds(4)));
    }

    @Override
    public List<Allowance> toLook(Posting posting) {
        return List.of();
    }

    @Override
    public Outcome send(Posting posting, Permit permit) {
        Outcome sent = there(posting, address -> post.carry(address, Message.of(posting), permit));
        return sent instanceof Outcome.Accepted accepted
                ? new Outcome.Accepted(new Carried(conversation(posting), accepted.id()).written())
                : sent;
    }

    private String conversation(Posting posting) {
        return isElsewhere(posting)
                ? references.of(posting.recipient()).map(Address::conversation).orElse("")
                : posting.place().channel();
    }

    /** What one person alone may see goes to that person's own conversation. */
    private static boolean isElsewhere(Posting posting) {
        return !posting.recipient().isEmpty() && !posting.place().isDirect();
    }

    private Outcome there(Posting posting, Function<Address, Outcome> call) {
        Optional<Address> address =
                isElsewhere(posting) ? references.of(posting.recipient()) : references.of(posting.place());
        return address.map(call).orElseGet(() -> new Outcome.Never("nobody has written from there yet"));
    }

    @Override
    public Sighting look(Posting posting, Instant since, Permit permit) {
        return new Sighting.Blind("Teams does not let bots read what was said");
    }

    /** Nobody finds a second copy. */
    @Override
    public Outcome takeBack(Posting posting, String id, Permit permit) {
        return new Outcome.Never("nothing is taken back from Teams");
    }

    @Override
    public Outcome update(Posting posting, String id) {
        return there(posting, address -> post.replace(address, Carried.read(id).activity(), Message.of(posting)));
    }
}
