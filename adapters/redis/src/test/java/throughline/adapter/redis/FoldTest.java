package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.conversation.Commits.add;
import static throughline.core.conversation.Commits.retitle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.conversation.Version;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** How the newest state is kept in memory. */
class FoldTest {
    private static final String HERE = "local:dm:p1";
    private static final Script REMOVE_ENTRY = script("return redis.call('XDEL', KEYS[1], ARGV[1])");
    private static final Script APPEND = script("return redis.call('XADD', KEYS[1], '*', 'f', ARGV[1])");
    private static final Script APPEND_OFTEN =
            script("for i = 1, ARGV[2] do redis.call('XADD', KEYS[1], '*', 'f', ARGV[1]) end");
    private static final Script FORGET_FIELD = script("return redis.call('HDEL', KEYS[1], ARGV[1])");

    private final String organization = Shared.organization();
    private final List<RedisTurnStore> stores = new ArrayList<>();
    private final RedisTurnStore store = store(500);

    private static Script script(String source) {
        return new Script(source, "none");
    }

    private RedisTurnStore store(int snapshotEvery) {
        RedisTurnStore one = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, snapshotEvery);
        stores.add(one);
        return one;
    }

    @AfterEach
    void close() {
        stores.forEach(RedisTurnStore::close);
    }

    @Test
    void a_load_is_one_command_and_one_more_only_where_people_were_touched() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        store.load(HERE);
        assertEquals(1, commandsOf(() -> store.load(HERE)));
        commit(Commits.on(store).with(retitle("I1", "Renamed")));
        assertEquals(1, commandsOf(() -> store.load(HERE)));
        commit(Commits.on(store).writing(ana()));
        assertEquals(2, commandsOf(() -> store.load(HERE)));
    }

    private static long commandsOf(Runnable action) {
        long before = commands();
        action.run();
        return commands() - before;
    }

    /** Commands so far, without those that only scripts call. */
    private static long commands() {
        try (Jedis jedis = Shared.jedis()) {
            return jedis.info("commandstats")
                    .lines()
                    .filter(line -> line.matches("cmdstat_(evalsha|eval|hmget|hscan):.*"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^=]*calls=(\\d+),.*", "$1")))
                    .sum();
        }
    }

    @Test
    void an_erased_person_is_gone_at_the_next_load() {
        commit(Commits.on(store).writing(ana()));
        assertEquals(Optional.of(ana()), store.load(HERE).people().find(ana().id()));
        run(FORGET_FIELD, Keys.people(organization), "p1");
        commit(Commits.on(store).with(new Change.PersonTouched(ana().id())));
        assertEquals(Optional.empty(), store.load(HERE).people().find(ana().id()));
        assertEquals(Optional.empty(), store(500).load(HERE).people().find(ana().id()));
    }

    @Test
    void a_log_that_lost_its_newest_facts_is_folded_anew() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        commit(Commits.on(store).with(add("I2", Horizon.NOW)));
        Version lost = store.load(HERE).version();
        run(REMOVE_ENTRY, Keys.log(organization), lost.entry());
        Snapshot now = store.load(HERE);
        assertEquals(1, now.roadmap().size());
        assertNotEquals(lost, now.version());
        assertEquals(
                Outcome.MOVED,
                store.commit(Commits.on(lost).with(add("I3", Horizon.NOW)).done()));
    }

    @Test
    void another_history_is_folded_anew() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        Version before = store.load(HERE).version();
        Shared.REDIS.put(Keys.history(organization), "restored");
        Snapshot now = store.load(HERE);
        assertEquals(new Version("restored", before.entry()), now.version());
        assertEquals(1, now.roadmap().size());
    }

    @Test
    void a_store_that_was_emptied_is_empty_at_the_next_load() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        Version before = store.load(HERE).version();
        Shared.REDIS.remove(Keys.history(organization));
        Shared.REDIS.remove(Keys.log(organization));
        Snapshot now = store.load(HERE);
        assertTrue(now.roadmap().isEmpty());
        assertEquals(Version.START, now.version().entry());
        assertNotEquals(before.history(), now.version().history());
    }

    @Test
    void five_thousand_commits_are_folded_whether_at_first_or_later() throws Exception {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        store.load(HERE);
        appendOften(retitle("I1", "Often"), 4999);
        commit(Commits.on(store).with(retitle("I1", "Last")));
        RedisTurnStore fresh = store(1_000_000);
        List<Callable<Snapshot>> loads =
                List.of(() -> fresh.load(HERE), () -> fresh.load(HERE), () -> store.load(HERE), () -> store.load(HERE));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Snapshot> load : threads.invokeAll(loads)) {
                assertEquals("Last", title(load.get().roadmap()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(store.load(HERE).version(), fresh.load(HERE).version());
    }

    @Test
    void an_import_far_beyond_the_stack_of_lua_is_one_commit() {
        Change[] items = IntStream.range(0, 20_000)
                .mapToObj(number -> add("I" + number, Horizon.LATER))
                .toArray(Change[]::new);
        commit(Commits.on(store).relyingOn(Change.ORIGIN).with(items));
        assertEquals(20_000, store.load(HERE).roadmap().size());
        Version seen = store.load(HERE).version();
        commit(Commits.on(store).with(retitle("I19999", "Renamed")));
        assertEquals(
                Outcome.MOVED, store.commit(Commits.on(seen).relyingOn("I19999").done()));
        commit(Commits.on(seen).relyingOn("I5"));
        awaitSnapshot();
        assertEquals(20_000, store(500).load(HERE).roadmap().size());
    }

    @Test
    void a_snapshot_shortens_the_first_fold() {
        RedisTurnStore often = store(2);
        commit(Commits.on(often).with(new Change.Named("Acme"), add("I1", Horizon.NOW)));
        Version first = often.load(HERE).version();
        awaitSnapshot();
        commit(Commits.on(often).with(retitle("I1", "Renamed")));
        commit(Commits.on(often).writing(ana()));
        Snapshot now = store(500).load(HERE);
        assertEquals("Renamed", title(now.roadmap()));
        assertEquals("Acme", now.roadmap().organization());
        assertEquals(Commits.STAMP, now.roadmap().lastTouched(new ItemId("I1")).orElseThrow());
        assertEquals(1, now.people().size());
        assertEquals(often.load(HERE).version(), now.version());
        assertNotEquals(first, now.version());
    }

    @Test
    void what_a_snapshot_covers_is_not_read_again() {
        RedisTurnStore often = store(2);
        commit(Commits.on(often).with(add("I1", Horizon.NOW)));
        String first = often.load(HERE).version().entry();
        commit(Commits.on(often).with(add("I2", Horizon.NOW)));
        often.load(HERE);
        awaitSnapshot();
        run(REMOVE_ENTRY, Keys.log(organization), first);
        assertEquals(2, store(500).load(HERE).roadmap().size());
    }

    @Test
    void a_damaged_snapshot_changes_nothing() {
        byte[] whole = SnapshotJson.compressed(
                new SnapshotJson.Frozen(new Version("h", "1-1"), Roadmap.empty(), Optional.of(Extent.NONE)));
        byte[] bent = whole.clone();
        bent[bent.length / 2] ^= 0x55;
        byte[] newer = "{\"kind\":\"snapshot\",\"v\":99}".getBytes(StandardCharsets.UTF_8);
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        for (byte[] damaged : List.of(new byte[0], bent, newer, java.util.Arrays.copyOf(whole, whole.length - 9))) {
            Shared.REDIS.put(Keys.snapshot(organization), damaged);
            assertEquals("Bet I1", title(store(500).load(HERE).roadmap()));
        }
    }

    @Test
    void a_snapshot_of_facts_that_the_log_lost_is_not_used() {
        RedisTurnStore often = store(2);
        commit(Commits.on(often).with(add("I1", Horizon.NOW)));
        commit(Commits.on(often).with(add("I2", Horizon.NOW)));
        String lost = often.load(HERE).version().entry();
        awaitSnapshot();
        run(REMOVE_ENTRY, Keys.log(organization), lost);
        assertEquals(1, store(500).load(HERE).roadmap().size());
    }

    @Test
    void scripts_that_redis_forgot_are_sent_again() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW)));
        try (Jedis jedis = Shared.jedis()) {
            jedis.scriptFlush();
        }
        commit(Commits.on(store).with(retitle("I1", "Renamed")));
        assertEquals("Renamed", title(store.load(HERE).roadmap()));
    }

    @Test
    void a_fact_of_a_newer_bot_is_told_and_not_passed_over() {
        run(APPEND, Keys.log(organization), "{\"kind\":\"facts\",\"v\":99,\"changes\":[]}");
        Unreadable told = assertThrows(Unreadable.class, () -> store.load(HERE));
        assertTrue(
                told.getMessage().contains("“facts” has version 99, this bot reads up to version 1"),
                told.getMessage());
    }

    @Test
    void a_fact_that_could_not_be_read_again_is_refused() {
        Commits blank = Commits.on(store).with(add("I1", Horizon.NOW), retitle("I1", " "));
        assertThrows(IllegalArgumentException.class, () -> store.commit(blank.done()));
        assertTrue(store.load(HERE).roadmap().isEmpty());
    }

    private void appendOften(Change change, int times) {
        String facts = FactsJson.write(new ChangeSet(Commits.STAMP, Optional.empty(), List.of(change)));
        Shared.REDIS.run(APPEND_OFTEN, List.of(Keys.log(organization)), List.of(facts, String.valueOf(times)));
    }

    private void awaitSnapshot() {
        Awaited.until(
                Duration.ofSeconds(10),
                () -> Shared.REDIS.bytes(Keys.snapshot(organization)).isPresent());
    }

    private static void run(Script script, Key key, String argument) {
        Shared.REDIS.run(script, List.of(key), List.of(argument));
    }

    private void commit(Commits commit) {
        assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
    }

    private static Person ana() {
        return Person.firstContact(new PersonId("p1"), "Ana Lima", Account.local("ana"));
    }

    private static String title(Roadmap roadmap) {
        return roadmap.find("I1").orElseThrow().title();
    }
}
