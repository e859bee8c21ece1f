package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Bot;
import throughline.core.conversation.Addresses;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryAddresses;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Waits;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;

/** The real bot behind Teams' door on a free port, with Acme's roadmap, and a stand-in for Teams' connector. */
final class TeamsChat implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    final WireMockServer teams;
    final InMemoryStore store;
    final InMemoryAddresses addresses;
    final Bot bot;

    /** What came past every check, and was handed to the bot. */
    final List<Incoming> heard = new CopyOnWriteArrayList<>();

    private final AtomicReference<Instant> now;
    private final AtomicInteger ids;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final TeamsMessenger messenger;

    TeamsChat(Map<String, Object> settings) {
        this(settings, bot -> bot);
    }

    TeamsChat(Map<String, Object> settings, Function<Bot, Listener> listening) {
        teams = new WireMockServer(options().dynamicPort().gzipDisabled(true));
        now = new AtomicReference<>(Acme.NOW);
        ids = new AtomicInteger();
        store = new InMemoryStore(now::get);
        addresses = new InMemoryAddresses();
        teams.start();
        fill();
        Later listener = new Later();
        context = start(settings, listener);
        messenger = context.getBean(TeamsMessenger.class);
        bot = bot();
        listener.becomes(new Noting(listening.apply(bot), heard));
        server = context.getBean(EmbeddedServer.class).start();
    }

    /** Another process on the same store, some time later. */
    private TeamsChat(TeamsChat before, Duration later) {
        teams = before.teams;
        now = before.now;
        ids = before.ids;
        store = before.store;
        addresses = before.addresses;
        now.updateAndGet(time -> time.plus(later));
        Later listener = new Later();
        context = start(Map.of("teams.local", "true"), listener);
        messenger = context.getBean(TeamsMessenger.class);
        bot = bot();
        listener.becomes(new Noting(bot, heard));
        server = context.getBean(EmbeddedServer.class).start();
    }

    TeamsChat after(Duration later) {
        return new TeamsChat(this, later);
    }

    private ApplicationContext start(Map<String, Object> settings, Listener listener) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        all.put("micronaut.server.host", "127.0.0.1");
        all.put("micronaut.server.max-request-size", 1 << 20);
        return ApplicationContext.builder(all)
                .build()
                .registerSingleton(Addresses.class, addresses)
                .registerSingleton(Listener.class, listener)
                .registerSingleton(Arrivals.class, (Arrivals) parcel -> Optional.empty())
                .registerSingleton(Allowances.class, new InMemoryDeliveries(now::get, Waits.USUAL))
                .start();
    }

    private Bot bot() {
        return new Bot(
                new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing()),
                new Bot.Stores(store, store.inbox(), store.outbox(), DeadLetters.NONE),
                List.of(messenger),
                new Bot.Surroundings(now::get, () -> "id" + ids.incrementAndGet(), attempt -> {}, Set.of()));
    }

    static TeamsChat local() {
        return new TeamsChat(Map.of("teams.local", "true"));
    }

    TeamsMessenger messenger() {
        return messenger;
    }

    private void fill() {
        List<Change> facts = new ArrayList<>(Acme.facts().changes());
        List<Person> people = Acme.people().stream().map(TeamsChat::inTeams).toList();
        people.forEach(person -> facts.add(new Change.PersonTouched(person.id())));
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                java.util.Set.of(Change.ORIGIN),
                Optional.of(new ChangeSet(Acme.IMPORTED, Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
        beginAnew();
    }

    /** The same person, with an account in Teams, such as aad-maya. */
    private static Person inTeams(Person person) {
        String first = person.name().split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT);
        List<Account> accounts = new ArrayList<>(person.accounts());
        accounts.add(new Account("teams", "aad-" + first));
        return new Person(
                person.id(),
                person.name(),
                person.roles(),
                person.zone(),
                person.details(),
                accounts,
                Optional.empty());
    }

    /** As if nothing had been sent, with a connector that takes everything. */
    void beginAnew() {
        teams.resetAll();
        teams.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"sent\"}")));
        teams.stubFor(get(urlPathMatching(".*/members/.*"))
                .willReturn(okJson("{\"id\":\"29:ana\",\"userRole\":\"user\",\"tenantId\":\"t1\"}")));
    }

    int port() {
        return server.getPort();
    }

    HttpResponse<String> deliver(JsonNode activity) {
        return send(request().POST(HttpRequest.BodyPublishers.ofString(activity.toString())));
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/messages"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A message in a personal, group or channel conversation. */
    ObjectNode message(String id, String conversation, String text) {
        return Activities.message(id, conversation, text).put("serviceUrl", teams.baseUrl() + "/teams/");
    }

    ObjectNode activity(String type, String id, String conversation) {
        return Activities.activity(type, id, conversation).put("serviceUrl", teams.baseUrl() + "/teams/");
    }

    ObjectNode invoke(String id, String conversation, String name, JsonNode value) {
        return Activities.invoke(id, conversation, name, value).put("serviceUrl", teams.baseUrl() + "/teams/");
    }

    /** What was sent to a conversation, in order, once there are that many messages. */
    List<JsonNode> sent(String conversation, int count) {
        return await(() -> sent(conversation), messages -> messages.size() >= count);
    }

    List<JsonNode> sent(String conversation) {
        return teams.findAll(postRequestedFor(urlMatching(".*/activities"))).stream()
                .filter(request -> URLDecoder.decode(request.getUrl(), StandardCharsets.UTF_8)
                        .equals("/teams/v3/conversations/" + conversation + "/activities"))
                .map(LoggedRequest::getBodyAsString)
                .map(Json::own)
                .toList();
    }

    static <T> T await(Supplier<T> what, java.util.function.Predicate<T> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T last = what.get();
        while (!enough.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + last);
            }
            Thread.onSpinWait();
            last = what.get();
        }
        return last;
    }

    @Override
    public void close() {
        context.close();
        teams.stop();
    }
}
