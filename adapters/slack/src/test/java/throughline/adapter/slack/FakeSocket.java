package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's end of a web socket. */
final class FakeSocket extends WebSocketServer {
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch up = new CountDownLatch(1);

    private FakeSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setDaemon(true);
    }

    static FakeSocket open() throws InterruptedException {
        FakeSocket socket = new FakeSocket();
        socket.start();
        socket.up.await();
        return socket;
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/link";
    }

    boolean isConnected() {
        return !getConnections().isEmpty();
    }

    /** To whoever listens, as soon as somebody does. */
    void send(JsonNode envelope) {
        sendText(envelope.toString());
    }

    void sendText(String text) {
        Awaited.until(() -> assertFalse(getConnections().isEmpty()));
        broadcast(text);
    }

    /** Breaks the connection off. */
    void drop() {
        Awaited.until(() -> assertFalse(getConnections().isEmpty()));
        getConnections().forEach(connection -> connection.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    /** The next acknowledgement. */
    JsonNode next() {
        try {
            String text = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing was acknowledged");
            }
            return Json.read(text);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void onStart() {
        up.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        connection.send("{\"type\":\"hello\"}");
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        received.add(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception error) {}
}
