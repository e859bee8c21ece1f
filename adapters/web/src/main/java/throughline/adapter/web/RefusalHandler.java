package throughline.adapter.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Tells a sender what to do instead. */
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<String>> {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public HttpResponse<String> handle(HttpRequest request, Refusal refusal) {
        return refusal.told();
    }
}
