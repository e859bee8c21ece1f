package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.Instant;
import throughline.core.conversation.Clockwork;

/** The bot's clock, for demos and scripts. */
@LocalOnly
@Requires(property = "throughline.local", value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/local/clock")
final class ClockController {
    private final Clockwork clock;

    ClockController(Clockwork clock) {
        this.clock = clock;
    }

    @Get
    String now() {
        return written(clock.now());
    }

    /** Answers when everything that fell due on the way has been done. */
    @Post
    String move(@Body byte[] body) {
        Instant wanted = wanted(Demand.read(body));
        if (!clock.isSettable()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "The clock runs by itself: start the bot with THROUGHLINE_CLOCK=settable to move it.");
        }
        try {
            return written(clock.moveTo(wanted));
        } catch (IllegalArgumentException past) {
            throw Refusal.of("The clock only moves forward: send a \"now\" after " + clock.now() + ".");
        }
    }

    private static Instant wanted(Demand demand) {
        String now = demand.required("now", "an instant such as \"2027-01-04T09:30:00Z\"");
        try {
            return Instant.parse(now.strip());
        } catch (DateTimeException malformed) {
            throw Refusal.of("Send \"now\" as an instant in UTC, such as \"2027-01-04T09:30:00Z\".");
        }
    }

    private String written(Instant now) {
        ObjectNode written =
                Json.object().put("v", Json.VERSION).put("now", now.toString()).put("settable", clock.isSettable());
        return written.toString();
    }
}
