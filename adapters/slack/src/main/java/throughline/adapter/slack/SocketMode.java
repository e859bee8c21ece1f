package throughline.adapter.slack;

import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Slack through a web socket that we open, so that no public URL is needed. Keeps trying in the background: neither
 * the start nor anything else waits for Slack. (The library's own watch ends for good at the first refusal, so it is off.)
 */
final class SocketMode {
    private static final Logger LOG = System.getLogger(SocketMode.class.getName());
    private static final int READERS = 4;
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    /** How long to wait before looking again, and before trying again. */
    record Rhythm(Duration watch, Duration first, Duration longest) {
        static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private final Api api;
    private final String token;
    private final Door door;
    private final Rhythm rhythm;
    private final Work work = new Work();
    private final Thread watch = new Thread(this::keepListening, "slack-socket");
    private final Semaphore closed = new Semaphore(0);
    private volatile boolean closing;
    private volatile @Nullable SocketModeClient client;

    SocketMode(Api api, String token, Door door, Rhythm rhythm) {
        this.api = api;
        this.token = token;
        this.door = door;
        this.rhythm = rhythm;
        watch.setDaemon(true);
    }

    void start() {
        watch.start();
    }

    private void keepListening() {
        Duration pause = rhythm.first();
        while (!closing) {
            try {
                SocketModeClient current = client;
                if (current == null || !current.verifyConnection()) {
                    reopen();
                }
                pause = rhythm.first();
                // A socket that closes wakes us at once.
                if (closed.tryAcquire(rhythm.watch().toMillis(), TimeUnit.MILLISECONDS)) {
                    leave();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception unreachable) {
                LOG.log(Level.WARNING, "Slack cannot be listened to yet: {0}", unreachable.getMessage());
                pause = waited(pause);
            }
        }
    }

    /** @return how long to wait the next time */
    private Duration waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(rhythm.longest()) > 0 ? rhythm.longest() : longer;
    }

    private void reopen() throws IOException, URISyntaxException, InterruptedException {
        leave();
        SocketModeClient opened = new SocketModeClientJavaWSImpl(
                api.slack(),
                token,
                api.slack().issueSocketModeUrl(token),
                READERS,
                new ConcurrentLinkedMessageQueue(),
                false,
                false,
                OPENS_WITHIN.toMillis());
        opened.addWebSocketMessageListener(message -> work.begin(() -> hear(opened, message)));
        opened.addWebSocketCloseListener((code, reason) -> lost(opened));
        closed.drainPermits();
        client = opened;
        opened.connect();
        long start = System.nanoTime();
        while (!opened.verifyConnection()) {
            boolean isLost = closed.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (isLost || System.nanoTime() - start > OPENS_WITHIN.toNanos()) {
                throw new IOException("the web socket does not open");
            }
        }
        LOG.log(Level.INFO, "Listening to Slack in Socket Mode");
    }

    /** What we close ourselves is not lost. */
    private void lost(SocketModeClient which) {
        if (which.equals(client)) {
            closed.release();
        }
    }

    private void hear(SocketModeClient from, String message) {
        Envelope.read(message).ifPresent(envelope -> {
            Response response = door.envelope(envelope.payload());
            envelope.acknowledged(response).ifPresent(from::sendWebSocketMessage);
        });
    }

    private void leave() {
        SocketModeClient current = client;
        client = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException | RuntimeException gone) {
                LOG.log(Level.DEBUG, "A web socket could not be closed", gone);
            }
        }
    }

    void close() throws InterruptedException {
        closing = true;
        watch.interrupt();
        watch.join(OPENS_WITHIN.toMillis());
        leave();
        work.close();
    }
}
