package throughline.adapter.slack;

import com.slack.api.bolt.response.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/** Where Slack calls. Nothing of a request is looked into before its signature is known to be Slack's. */
@Controller("/slack/events")
@Requires(property = SlackFactory.SIGNING_SECRET)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventsController {
    private static final int LARGEST = 1024 * 1024;

    private final Signatures signatures;
    private final Door door;

    EventsController(Signatures signatures, Door door) {
        this.signatures = signatures;
        this.door = door;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> receive(HttpRequest<?> request, @Body byte[] body) {
        if (body.length > LARGEST) {
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        }
        HttpHeaders headers = request.getHeaders();
        String text = new String(body, StandardCharsets.UTF_8);
        // Slack sends events again, and the inbox knows them; commands and interactions it sends once.
        boolean isRetry = headers.contains("X-Slack-Retry-Num") && Door.isEvent(text);
        return signatures.areGood(
                        headers.getAll(Signatures.TIMESTAMP), headers.getAll(Signatures.SIGNATURE), body, isRetry)
                ? answer(door.request(text))
                : HttpResponse.unauthorized();
    }

    private static HttpResponse<byte[]> answer(Response response) {
        MutableHttpResponse<byte[]> answer = HttpResponse.status(HttpStatus.valueOf(response.getStatusCode()));
        String body = response.getBody();
        return body == null || body.isEmpty()
                ? answer
                : answer.body(body.getBytes(StandardCharsets.UTF_8))
                        .contentType(MediaType.of(response.getContentType()));
    }
}
