package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Answers by the address that Slack gave with the input. Whoever knows such an address can speak as the bot, so it is sealed
 * wherever it is kept, and nothing is sent to an address that is not Slack's.
 */
final class ReturnPaths {
    private static final String SLACK_HOST = "hooks.slack.com";
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackSettings settings;
    private final Sealed sealed;
    private final OkHttpClient http;
    private final InstantSource clock;

    ReturnPaths(SlackSettings settings, OkHttpClient http, InstantSource clock) {
        this.settings = settings;
        this.sealed = new Sealed(settings.sharedSecrets());
        this.http = http;
        this.clock = clock;
    }

    /** Unique, also for the same address. */
    String seal(String url, String trigger) {
        return seal(url, trigger, "");
    }

    /** The same from a modal. */
    String seal(String url, String trigger, String view) {
        return sealed.seal(new ReturnPath(isSlacks(url) ? url : "", trigger, view, clock.instant()).written());
    }

    /** What is sealed in it, or {@link ReturnPath#NONE}. */
    ReturnPath open(String returnPath) {
        return returnPath.isEmpty()
                ? ReturnPath.NONE
                : sealed.open(returnPath).map(ReturnPath::read).orElse(ReturnPath.NONE);
    }

    /**
     * Says it there.
     *
     * @return false if the address takes no answers (any more)
     * @throws Unsent if Slack did not answer
     */
    boolean say(ReturnPath path, Drawn drawn, boolean isPrivate, Optional<String> thread) {
        ObjectNode message = drawn.response(isPrivate);
        thread.ifPresent(ts -> message.put("thread_ts", ts));
        return send(path, message);
    }

    /**
     * Puts it in the place of the message that was tapped.
     *
     * @return false if the address takes no answers (any more)
     * @throws Unsent if Slack did not answer
     */
    boolean replace(ReturnPath path, Drawn drawn) {
        return send(path, drawn.replacement());
    }

    private boolean send(ReturnPath path, ObjectNode message) {
        if (!path.takesAnswers(clock.instant()) || !isSlacks(path.url())) {
            return false;
        }
        Request request = new Request.Builder()
                .url(path.url())
                .post(RequestBody.create(message.toString(), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (response.code() == 429 || response.code() >= 500) {
                throw new Unsent("response_url", "status " + response.code());
            }
            return response.isSuccessful();
        } catch (IOException failed) {
            throw new Unsent("response_url", failed);
        }
    }

    boolean opensModals(ReturnPath path) {
        return path.opensModals(clock.instant());
    }

    private boolean isSlacks(String address) {
        HttpUrl url = HttpUrl.parse(address);
        return url != null
                && url.username().isEmpty()
                && url.password().isEmpty()
                && (isReal(url) || (settings.isElsewhere() && isAt(url, settings.api())));
    }

    private static boolean isReal(HttpUrl url) {
        return url.isHttps() && url.host().equals(SLACK_HOST) && url.port() == 443;
    }

    private static boolean isAt(HttpUrl url, HttpUrl api) {
        return url.scheme().equals(api.scheme()) && url.host().equals(api.host()) && url.port() == api.port();
    }
}
