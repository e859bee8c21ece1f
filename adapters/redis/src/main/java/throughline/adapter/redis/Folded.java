package throughline.adapter.redis;

import redis.clients.jedis.StreamEntryID;
import throughline.core.conversation.Version;
import throughline.core.people.People;
import throughline.core.roadmap.Roadmap;

/**
 * What the log came to at a version.
 *
 * @param version the history is "" before anything was read
 * @param extent how much that was
 * @param unfrozen how many facts were folded since the last snapshot
 */
record Folded(Version version, Roadmap roadmap, People people, Extent extent, int unfrozen) {
    /** Whether this is a later state of the same log. */
    boolean isAfter(Folded other) {
        return version.history().equals(other.version.history()) && entry().compareTo(other.entry()) > 0;
    }

    private StreamEntryID entry() {
        return new StreamEntryID(version.entry());
    }

    Folded frozen() {
        return new Folded(version, roadmap, people, extent, 0);
    }
}
