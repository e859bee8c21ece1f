package throughline.adapter.teams;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** How we speak HTTP: soon or not at all, once, and to nobody we were sent on to. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;

    /**
     * Shorter than servers keep an idle connection, of which five seconds are common: what is sent while they close it may or may not
     * have arrived, and would have to wait for somebody to look.
     */
    private static final Duration IDLE = Duration.ofSeconds(3);

    private Http() {}

    static OkHttpClient client() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .callTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .writeTimeout(PATIENCE)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(Http::unhurried)
                .build();
    }

    /** OkHttp asks again on its own when a server is away and says that it need not wait: not if it does not see that. */
    private static Response unhurried(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }

    static Duration patience() {
        return PATIENCE;
    }
}
