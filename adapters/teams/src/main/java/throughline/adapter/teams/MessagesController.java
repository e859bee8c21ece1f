package throughline.adapter.teams;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import throughline.core.conversation.StoreUnavailable;

/** Where Teams delivers: what came through the door is checked once more, now that it can be read, and taken in. */
@AtTheDoor
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/api/messages")
final class MessagesController {
    private static final Logger LOG = System.getLogger(MessagesController.class.getName());

    private final Admission admission;
    private final Reception reception;

    MessagesController(Admission admission, Reception reception) {
        this.admission = admission;
        this.reception = reception;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(HttpRequest<?> request, @Body byte[] body) {
        try {
            Arrival arrival = Arrival.read(body);
            admission.check(arrival, DoorFilter.token(request));
            return reception.take(arrival);
        } catch (Refused refused) {
            return DoorFilter.turnedAway(refused);
        } catch (StoreUnavailable away) {
            LOG.log(Level.WARNING, "A message could not be kept: {0}", away.getMessage());
            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
