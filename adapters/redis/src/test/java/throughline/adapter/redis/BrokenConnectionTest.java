package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static throughline.core.conversation.Commits.add;
import static throughline.core.conversation.Commits.posting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InboxContract;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.roadmap.Horizon;

/** Redis did what was asked, and nobody heard the answer. */
class BrokenConnectionTest {
    private static final String HERE = "local:dm:p1";

    private final String organization = Shared.organization();
    private final RedisInbox direct = new RedisInbox(Shared.REDIS, organization);
    private final RedisUri uri = Shared.SERVER.uri();
    private final CuttingProxy proxy = new CuttingProxy(uri.hosts().get(0).getPort());
    private final Redis redis =
            Clients.open(RedisUri.local(proxy.port(), uri.login().orElseThrow().password()), () -> {});
    private final RedisInbox inbox = new RedisInbox(redis, organization);
    private final RedisTurnStore store = new RedisTurnStore(redis, organization, Asking.ALL, 500);

    BrokenConnectionTest() throws IOException {}

    @BeforeEach
    void warmUp() {
        inbox.done(inbox.accept(InboxContract.said("warm", "up")).orElseThrow());
        store.commit(Commits.on(store).with(add("I1", Horizon.NOW)).done());
        store.load(HERE);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        redis.close();
        proxy.close();
    }

    @Test
    void a_commit_whose_answer_was_lost_is_stored_once_and_known_to_be() {
        String ticket = inbox.accept(InboxContract.said("d1", "add")).orElseThrow();
        Commits commit = Commits.on(store)
                .answering(ticket)
                .relyingOn("I2")
                .with(add("I2", Horizon.NOW))
                .saying(posting("m1", "Added."));
        proxy.loseNextAnswers(1);
        assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
        assertEquals(List.of(), direct.waiting(Duration.ZERO));
        assertEquals(2, store.load(HERE).roadmap().size());
        assertEquals(
                1, new RedisOutbox(redis, organization).waiting(Duration.ZERO).size());
    }

    @Test
    void a_commit_without_a_ticket_is_stored_once_too() {
        String before = store.load(HERE).version().entry();
        Commits commit = Commits.on(store).relyingOn("I2").with(add("I2", Horizon.NOW));
        proxy.loseNextAnswers(2);
        assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
        assertFalse(store.load(HERE).version().entry().equals(before));
        assertEquals(2, store.load(HERE).roadmap().size());
    }

    @Test
    void an_input_whose_ticket_was_lost_gets_the_same_ticket() {
        proxy.loseNextAnswers(1);
        String ticket = inbox.accept(InboxContract.said("d1", "now")).orElseThrow();
        assertEquals(ticket, direct.waiting(Duration.ZERO).get(0).ticket());
        assertEquals(Optional.empty(), inbox.accept(InboxContract.said("d1", "now")));
        assertEquals(1, direct.waiting(Duration.ZERO).size());
    }

    @Test
    void a_load_is_asked_again() {
        proxy.loseNextAnswers(1);
        assertEquals(1, store.load(HERE).roadmap().size());
    }

    @Test
    void a_redis_that_stays_away_is_told_without_its_password() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (Redis away = Clients.open(RedisUri.local(nobody, "s3cret"), () -> {})) {
            RedisTimeMark mark = new RedisTimeMark(away, organization);
            StoreUnavailable told = assertThrows(StoreUnavailable.class, mark::last);
            assertFalse(told.toString().contains("s3cret"), told.toString());
        }
    }

    @Test
    void a_wrong_password_is_told_at_once_and_without_it() {
        RedisUri wrong = RedisUri.local(uri.hosts().get(0).getPort(), "s3cret");
        try (Redis refused = Clients.open(wrong, () -> {})) {
            RedisTimeMark mark = new RedisTimeMark(refused, organization);
            StoreUnavailable told = assertThrows(StoreUnavailable.class, mark::last);
            assertFalse(told.toString().contains("s3cret"), told.toString());
        }
    }
}
