package throughline.core.conversation;

/** Where turns read from and are committed to. Thread-safe; several processes may use one store. */
public interface TurnStore {
    /** How a commit ended. */
    enum Outcome {
        COMMITTED,
        /**
         * Something relied on has moved since the base version, the dialogue has another state than the turn saw, or the base is
         * of another history. Nothing was stored.
         */
        MOVED,
        /** The ticket is no longer in the inbox: somebody else answered it. Nothing was stored. */
        ANSWERED
    }

    /**
     * The newest state. Costs one round trip and what changed since the last load, whatever the size of the roadmap.
     *
     * @param conversation the key of the dialogue to load with it
     */
    Snapshot load(String conversation);

    /** Stores all of it or, if the outcome is not COMMITTED, nothing. Durable when it returns. */
    Outcome commit(Commit commit);

    /** Finishes what a process left undone that died right after a commit; for stores in which that can happen. */
    default void finish() {}
}
