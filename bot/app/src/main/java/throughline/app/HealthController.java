package throughline.app;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.TreeMap;

/** Tells orchestrators and operators whether the bot can answer. */
@Controller("/health")
final class HealthController {
    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    /** 200 and {@code {"status":"up"}}, or 503; what is missing stands beside the status, also what the bot can do without. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, String>> health() {
        Map<String, String> told = new TreeMap<>(health.problems());
        boolean up = told.isEmpty();
        told.putAll(health.shortcomings());
        told.put("status", up ? "up" : "down");
        return up
                ? HttpResponse.ok(told)
                : HttpResponse.<Map<String, String>>serverError().status(503).body(told);
    }
}
