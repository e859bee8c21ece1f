package throughline.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throughline.core.history.Redaction;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** A turn store with its inbox and its outbox, for tests. Ages are told by the clock it is given. */
public final class InMemoryStore implements TurnStore {
    private static final int LARGE = 2_000;
    private static final AtomicInteger HISTORIES = new AtomicInteger();

    private record Since<T>(T what, Instant since) {}

    private final Supplier<Instant> clock;
    private String history = "memory" + HISTORIES.incrementAndGet();
    private final List<ChangeSet> log = new ArrayList<>();
    private final Map<String, Integer> touched = new HashMap<>();
    private final Map<String, Since<Dialogue>> dialogues = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final Map<String, Since<Incoming>> inbox = new LinkedHashMap<>();
    private final Map<String, Since<Posting>> outbox = new LinkedHashMap<>();
    private final List<Posting> handedOver = new ArrayList<>();
    private Roadmap roadmap = Roadmap.empty();
    private People people = People.none();
    private int tickets;

    /** A store in which nothing ever ages. */
    public InMemoryStore() {
        this(() -> Instant.EPOCH);
    }

    public InMemoryStore(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** The facts so far, oldest first. */
    public synchronized List<ChangeSet> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized Snapshot load(String conversation) {
        Version version = new Version(history, log.isEmpty() ? Version.START : "1-" + log.size());
        return new Snapshot(version, roadmap, people, history(log.size()), dialogue(conversation), mark(conversation));
    }

    @Override
    public synchronized Outcome commit(Commit commit) {
        if (commit.ticket().filter(ticket -> !inbox.containsKey(ticket)).isPresent()) {
            return Outcome.ANSWERED;
        }
        if (hasMoved(commit)) {
            return Outcome.MOVED;
        }
        commit.ticket().ifPresent(inbox::remove);
        commit.facts().ifPresent(this::record);
        commit.moves().forEach(name -> touched.put(ItemId.folded(name), log.size()));
        for (Person person : commit.people()) {
            people = people.with(person);
        }
        for (PersonId gone : commit.erased()) {
            people = people.without(gone);
        }
        commit.dialogue()
                .ifPresentOrElse(
                        state -> dialogues.put(commit.conversation(), new Since<>(state, clock.get())),
                        () -> dialogues.remove(commit.conversation()));
        commit.postings().forEach(posting -> outbox.putIfAbsent(posting.id(), new Since<>(posting, clock.get())));
        return Outcome.COMMITTED;
    }

    private History history(int length) {
        return new Told(List.copyOf(log.subList(0, length)));
    }

    /** The log up to some entry. */
    private record Told(List<ChangeSet> log) implements History {
        @Override
        public List<Entry> back(Instant from, int most) {
            return newestFirst()
                    .takeWhile(entry -> !entry.facts().stamp().at().isBefore(from))
                    .limit(most)
                    .map(entry -> new Entry(entry.id(), withoutMany(entry.facts())))
                    .toList();
        }

        @Override
        public List<Entry> about(ItemId item, int most) {
            return newestFirst()
                    .filter(entry -> entry.facts().isAbout(item))
                    .limit(most)
                    .map(entry -> new Entry(entry.id(), entry.facts().about(item)))
                    .toList();
        }

        @Override
        public Roadmap asOf(Instant moment) {
            Roadmap then = Roadmap.empty();
            for (ChangeSet facts : log) {
                if (facts.stamp().at().isAfter(moment)) {
                    return then;
                }
                then = then.on(facts);
            }
            return then;
        }

        private Stream<Entry> newestFirst() {
            return IntStream.range(0, log.size())
                    .map(index -> log.size() - index)
                    .mapToObj(number -> new Entry("1-" + number, log.get(number - 1)));
        }

        private static ChangeSet withoutMany(ChangeSet facts) {
            return facts.changes().size() < LARGE ? facts : new ChangeSet(facts.stamp(), facts.why(), List.of());
        }
    }

    private String mark(String conversation) {
        return dialogue(conversation).map(Dialogue::toString).orElse("");
    }

    private Optional<Dialogue> dialogue(String conversation) {
        return Optional.ofNullable(dialogues.get(conversation))
                .filter(state -> state.what()
                        .lifetime()
                        .filter(lifetime -> isOlder(state, lifetime))
                        .isEmpty())
                .map(Since::what);
    }

    private boolean hasMoved(Commit commit) {
        Optional<Integer> base = position(commit.base());
        return base.isEmpty()
                || !commit.mark().equals(mark(commit.conversation()))
                || commit.reliedOn().stream()
                        .anyMatch(name -> touched.getOrDefault(ItemId.folded(name), 0) > base.get());
    }

    private Optional<Integer> position(Version version) {
        if (!version.history().equals(history)) {
            return Optional.empty();
        }
        return version.entry().equals(Version.START)
                ? Optional.of(0)
                : Optional.of(version.entry())
                        .filter(entry -> entry.startsWith("1-"))
                        .map(entry -> Integer.valueOf(entry.substring(2)))
                        .filter(number -> number <= log.size());
    }

    private void record(ChangeSet facts) {
        log.add(facts);
        roadmap = roadmap.on(facts);
        facts.changes().forEach(change -> {
            if (change instanceof Change.Redacted redacted) {
                rewrite(redacted);
            }
        });
    }

    /** The log is another one afterwards. */
    private void rewrite(Change.Redacted redacted) {
        int number = Integer.parseInt(redacted.entry().substring(2));
        Redaction redaction = Redaction.of(log.get(number - 1), redacted.item());
        log.replaceAll(redaction::of);
        dialogues.values().removeIf(state -> redaction.isIn(state.what().toString()));
        history = "memory" + HISTORIES.incrementAndGet();
        roadmap = Roadmap.empty();
        log.forEach(facts -> roadmap = roadmap.on(facts));
    }

    public Inbox inbox() {
        return new Inbox() {
            @Override
            public Optional<String> accept(Incoming incoming) {
                return acceptOnce(incoming);
            }

            @Override
            public void done(String ticket) {
                takeOut(ticket);
            }

            @Override
            public List<Waiting> waiting(Duration age) {
                return inputs(age);
            }
        };
    }

    public Outbox outbox() {
        return new Outbox() {
            @Override
            public void sent(List<Posting> postings) {
                takeOut(postings);
            }

            @Override
            public void handOver(Posting posting, Instant due, Instant until) {
                handOut(posting);
            }

            @Override
            public List<Posting> waiting(Duration age) {
                return messages(age);
            }
        };
    }

    private synchronized Optional<String> acceptOnce(Incoming incoming) {
        Instant now = clock.get();
        Instant before = seen.getOrDefault(incoming.delivery(), Instant.MIN);
        if (before.isAfter(now.minus(incoming.knownFor()))) {
            return Optional.empty();
        }
        seen.put(incoming.delivery(), now);
        tickets++;
        inbox.put("t" + tickets, new Since<>(incoming, now));
        return Optional.of("t" + tickets);
    }

    private synchronized void takeOut(String ticket) {
        inbox.remove(ticket);
    }

    private synchronized void takeOut(List<Posting> postings) {
        postings.forEach(posting -> outbox.remove(posting.id()));
    }

    private synchronized void handOut(Posting posting) {
        if (outbox.remove(posting.id()) != null) {
            handedOver.add(posting);
        }
    }

    /** What deliveries would have by now. */
    public synchronized List<Posting> handedOver() {
        return List.copyOf(handedOver);
    }

    private synchronized List<Inbox.Waiting> inputs(Duration age) {
        return inbox.entrySet().stream()
                .filter(entry -> isOlder(entry.getValue(), age))
                .map(entry -> new Inbox.Waiting(entry.getKey(), entry.getValue().what()))
                .toList();
    }

    private synchronized List<Posting> messages(Duration age) {
        return outbox.values().stream()
                .filter(posting -> isOlder(posting, age))
                .map(Since::what)
                .toList();
    }

    private boolean isOlder(Since<?> entry, Duration age) {
        return !entry.since().isAfter(clock.get().minus(age));
    }
}
