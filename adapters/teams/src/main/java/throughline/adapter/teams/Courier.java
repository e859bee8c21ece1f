package throughline.adapter.teams;

/** Carries things to Teams' connector. Tries everything once. */
interface Courier {
    /**
     * Sends a message.
     *
     * @param id of the posting that it is, or a part of it
     * @throws Undelivered if it did not arrive, or nobody knows
     */
    void send(Address to, String id, Message message);

    /**
     * Opens somebody's own conversation with the bot.
     *
     * @param near where the person was met
     * @throws Undelivered if the app is not installed for that person, or the connector did not answer
     */
    Address open(Address near, String person);

    /**
     * What Teams knows about somebody.
     *
     * @throws Undelivered if it does not tell
     */
    Member member(Address where, String person);
}
