package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.conversation.Commits.add;
import static throughline.core.conversation.Commits.retitle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Commits;
import throughline.core.conversation.History;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.conversation.Version;
import throughline.core.history.Redaction;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

/** How the log is read backwards, and what is taken out of it. */
class RedisHistoryTest {
    private static final String HERE = "local:dm:p1";
    private static final Instant FIRST = Commits.STAMP.at();
    private static final Script REMOVE_ENTRY = new Script("return redis.call('XDEL', KEYS[1], ARGV[1])", "none");
    private static final Script APPEND = new Script("return redis.call('XADD', KEYS[1], '*', 'f', ARGV[1])", "none");

    private final String organization = Shared.organization();
    private final RedisTurnStore store = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, 500);

    private final RedisTurnStore another = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, 500);

    @AfterEach
    void close() {
        store.close();
        another.close();
    }

    @Test
    void an_earlier_day_is_folded_from_the_last_checkpoint_before_it() {
        Change[] items = IntStream.range(0, 6_000)
                .mapToObj(number -> add("I" + number, Horizon.LATER))
                .toArray(Change[]::new);
        commit(Commits.on(store).with(items));
        String first = store.load(HERE).version().entry();
        Awaited.until(
                Duration.ofSeconds(20),
                () -> !Shared.REDIS.hash(Keys.checkpoints(organization)).isEmpty());
        commit(Commits.on(store).at(FIRST.plusSeconds(1)).with(retitle("I7", "Renamed")));
        commit(Commits.on(store).at(FIRST.plusSeconds(2)).with(retitle("I7", "Again")));
        Shared.REDIS.run(REMOVE_ENTRY, List.of(Keys.log(organization)), List.of(first));
        History history = store.load(HERE).history();
        assertEquals("Renamed", title(history.asOf(FIRST.plusSeconds(1))));
        assertEquals(6_000, history.asOf(FIRST.plusSeconds(1)).size());
        assertEquals("Bet I7", title(history.asOf(FIRST)));
    }

    @Test
    void the_way_of_an_item_goes_on_through_what_an_older_bot_wrote() {
        for (int i = 0; i < 150; i++) {
            append(i % 50 == 0 ? retitle("I7", "Title " + i) : retitle("I8", "Title " + i));
        }
        commit(Commits.on(store).with(add("I8", Horizon.NOW)));
        commit(Commits.on(store).with(retitle("I7", "Newest")));
        append(retitle("I7", "Unseen by touched"));
        commit(Commits.on(store).with(retitle("I7", "Last")));
        List<History.Entry> seven = store.load(HERE).history().about(new ItemId("I7"), 99);
        List<Change> changes = seven.stream()
                .flatMap(entry -> entry.facts().changes().stream())
                .toList();
        assertTrue(changes.contains(retitle("I7", "Last")));
        assertEquals(retitle("I7", "Newest"), changes.get(1));
    }

    @Test
    void the_way_of_an_item_that_only_an_older_bot_wrote_about_is_found() {
        String entry = append(add("I7", Horizon.NOW));
        Shared.REDIS.putField(Keys.touched(organization), ItemId.folded("I7"), entry);
        append(retitle("I8", "Other"));
        assertEquals(1, store.load(HERE).history().about(new ItemId("I7"), 9).size());
    }

    @Test
    void words_that_are_taken_out_are_in_no_key() {
        commit(Commits.on(store).with(add("I1", Horizon.NOW), retitle("I1", "Jo Doe is ill")));
        List<Change> many = new ArrayList<>();
        IntStream.range(0, 6_000).forEach(number -> many.add(add("I1" + number, Horizon.LATER)));
        commit(Commits.on(store).with(many.toArray(Change[]::new)));
        store.load(HERE);
        Awaited.until(
                Duration.ofSeconds(20),
                () -> !Shared.REDIS.hash(Keys.checkpoints(organization)).isEmpty());
        IntStream.range(0, 2_500).forEach(number -> append(retitle("I12", "Title " + number)));
        commit(Commits.on(store).with(retitle("I1", "Better")));
        assertTrue(everything().contains("Jo Doe"));
        String source =
                store.load(HERE).history().about(new ItemId("I1"), 9).get(1).id();
        commit(Commits.on(store).with(new Change.Redacted(Kind.INITIATIVE, new ItemId("I1"), source)));
        assertFalse(everything().contains("Jo Doe"));
        assertEquals(
                "Better", store.load(HERE).roadmap().find("I1").orElseThrow().title());
        assertEquals(
                "Title 2499",
                store.load(HERE).roadmap().find("I12").orElseThrow().title());
        assertEquals(3, store.load(HERE).history().about(new ItemId("I1"), 9).size());
    }

    @Test
    void words_whose_bot_died_before_it_took_them_out_are_taken_out_by_another() {
        Commit redacting = redacting("Jo Doe is ill");
        assertEquals(Outcome.COMMITTED, store.record(redacting));
        assertTrue(everything().contains("Jo Doe"));
        another.finish();
        assertFalse(everything().contains("Jo Doe"));
        assertEquals("[redacted]", title(store.load(HERE).roadmap()));
        Version then = store.load(HERE).version();
        another.finish();
        assertEquals(then, store.load(HERE).version(), "there is nothing left to do");
    }

    @Test
    void words_whose_bot_died_while_it_took_them_out_are_taken_out_and_no_copy_is_left() {
        Commit redacting = redacting("Jo Doe is ill");
        store.record(redacting);
        Rewriting dying = rewriting(redacting);
        assertTrue(dying.copy(dying.read()));
        assertTrue(keys().contains(":rewritten:"));
        another.finish();
        assertFalse(everything().contains("Jo Doe"));
        assertFalse(keys().contains(":rewritten:") || keys().contains(":redactions"), keys());
        assertFalse(dying.copy(dying.read()), "who comes too late copies no more");
        assertFalse(keys().contains(":rewritten:"), keys());
        assertEquals(5, store.load(HERE).history().about(new ItemId("I7"), 9).size());
    }

    @Test
    void words_whose_bot_died_after_it_took_them_out_of_the_log_are_taken_out_of_the_rest() {
        Commit redacting = redacting("Jo Doe is ill");
        Snapshot before = store.load(HERE);
        store.record(redacting);
        assertTrue(rewriting(redacting).run());
        Shared.REDIS.putField(
                Keys.checkpoints(organization),
                before.version().entry(),
                CheckpointJson.write(
                        new CheckpointJson.Checkpoint(before.version().history(), Extent.NONE)));
        Shared.REDIS.put(Keys.checkpoint(organization, before.version().entry()), "Jo Doe is ill");
        Shared.REDIS.put(Keys.dialogue(organization, HERE), "{\"command\":\"edit I7 title: Jo Doe is ill\"}");
        another.finish();
        assertFalse(keys().contains(":checkpoint:") || keys().contains(":redactions"), keys());
        assertFalse(keys().contains(":dialogue:"), keys());
    }

    @Test
    void words_are_taken_out_beside_a_checkpoint_that_a_newer_bot_keeps() {
        Commit redacting = redacting("Jo Doe is ill");
        Shared.REDIS.putField(Keys.checkpoints(organization), "1-0", "{\"kind\":\"checkpoint\",\"v\":99}");
        Shared.REDIS.put(Keys.checkpoint(organization, "1-0"), "Jo Doe is ill");
        assertEquals(Outcome.COMMITTED, store.commit(redacting));
        assertFalse(everything().contains("Jo Doe"));
        assertFalse(keys().contains(":checkpoint") || keys().contains(":redactions"), keys());
        Shared.REDIS.putField(Keys.checkpoints(organization), "1-0", "{\"kind\":\"checkpoint\",\"v\":99}");
        assertTrue(store.load(HERE).history().asOf(FIRST.minusSeconds(1)).isEmpty());
    }

    @Test
    void what_is_committed_while_words_are_taken_out_loses_them_too() {
        Commit redacting = redacting("Jo Doe is ill");
        store.record(redacting);
        Rewriting rewriting = rewriting(redacting);
        boolean isMore = true;
        int number = 0;
        while (isMore) {
            List<Page.Entry> read = rewriting.read();
            if (number < 3) {
                Change again = new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I7"),
                        Initiative.TITLE,
                        Optional.of("Jo Doe is ill"),
                        Optional.of("Title " + number));
                assertEquals(
                        Outcome.COMMITTED,
                        another.commit(Commits.on(another).with(again).done()));
                number++;
            }
            isMore = rewriting.copy(read);
        }
        store.finish();
        assertFalse(everything().contains("Jo Doe"));
        assertEquals("Title 2", title(store.load(HERE).roadmap()));
        assertEquals(8, store.load(HERE).history().about(new ItemId("I7"), 9).size());
    }

    @Test
    void two_bots_that_take_out_the_same_words_disturb_neither_each_other_nor_a_third() {
        Commit redacting = redacting("Jo Doe is ill");
        store.record(redacting);
        Rewriting one = rewriting(redacting);
        Rewriting two = rewriting(redacting);
        one.copy(one.read());
        two.copy(two.read());
        two.copy(two.read());
        one.copy(one.read());
        commit(Commits.on(store).with(retitle("I7", "Bo Roe is away"), retitle("I8", "Other")));
        String source = newest();
        commit(Commits.on(store).with(new Change.Redacted(Kind.INITIATIVE, new ItemId("I7"), source)));
        assertFalse(everything().contains("Bo Roe"));
        assertFalse(one.run() || two.run(), "the log is another one");
        store.finish();
        assertFalse(everything().contains("Jo Doe") || everything().contains("Bo Roe"));
        assertFalse(keys().contains(":rewritten:"), keys());
    }

    @Test
    void words_are_taken_out_of_what_is_being_talked_about() {
        String elsewhere = "local:dm:p2";
        Commit redacting = redacting("Jo Doe is ill");
        String here = "local:dm:p3";
        commit(Commits.on(store).leaving(here, new Asking("edit I7 title: jo  doe is ill; size: big")));
        commit(Commits.on(store).leaving(elsewhere, new Asking("Which one?")));
        assertEquals(Outcome.COMMITTED, store.commit(redacting));
        assertEquals(Optional.empty(), another.load(here).dialogue());
        assertEquals(
                Optional.of(new Asking("Which one?")), another.load(elsewhere).dialogue());
    }

    @Test
    void what_was_made_of_the_log_before_is_not_kept_afterwards() {
        Commit redacting = redacting("Jo Doe is ill");
        Snapshot before = store.load(HERE);
        Extent many = new Extent(9_000, FIRST);
        Folded state = new Folded(before.version(), before.roadmap(), before.people(), many, 9_000);
        store.commit(redacting);
        byte[] late =
                SnapshotJson.compressed(new SnapshotJson.Frozen(before.version(), before.roadmap(), Optional.of(many)));
        new Checkpoints(Shared.REDIS, organization).offer(state, late);
        assertFalse(keys().contains(":checkpoint"), keys());
        try (Snapshots snapshots = new Snapshots(Shared.REDIS, organization, 1)) {
            snapshots.write(state);
        }
        assertFalse(keys().contains(":snapshot"), keys());
    }

    /** What takes out this title of I7, which had some before. */
    private Commit redacting(String title) {
        commit(Commits.on(store).with(add("I7", Horizon.NOW), add("I8", Horizon.NOW)));
        commit(Commits.on(store).with(retitle("I7", "First")));
        commit(Commits.on(store).with(retitle("I7", title)));
        String source = newest();
        commit(Commits.on(store)
                .with(new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I7"),
                        Initiative.TITLE,
                        Optional.of("First"),
                        Optional.of(title))));
        return Commits.on(store)
                .with(new Change.Redacted(Kind.INITIATIVE, new ItemId("I7"), source))
                .done();
    }

    private String newest() {
        return store.load(HERE).history().about(new ItemId("I7"), 1).get(0).id();
    }

    /** Of two entries at once. */
    private Rewriting rewriting(Commit redacting) {
        Change.Redacted redacted =
                (Change.Redacted) redacting.facts().orElseThrow().changes().get(0);
        ChangeSet source = store.load(HERE).history().about(redacted.item(), 9).stream()
                .filter(entry -> entry.id().equals(redacted.entry()))
                .findFirst()
                .orElseThrow()
                .facts();
        return new Rewriting(Shared.REDIS, organization, newest(), Redaction.of(source, redacted.item()), 2);
    }

    private String keys() {
        try (Jedis jedis = Shared.jedis()) {
            return jedis.keys("tl:{" + organization + "}:*").toString();
        }
    }

    /** All of the organization's keys, unzipped where they are. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        try (Jedis jedis = Shared.jedis()) {
            for (String key : jedis.keys("tl:{" + organization + "}:*")) {
                switch (jedis.type(key)) {
                    case "stream" -> jedis.xrange(key, "-", "+").forEach(entry -> all.append(entry.getFields()));
                    case "hash" -> all.append(jedis.hgetAll(key));
                    default -> all.append(text(key, jedis.get(key.getBytes(StandardCharsets.UTF_8))));
                }
            }
        }
        return all.toString();
    }

    private static String text(String key, byte[] value) {
        return key.contains(":snapshot") || key.contains(":checkpoint:")
                ? SnapshotJson.decompressed(value).roadmap().stream().toList().toString()
                : new String(value, StandardCharsets.UTF_8);
    }

    @Test
    void who_is_erased_cannot_be_reached_any_more() {
        RedisAddresses addresses = new RedisAddresses(Shared.REDIS, organization);
        Person ana = Person.firstContact(new PersonId("p1"), "Ana Lima", new Account("teams", "aad-ana"));
        addresses.learn("teams", "aad-ana", "{\"serviceUrl\":\"https://smba.example\"}");
        addresses.learn("teams", "aad-bea", "{\"serviceUrl\":\"https://smba.example\"}");
        commit(Commits.on(store).writing(ana));
        commit(Commits.on(store).with(new Change.PersonTouched(ana.id())));
        assertEquals(Optional.empty(), addresses.find("teams", "aad-ana"));
        assertTrue(addresses.find("teams", "aad-bea").isPresent());
        assertFalse(everything().contains("Ana Lima"));
    }

    /** As a bot did that did not tell the way of each item. */
    private String append(Change change) {
        String facts = FactsJson.write(new ChangeSet(Commits.STAMP, Optional.empty(), List.of(change)));
        return (String) Shared.REDIS.run(APPEND, List.of(Keys.log(organization)), List.of(facts));
    }

    private void commit(Commits commit) {
        assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
    }

    private static String title(Roadmap roadmap) {
        return roadmap.find("I7").orElseThrow().title();
    }
}
