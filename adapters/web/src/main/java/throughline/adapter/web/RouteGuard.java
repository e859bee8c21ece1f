package throughline.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Stands before every method of a {@link LocalOnly} controller, whatever spelling of a path led there. */
@LocalOnly
@Requires(property = "throughline.local", value = "true")
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RouteGuard implements Ordered {
    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        return Caller.of(request).isLocal() ? null : HttpResponse.notFound();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
