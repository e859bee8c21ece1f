package throughline.adapter.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server and can break the connection just when the server has answered. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final int target;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next answers are lost, each with its connection, after the server did what was asked. */
    void loseNextAnswers(int count) {
        answersToLose.set(count);
    }

    private void admit() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> copy(client, server, false));
                threads.execute(() -> copy(server, client, true));
            }
        } catch (SocketException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copy(Socket from, Socket to, boolean isAnswer) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (isAnswer && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (SocketException cut) {
            // The other direction was cut, which ends this one too.
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
