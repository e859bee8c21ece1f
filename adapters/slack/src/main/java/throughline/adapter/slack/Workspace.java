package throughline.adapter.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Bolt's app with our handlers, for requests that are verified: without its own checks, one of which calls the API. */
final class Workspace {
    static final Pattern COMMANDS = Pattern.compile("/(roadmap|throughline)");
    static final String WHICH_OKR = "which_okr";
    static final String REQUEST = "request";
    static final Set<String> SHORTCUTS = Set.of(WHICH_OKR, REQUEST);
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private Workspace() {}

    static App app(Api api, Mapper mapper, Desk desk) {
        AppConfig config = new AppConfig();
        config.setSlack(api.slack());
        config.setAllEventsApiAutoAckEnabled(true);
        return new App(config, List.of())
                .command(
                        COMMANDS,
                        (request, context) -> desk.command(
                                mapper.command(request.getPayload()), () -> mapper.returnPath(request.getPayload())))
                .event(
                        AppMentionEvent.class,
                        (payload, context) -> done(mapper.mention(payload).map(desk::event)))
                .event(
                        MessageEvent.class,
                        (payload, context) -> done(mapper.message(payload).map(desk::event)))
                .blockAction(
                        ANY,
                        (request, context) ->
                                done(mapper.tap(request.getPayload()).map(desk::tap)))
                .messageShortcut(
                        Pattern.compile(String.join("|", SHORTCUTS)),
                        (request, context) ->
                                done(mapper.shortcut(request.getPayload()).map(desk::tap)))
                .viewSubmission(
                        ANY,
                        (request, context) -> done(mapper.submission(request.getPayload())
                                .map(incoming -> desk.submission(
                                        incoming,
                                        Asked.read(
                                                request.getPayload().getView().getPrivateMetadata())))))
                .start();
    }

    private static Response done(Optional<Response> response) {
        return response.orElseGet(Response::ok);
    }
}
