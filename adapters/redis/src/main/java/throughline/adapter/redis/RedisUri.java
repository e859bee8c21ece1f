package throughline.adapter.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is.
 *
 * @param path the number of the database, or with Sentinel the name of the master
 */
record RedisUri(Mode mode, boolean tls, Optional<Login> login, List<HostAndPort> hosts, String path) {
    /** How Redis is run. */
    enum Mode {
        SINGLE,
        CLUSTER,
        SENTINEL
    }

    /** Who we are; an empty user is Redis' default user. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "a login";
        }
    }

    private static final Pattern FORM =
            Pattern.compile("redis(s?)(-cluster|-sentinel)?://(?:([^@]*)@)?([^/@?#]+)(?:/([^/?#]*))?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]\\s]+)(?::(\\d{1,5}))?");
    private static final int PORT = 6379;
    private static final int SENTINEL_PORT = 26379;

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException with one sentence that names the setting and never holds the password
     */
    static RedisUri parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw wrong("it has another form");
        }
        Mode mode = mode(Optional.ofNullable(form.group(2)));
        String path = Optional.ofNullable(form.group(5)).orElse("");
        expectPath(mode, path);
        return new RedisUri(
                mode,
                form.group(1).equals("s"),
                Optional.ofNullable(form.group(3)).map(RedisUri::login),
                hosts(mode, form.group(4)),
                path);
    }

    /** A server on this machine. */
    static RedisUri local(int port, String password) {
        Login login = new Login("", password);
        return new RedisUri(Mode.SINGLE, false, Optional.of(login), List.of(new HostAndPort("127.0.0.1", port)), "");
    }

    int database() {
        return mode == Mode.SINGLE && !path.isEmpty() ? Integer.parseInt(path) : 0;
    }

    private static Mode mode(Optional<String> suffix) {
        return suffix.map(text -> text.equals("-cluster") ? Mode.CLUSTER : Mode.SENTINEL)
                .orElse(Mode.SINGLE);
    }

    private static void expectPath(Mode mode, String path) {
        if (mode == Mode.SENTINEL && path.isBlank()) {
            throw wrong("the master's name is missing after the last slash");
        }
        if (mode == Mode.CLUSTER && !path.isEmpty()) {
            throw wrong("a cluster has no numbered databases");
        }
        if (mode == Mode.SINGLE && !path.matches("\\d{0,4}")) {
            throw wrong("the database after the last slash is no number");
        }
    }

    private static Login login(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            throw wrong("the password is missing: user:password@, or :password@");
        }
        return new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // Not given on as the cause: its message quotes what it could not decode.
            throw wrong("a percent sign in user or password must be written %25");
        }
    }

    private static List<HostAndPort> hosts(Mode mode, String text) {
        List<HostAndPort> hosts = Stream.of(text.split(",", -1))
                .map(host -> host(host, mode == Mode.SENTINEL ? SENTINEL_PORT : PORT))
                .toList();
        if (mode == Mode.SINGLE && hosts.size() > 1) {
            throw wrong("several hosts are for redis-cluster:// or redis-sentinel://");
        }
        return hosts;
    }

    private static HostAndPort host(String text, int usual) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw wrong("a host has another form");
        }
        int port = Optional.ofNullable(host.group(2)).map(Integer::parseInt).orElse(usual);
        if (port < 1 || port > 65_535) {
            throw wrong("a port is not from 1 to 65535");
        }
        return new HostAndPort(host.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("REDIS_URI is not understood, " + what
                + "; expected redis://user:password@host:6379, rediss:// for TLS, redis-cluster://host1:6379,host2:6379 or "
                + "redis-sentinel://host1:26379,host2:26379/master.");
    }
}
