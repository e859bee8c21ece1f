package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;

/**
 * Finds where people are spoken to who did not write just now.
 *
 * @param near where something was said: on its platform if they are there too
 */
record Whereabouts(Map<String, Messenger> messengers, People people, Place near) {
    private static final Logger LOG = System.getLogger(Whereabouts.class.getName());

    /** Somebody's own conversation with the bot. */
    record Spot(Messenger messenger, Account account, Place place) {
        Posting posting(String id, Card card) {
            Reply reply = new Reply(Reply.Visibility.PRIVATE, card, Optional.empty());
            return new Posting(id, place, account.id(), messenger.draw(reply, id), "");
        }

        /** What is said in the place of an earlier one. */
        Posting instead(String id, String earlier, Card card) {
            Reply reply = new Reply(Reply.Visibility.PRIVATE, card, Optional.empty());
            return new Posting(id, place, account.id(), messenger.draw(reply, earlier), "", earlier);
        }
    }

    Optional<Spot> find(PersonId person) {
        List<Account> accounts = people.find(person).map(Person::accounts).orElse(List.of());
        return accounts.stream()
                .sorted(Comparator.comparingInt(this::distance))
                .flatMap(account -> at(account).stream())
                .findFirst();
    }

    private int distance(Account account) {
        if (account.platform().equals(near.platform())) {
            return 0;
        }
        // Who has an account elsewhere as well hardly looks into the chat of one machine.
        return account.platform().equals(Account.LOCAL) ? 2 : 1;
    }

    private Optional<Spot> at(Account account) {
        return Optional.ofNullable(messengers.get(account.platform()))
                .flatMap(messenger -> place(messenger, account).map(place -> new Spot(messenger, account, place)));
    }

    private Optional<Place> place(Messenger messenger, Account account) {
        try {
            return messenger.direct(account, near);
        } catch (RuntimeException silent) {
            LOG.log(Level.WARNING, "Nobody knows whether " + account + " can be reached", silent);
            return Optional.empty();
        }
    }
}
