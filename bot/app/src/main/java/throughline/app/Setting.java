package throughline.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every setting, under its key in {@code config/application.yml} and the variable that overrides it. */
enum Setting {
    PORT("throughline.port"),
    BIND("throughline.bind"),
    DATA("throughline.data"),
    ROADMAP("throughline.roadmap"),
    CALENDAR("throughline.calendar"),
    LOCAL("throughline.local"),
    CLOCK("throughline.clock"),
    ORGANIZATION("throughline.organization"),
    ADMINS("throughline.admins"),
    DELIVERY_LEASE("throughline.delivery-lease"),
    DELIVERY_SETTLE("throughline.delivery-settle"),
    DELIVERY_SWEEP("throughline.delivery-sweep"),
    REDIS("redis.uri"),
    SLACK_SIGNING_SECRET("slack.signing-secret"),
    SLACK_BOT_TOKEN("slack.bot-token"),
    SLACK_APP_TOKEN("slack.app-token"),
    SLACK_API_URL("slack.api-url"),
    MICROSOFT_APP_ID("microsoft.app-id"),
    MICROSOFT_APP_PASSWORD("microsoft.app-password"),
    MICROSOFT_APP_TENANT_ID("microsoft.app-tenant-id"),
    TEAMS_OPENID_METADATA_URL("teams.openid-metadata-url"),
    TEAMS_LOCAL("teams.local");

    /** Their values are never shown. */
    private static final Set<Setting> SECRETS =
            EnumSet.of(REDIS, SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, MICROSOFT_APP_PASSWORD);

    /** Variables that begin so are ours; any that is not a setting is a slip of the hand. */
    static final String OURS = "THROUGHLINE_";

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String variable() {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    boolean isSecret() {
        return SECRETS.contains(this);
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
