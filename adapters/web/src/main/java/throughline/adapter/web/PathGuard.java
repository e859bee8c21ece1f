package throughline.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import org.jspecify.annotations.Nullable;

/** Hides the local chat's paths, those that lead nowhere included, from everybody but this machine. */
@Requires(property = "throughline.local", value = "true")
@ServerFilter({"/", "/local", "/local/**"})
final class PathGuard implements Ordered {
    @PreMatching
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
