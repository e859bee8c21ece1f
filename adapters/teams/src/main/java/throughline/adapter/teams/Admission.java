package throughline.adapter.teams;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Whether what is in an activity fits who brought it, and whether we may answer where it wants the answer. */
final class Admission {
    private static final String TEAMS = "msteams";

    private final Hosts hosts;
    private final Optional<String> tenant;

    Admission(Hosts hosts, Optional<String> tenant) {
        this.hosts = hosts;
        this.tenant = tenant;
    }

    /**
     * Checks an activity.
     *
     * @param token that it came with; empty for a local client
     * @throws Refused if it is not for us to hear
     */
    void check(Arrival arrival, Optional<Token> token) {
        if (!arrival.channelId().equals(TEAMS)) {
            throw Refused.forbidden("another channel than Teams");
        }
        HttpUrl service = Optional.ofNullable(HttpUrl.parse(arrival.serviceUrl()))
                .filter(hosts::allows)
                .orElseThrow(() -> Refused.forbidden("an address where we send nothing"));
        if (token.isPresent()) {
            checkBearer(arrival, service, token.get());
        } else if (!hosts.isOwn(service)) {
            throw Refused.forbidden("a local client that wants answers elsewhere");
        }
    }

    private void checkBearer(Arrival arrival, HttpUrl service, Token token) {
        if (!isSame(HttpUrl.parse(token.serviceUrl()), service)) {
            throw Refused.forbidden("a token for another address");
        }
        if (!token.key().isFor(arrival.channelId())) {
            throw Refused.forbidden("a key that may not speak for this channel");
        }
        if (tenant.isPresent()
                && (arrival.tenants().isEmpty()
                        || !arrival.tenants().stream().allMatch(tenant.get()::equalsIgnoreCase))) {
            throw Refused.forbidden("another tenant");
        }
    }

    /** A slash at the end is no difference; the case of the host was folded when it was parsed. */
    private static boolean isSame(@Nullable HttpUrl claimed, HttpUrl service) {
        return claimed != null && trimmed(claimed).equals(trimmed(service));
    }

    private static String trimmed(HttpUrl url) {
        return url.toString().replaceFirst("/+$", "");
    }
}
