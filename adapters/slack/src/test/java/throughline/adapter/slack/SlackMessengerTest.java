package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.MessengerContract;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Waits;
import throughline.core.people.Account;

class SlackMessengerTest extends MessengerContract {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InMemoryDeliveries allowances = new InMemoryDeliveries(now::get, Waits.USUAL);
    private FakeSlack fake;
    private Messenger messenger;
    private ReturnPaths paths;

    @BeforeEach
    void begin() {
        fake = new FakeSlack(API);
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        speakWith("xoxb-test", API.baseUrl() + "/api/");
    }

    private void speakWith(String token, String address) {
        SlackSettings settings = SlackSettings.of(Signed.SECRET, token, "", address);
        Api api = new Api(settings, allowances);
        paths = new ReturnPaths(settings, api.http(), now::get);
        messenger = new SlackMessenger(
                api,
                new Directory(api, now::get),
                paths,
                new Waiting(),
                now::get,
                parcel -> parcel.startsWith("nudge:") ? Optional.of("C1/1712.0042") : Optional.empty(),
                new SlackCarrier(api, 300, 45));
    }

    @Override
    protected Messenger messenger() {
        return messenger;
    }

    @Override
    protected List<String> arrived() {
        return fake.calls("chat.postMessage").stream()
                .filter(call -> call.get("channel").equals("#growth"))
                .map(call ->
                        Json.read(call.get("metadata")).at("/event_payload/id").asText())
                .toList();
    }

    @Override
    protected Account somebody() {
        return AccountIds.account("T1", "U7");
    }

    @Override
    protected List<String> arrivedInPrivate() {
        return fake.calls("chat.postMessage").stream()
                .filter(call -> call.get("channel").equals("U7"))
                .map(call ->
                        Json.read(call.get("metadata")).at("/event_payload/id").asText())
                .toList();
    }

    @Test
    void without_a_token_nobody_is_reached() {
        speakWith("", API.baseUrl() + "/api/");
        assertEquals(Optional.empty(), messenger.direct(somebody(), place(Reach.INTERNAL, "")));
    }

    @Test
    void who_is_too_fast_says_nothing_until_it_may() {
        API.stubFor(post("/api/chat.postMessage")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "40")));
        Posting answer = posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), "");
        assertThrows(Unsent.class, () -> messenger.post(answer));
        assertEquals(Duration.ofSeconds(40), allowances.paused("slack"), "others hear of it");
        now.set(NOW.plusSeconds(39));
        assertThrows(Unsent.class, () -> messenger.post(answer));
        assertEquals(1, fake.calls("chat.postMessage").size());
        now.set(NOW.plusSeconds(40));
        assertThrows(Unsent.class, () -> messenger.post(answer));
        assertEquals(2, fake.calls("chat.postMessage").size());
    }

    @Test
    void a_notice_is_found_again_and_what_only_one_sees_in_a_channel_is_not() {
        Reply reply = Cards.openly("Hi.");
        Place own = new Place("slack", "U7", Optional.empty(), Reach.DIRECT);
        assertTrue(messenger.isFoundAgain(posting("t1.n0", own, somebody().id(), reply, "")));
        assertTrue(messenger.isFoundAgain(posting("t1.0", place(Reach.INTERNAL, ""), "", reply, "")));
        assertFalse(messenger.isFoundAgain(
                posting("t1.0", place(Reach.INTERNAL, ""), somebody().id(), reply, "")));
        assertFalse(messenger.isFoundAgain(posting("t1.0", own, somebody().id(), reply, paths.seal("", "t"))));
    }

    @Test
    void an_open_answer_hangs_in_its_thread_and_unfurls_nothing() {
        messenger.post(posting("t1.0", place(Reach.INTERNAL, "1.2"), "", Cards.openly("Hi."), ""));

        var call = fake.only("chat.postMessage");
        assertEquals("C1", call.get("channel"));
        assertEquals("1.2", call.get("thread_ts"));
        assertEquals("Hi.", call.get("text"));
        assertEquals("false", call.get("unfurl_links").replace("0", "false"));
        assertTrue(Json.read(call.get("blocks")).isArray());
    }

    @Test
    void a_private_answer_goes_by_the_return_address() {
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), hook("")));

        assertEquals("ephemeral", fake.hooked().get(0).path("response_type").asText());
        assertEquals(List.of("/hook"), fake.paths());
    }

    @Test
    void an_update_replaces_the_message_that_was_tapped_and_is_never_a_new_one() {
        Posting said = posting("t2.u", place(Reach.INTERNAL, "1.2"), "", Cards.openly("Hi."), hook(""));
        messenger.post(new Posting(said.id(), said.place(), "", said.payload(), said.returnPath(), "t1.0"));
        now.set(NOW.plusSeconds(1800));
        messenger.post(new Posting("t3.u", said.place(), "", said.payload(), said.returnPath(), "t1.0"));

        assertEquals(List.of("/hook"), fake.paths());
        assertTrue(fake.hooked().get(0).path("replace_original").asBoolean());
    }

    @Test
    void an_update_of_a_nudge_reaches_it_when_the_address_of_the_tap_is_over() {
        Posting said = posting("t2.u", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), hook(""));
        now.set(NOW.plusSeconds(1801));
        messenger.post(new Posting("t2.u", said.place(), "", said.payload(), said.returnPath(), "nudge:TM1:2026-W48"));

        var call = fake.only("chat.update");
        assertEquals("C1 1712.0042 Hi.", call.get("channel") + " " + call.get("ts") + " " + call.get("text"));
    }

    @Test
    void a_channel_is_found_by_its_name_with_who_reads_along() {
        API.stubFor(any(urlPathEqualTo("/api/conversations.list"))
                .willReturn(okJson("{\"ok\":true,\"channels\":[{\"id\":\"C7\",\"name\":\"growth\"}]}")));
        API.stubFor(any(urlPathEqualTo("/api/conversations.info"))
                .willReturn(okJson("{\"ok\":true,\"channel\":{\"id\":\"C7\"}}")));
        Place named = new Place("slack", "#growth", Optional.empty(), Reach.UNKNOWN);
        assertEquals(new Place("slack", "C7", Optional.empty(), Reach.INTERNAL), messenger.inspect(named));
        Place unlisted = new Place("slack", "#secret", Optional.empty(), Reach.UNKNOWN);
        assertEquals(unlisted.with(Reach.INTERNAL), messenger.inspect(unlisted));
    }

    @Test
    void without_a_return_address_it_is_ephemeral_in_a_channel_and_a_message_in_a_direct_one() {
        messenger.post(posting("t1.0", place(Reach.INTERNAL, "1.2"), "T1/U1", Cards.privately("Hi."), ""));
        messenger.post(posting("t2.0", place(Reach.DIRECT, ""), "T1/U1", Cards.privately("Hi."), ""));

        assertEquals("U1", fake.only("chat.postEphemeral").get("user"));
        assertEquals("1.2", fake.only("chat.postEphemeral").get("thread_ts"));
        assertEquals("C1", fake.only("chat.postMessage").get("channel"));
    }

    @Test
    void an_address_that_is_used_up_or_old_is_not_the_end() {
        API.stubFor(post("/hook").willReturn(aResponse().withStatus(404)));
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), hook("")));
        String old = hook("");
        now.set(NOW.plusSeconds(1800));
        messenger.post(posting("t2.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), old));

        assertEquals(List.of("/hook", "/api/chat.postEphemeral", "/api/chat.postEphemeral"), fake.paths());
    }

    @Test
    void where_the_bot_is_not_the_answer_goes_by_the_return_address() {
        fake.refuses("chat.postMessage", "not_in_channel");
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), hook("")));

        assertEquals("in_channel", fake.hooked().get(0).path("response_type").asText());
    }

    @Test
    void where_the_bot_is_not_a_private_answer_goes_to_the_person() {
        fake.refuses("chat.postEphemeral", "user_not_in_channel");
        messenger.post(posting("t1.0", place(Reach.INTERNAL, "1.2"), "T1/U1", Cards.privately("Hi."), ""));

        assertEquals("U1", fake.only("chat.postMessage").get("channel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/hook",
                "http://hooks.slack.com/hook",
                "https://hooks.slack.com.evil.example/hook",
                "https://hooks.slack.com@evil.example/hook",
                "https://hooks.slack.com:8443/hook",
                "https://user:pass@hooks.slack.com/hook",
                "file:///etc/passwd",
                "//hooks.slack.com/hook",
                "hook",
                "http://127.0.0.1:1/hook"
            })
    void an_address_that_is_not_slacks_gets_nothing(String foreign) {
        Sealed sealed = new Sealed(List.of(Signed.SECRET));
        String kept = sealed.seal(new ReturnPath(foreign, "", "", NOW).written());

        assertEquals("", paths.open(paths.seal(foreign, "")).url());
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), kept));
        assertEquals(List.of("/api/chat.postEphemeral"), fake.paths());
    }

    @Test
    void a_foreign_host_that_answers_gets_nothing_either() {
        speakWith("xoxb-test", SlackSettings.SLACK);
        Sealed sealed = new Sealed(List.of(Signed.SECRET));
        String kept = sealed.seal(new ReturnPath(API.baseUrl() + "/hook", "", "", NOW).written());

        assertEquals(false, paths.say(paths.open(kept), drawn(), true, Optional.empty()));
        assertEquals(List.of(), fake.paths());
    }

    @Test
    void slacks_own_address_is_kept() {
        assertEquals(
                "https://hooks.slack.com/commands/1/2",
                paths.open(paths.seal("https://hooks.slack.com/commands/1/2", ""))
                        .url());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 200})
    void what_slack_does_not_take_is_tried_once_and_told(int status) {
        API.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Retry-After", "1")
                        .withBody(status == 200 ? "<html>" : "{\"ok\":false,\"error\":\"ratelimited\"}")));
        Posting open = posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), "");

        assertThrows(Unsent.class, () -> messenger.post(open));
        assertEquals(1, fake.paths().size());
        now.set(NOW.plusSeconds(1));
        assertThrows(Unsent.class, () -> messenger.post(open));
        assertEquals(2, fake.paths().size());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_is_tried_once(Fault fault) {
        messenger.post(posting("t0.0", place(Reach.INTERNAL, ""), "", Cards.openly("Warm."), ""));
        API.resetRequests();
        API.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThrows(
                Unsent.class,
                () -> messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), "")));
        assertEquals(1, fake.paths().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void a_return_address_that_breaks_off_is_tried_once(Fault fault) {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThrows(
                Unsent.class,
                () -> messenger.post(
                        posting("t2.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), hook(""))));
        assertEquals(List.of("/hook"), fake.paths());
    }

    @Test
    void no_secret_is_told_with_a_failure() {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500).withBody("xoxb-test")));
        Unsent unsent = assertThrows(
                Unsent.class,
                () -> messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), "")));
        assertEquals(-1, unsent.toString().indexOf("xoxb"));
    }

    @Test
    void without_a_token_only_return_addresses_work() {
        speakWith("", API.baseUrl() + "/api/");
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), hook("")));
        messenger.post(posting("t2.0", place(Reach.INTERNAL, ""), "T1/U1", Cards.privately("Hi."), hook("")));

        assertThrows(
                Unsent.class,
                () -> messenger.post(posting("t3.0", place(Reach.INTERNAL, ""), "", Cards.openly("Hi."), "")));
        assertEquals(List.of("/hook", "/hook"), fake.paths());
    }

    @Test
    void a_form_opens_a_modal_that_knows_where_it_was_asked() {
        messenger.post(posting(
                "t1.0",
                place(Reach.INTERNAL, "1.2"),
                "T1/U1",
                Cards.asking("Why?", "R1", Optional.empty()),
                hook("trig")));

        var call = fake.only("views.open");
        assertEquals("trig", call.get("trigger_id"));
        Asked asked =
                Asked.read(Json.read(call.get("view")).path("private_metadata").asText());
        assertEquals(place(Reach.INTERNAL, "1.2"), asked.place());
        assertEquals(List.of("fill", "R1", "t1.0"), List.of(asked.action(), asked.value(), asked.message()));
        assertEquals(API.baseUrl() + "/hook", asked.url());
    }

    @Test
    void a_form_that_cannot_be_opened_any_more_is_a_message() {
        fake.refuses("views.open", "expired_trigger_id");
        Reply form = Cards.asking("Why?", "R1", Optional.empty());
        messenger.post(posting("t1.0", place(Reach.INTERNAL, ""), "T1/U1", form, hook("trig")));
        String late = hook("trig");
        now.set(NOW.plusSeconds(3));
        messenger.post(posting("t2.0", place(Reach.INTERNAL, ""), "T1/U1", form, late));

        assertEquals(List.of("/api/views.open", "/hook", "/hook"), fake.paths());
    }

    private Drawn drawn() {
        return Drawn.read(messenger.draw(Cards.privately("Hi."), "t1.0"));
    }

    private String hook(String trigger) {
        return paths.seal(API.baseUrl() + "/hook", trigger);
    }

    private static Place place(Reach reach, String thread) {
        return new Place("slack", "C1", Optional.of(thread).filter(ts -> !ts.isEmpty()), reach);
    }

    private Posting posting(String id, Place place, String recipient, Reply reply, String returnPath) {
        return new Posting(id, place, recipient, messenger.draw(reply, id), returnPath);
    }
}
