package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;

/** Slack's Web API. Asks once: whatever fails is tried again by the outbox, or never. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
    private static final int KEPT = 16;

    /**
     * Shorter than servers keep an idle connection, of which five seconds are common: what is sent while they close it may or may not
     * have arrived, and would have to wait for somebody to look.
     */
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final SlackSettings settings;
    private final Allowances allowances;
    private final OkHttpClient http;
    private final Slack slack;

    Api(SlackSettings settings, Allowances allowances) {
        this(settings, allowances, PATIENCE);
    }

    /**
     * Asks nothing yet.
     *
     * @param allowances know for all bots how long Slack wants to be left alone
     * @param patience the longest that a call takes
     */
    Api(SlackSettings settings, Allowances allowances, Duration patience) {
        this.settings = settings;
        this.allowances = allowances;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis((int) patience.toMillis());
        config.setHttpClientReadTimeoutMillis((int) patience.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) patience.toMillis());
        config.setStatsEnabled(false);
        this.http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectTimeout(patience)
                .connectionPool(new ConnectionPool(KEPT, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(Leaving::watched)
                .build();
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    }

    /** A call of one method. */
    interface Call<R extends SlackApiTextResponse> {
        R on(MethodsClient client) throws IOException, SlackApiException;
    }

    /** @throws Unsent if there is no token, Slack refuses, or does not answer in time */
    <R extends SlackApiTextResponse> R ask(String method, Call<R> call) {
        if (settings.botToken().isEmpty()) {
            throw new Unsent(method, "no_bot_token");
        }
        if (isSaid(method) && !isTaken()) {
            throw new Unsent(method, Refusals.TOO_FAST);
        }
        try {
            R response = call.on(slack.methods(settings.botToken().get()));
            if (!response.isOk()) {
                throw new Unsent(method, String.valueOf(response.getError()));
            }
            return response;
        } catch (SlackApiException answered) {
            if (isSaid(method)) {
                pause(Refusals.status(answered.getResponse()));
            }
            throw new Unsent(method, answered);
        } catch (IOException | RuntimeException failed) {
            throw failed instanceof Unsent unsent ? unsent : new Unsent(method, failed);
        }
    }

    /** Messages wait for each other; who somebody is can be asked meanwhile, or everybody would be a stranger. */
    private static boolean isSaid(String method) {
        return method.startsWith("chat.");
    }

    /** Whether Slack takes messages, as far as any bot heard. */
    boolean isTaken() {
        return allowances.paused(AccountIds.PLATFORM).isZero();
    }

    /** Leaves Slack alone for as long as it told us to, and has all other bots do so. */
    void pause(Outcome outcome) {
        if (outcome instanceof Outcome.NotAccepted not && not.isPause()) {
            allowances.pause(AccountIds.PLATFORM, not.pause());
        }
    }

    /**
     * Makes a call that leaves only while it may, and tells what became of it as far as anybody can know.
     *
     * @param taken what is to be told of an answer that is no refusal
     */
    <R extends SlackApiTextResponse> Outcome tried(Permit permit, Call<R> call, Function<R, Outcome> taken) {
        if (settings.botToken().isEmpty()) {
            return new Outcome.Never("no_bot_token");
        }
        try (Leaving leaving = Leaving.begin(permit)) {
            return told(leaving, call, taken);
        }
    }

    private <R extends SlackApiTextResponse> Outcome told(Leaving leaving, Call<R> call, Function<R, Outcome> taken) {
        try {
            R response = call.on(slack.methods(settings.botToken().orElseThrow()));
            return response.isOk() ? taken.apply(response) : Refusals.word(String.valueOf(response.getError()));
        } catch (SlackApiException answered) {
            return Refusals.status(answered.getResponse());
        } catch (IOException | RuntimeException failed) {
            // Without its message, which may quote what was answered: people see the reason.
            String what = " (" + failed.getClass().getSimpleName() + ")";
            return leaving.hasLeft()
                    ? new Outcome.Unknown("no answer" + what)
                    : new Outcome.NotAccepted(Duration.ZERO, "it did not leave" + what);
        }
    }

    /** Says something by one of the chat methods. */
    void say(String method, Said said) {
        ChatPostMessageResponse unused = ask(method, chat(method, said));
    }

    /**
     * A call of one of the chat methods. Slack's library reads each answer with adapters that it makes anew by reflection: at 500 events
     * a second that was a third of all the bot did, for four fields that are wanted.
     */
    Call<ChatPostMessageResponse> chat(String method, Said said) {
        return client -> answered(new Request.Builder()
                .url(settings.api() + method)
                .header("Authorization", "Bearer " + settings.botToken().orElseThrow())
                .post(RequestBody.create(said.form(), FORM))
                .build());
    }

    private ChatPostMessageResponse answered(Request request) throws IOException, SlackApiException {
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
                throw new SlackApiException(response, body);
            }
            return read(body);
        }
    }

    private static ChatPostMessageResponse read(String body) {
        JsonNode told = Json.read(body);
        ChatPostMessageResponse answer = new ChatPostMessageResponse();
        answer.setOk(told.path("ok").asBoolean());
        answer.setError(told.path("error").asText(null));
        answer.setChannel(told.path("channel").asText(null));
        answer.setTs(told.path("ts").asText(null));
        return answer;
    }

    boolean isUsable() {
        return settings.botToken().isPresent();
    }

    Slack slack() {
        return slack;
    }

    OkHttpClient http() {
        return http;
    }

    void close() throws Exception {
        slack.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
