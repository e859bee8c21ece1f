package throughline.adapter.teams;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where the bot may send something. A service URL comes with a message, so it decides where our token goes.
 *
 * @param own an address that the operator gave, whose host counts too
 * @param local whether this machine counts too
 */
record Hosts(Optional<HttpUrl> own, boolean local) {
    private static final String BOT_FRAMEWORK = ".botframework.com";

    /** Teams' connector: public cloud, GCC, GCC High, DoD. */
    private static final Set<String> TEAMS = Set.of(
            "smba.trafficmanager.net",
            "smba.infra.gcc.teams.microsoft.com",
            "smba.infra.gov.teams.microsoft.us",
            "smba.infra.dod.teams.microsoft.us");

    static Hosts of(TeamsSettings settings) {
        return new Hosts(
                settings.metadataIsOwn() ? Optional.of(settings.metadata()) : Optional.empty(), settings.local());
    }

    boolean allows(String url) {
        return Optional.ofNullable(HttpUrl.parse(url)).filter(this::allows).isPresent();
    }

    boolean allows(HttpUrl url) {
        return hasNoLogin(url) && (isMicrosofts(url) || isOwn(url));
    }

    /** Where a client that did not show a token may be answered. */
    boolean isOwn(HttpUrl url) {
        return own.filter(mine -> mine.host().equals(url.host())
                                && (url.isHttps() || mine.scheme().equals(url.scheme())))
                        .isPresent()
                || (local && Loopback.isName(url.host()));
    }

    private static boolean isMicrosofts(HttpUrl url) {
        return url.isHttps()
                && url.port() == HttpUrl.defaultPort("https")
                && (url.host().endsWith(BOT_FRAMEWORK) || TEAMS.contains(url.host()));
    }

    private static boolean hasNoLogin(HttpUrl url) {
        return url.username().isEmpty() && url.password().isEmpty();
    }
}
