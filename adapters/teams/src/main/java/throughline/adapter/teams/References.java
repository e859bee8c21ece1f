package throughline.adapter.teams;

import java.util.Optional;
import throughline.core.conversation.Addresses;
import throughline.core.conversation.Place;

/** Where places and persons are reached, as their last message told. */
final class References {
    private static final String PERSON = "person:";
    private static final String OUTSIDERS = "outsiders:";

    private final Addresses addresses;

    References(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Takes note of where an activity came from. */
    void learn(Arrival arrival) {
        if (arrival.conversation().isEmpty()) {
            return;
        }
        Address address = Address.of(arrival);
        keep(address.conversation(), address);
        if (arrival.isPersonal()) {
            arrival.sender().ifPresent(account -> keep(PERSON + account.id(), address));
        }
    }

    void learn(String person, Address personal) {
        keep(PERSON + person, personal);
        keep(personal.conversation(), personal);
    }

    private void keep(String whom, Address address) {
        String written = address.written();
        if (!addresses.find(Address.PLATFORM, whom).equals(Optional.of(written))) {
            addresses.learn(Address.PLATFORM, whom, written);
        }
    }

    /** Takes note that somebody from outside reads along there; that is never forgotten, for nobody tells that the last one left. */
    void learnOutsiders(String conversation) {
        if (!hasOutsiders(conversation)) {
            addresses.learn(Address.PLATFORM, OUTSIDERS + conversation, "seen");
        }
    }

    boolean hasOutsiders(String conversation) {
        return addresses.find(Address.PLATFORM, OUTSIDERS + conversation).isPresent();
    }

    Optional<Address> of(Place place) {
        Optional<Address> address = root(place);
        return place.thread().isEmpty()
                ? address
                : address.map(root -> root.inThread(place.thread().get()));
    }

    /** The conversation itself, not a thread in it: that has the members. */
    Optional<Address> root(Place place) {
        return root(place.channel());
    }

    Optional<Address> root(String conversation) {
        return addresses.find(Address.PLATFORM, conversation).map(Address::read);
    }

    /** Somebody's own conversation with the bot. */
    Optional<Address> of(String person) {
        return addresses.find(Address.PLATFORM, PERSON + person).map(Address::read);
    }
}
