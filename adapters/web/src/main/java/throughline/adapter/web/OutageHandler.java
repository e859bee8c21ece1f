package throughline.adapter.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import throughline.core.conversation.StoreUnavailable;

/** Tells a sender that the bot is not ready, or that its store is away. */
@Singleton
final class OutageHandler implements ExceptionHandler<StoreUnavailable, HttpResponse<String>> {
    private static final String WHAT_TO_DO =
            "I can't answer right now: I am still starting, or my store is away. Send it again in a moment.";

    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public HttpResponse<String> handle(HttpRequest request, StoreUnavailable outage) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, WHAT_TO_DO).told();
    }
}
