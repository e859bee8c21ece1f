package throughline.adapter.teams;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may come in, told from a request's head alone: who has a good token and, if the operator said so, local clients. */
final class Door {
    private static final List<String> SIGNS_OF_OTHERS = List.of(
            "Origin",
            "Sec-Fetch-Site",
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP");

    private final Optional<TokenCheck> tokens;
    private final boolean local;

    Door(Optional<TokenCheck> tokens, boolean local) {
        this.tokens = tokens;
        this.local = local;
    }

    /**
     * Lets a request in.
     *
     * @return its token, or empty for a local client
     * @throws Refused if nobody knows who sent it
     */
    Optional<Token> admit(HttpRequest<?> request) {
        List<String> authorization = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (local && isLocal(request) && (authorization.isEmpty() || tokens.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(tokens.orElseThrow(() -> Refused.unknown("not a client on this machine"))
                .check(authorization));
    }

    /** On this machine, by an address and a name that cannot lead elsewhere, and neither a browser's page nor a proxy. */
    private static boolean isLocal(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        return Stream.ofNullable(request.getRemoteAddress().getAddress()).anyMatch(InetAddress::isLoopbackAddress)
                && hosts.size() == 1
                && Loopback.isHostHeader(hosts.get(0))
                && SIGNS_OF_OTHERS.stream().noneMatch(request.getHeaders()::contains);
    }
}
