package throughline.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import throughline.core.delivery.Waits;
import throughline.core.people.Account;

/**
 * What the operator decided, checked.
 *
 * @param port 0 takes a free one
 * @param roadmap the file to import into an empty store; empty for the sample
 * @param calendar the file with the days off of everybody
 * @param local whether the chat for this machine is served
 * @param admins who is an admin from the first contact on
 * @param redis empty for the built-in Redis, which keeps its files in {@code data}
 * @param waits how long deliveries wait for what
 * @param slack empty until Slack is set up
 * @param teams empty until Teams is set up
 */
record Settings(
        int port,
        String bind,
        Path data,
        Optional<Path> roadmap,
        Optional<Path> calendar,
        boolean local,
        Time clock,
        String organization,
        Set<Account> admins,
        Optional<Secret> redis,
        Waits waits,
        Optional<Slack> slack,
        Optional<Teams> teams) {

    /** @param signingSecrets of requests over HTTP: one, or two while they are changed */
    record Slack(Optional<Secret> signingSecrets, Optional<Secret> botToken, Optional<Secret> appToken, URI api) {}

    /** @param registration empty where only programs on this machine are let in */
    record Teams(Optional<Registration> registration, URI metadata, boolean local) {
        /** The bot's registration with Microsoft, for one tenant. */
        record Registration(String appId, Secret password, String tenantId) {}
    }

    /** Where the bot's time comes from. */
    enum Time {
        SYSTEM,
        SETTABLE
    }

    /** A value that may hold a password: never shown. */
    record Secret(String reveal) {
        @Override
        public String toString() {
            return "(not shown)";
        }
    }
}
