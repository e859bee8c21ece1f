package throughline.adapter.teams;

import io.micronaut.http.HttpResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.StreamSupport;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.people.Account;

/** Takes in what Teams tells: persists it, acknowledges it, then has it answered. */
final class Reception {
    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final Listener listener;
    private final References references;
    private final Invokes invokes;
    private final Executor answering;

    Reception(Listener listener, References references, Invokes invokes, Executor answering) {
        this.listener = listener;
        this.references = references;
        this.invokes = invokes;
        this.answering = answering;
    }

    HttpResponse<?> take(Arrival arrival) {
        return switch (arrival.type()) {
            case "message" -> message(arrival);
            case "invoke" -> invokes.answer(arrival);
            case "conversationUpdate", "installationUpdate" -> update(arrival);
            default -> HttpResponse.ok();
        };
    }

    private HttpResponse<?> message(Arrival message) {
        references.learn(message);
        message.sender().ifPresent(sender -> hear(Hearing.message(message, sender)));
        return HttpResponse.accepted();
    }

    private HttpResponse<?> update(Arrival update) {
        references.learn(update);
        Optional<Account> host = update.sender().filter(sender -> update.isFromPerson());
        if (hasBrought(update) && isSmall(update)) {
            host.ifPresent(sender -> hear(Hearing.greeting(update, sender)));
        }
        return HttpResponse.ok();
    }

    /** In a channel the bot is silent until somebody asks. */
    private static boolean isSmall(Arrival update) {
        return !update.conversationType().equals("channel");
    }

    private static boolean hasBrought(Arrival update) {
        return update.text("/action").equals("add")
                || StreamSupport.stream(update.json().path("membersAdded").spliterator(), false)
                        .anyMatch(member -> member.path("id").asText().equals(update.bot()));
    }

    private void hear(Incoming incoming) {
        listener.accept(incoming).ifPresent(this::answer);
    }

    /** What is not answered now is answered when the bot catches up. */
    private void answer(Heard heard) {
        try {
            answering.execute(() -> {
                try {
                    heard.answer();
                } catch (RuntimeException failure) {
                    LOG.log(Level.WARNING, "A message is answered later", failure);
                }
            });
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.WARNING, "Too much at once: a message is answered later");
        }
    }
}
