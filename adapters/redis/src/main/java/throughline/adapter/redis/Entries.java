package throughline.adapter.redis;

import redis.clients.jedis.StreamEntryID;

/** The order of the log's entries. */
final class Entries {
    private Entries() {}

    static boolean isBefore(String one, String other) {
        return new StreamEntryID(one).compareTo(new StreamEntryID(other)) < 0;
    }

    /** The greatest id before this one. */
    static String before(String entry) {
        StreamEntryID id = new StreamEntryID(entry);
        return id.getSequence() > 0
                ? id.getTime() + "-" + (id.getSequence() - 1)
                : (id.getTime() - 1) + "-" + Long.MAX_VALUE;
    }
}
