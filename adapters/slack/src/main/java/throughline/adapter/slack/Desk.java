package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;
import throughline.core.conversation.StoreUnavailable;

/** Takes what people do: persists it, acknowledges it, answers it, in this order. */
final class Desk {
    static final String AWAY =
            "I can't answer right now: I am still starting, or my store is away. Try again in a moment.";

    /** Slack wants an acknowledgement within three seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Where the answer waits for Slack's own API: a dead one must not delay the acknowledgement. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Listener listener;
    private final SlackMessenger messenger;
    private final Directory directory;
    private final Waiting waiting;
    private final Work work;

    Desk(Listener listener, SlackMessenger messenger, Directory directory, Waiting waiting, Work work) {
        this.listener = listener;
        this.messenger = messenger;
        this.directory = directory;
        this.waiting = waiting;
        this.work = work;
    }

    /** A mention or a message, which Slack sends again if it is not acknowledged. */
    Response event(Incoming incoming) {
        listener.accept(incoming).ifPresent(heard -> work.begin(heard::answer));
        return Response.ok();
    }

    /**
     * A command, whose response may be the answer.
     *
     * @param returnPath where the answer goes if it is not the response; made only then
     */
    Response command(Incoming incoming, Supplier<String> returnPath) {
        try {
            Optional<Incoming> known = directory.known(incoming);
            return known.flatMap(listener::ask)
                    .flatMap(Desk::whole)
                    .orElseGet(() -> answered(
                                    incoming.answeredAt(returnPath.get()),
                                    drawn -> !drawn.isForm(),
                                    known.isPresent() ? PATIENCE : GLANCE)
                            .map(drawn -> json(drawn.response(true)))
                            .orElseGet(Response::ok));
        } catch (StoreUnavailable away) {
            return json(notice());
        }
    }

    /** The answer, if it is one message: what else has to be sent is persisted first, so that none of it is lost. */
    private static Optional<Response> whole(List<Posting> postings) {
        return Optional.of(postings)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .flatMap(posting ->
                        Drawn.response(posting.payload(), !posting.recipient().isEmpty()))
                .map(body -> Response.json(200, body));
    }

    /** A button or a message shortcut. Its answer is a message of its own. */
    Response tap(Incoming incoming) {
        try {
            return event(incoming);
        } catch (StoreUnavailable away) {
            work.begin(() -> messenger.tell(incoming.returnPath(), new Drawn(notice(), Optional.empty())));
            return Response.ok();
        }
    }

    /** A form. A problem with it, or the next form, is the response; anything else is said where the form came from. */
    Response submission(Incoming incoming, Asked asked) {
        try {
            return answered(incoming, Drawn::isForm, PATIENCE)
                    .flatMap(Drawn::form)
                    .map(form -> again(form, asked))
                    .orElseGet(Response::ok);
        } catch (StoreUnavailable away) {
            return filledIn(incoming).map(field -> problem(field, AWAY)).orElseThrow(() -> away);
        }
    }

    private static Optional<String> filledIn(Incoming incoming) {
        return incoming.input() instanceof Input.Tapped tapped
                ? tapped.inputs().keySet().stream().sorted().findFirst()
                : Optional.empty();
    }

    private static Response again(Drawn.Form form, Asked asked) {
        if (!form.errors().isEmpty() && asked.asksFor(form)) {
            return problems(form.errors());
        }
        Optional<String> metadata = new Asked(asked.place(), asked.url(), asked.message(), form).metadata();
        return metadata.map(written -> json(Json.object()
                        .put("response_action", "update")
                        .<ObjectNode>set("view", form.view().deepCopy().put("private_metadata", written))))
                .orElseGet(() -> problem(form.field(), "That is too long for a form. Shorten it and send it again."));
    }

    private static Response problem(String field, String problem) {
        return problems(Map.of(field, problem));
    }

    private static Response problems(Map<String, String> problems) {
        ObjectNode errors = Json.object();
        problems.forEach(errors::put);
        return json(Json.object().put("response_action", "errors").<ObjectNode>set("errors", errors));
    }

    /** Persists and answers; what is wanted in the response is returned if it is there in time. */
    private Optional<Drawn> answered(Incoming incoming, Predicate<Drawn> wanted, Duration patience) {
        Optional<Heard> heard = listener.accept(incoming);
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        Waiting.Seat seat = waiting.expect(incoming.returnPath(), wanted);
        boolean begun = work.begin(() -> {
            try {
                heard.get().answer();
            } finally {
                seat.leave();
            }
        });
        if (!begun) {
            seat.leave();
        }
        return seat.awaited(patience);
    }

    private static ObjectNode notice() {
        return Json.object().put("response_type", "ephemeral").put("text", AWAY);
    }

    private static Response json(ObjectNode body) {
        return Response.json(200, body.toString());
    }
}
