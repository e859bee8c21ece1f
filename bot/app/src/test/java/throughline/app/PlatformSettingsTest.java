package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSettingsTest {
    private static final Map<String, String> SLACK =
            Map.of("SLACK_SIGNING_SECRET", "s3cret", "SLACK_BOT_TOKEN", "xoxb-1");
    private static final Map<String, String> TEAMS =
            Map.of("MICROSOFT_APP_ID", "b0a7", "MICROSOFT_APP_PASSWORD", "hunter2", "MICROSOFT_APP_TENANT_ID", "7e4a");

    @Test
    void nothing_is_connected_until_it_is_set_up() {
        Settings read = read(Map.of("SLACK_SIGNING_SECRET", " ", "MICROSOFT_APP_ID", ""));
        assertTrue(read.slack().isEmpty() && read.teams().isEmpty(), read.toString());
        assertTrue(read.local());
    }

    @Test
    void the_local_chat_is_off_once_a_platform_is_set_up() {
        assertFalse(read(SLACK).local());
        assertFalse(read(TEAMS).local());
        assertTrue(read(with(SLACK, "THROUGHLINE_LOCAL", "true")).local());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLACK_APP_TOKEN=xapp-1 | SLACK_BOT_TOKEN is not given, but SLACK_APP_TOKEN is; give both, or neither.",
                "SLACK_BOT_TOKEN=xoxb-1 | SLACK_BOT_TOKEN is given, but neither SLACK_SIGNING_SECRET (for requests over HTTP) nor SLACK_APP_TOKEN (for Socket Mode) is; give one of the two.",
                "MICROSOFT_APP_ID=b0a7 | MICROSOFT_APP_PASSWORD is not given, but MICROSOFT_APP_ID is; give both, or neither.",
                "MICROSOFT_APP_PASSWORD=x | MICROSOFT_APP_ID is not given, but MICROSOFT_APP_PASSWORD is; give both, or neither.",
                "MICROSOFT_APP_TENANT_ID=7e4a | MICROSOFT_APP_ID is not given, but MICROSOFT_APP_TENANT_ID is; give both, or neither.",
            })
    void half_a_connection_is_refused(String given, String told) {
        String[] parts = given.split("=", 2);
        assertEquals(told, refusal(Map.of(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c", "a b", ",", "a,"})
    void there_are_at_most_two_signing_secrets_and_a_wrong_one_is_not_shown(String secret) {
        assertEquals(
                "SLACK_SIGNING_SECRET is not as it should be; give one, or two with a comma while you change it.",
                refusal(Map.of("SLACK_SIGNING_SECRET", secret)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://slack.example/api/",
                "ftp://127.0.0.1/",
                "slack.com",
                "http://127.0.0.1.evil.example/",
                "https://"
            })
    void a_token_is_sent_in_the_clear_on_this_machine_only(String api) {
        String told = refusal(with(SLACK, "SLACK_API_URL", api));
        assertTrue(told.endsWith("give an address that begins with https://, or with http:// on this machine."), told);
    }

    @Test
    void clients_without_a_token_are_let_in_on_this_machine_only() {
        assertTrue(read(Map.of("TEAMS_LOCAL", "true")).teams().orElseThrow().local());
        String told = refusal(Map.of("TEAMS_LOCAL", "true", "THROUGHLINE_BIND", "0.0.0.0"));
        assertTrue(told.startsWith("TEAMS_LOCAL is “true”; but THROUGHLINE_BIND is “0.0.0.0”"), told);
        assertEquals("TEAMS_LOCAL is “yes”; give true or false.", refusal(Map.of("TEAMS_LOCAL", "yes")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://slack.com/api/, false",
        "https://127.0.0.1.example.com/api/, false",
        "http://127.0.0.1:9999/api/, true",
        "http://localhost:9999/api/, true",
        "'http://[::1]:9999/api/', true",
    })
    void a_settable_clock_is_for_a_slack_on_this_machine(String api, boolean allowed) {
        Map<String, String> environment = with(with(SLACK, "SLACK_API_URL", api), "THROUGHLINE_CLOCK", "settable");
        if (allowed) {
            assertEquals(Settings.Time.SETTABLE, read(environment).clock());
        } else {
            assertEquals(
                    "THROUGHLINE_CLOCK is “settable”; but Slack is set up; take one of the two away.",
                    refusal(environment));
        }
    }

    @Test
    void a_settable_clock_is_for_teams_clients_on_this_machine() {
        Map<String, String> settable = Map.of("THROUGHLINE_CLOCK", "settable", "TEAMS_LOCAL", "true");
        assertEquals(Settings.Time.SETTABLE, read(settable).clock());
        assertEquals(
                "THROUGHLINE_CLOCK is “settable”; but Teams is set up; take one of the two away.",
                refusal(with(TEAMS, "THROUGHLINE_CLOCK", "settable")));
    }

    @Test
    void secrets_are_not_shown() {
        String shown = read(SLACK).toString() + read(TEAMS);
        assertFalse(shown.contains("s3cret") || shown.contains("xoxb") || shown.contains("hunter2"), shown);
    }

    private static Map<String, String> with(Map<String, String> environment, String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return more;
    }

    private static Settings read(Map<String, String> environment) {
        return new SettingsReader(Defaults.read(), environment).read();
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(Refusal.class, () -> read(environment)).getMessage();
    }
}
