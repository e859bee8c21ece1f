package throughline.adapter.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import redis.clients.jedis.StreamEntryID;
import throughline.core.conversation.History;
import throughline.core.conversation.Version;
import throughline.core.roadmap.ChangeSet;

/** Reads the log backwards from a version, page by page and no further than it is asked. */
record RedisHistory(Redis redis, String organization, Version last) implements History {
    /** How many entries are read at once; most questions are about fewer. */
    private static final int PAGE = 100;

    /** Bytes of a commit whose facts nobody would read one by one. */
    private static final int LARGE = 256 * 1024;

    private static final Script BACK = Script.named("back");

    @Override
    public List<ChangeSet> since(Instant from, int most) {
        List<ChangeSet> found = new ArrayList<>();
        String next = last.entry();
        while (!next.equals(Version.START)) {
            List<Page.Entry> page = page(next);
            next = addAll(found, page, from, most) ? following(page) : Version.START;
        }
        return List.copyOf(found);
    }

    @Override
    public Sought latest(Predicate<ChangeSet> wanted, int most) {
        int passed = 0;
        String next = last.entry();
        while (!next.equals(Version.START)) {
            List<Page.Entry> page = page(next);
            for (Page.Entry entry : page) {
                if (passed == most) {
                    return new Sought.GivenUp();
                }
                ChangeSet facts = entry.read();
                if (wanted.test(facts)) {
                    return new Sought.Found(facts);
                }
                passed++;
            }
            next = following(page);
        }
        return new Sought.Nothing();
    }

    /** Where the page before this one begins; the start if there is none. */
    private static String following(List<Page.Entry> page) {
        return page.size() == PAGE ? before(page.get(PAGE - 1).id()) : Version.START;
    }

    private List<Page.Entry> page(String first) {
        List<String> arguments = List.of(first, String.valueOf(PAGE), String.valueOf(LARGE));
        return Page.entries((List<?>) redis.run(BACK, List.of(Keys.log(organization)), arguments));
    }

    /** Adds what is wanted of a page; false if the next page has nothing more of that. */
    private static boolean addAll(List<ChangeSet> found, List<Page.Entry> page, Instant from, int most) {
        for (Page.Entry entry : page) {
            if (found.size() == most) {
                return false;
            }
            ChangeSet facts = entry.read();
            if (facts.stamp().at().isBefore(from)) {
                return false;
            }
            found.add(facts);
        }
        return true;
    }

    private static String before(String entry) {
        StreamEntryID id = new StreamEntryID(entry);
        return id.getSequence() > 0
                ? id.getTime() + "-" + (id.getSequence() - 1)
                : (id.getTime() - 1) + "-" + Long.MAX_VALUE;
    }
}
