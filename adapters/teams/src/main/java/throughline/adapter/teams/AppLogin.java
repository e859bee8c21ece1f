package throughline.adapter.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.bot.connector.authentication.Authenticator;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.Executors;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The bot's token for the connector, from its own tenant. The SDK would ask again and again; this asks once. */
final class AppLogin extends MicrosoftAppCredentials {
    private final OkHttpClient http;

    AppLogin(TeamsSettings.App app, OkHttpClient http) {
        super(app.id(), app.password(), app.tenant());
        this.http = http;
    }

    @Override
    protected Authenticator buildAuthenticator() throws MalformedURLException {
        ConfidentialClientApplication app = ConfidentialClientApplication.builder(
                        getAppId(), ClientCredentialFactory.createFromSecret(getAppPassword()))
                .authority(oAuthEndpoint())
                .instanceDiscovery(false)
                .disableInternalRetries()
                // Who waits for a token waits anyway: no pool is needed.
                .executorService(Executors.newSingleThreadExecutor(AppLogin::thread))
                .httpClient(this::send)
                .build();
        ClientCredentialParameters parameters =
                ClientCredentialParameters.builder(Set.of(oAuthScope())).build();
        return () -> app.acquireToken(parameters);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "teams-login");
        thread.setDaemon(true);
        return thread;
    }

    private IHttpResponse send(HttpRequest asked) throws IOException {
        Request.Builder request = new Request.Builder().url(asked.url());
        asked.headers().forEach(request::header);
        String method = asked.httpMethod().name();
        request.method(method, method.equals("POST") ? body(asked) : null);
        try (Response response = http.newCall(request.build()).execute();
                ResponseBody body = response.body()) {
            HttpResponse answer = new HttpResponse().statusCode(response.code());
            answer.addHeaders(response.headers().toMultimap());
            return answer.body(body == null ? "" : body.string());
        }
    }

    private static RequestBody body(HttpRequest asked) {
        return RequestBody.create(asked.body(), MediaType.get("application/x-www-form-urlencoded"));
    }
}
