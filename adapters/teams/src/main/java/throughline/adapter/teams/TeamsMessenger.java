package throughline.adapter.teams;

import java.util.Optional;
import java.util.function.Supplier;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.Outcome;
import throughline.core.people.Account;

/**
 * Speaks in Teams. There is no message that one person alone sees in a channel: what is private goes to the person's own
 * conversation with the bot, and one line where it was asked says so.
 */
final class TeamsMessenger implements Messenger {
    private static final String SENT_PRIVATELY = "I sent the answer to your personal chat, where only you see it.";
    private static final String NOT_INSTALLED = "The answer is for you alone and I can't reach you: add Throughline for"
            + " yourself (Apps, then Throughline, then Add) and ask again.";

    /** What whoever tapped something sees at once. */
    private static final String NOTED = "Noted.";

    private final References references;
    private final Roster roster;
    private final Mailing mailing;
    private final OpenRequests requests;
    private final Arrivals arrivals;
    private final Post post;

    /** @param post updates what was carried, of which {@code arrivals} tells where it is */
    TeamsMessenger(
            References references,
            Roster roster,
            Mailing mailing,
            OpenRequests requests,
            Arrivals arrivals,
            Post post) {
        this.references = references;
        this.roster = roster;
        this.mailing = mailing;
        this.requests = requests;
        this.arrivals = arrivals;
        this.post = post;
    }

    @Override
    public String platform() {
        return Address.PLATFORM;
    }

    @Override
    public Incoming introduce(Incoming incoming) {
        return roster.introduce(incoming);
    }

    @Override
    public Optional<Place> direct(Account account, Place near) {
        return account.platform().equals(platform())
                ? personal(account.id(), () -> near(near))
                        .map(own -> new Place(platform(), own.conversation(), Optional.empty(), Place.Reach.DIRECT))
                : Optional.empty();
    }

    private Optional<Address> near(Place place) {
        return place.platform().equals(platform()) ? references.of(place) : Optional.empty();
    }

    @Override
    public Place inspect(Place place) {
        return roster.inspect(place);
    }

    @Override
    public String draw(Reply reply, String id) {
        return Message.drawn(reply, id);
    }

    @Override
    public void post(Posting posting) {
        if (posting.isUpdate()) {
            update(posting);
            requests.takesLine(posting.returnPath(), NOTED);
            return;
        }
        if (requests.takesForm(posting)) {
            return;
        }
        if (posting.recipient().isEmpty() || posting.place().isDirect()) {
            mailing.send(where(posting), posting.id(), Message.of(posting));
        } else {
            whisper(posting);
        }
    }

    /** What was not carried as a parcel has no id that is known here, and stays as it is. */
    private void update(Posting posting) {
        Optional<Carried> carried = arrivals.find(posting.replaces()).map(Carried::read);
        Optional<Address> where = carried.flatMap(one -> references.root(one.conversation()));
        if (where.isEmpty() || carried.isEmpty()) {
            return;
        }
        Outcome outcome = post.replace(where.get(), carried.get().activity(), Message.of(posting));
        if (outcome instanceof Outcome.NotAccepted || outcome instanceof Outcome.Unknown) {
            throw new IllegalStateException("the message could not be updated: " + outcome);
        }
    }

    private void whisper(Posting posting) {
        boolean arrived = personal(posting.recipient(), () -> Optional.of(where(posting)))
                .filter(own -> mailing.send(own, posting.id(), Message.of(posting)))
                .isPresent();
        String line = arrived ? SENT_PRIVATELY : NOT_INSTALLED;
        if (!requests.takesLine(posting.returnPath(), line)) {
            mailing.send(where(posting), posting.id() + ":line", Message.line(line));
        }
    }

    /** Somebody's own conversation with the bot: known, or opened from where something was said. */
    private Optional<Address> personal(String person, Supplier<Optional<Address>> near) {
        Optional<Address> known = references.of(person);
        if (known.isPresent()) {
            return known;
        }
        Optional<Address> opened = near.get().flatMap(from -> mailing.open(from, person));
        opened.ifPresent(own -> references.learn(person, own));
        return opened;
    }

    private Address where(Posting posting) {
        return references
                .of(posting.place())
                .orElseThrow(() -> new IllegalStateException("nobody has written from there yet"));
    }
}
