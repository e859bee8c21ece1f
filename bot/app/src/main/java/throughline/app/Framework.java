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
        settings.redis().ifPresent(secret -> properties.put("redis.uri", secret.reveal()));
        return properties;
    }
}
