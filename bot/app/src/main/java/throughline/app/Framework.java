package throughline.app;

import java.util.HashMap;
import java.util.Map;

/** What the framework and the adapters are told. Nothing here is an operator's to decide but what comes from the settings. */
final class Framework {
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private Framework() {}

    static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(forServer(settings));
        properties.putAll(forAdapters(settings));
        return properties;
    }

    private static Map<String, Object> forServer(Settings settings) {
        return Map.of(
                "micronaut.application.name",
                "throughline",
                "micronaut.server.host",
                settings.bind(),
                // The framework's word for a free port.
                "micronaut.server.port",
                settings.port() == 0 ? -1 : settings.port(),
                "micronaut.server.max-request-size",
                LARGEST_REQUEST,
                "micronaut.lifecycle.graceful-shutdown.enabled",
                true,
                "micronaut.lifecycle.graceful-shutdown.grace-period",
                "3s");
    }

    private static Map<String, Object> forAdapters(Settings settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "throughline.data", settings.data().toString(),
                "throughline.local", settings.local(),
                "throughline.organization", settings.organization()));
        settings.redis().ifPresent(secret -> put(properties, Setting.REDIS, secret));
        settings.slack().ifPresent(slack -> properties.putAll(forSlack(slack)));
        settings.teams().ifPresent(teams -> properties.putAll(forTeams(teams)));
        return properties;
    }

    private static Map<String, Object> forSlack(Settings.Slack slack) {
        Map<String, Object> properties = new HashMap<>();
        slack.signingSecrets().ifPresent(secret -> put(properties, Setting.SLACK_SIGNING_SECRET, secret));
        slack.botToken().ifPresent(secret -> put(properties, Setting.SLACK_BOT_TOKEN, secret));
        slack.appToken().ifPresent(secret -> put(properties, Setting.SLACK_APP_TOKEN, secret));
        properties.put(Setting.SLACK_API_URL.key(), slack.api().toString());
        return properties;
    }

    private static Map<String, Object> forTeams(Settings.Teams teams) {
        Map<String, Object> properties = new HashMap<>();
        teams.registration().ifPresent(registration -> {
            properties.put(Setting.MICROSOFT_APP_ID.key(), registration.appId());
            put(properties, Setting.MICROSOFT_APP_PASSWORD, registration.password());
            properties.put(Setting.MICROSOFT_APP_TENANT_ID.key(), registration.tenantId());
        });
        properties.put(Setting.TEAMS_OPENID_METADATA_URL.key(), teams.metadata().toString());
        properties.put(Setting.TEAMS_LOCAL.key(), teams.local());
        return properties;
    }

    private static void put(Map<String, Object> properties, Setting setting, Settings.Secret secret) {
        properties.put(setting.key(), secret.reveal());
    }
}
