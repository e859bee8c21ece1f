package throughline.adapter.teams;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends each message once, as far as this process remembers, and stops where the bot may not speak. */
final class Mailing {
    private static final Logger LOG = System.getLogger(Mailing.class.getName());
    private static final int MOST = 10_000;

    private final Courier courier;
    private final Set<String> sent = remembering();
    private final Set<String> told = remembering();

    Mailing(Courier courier) {
        this.courier = courier;
    }

    private static Set<String> remembering() {
        return Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MOST;
            }
        }));
    }

    /**
     * Sends a message.
     *
     * @return false if the bot may not speak there, which no second attempt would change
     * @throws Undelivered if it may arrive another time
     */
    boolean send(Address to, String id, Message message) {
        if (sent.contains(id)) {
            return true;
        }
        try {
            courier.send(to, id, message);
            sent.add(id);
            return true;
        } catch (Undelivered refused) {
            return stopped(refused, to.conversation());
        }
    }

    /** Opens somebody's own conversation; empty if the app is not installed for that person. */
    Optional<Address> open(Address near, String person) {
        try {
            return Optional.of(courier.open(near, person));
        } catch (Undelivered refused) {
            stopped(refused, person);
            return Optional.empty();
        }
    }

    private boolean stopped(Undelivered refused, String where) {
        if (!refused.isFinal()) {
            throw refused;
        }
        if (told.add(where + " " + refused.getMessage())) {
            LOG.log(Level.WARNING, "Nothing is sent to {0}: {1}", where, refused.getMessage());
        }
        return false;
    }
}
