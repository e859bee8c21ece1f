import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed Slack requests and tells how fast they are answered. Usage: java Load.java <port> <secret> <command|event> <seconds>
 * <connections> <requests a second, or 0 for as many as are answered> [users]. Prints one line of JSON: rate, answers, failures and the
 * latency in milliseconds; at a given rate it counts from when the request was due, so that a stall is not hidden.
 */
final class Load {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final byte[] OK = ascii("http/1.1 200");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] CHUNKED = ascii("chunked");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] EXPECTED = ascii("now");

    private final int port;
    private final boolean isCommand;
    private final int users;
    private final Mac mac;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long[] latencies = new long[1 << 16];
    private int answers;
    private int failures;
    private int sent;

    private Load(int port, String secret, boolean isCommand, int users) throws GeneralSecurityException {
        this.port = port;
        this.isCommand = isCommand;
        this.users = users;
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    public static void main(String[] arguments) throws Exception {
        int users = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 20;
        Load load = new Load(Integer.parseInt(arguments[0]), arguments[1], arguments[2].equals("command"), users);
        load.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Connection {
        final SocketChannel channel;
        final ByteBuffer in = ByteBuffer.allocate(1 << 17);
        long due;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private void run(int seconds, int connections, int rate) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Connection connection = new Connection(channel);
                channel.register(selector, SelectionKey.OP_READ, connection);
                idle.add(connection);
            }
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            long between = rate == 0 ? 0 : 1_000_000_000L / rate;
            long next = begin;
            while (System.nanoTime() < end || idle.size() < connections && System.nanoTime() < end + 5_000_000_000L) {
                long now = System.nanoTime();
                while (!idle.isEmpty() && now < end && (rate == 0 || next <= now)) {
                    send(idle.poll(), rate == 0 ? now : next);
                    next += between;
                    now = System.nanoTime();
                }
                long wait = rate == 0 ? 100 : Math.max(1, (next - now) / 1_000_000);
                if (rate > 0 && next - now < 1_000_000) {
                    selector.selectNow();
                } else {
                    selector.select(wait);
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    receive((Connection) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            report((System.nanoTime() - begin) / 1e9);
        }
    }

    private void send(Connection connection, long due) throws IOException {
        byte[] body = (isCommand ? command() : event()).getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(System.currentTimeMillis() / 1000);
        mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
        String signature = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        String head = "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                + (isCommand ? "application/x-www-form-urlencoded" : "application/json")
                + "\r\nX-Slack-Request-Timestamp: " + time + "\r\nX-Slack-Signature: " + signature
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteBuffer out = ByteBuffer.allocate(head.length() + body.length);
        out.put(head.getBytes(StandardCharsets.US_ASCII)).put(body).flip();
        connection.due = due;
        connection.in.clear();
        while (out.hasRemaining()) {
            connection.channel.write(out);
        }
        sent++;
    }

    private String command() {
        return "token=t&team_id=T1&team_domain=acme&channel_id=D" + sent % users + "&channel_name=directmessage&user_id=U"
                + sent % users + "&user_name=user" + sent % users
                + "&command=%2Froadmap&text=now&api_app_id=A1&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F"
                + sent + "%2Fx&trigger_id=" + RUN + "." + sent;
    }

    private String event() {
        return "{\"token\":\"t\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"type\":\"event_callback\",\"event_id\":\"Ev" + RUN + sent
                + "\",\"event_time\":1795000000,\"is_ext_shared_channel\":false,\"event\":{\"type\":\"message\",\"channel_type\":\"im\","
                + "\"user\":\"U" + sent % users + "\",\"team\":\"T1\",\"text\":\"now\",\"channel\":\"D" + sent % users + "\",\"ts\":\"1795000000." + sent
                + "\"},\"authorizations\":[{\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"is_bot\":true}]}";
    }

    private void receive(Connection connection) throws IOException {
        if (connection.channel.read(connection.in) < 0) {
            throw new IOException("the server closed a connection");
        }
        byte[] bytes = connection.in.array();
        int length = connection.in.position();
        int head = find(bytes, 0, length, END_OF_HEAD);
        if (head < 0 || !isWhole(bytes, head + END_OF_HEAD.length, length)) {
            return;
        }
        if (find(bytes, 0, OK.length, OK) != 0 || isCommand && find(bytes, head, length, EXPECTED) < 0) {
            if (failures++ == 0) {
                System.err.println(new String(bytes, 0, Math.min(400, length), StandardCharsets.UTF_8));
            }
        }
        if (answers == latencies.length) {
            latencies = Arrays.copyOf(latencies, answers * 2);
        }
        latencies[answers++] = System.nanoTime() - connection.due;
        idle.add(connection);
    }

    private static boolean isWhole(byte[] bytes, int body, int length) {
        int told = find(bytes, 0, body, LENGTH);
        if (told < 0) {
            boolean isChunked = find(bytes, 0, body, CHUNKED) >= 0;
            return !isChunked || find(bytes, length - LAST_CHUNK.length, length, LAST_CHUNK) >= 0;
        }
        int wanted = 0;
        for (int at = told + LENGTH.length; bytes[at] != '\r'; at++) {
            wanted = bytes[at] == ' ' ? wanted : wanted * 10 + bytes[at] - '0';
        }
        return length - body >= wanted;
    }

    /** Where the pattern, in small letters, begins between two places, whichever letters are there; -1 if nowhere. */
    private static int find(byte[] bytes, int from, int to, byte[] pattern) {
        for (int at = from; at <= to - pattern.length; at++) {
            int same = 0;
            while (same < pattern.length && (lower(bytes[at + same]) == pattern[same])) {
                same++;
            }
            if (same == pattern.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private void report(double seconds) {
        long[] sorted = Arrays.copyOf(latencies, answers);
        Arrays.sort(sorted);
        System.out.printf(
                java.util.Locale.ROOT,
                "{\"rate\":%.0f,\"answers\":%d,\"failures\":%d,\"p50\":%.2f,\"p99\":%.2f,\"max\":%.2f}%n",
                answers / seconds, answers, failures, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
