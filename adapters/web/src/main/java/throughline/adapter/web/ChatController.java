package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Messages in and out, for the page and for scripts. */
@LocalOnly
@Requires(property = "throughline.local", value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/local")
final class ChatController {
    private final Chat chat;

    ChatController(Chat chat) {
        this.chat = chat;
    }

    @Post("/messages")
    String say(@Body byte[] body) {
        return messages(chat.hear(Utterance.message(Demand.read(body))));
    }

    @Post("/actions")
    String tap(@Body byte[] body) {
        return messages(chat.hear(Utterance.tap(Demand.read(body))));
    }

    @Get("/messages{?person,channel,after}")
    String said(
            @QueryValue(defaultValue = "") String person,
            @QueryValue(defaultValue = "") String channel,
            @QueryValue(defaultValue = "") String after) {
        Handle asker = asker(person);
        return messages(chat.said(asker, Channel.named(channel.strip(), asker), after));
    }

    @Get("/transcript{?person,channel,after}")
    String everything(
            @QueryValue(defaultValue = "") String person,
            @QueryValue(defaultValue = "") String channel,
            @QueryValue(defaultValue = "") String after) {
        Handle asker = asker(person);
        return messages(chat.everything(asker, Channel.named(channel.strip(), asker), after));
    }

    private static Handle asker(String person) {
        if (person.isBlank()) {
            throw Refusal.of("Name who is asking, such as ?person=ana&channel=dm.");
        }
        return new Handle(Demand.shortEnough("person", person));
    }

    private static String messages(ArrayNode messages) {
        return Json.envelope("messages", messages);
    }
}
