package throughline.adapter.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import throughline.core.conversation.History;
import throughline.core.conversation.Version;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** Reads the log from a version back, page by page and no further than it is asked. */
record RedisHistory(Redis redis, String organization, AsOf asOf, Version last) implements History {
    /** How many entries are read at once; most questions are about fewer. */
    private static final int PAGE = 100;

    /** Bytes of a commit whose facts nobody would read one by one. */
    private static final int LARGE = 256 * 1024;

    private static final Script BACK = Script.named("back");
    private static final Script ABOUT = Script.named("about");

    @Override
    public List<Entry> back(Instant from, int most) {
        List<Entry> found = new ArrayList<>();
        String next = last.entry();
        while (!next.equals(Version.START)) {
            List<Page.Entry> page = page(next, LARGE);
            boolean isMore = addAll(found, page, from, most) && page.size() == PAGE;
            next = isMore ? Entries.before(page.get(PAGE - 1).id()) : Version.START;
        }
        return List.copyOf(found);
    }

    private List<Page.Entry> page(String first, int large) {
        List<String> arguments = List.of(first, String.valueOf(PAGE), String.valueOf(large));
        return Page.entries((List<?>) redis.run(BACK, List.of(Keys.log(organization)), arguments));
    }

    /** Adds what is wanted of a page; false if the next page has nothing more of that. */
    private static boolean addAll(List<Entry> found, List<Page.Entry> page, Instant from, int most) {
        for (Page.Entry entry : page) {
            if (found.size() == most) {
                return false;
            }
            ChangeSet facts = entry.read();
            if (facts.stamp().at().isBefore(from)) {
                return false;
            }
            found.add(new Entry(entry.id(), facts));
        }
        return true;
    }

    @Override
    public List<Entry> about(ItemId item, int most) {
        List<Entry> found = new ArrayList<>();
        String next = "";
        while (found.size() < most) {
            Trail trail = trail(item, next, Math.min(PAGE, most - found.size()));
            trail.entries().forEach(entry -> found.add(new Entry(entry.id(), entry.readAbout(item))));
            if (trail.isUntold()) {
                scan(found, item, trail.next(), most);
            }
            if (trail.isUntold() || trail.next().isEmpty()) {
                return List.copyOf(found);
            }
            next = trail.next();
        }
        return List.copyOf(found);
    }

    /**
     * A part of an item's way through the log.
     *
     * @param next where it goes on; "" if it ends here
     * @param isUntold whether the entries from there on do not tell it, because an older bot wrote them
     */
    private record Trail(List<Page.Entry> entries, String next, boolean isUntold) {}

    private Trail trail(ItemId item, String from, int most) {
        List<?> reply = (List<?>) redis.run(
                ABOUT,
                List.of(Keys.touched(organization), Keys.log(organization)),
                List.of(item.folded(), from, last.entry(), String.valueOf(most)));
        return new Trail(Page.entries(reply.subList(2, reply.size())), (String) reply.get(0), "1".equals(reply.get(1)));
    }

    private void scan(List<Entry> found, ItemId item, String from, int most) {
        String next = from;
        while (!next.isEmpty() && found.size() < most) {
            List<Page.Entry> page = page(next, Integer.MAX_VALUE);
            page.stream()
                    .map(entry -> new Entry(entry.id(), entry.readAbout(item)))
                    .filter(entry -> !entry.facts().changes().isEmpty())
                    .limit(most - (long) found.size())
                    .forEach(found::add);
            next = page.size() == PAGE ? Entries.before(page.get(PAGE - 1).id()) : "";
        }
    }

    @Override
    public Roadmap asOf(Instant moment) {
        return asOf.roadmap(moment, last);
    }
}
