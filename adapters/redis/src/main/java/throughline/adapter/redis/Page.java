package throughline.adapter.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import throughline.core.conversation.Version;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;

/**
 * A part of the log, from an entry that is already known, and the states of some dialogues at the same moment.
 *
 * @param dialogues in the order in which they were asked for
 * @param entries in the order of the log; the known one comes first, without its facts, if the log still has it
 * @param isLast whether the log ended here
 */
record Page(String history, List<Optional<String>> dialogues, List<Entry> entries, boolean isLast) {
    static final int LENGTH = 1000;

    /** One entry of the log, unread. */
    record Entry(String id, String facts) {
        ChangeSet read() {
            return read(FactsJson::read);
        }

        /** Its facts about one item only. */
        ChangeSet readAbout(ItemId item) {
            return read(text -> FactsJson.readAbout(text, item));
        }

        private ChangeSet read(Function<String, ChangeSet> reading) {
            try {
                return reading.apply(facts);
            } catch (Unreadable unreadable) {
                throw new Unreadable("entry " + id + " of the log: " + unreadable.getMessage(), unreadable);
            }
        }
    }

    /** Reads what {@code load.lua} gives. */
    static Page of(Object reply) {
        List<?> parts = (List<?>) reply;
        List<Entry> entries = entries(parts.subList(2, parts.size()));
        return new Page((String) parts.get(0), dialogues((List<?>) parts.get(1)), entries, entries.size() < LENGTH);
    }

    /** Entries from their ids, each followed by its facts. */
    static List<Entry> entries(List<?> parts) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            entries.add(new Entry((String) parts.get(i), (String) parts.get(i + 1)));
        }
        return entries;
    }

    private static List<Optional<String>> dialogues(List<?> states) {
        return states.stream()
                .<Optional<String>>map(state -> Optional.ofNullable((String) state))
                .toList();
    }

    /** Whether this is a part of the log that the version is of, and the log still has the version's entry. */
    boolean follows(Version known) {
        if (known.entry().equals(Version.START)) {
            return known.history().isEmpty() || known.history().equals(history);
        }
        return known.history().equals(history)
                && !entries.isEmpty()
                && entries.get(0).id().equals(known.entry());
    }

    /** The version that somebody knows who knew {@code known} and has read this page. */
    Version after(Version known) {
        return new Version(
                history,
                entries.isEmpty()
                        ? known.entry()
                        : entries.get(entries.size() - 1).id());
    }

    /** The entries that come after the version's own, or empty if this page does not join on to it. */
    Optional<List<Entry>> newerThan(Version version) {
        if (!version.history().equals(history)) {
            return Optional.empty();
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(version.entry())) {
                return Optional.of(entries.subList(i + 1, entries.size()));
            }
        }
        return Optional.empty();
    }
}
