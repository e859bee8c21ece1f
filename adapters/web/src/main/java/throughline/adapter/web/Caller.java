package throughline.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request comes from, as far as can be known. The local chat trusts whoever calls it, so it answers this machine
 * alone: a loopback address, to keep the network out; a loopback {@code Host}, to keep out names that an attacker resolves
 * to loopback; the same origin, to keep out other pages in the same browser; and no proxy in between, since behind one every
 * address looks like loopback.
 *
 * @param relayed whether a proxy says that it passed the request on
 */
record Caller(
        Optional<InetAddress> address,
        List<String> hosts,
        List<String> origins,
        List<String> fetchSites,
        boolean relayed) {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(?:localhost|127(?:\\." + BYTE + "){3}|\\[::1])(?::\\d{1,5})?");
    private static final List<String> FETCH_SITES = List.of("same-origin", "none");
    private static final List<String> RELAY_MARKS =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    static Caller of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return new Caller(
                addressOf(request.getRemoteAddress()),
                headers.getAll(HttpHeaders.HOST),
                headers.getAll(HttpHeaders.ORIGIN),
                headers.getAll("Sec-Fetch-Site"),
                RELAY_MARKS.stream().anyMatch(headers::contains));
    }

    private static Optional<InetAddress> addressOf(InetSocketAddress socket) {
        return Stream.ofNullable(socket)
                .map(InetSocketAddress::getAddress)
                .filter(address -> address != null)
                .findFirst();
    }

    boolean isLocal() {
        return address.filter(InetAddress::isLoopbackAddress).isPresent()
                && hosts.size() == 1
                && LOOPBACK_HOST.matcher(host()).matches()
                && origins.stream().allMatch(this::isOwn)
                && FETCH_SITES.containsAll(fetchSites)
                && !relayed;
    }

    private boolean isOwn(String origin) {
        return origin.toLowerCase(Locale.ROOT).equals("http://" + host());
    }

    private String host() {
        return hosts.get(0).toLowerCase(Locale.ROOT);
    }
}
