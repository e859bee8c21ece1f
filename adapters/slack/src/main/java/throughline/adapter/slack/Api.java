package throughline.adapter.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Slack's Web API. Asks once: whatever fails is tried again by the outbox, or never. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SlackSettings settings;
    private final OkHttpClient http;
    private final Slack slack;

    Api(SlackSettings settings) {
        this.settings = settings;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis((int) PATIENCE.toMillis());
        config.setHttpClientReadTimeoutMillis((int) PATIENCE.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) PATIENCE.toMillis());
        config.setStatsEnabled(false);
        this.http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectTimeout(PATIENCE)
                .retryOnConnectionFailure(false)
                .build();
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    }

    /** A call of one method. */
    interface Call<R extends SlackApiTextResponse> {
        R on(MethodsClient client) throws IOException, SlackApiException;
    }

    /** @throws Unsent if there is no token, Slack refuses, or does not answer within five seconds */
    <R extends SlackApiTextResponse> R ask(String method, Call<R> call) {
        if (settings.botToken().isEmpty()) {
            throw new Unsent(method, "no_bot_token");
        }
        try {
            R response = call.on(slack.methods(settings.botToken().get()));
            if (!response.isOk()) {
                throw new Unsent(method, String.valueOf(response.getError()));
            }
            return response;
        } catch (IOException | SlackApiException | RuntimeException failed) {
            throw failed instanceof Unsent unsent ? unsent : new Unsent(method, failed);
        }
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
