package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ResourceResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;

/** Speaks to the connector through the Bot Framework SDK, with its retries switched off and our token for known hosts only. */
final class ConnectorCourier implements Courier, Post {
    static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final long LONGEST_EXPLANATION = 8192;

    private final Hosts hosts;
    private final OkHttpClient http;
    private final ServiceClientCredentials login;
    private final Allowances allowances;
    private final Map<HttpUrl, Conversations> connectors = new ConcurrentHashMap<>();

    /** @param allowances know for all bots how long Teams wants to be left alone */
    ConnectorCourier(Hosts hosts, OkHttpClient http, ServiceClientCredentials login, Allowances allowances) {
        this.hosts = hosts;
        this.http = http;
        this.login = login;
        this.allowances = allowances;
    }

    @Override
    public void send(Address to, String id, Message message) {
        done(connector(to).sendToConversation(to.conversation(), activity(to, message)));
    }

    @Override
    public Outcome carry(Address to, Message message, Permit permit) {
        return tried(to, permit, teams -> teams.sendToConversation(to.conversation(), activity(to, message)));
    }

    @Override
    public Outcome replace(Address to, String activity, Message message) {
        Activity instead = activity(to, message);
        instead.setId(activity);
        Outcome outcome = tried(to, this::isTaken, teams -> teams.updateActivity(to.conversation(), activity, instead));
        pause(outcome);
        return outcome;
    }

    /** Whether Teams takes messages, as far as any bot heard. */
    private boolean isTaken() {
        return allowances.paused(Address.PLATFORM).isZero();
    }

    private void pause(Outcome outcome) {
        if (outcome instanceof Outcome.NotAccepted not && not.isPause()) {
            allowances.pause(Address.PLATFORM, not.pause());
        }
    }

    private Outcome tried(
            Address to, Permit permit, Function<Conversations, CompletableFuture<ResourceResponse>> call) {
        Leaving leaving = new Leaving(permit);
        try {
            ResourceResponse taken =
                    call.apply(connect(allowed(to), leaving::watched)).join();
            return new Outcome.Accepted(taken == null ? "" : String.valueOf(taken.getId()));
        } catch (CompletionException failure) {
            return Undelivered.answer(failure)
                    .map(answer -> answer.outcome(leaving.retryAfter()))
                    .orElseGet(() -> unanswered(leaving, failure));
        } catch (Undelivered elsewhere) {
            return new Outcome.Never("an address where we send nothing");
        }
    }

    private static Outcome unanswered(Leaving leaving, CompletionException failure) {
        // Without its message, which may quote what was answered: people see the reason.
        String what = " (" + cause(failure).getClass().getSimpleName() + ")";
        return leaving.hasLeft()
                ? new Outcome.Unknown("no answer" + what)
                : new Outcome.NotAccepted(Duration.ZERO, "it did not leave" + what);
    }

    private static Throwable cause(CompletionException failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private static Activity activity(Address to, Message message) {
        Activity activity = new Activity("message");
        activity.setFrom(new ChannelAccount(to.bot()));
        activity.setConversation(new ConversationAccount(to.conversation()));
        message.card().ifPresentOrElse(card -> attach(activity, message, card), () -> activity.setText(message.text()));
        return activity;
    }

    private static void attach(Activity activity, Message message, JsonNode card) {
        Attachment attachment = new Attachment();
        attachment.setContentType(CARD);
        attachment.setContent(card);
        activity.setAttachment(attachment);
        activity.setSummary(message.text());
    }

    @Override
    public Address open(Address near, String person) {
        ConversationParameters wish = new ConversationParameters();
        wish.setIsGroup(false);
        wish.setBot(new ChannelAccount(near.bot()));
        wish.setMembers(List.of(new ChannelAccount(person)));
        wish.setTenantId(near.tenant());
        ObjectNode tenant = Json.object();
        tenant.putObject("tenant").put("id", near.tenant());
        wish.setChannelData(tenant);
        return near.to(done(connector(near).createConversation(wish)).getId());
    }

    @Override
    public Member member(Address where, String person) {
        Map<String, JsonNode> told = done(connector(where).getConversationMember(person, where.conversation()))
                .getProperties();
        return new Member(text(told.get("userRole")), text(told.get("tenantId")));
    }

    private static String text(@Nullable JsonNode told) {
        return told == null ? "" : told.asText();
    }

    private Conversations connector(Address to) {
        return connectors.computeIfAbsent(allowed(to), url -> connect(url, this::unhurried));
    }

    /** Messages wait for each other; who somebody is can be asked meanwhile, or everybody would be a stranger. */
    private Response unhurried(Interceptor.Chain chain) throws IOException {
        if (!chain.request().method().equals("POST")) {
            return chain.proceed(chain.request());
        }
        try {
            return unhurried(new Leaving(this::isTaken), chain);
        } catch (StoreUnavailable away) {
            throw new IOException("nobody could tell whether Teams wants to be left alone", away);
        }
    }

    private Response unhurried(Leaving leaving, Interceptor.Chain chain) throws IOException {
        Response response = leaving.watched(chain);
        if (response.code() == Undelivered.TOO_MANY) {
            paused(response, leaving.retryAfter());
        }
        return response;
    }

    private void paused(Response response, Duration length) {
        try {
            allowances.pause(Address.PLATFORM, length);
        } catch (StoreUnavailable away) {
            response.close();
            throw away;
        }
    }

    private HttpUrl allowed(Address to) {
        HttpUrl url = HttpUrl.parse(to.serviceUrl());
        if (url == null || !hosts.allows(url)) {
            throw new Undelivered(0, "", new IOException("an address where we send nothing"));
        }
        return url;
    }

    /** @param last sees a request when it leaves, and its answer first */
    private Conversations connect(HttpUrl url, Interceptor last) {
        RestClient client = new RestClient.Builder(http.newBuilder(), new Retrofit.Builder())
                .withBaseUrl(url.toString())
                .withInterceptor(this::answered)
                .withCredentials(login)
                .withNetworkInterceptor(this::onlyWhereWeMay)
                .withNetworkInterceptor(last)
                .withSerializerAdapter(new JacksonAdapter())
                .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
                .withRetryStrategy(new Once())
                .withConnectionTimeout(Http.patience().toMillis(), TimeUnit.MILLISECONDS)
                .withReadTimeout(Http.patience().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return new RestConnectorClient(client).getConversations();
    }

    /** The last word before something leaves, whatever was done on the way here. */
    private Response onlyWhereWeMay(Interceptor.Chain chain) throws IOException {
        if (!hosts.allows(chain.request().url())) {
            throw new IOException("an address where we send nothing");
        }
        return chain.proceed(chain.request());
    }

    private Response answered(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw new Undelivered.Answer(
                    response.code(),
                    Explanation.code(response.peekBody(LONGEST_EXPLANATION).bytes()));
        }
    }

    private static <T> T done(CompletableFuture<T> sending) {
        try {
            return sending.join();
        } catch (CompletionException failure) {
            throw Undelivered.answer(failure)
                    .map(Undelivered.Answer::told)
                    .orElseGet(() -> new Undelivered(0, "", failure));
        }
    }

    /** Only the outbox tries again. */
    private static final class Once extends RetryStrategy {
        Once() {
            super("once", false);
        }

        @Override
        public boolean shouldRetry(int retryCount, Response response) {
            return false;
        }
    }
}
