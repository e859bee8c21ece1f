package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Posting;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.people.Account;

/** Answers what Teams wants answered in the response: buttons of cards, and dialogs ("task modules"). */
final class Invokes {
    private static final Logger LOG = System.getLogger(Invokes.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ANSWERED = "I answered below.";
    private static final String ANSWERED_BEFORE = "I answered that a moment ago.";
    private static final String LATER = "I am still working on it; the answer comes as a message.";
    private static final String AWAY =
            "I can't answer right now, and nothing was changed: I am still starting, or my store is away. Try again in a"
                    + " moment.";

    private final Listener listener;
    private final Messenger messenger;
    private final References references;
    private final OpenRequests requests;
    private final ExecutorService answering;

    Invokes(
            Listener listener,
            Messenger messenger,
            References references,
            OpenRequests requests,
            ExecutorService answering) {
        this.listener = listener;
        this.messenger = messenger;
        this.references = references;
        this.requests = requests;
        this.answering = answering;
    }

    HttpResponse<?> answer(Arrival invoke) {
        Optional<Account> sender = invoke.sender();
        if (sender.isEmpty()) {
            throw Refused.malformed("nobody sent it");
        }
        return switch (invoke.name()) {
            case "adaptiveCard/action" -> json(InvokeJson.toast(act(invoke, sender.get(), false)));
            case "task/fetch" -> json(fetch(invoke, sender.get()));
            case "task/submit", "composeExtension/submitAction" ->
                json(InvokeJson.dialog(act(invoke, sender.get(), true)));
            case "composeExtension/fetchTask" -> json(InvokeJson.dialog(requested(invoke, sender.get())));
            default -> HttpResponse.status(HttpStatus.NOT_IMPLEMENTED);
        };
    }

    private static HttpResponse<?> json(ObjectNode body) {
        return HttpResponse.ok(body.toString()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** A form from which nothing follows yet is shown without a trace in the chat. */
    private ObjectNode fetch(Arrival invoke, Account sender) {
        try {
            references.learn(invoke);
            Incoming tap = Hearing.tap(invoke, sender, Hearing.data(invoke), "");
            Optional<JsonNode> card = listener.ask(messenger.introduce(tap)).flatMap(Invokes::card);
            return card.map(InvokeJson::form).orElseGet(() -> InvokeJson.dialog(act(invoke, sender, true)));
        } catch (StoreUnavailable away) {
            return InvokeJson.dialog(Said.line(AWAY));
        }
    }

    private static Optional<JsonNode> card(List<Posting> postings) {
        return postings.stream()
                .findFirst()
                .flatMap(posting -> Message.of(posting).card());
    }

    /** What the response says: a form, or a line. */
    record Said(Optional<JsonNode> form, String line) {
        static Said line(String line) {
            return new Said(Optional.empty(), line);
        }
    }

    private Said act(Arrival invoke, Account sender, boolean dialog) {
        return heard(invoke, dialog, path -> Hearing.tap(invoke, sender, Hearing.data(invoke), path));
    }

    /** A message becomes a request, step by step in one dialog. */
    private Said requested(Arrival invoke, Account sender) {
        return invoke.text("/value/commandId").equals(Hearing.REQUEST)
                ? heard(invoke, true, path -> Hearing.request(invoke, sender, path))
                : Said.line("I don't know that action. Update the app, or ask your admin to.");
    }

    private Said heard(Arrival invoke, boolean dialog, Function<String, Incoming> hearing) {
        try (OpenRequests.Open request = requests.begin(dialog)) {
            references.learn(invoke);
            Optional<Heard> heard = listener.accept(hearing.apply(request.returnPath()));
            return heard.isEmpty() ? Said.line(ANSWERED_BEFORE) : answered(heard.get(), request);
        } catch (StoreUnavailable away) {
            return Said.line(AWAY);
        }
    }

    private Said answered(Heard heard, OpenRequests.Open request) {
        try {
            Future<?> answer = answering.submit(heard::answer);
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return taken(request, ANSWERED);
        } catch (TimeoutException | RejectedExecutionException slow) {
            return taken(request, LATER);
        } catch (ExecutionException failure) {
            LOG.log(Level.WARNING, "A tap is answered later", failure.getCause());
            return Said.line(LATER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return taken(request, LATER);
        }
    }

    /** What the request took counts as sent, so it is shown even if the rest comes later; from now on it takes nothing. */
    private static Said taken(OpenRequests.Open request, String otherwise) {
        request.close();
        return new Said(request.form(), request.line().orElse(otherwise));
    }
}
