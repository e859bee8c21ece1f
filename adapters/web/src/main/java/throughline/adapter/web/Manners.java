package throughline.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** What every answer of the local chat has: headers for browsers, and errors in one shape that say what to do. */
@Requires(property = "throughline.local", value = "true")
@ServerFilter({"/", "/local", "/local/**"})
final class Manners {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    /** A page elsewhere can send forms and plain text without asking, but no JSON. */
    @RequestFilter(methods = HttpMethod.POST)
    @Nullable
    HttpResponse<?> takeJsonOnly(HttpRequest<?> request) {
        return request.getContentType().filter(Manners::isJson).isPresent()
                ? null
                : new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, whatToDo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)).told();
    }

    private static boolean isJson(MediaType type) {
        return type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    @ResponseFilter
    void polish(MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY);
        if (response.code() >= HttpStatus.BAD_REQUEST.getCode() && !(response.body() instanceof String)) {
            response.body(Refusal.body(whatToDo(response.status()))).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static String whatToDo(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Nothing is here: the paths are listed in adapters/web/README.md.";
            case METHOD_NOT_ALLOWED -> "Use the method that adapters/web/README.md lists for this path.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON with the header Content-Type: application/json.";
            case REQUEST_ENTITY_TOO_LARGE -> "Send at most 1 MiB in one request.";
            default ->
                status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? "Send the request as adapters/web/README.md shows it."
                        : "Something broke on our side: try again; the log of the bot tells more.";
        };
    }
}
