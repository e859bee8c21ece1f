package throughline.adapter.teams;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns requests away before anything of their body is read. */
@AtTheDoor
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class DoorFilter implements Ordered {
    private static final Logger LOG = System.getLogger(DoorFilter.class.getName());
    private static final String TOKEN = "throughline.teams.token";

    private final Door door;

    DoorFilter(Door door) {
        this.door = door;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        // Filters that are bound to a controller also see what no controller takes.
        if (RouteAttributes.getRouteMatch(request).isEmpty()) {
            return null;
        }
        try {
            door.admit(request).ifPresent(token -> request.setAttribute(TOKEN, token));
            return null;
        } catch (Refused refused) {
            return turnedAway(refused);
        }
    }

    /** The token that a request came in with; empty for a local client. */
    static Optional<Token> token(HttpRequest<?> request) {
        return request.getAttribute(TOKEN, Token.class);
    }

    static HttpResponse<?> turnedAway(Refused refused) {
        LOG.log(Level.INFO, "A request to Teams'' door was refused: {0}", refused.getMessage());
        return HttpResponse.status(refused.status());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
