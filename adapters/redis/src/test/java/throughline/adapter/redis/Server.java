package throughline.adapter.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis process with any configuration, for tests of what the embedded server is not. */
final class Server implements AutoCloseable {
    private final int port;
    private final Process process;
    private final Thread atShutdown = new Thread(this::end);

    private Server(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Starts a server that keeps its files in {@code directory}; {@code settings} are lines of its configuration. */
    static Server start(Path directory, List<String> settings, String... options) throws IOException {
        int port = freePort();
        Path executable = ExecutableProvider.newJarResourceProvider(
                        Files.createDirectories(directory).toFile())
                .get()
                .toPath();
        List<String> lines = new ArrayList<>(List.of("bind 127.0.0.1", "save \"\"", "dir \"" + directory + "\""));
        settings.forEach(line -> lines.add(line.replace("<port>", String.valueOf(port))));
        Path configuration = Files.write(directory.resolve("test.conf"), lines);
        List<String> command = new ArrayList<>(List.of(executable.toString(), configuration.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        Server server = new Server(port, process);
        // A test run that is interrupted closes nothing.
        Runtime.getRuntime().addShutdownHook(server.atShutdown);
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atShutdown);
    }

    private void end() {
        process.destroyForcibly();
        process.toHandle().onExit().join();
    }
}
