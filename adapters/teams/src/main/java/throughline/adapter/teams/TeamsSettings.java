package throughline.adapter.teams;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How Teams is set up.
 *
 * @param app the registration that Teams speaks to; empty if only local clients are let in
 * @param metadata where the keys that sign Teams' tokens are announced
 * @param metadataIsOwn whether the operator chose that address
 * @param local whether unauthenticated clients on this machine are let in
 */
record TeamsSettings(Optional<App> app, HttpUrl metadata, boolean metadataIsOwn, boolean local) {
    static final String APP_ID = "microsoft.app-id";
    static final String PASSWORD = "microsoft.app-password";
    static final String TENANT = "microsoft.app-tenant-id";
    static final String METADATA = "teams.openid-metadata-url";
    static final String LOCAL = "teams.local";

    private static final HttpUrl PUBLISHED =
            HttpUrl.get("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /** A single-tenant registration. */
    record App(String id, String password, String tenant) {
        @Override
        public String toString() {
            return "App " + id;
        }
    }

    /** What was written in the settings, each "" if it was not. */
    record Written(String appId, String password, String tenant, String metadata, boolean local, String host) {}

    /** @throws IllegalStateException with a sentence for the operator, if it cannot work or is not safe */
    static TeamsSettings of(Written written) {
        if (written.local() && !Loopback.isName(written.host())) {
            throw new IllegalStateException(
                    "TEAMS_LOCAL lets in everybody who can reach the bot, so it works on loopback"
                            + " only: set THROUGHLINE_BIND to 127.0.0.1, or leave TEAMS_LOCAL away.");
        }
        HttpUrl metadata = metadata(written.metadata());
        return new TeamsSettings(app(written), metadata, !metadata.equals(PUBLISHED), written.local());
    }

    private static Optional<App> app(Written written) {
        if (written.appId().isBlank()) {
            return Optional.empty();
        }
        need(written.password(), "MICROSOFT_APP_PASSWORD", "a client secret of that app registration");
        need(written.tenant(), "MICROSOFT_APP_TENANT_ID", "the directory (tenant) id of that app registration");
        return Optional.of(new App(
                written.appId().strip(), written.password(), written.tenant().strip()));
    }

    private static void need(String value, String variable, String what) {
        if (value.isBlank()) {
            throw new IllegalStateException(
                    "MICROSOFT_APP_ID is set, but " + variable + " is not: give " + what + " as well.");
        }
    }

    private static HttpUrl metadata(String written) {
        return written.isBlank()
                ? PUBLISHED
                : Optional.ofNullable(HttpUrl.parse(written.strip()))
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "TEAMS_OPENID_METADATA_URL is not an address: it has to start with https:// or http://."));
    }
}
