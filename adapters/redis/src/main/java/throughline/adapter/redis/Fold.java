package throughline.adapter.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import throughline.core.conversation.Version;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;

/**
 * Keeps the newest state in memory and brings it up to date with what the log has more. The values are immutable, so whoever
 * has one goes on undisturbed; only the step from one to the next is taken by one thread at a time.
 */
final class Fold {
    private static final Script LOAD = Script.named("load");
    private static final Version UNREAD = new Version("", Version.START);

    private final Redis redis;
    private final String organization;
    private final Snapshots snapshots;
    private final ReentrantLock folding = new ReentrantLock();
    private final Together<String, Loaded> loads = new Together<>(this::load);
    private volatile Optional<Folded> folded = Optional.empty();

    Fold(Redis redis, String organization, Snapshots snapshots) {
        this.redis = redis;
        this.organization = organization;
        this.snapshots = snapshots;
    }

    /** The newest state and, of the same moment, the stored state of a dialogue. */
    record Loaded(Folded state, Optional<String> dialogue) {}

    Loaded load(String conversation) {
        return loads.ask(conversation);
    }

    private List<Loaded> load(List<String> conversations) {
        while (true) {
            Folded known = folded.orElseGet(this::begin);
            Page page = read(known.version(), conversations);
            if (!page.follows(known.version())) {
                forget(known);
            } else {
                Folded now = catchUp(known, page);
                if (page.isLast()) {
                    return page.dialogues().stream()
                            .map(dialogue -> new Loaded(now, dialogue))
                            .toList();
                }
            }
        }
    }

    private Page read(Version known, List<String> conversations) {
        List<Key> keys = new ArrayList<>(List.of(Keys.history(organization), Keys.log(organization)));
        conversations.forEach(conversation -> keys.add(Keys.dialogue(organization, conversation)));
        List<String> from = List.of(UUID.randomUUID().toString(), known.entry(), String.valueOf(Page.LENGTH));
        return Page.of(redis.run(LOAD, keys, from));
    }

    /** Everybody, and the last snapshot if there is one. Whatever moved meanwhile is told by the log that is read next. */
    private Folded begin() {
        folding.lock();
        try {
            Folded started = folded.orElseGet(this::start);
            folded = Optional.of(started);
            return started;
        } finally {
            folding.unlock();
        }
    }

    private Folded start() {
        People people = People.of(redis.hash(Keys.people(organization)).values().stream()
                .map(PersonJson::read)
                .toList());
        return snapshots
                .read()
                .flatMap(frozen -> frozen.extent()
                        .map(extent -> new Folded(frozen.version(), frozen.roadmap(), people, extent, 0)))
                .orElseGet(() -> new Folded(UNREAD, Roadmap.empty(), people, Extent.NONE, 0));
    }

    /** The log is another one, or has lost its newest facts: a snapshot of what it was is of no use either. */
    private void forget(Folded known) {
        folding.lock();
        try {
            if (folded.equals(Optional.of(known))) {
                snapshots.discard(known.version());
                folded = Optional.empty();
            }
        } finally {
            folding.unlock();
        }
    }

    private Folded catchUp(Folded known, Page page) {
        Version target = page.after(known.version());
        if (target.equals(known.version())) {
            return known;
        }
        folding.lock();
        try {
            Folded current = folded.orElse(known);
            if (current.version().equals(target)) {
                return current;
            }
            Folded next = freeze(fold(current, known, page, target));
            if (!current.isAfter(next)) {
                folded = Optional.of(next);
            }
            return next;
        } finally {
            folding.unlock();
        }
    }

    /** From the current state if the page joins on to it, so that what others folded meanwhile is not folded again. */
    private Folded fold(Folded current, Folded known, Page page, Version target) {
        Optional<List<Page.Entry>> more = page.newerThan(current.version());
        if (more.isPresent()) {
            return fold(current, more.get(), target);
        }
        return fold(known, page.newerThan(known.version()).orElse(page.entries()), target);
    }

    private Folded fold(Folded from, List<Page.Entry> entries, Version target) {
        Roadmap roadmap = from.roadmap();
        Extent extent = from.extent();
        int unfrozen = from.unfrozen();
        Set<PersonId> touched = new LinkedHashSet<>();
        for (Page.Entry entry : entries) {
            ChangeSet facts = entry.read();
            roadmap = roadmap.on(facts);
            extent = extent.and(facts);
            unfrozen += facts.changes().size();
            for (Change change : facts.changes()) {
                if (change instanceof Change.PersonTouched one) {
                    touched.add(one.person());
                }
            }
        }
        return new Folded(target, roadmap, renewed(from.people(), new ArrayList<>(touched)), extent, unfrozen);
    }

    private People renewed(People before, List<PersonId> touched) {
        if (touched.isEmpty()) {
            return before;
        }
        List<String> records = redis.fields(
                Keys.people(organization), touched.stream().map(PersonId::text).toList());
        People people = before;
        for (int i = 0; i < touched.size(); i++) {
            Optional<Person> person = Optional.ofNullable(records.get(i)).map(PersonJson::read);
            PersonId id = touched.get(i);
            People others = people.without(id);
            people = person.map(others::with).orElse(others);
        }
        return people;
    }

    private Folded freeze(Folded next) {
        return snapshots.offer(next) ? next.frozen() : next;
    }
}
