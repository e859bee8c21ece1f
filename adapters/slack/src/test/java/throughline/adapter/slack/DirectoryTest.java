package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Waits;

class DirectoryTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeSlack fake = new FakeSlack(API);
    private Directory directory;

    @BeforeEach
    void begin() {
        directory = directory("xoxb-test");
        fake.answers("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}");
        tells("\"team_id\":\"T1\",\"real_name\":\"Ana Ruiz\"", "\"name\":\"growth\"");
    }

    private Directory directory(String token) {
        SlackSettings settings = SlackSettings.of("s", token, "", API.baseUrl() + "/api");
        return new Directory(new Api(settings, new InMemoryDeliveries(now::get, Waits.USUAL)), now::get);
    }

    private void tells(String user, String channel) {
        fake.answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\"," + user + "}}");
        fake.answers("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C1\"," + channel + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"team_id\":\"T1\" | MEMBER",
                "\"is_admin\":true | MEMBER",
                "\"team_id\":\"T1\",\"is_restricted\":true | GUEST",
                "\"team_id\":\"T1\",\"is_ultra_restricted\":true | GUEST",
                "\"team_id\":\"T1\",\"is_stranger\":true | GUEST",
                "\"team_id\":\"T2\" | GUEST",
                "\"team_id\":\"T2\",\"enterprise_user\":{\"teams\":[\"T1\",\"T2\"]} | MEMBER",
                "\"team_id\":\"T2\",\"enterprise_user\":{\"teams\":[\"T3\"]} | GUEST",
            })
    void a_guest_is_told_from_a_member(String user, Standing standing) {
        tells(user, "\"name\":\"growth\"");
        assertEquals(standing, introduced(Reach.INTERNAL).from().standing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"growth\" | INTERNAL",
                "\"is_ext_shared\":true | EXTERNAL",
                "\"is_pending_ext_shared\":true | EXTERNAL",
                "\"is_shared\":true,\"is_org_shared\":true | INTERNAL",
                "\"is_shared\":true,\"is_org_shared\":false | EXTERNAL",
            })
    void a_shared_channel_is_told_from_our_own(String channel, Reach reach) {
        tells("\"team_id\":\"T1\"", channel);
        assertEquals(reach, introduced(Reach.INTERNAL).place().reach());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"growth\" | #growth",
                "\"name\":\"acme-all\",\"is_general\":true | #general",
            })
    void a_channel_is_called_by_its_name_and_everybodys_by_its_first(String channel, String name) {
        tells("\"team_id\":\"T1\"", channel);
        assertEquals(Optional.of(name), introduced(Reach.INTERNAL).place().name());
        assertEquals(
                Optional.of(name),
                directory.known(incoming(Reach.INTERNAL)).orElseThrow().place().name());
    }

    @Test
    void a_person_has_a_real_name_and_is_asked_about_once_an_hour() {
        assertEquals(Optional.empty(), directory.known(incoming(Reach.INTERNAL)));
        assertEquals("Ana Ruiz", introduced(Reach.INTERNAL).from().name());
        assertEquals("Ana Ruiz", introduced(Reach.INTERNAL).from().name());
        assertEquals(
                "Ana Ruiz",
                directory.known(incoming(Reach.INTERNAL)).orElseThrow().from().name());
        assertEquals("U1", fake.only("users.info").get("user"));

        now.set(now.get().plus(Duration.ofHours(1)));
        assertEquals(Optional.empty(), directory.known(incoming(Reach.INTERNAL)));
        introduced(Reach.INTERNAL);
        assertEquals(2, fake.calls("users.info").size());
        assertEquals(2, fake.calls("conversations.info").size());
    }

    @Test
    void direct_conversations_and_channels_told_to_be_external_are_not_asked_about() {
        assertEquals(Reach.DIRECT, introduced(Reach.DIRECT).place().reach());
        assertEquals(Reach.EXTERNAL, introduced(Reach.EXTERNAL).place().reach());
        assertEquals(List.of(), fake.calls("conversations.info"));
    }

    @Test
    void whom_slack_does_not_know_is_unverified_and_such_a_channel_unknown() {
        fake.refuses("users.info", "user_not_found");
        fake.refuses("conversations.info", "channel_not_found");
        Incoming introduced = introduced(Reach.INTERNAL);
        assertEquals(Standing.UNVERIFIED, introduced.from().standing());
        assertEquals("ana", introduced.from().name());
        assertEquals(Reach.UNKNOWN, introduced.place().reach());

        introduced(Reach.INTERNAL);
        assertEquals(1, fake.calls("users.info").size());
        now.set(now.get().plusSeconds(30));
        introduced(Reach.INTERNAL);
        assertEquals(2, fake.calls("users.info").size());
    }

    @Test
    void a_slack_that_breaks_three_times_is_left_alone_for_half_a_minute() {
        API.stubFor(any(anyUrl()).willReturn(serverError()));
        Incoming introduced = introduced(Reach.INTERNAL);
        assertEquals(Standing.UNVERIFIED, introduced.from().standing());
        assertEquals(Reach.UNKNOWN, introduced.place().reach());
        introduced(Reach.INTERNAL);
        introduced(Reach.INTERNAL);
        assertEquals(3, fake.paths().size());

        now.set(now.get().plusSeconds(30));
        introduced(Reach.INTERNAL);
        assertEquals(4, fake.paths().size(), "one more silence is enough for the next half minute");
    }

    @Test
    void one_silence_makes_nobody_else_a_stranger() {
        API.stubFor(any(anyUrl()).willReturn(serverError()));
        introduced(Reach.DIRECT);
        API.resetAll();
        fake.vouchesForAll();
        assertTrue(introduced(Reach.DIRECT).from().isMember());
    }

    @Test
    void the_operator_is_told_once_what_the_app_lacks() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Directory.class);
        logger.addAppender(log);
        fake.refuses("users.info", "missing_scope");
        introduced(Reach.DIRECT);
        now.set(now.get().plusSeconds(60));
        introduced(Reach.DIRECT);
        logger.detachAppender(log);
        assertEquals(
                List.of(true),
                log.list.stream()
                        .map(event -> event.getFormattedMessage().contains("users.info: missing_scope")
                                && event.getFormattedMessage().contains("users:read"))
                        .toList());
    }

    @Test
    void what_was_known_is_used_while_slack_is_away() {
        introduced(Reach.INTERNAL);
        API.stubFor(any(anyUrl()).willReturn(serverError()));
        now.set(now.get().plus(Duration.ofHours(5)));
        Incoming introduced = introduced(Reach.INTERNAL);
        assertTrue(introduced.from().isMember());
        assertEquals(Reach.INTERNAL, introduced.place().reach());
    }

    @Test
    void an_answer_without_the_object_vouches_for_nobody() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        assertEquals(Standing.UNVERIFIED, introduced(Reach.INTERNAL).from().standing());
        assertEquals(Reach.UNKNOWN, introduced(Reach.INTERNAL).place().reach());
    }

    @Test
    void without_a_token_nobody_is_asked_and_nobody_trusted() {
        directory = directory("");
        assertEquals(Standing.UNVERIFIED, introduced(Reach.INTERNAL).from().standing());
        assertEquals(List.of(), fake.paths());
    }

    private Incoming introduced(Reach reach) {
        return directory.introduce(incoming(reach));
    }

    private static Incoming incoming(Reach reach) {
        return new Incoming(
                "d1",
                new Speaker(AccountIds.account("T1", "U1"), "ana", Standing.UNVERIFIED),
                new Place("slack", "C1", Optional.empty(), reach),
                new Input.Said("now", Manner.COMMAND),
                "");
    }
}
