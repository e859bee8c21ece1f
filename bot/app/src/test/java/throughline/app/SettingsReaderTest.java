package throughline.app;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.delivery.Waits;
import throughline.core.people.Account;

class SettingsReaderTest {
    @TempDir
    Path directory;

    @Test
    void an_empty_environment_gives_the_defaults() {
        Settings expected = new Settings(
                8080,
                "127.0.0.1",
                Path.of("./throughline-data"),
                Optional.empty(),
                Optional.empty(),
                true,
                Settings.Time.SYSTEM,
                "org",
                Set.of(),
                Optional.empty(),
                Waits.USUAL,
                Optional.empty(),
                Optional.empty());
        assertEquals(expected, read(Map.of()));
    }

    @Test
    void each_setting_is_overridden_by_its_variable() throws IOException {
        Path roadmap = Files.writeString(directory.resolve("plan.yaml"), "org: Acme");
        Path calendar = Files.writeString(directory.resolve("holidays.ics"), "BEGIN:VCALENDAR");
        Settings expected = new Settings(
                0,
                "0.0.0.0",
                directory,
                Optional.of(roadmap),
                Optional.of(calendar),
                false,
                Settings.Time.SETTABLE,
                "acme-2",
                Set.of(new Account("slack", "T1/U1"), new Account("teams", "7f3c")),
                Optional.of(new Settings.Secret("rediss://:pass@redis.example:6380/0")),
                Waits.of(Duration.ofSeconds(6), Duration.ofSeconds(5), Duration.ofSeconds(8)),
                Optional.of(new Settings.Slack(
                        Optional.of(new Settings.Secret("s1,s2")),
                        Optional.of(new Settings.Secret("xoxb-1")),
                        Optional.of(new Settings.Secret("xapp-1")),
                        URI.create("http://127.0.0.1:3000/api/"))),
                Optional.empty());
        Settings read = read(Map.ofEntries(
                entry("THROUGHLINE_PORT", "0"),
                entry("THROUGHLINE_DELIVERY_LEASE", "6"),
                entry("THROUGHLINE_DELIVERY_SETTLE", "5"),
                entry("THROUGHLINE_DELIVERY_SWEEP", "8"),
                entry("THROUGHLINE_CALENDAR", calendar.toString()),
                entry("THROUGHLINE_BIND", "0.0.0.0"),
                entry("THROUGHLINE_DATA", directory.toString()),
                entry("THROUGHLINE_ROADMAP", roadmap.toString()),
                entry("THROUGHLINE_LOCAL", "false"),
                entry("THROUGHLINE_CLOCK", "settable"),
                entry("THROUGHLINE_ORGANIZATION", "acme-2"),
                entry("THROUGHLINE_ADMINS", "slack:T1/U1, teams:7f3c"),
                entry("REDIS_URI", "rediss://:pass@redis.example:6380/0"),
                entry("SLACK_SIGNING_SECRET", "s1,s2"),
                entry("SLACK_BOT_TOKEN", "xoxb-1"),
                entry("SLACK_APP_TOKEN", "xapp-1"),
                entry("SLACK_API_URL", "http://127.0.0.1:3000/api/")));
        assertEquals(expected, read);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "THROUGHLINE_PORT, abc, THROUGHLINE_PORT is “abc”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, 65536, THROUGHLINE_PORT is “65536”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, -1, THROUGHLINE_PORT is “-1”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, 80.5, THROUGHLINE_PORT is “80.5”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, 99999999999, THROUGHLINE_PORT is “99999999999”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, ٨٠, THROUGHLINE_PORT is “٨٠”; give a port from 0 to 65535.",
                "THROUGHLINE_PORT, \"\", THROUGHLINE_PORT is empty; give a port from 0 to 65535.",
                "THROUGHLINE_BIND, \"\", \"THROUGHLINE_BIND is empty; give an address of this machine, such as 127.0.0.1 or 0.0.0.0.\"",
                "THROUGHLINE_BIND, my host, \"THROUGHLINE_BIND is “my host”; give an address of this machine, such as 127.0.0.1 or 0.0.0.0.\"",
                "THROUGHLINE_BIND, http://localhost, \"THROUGHLINE_BIND is “http://localhost”; give an address of this machine, such as 127.0.0.1 or 0.0.0.0.\"",
                "THROUGHLINE_DATA, \"\", THROUGHLINE_DATA is empty; give a directory.",
                "THROUGHLINE_LOCAL, yes, THROUGHLINE_LOCAL is “yes”; give true or false.",
                "THROUGHLINE_LOCAL, 1, THROUGHLINE_LOCAL is “1”; give true or false.",
                "THROUGHLINE_CLOCK, fast, THROUGHLINE_CLOCK is “fast”; give system or settable.",
                "THROUGHLINE_CLOCK, \"\", THROUGHLINE_CLOCK is empty; give system or settable.",
                "THROUGHLINE_ORGANIZATION, Acme & Sons, \"THROUGHLINE_ORGANIZATION is “Acme & Sons”; give up to 40 letters, digits and hyphens.\"",
                "THROUGHLINE_ORGANIZATION, a{b}, \"THROUGHLINE_ORGANIZATION is “a{b}”; give up to 40 letters, digits and hyphens.\"",
                "THROUGHLINE_ORGANIZATION, \"\", \"THROUGHLINE_ORGANIZATION is empty; give up to 40 letters, digits and hyphens.\"",
            })
    void a_wrong_value_is_named_with_what_to_give(String variable, String value, String told) {
        assertEquals(told, refusal(Map.of(variable, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "THROUGHLINE_PROT, THROUGHLINE_PORT",
        "THROUGHLINE_PORTS, THROUGHLINE_PORT",
        "THROUGHLINE_BINDING, ",
        "THROUGHLINE_ORGANISATION, THROUGHLINE_ORGANIZATION",
        "THROUGHLINE_CLOCKS, THROUGHLINE_CLOCK",
        "THROUGHLINE_ROADMAPS, THROUGHLINE_ROADMAP",
        "THROUGHLINE_X, ",
        "THROUGHLINE_, ",
        "THROUGHLINE_port, THROUGHLINE_PORT",
    })
    void an_unknown_setting_is_told_with_the_one_that_was_meant(String variable, String meant) {
        String advice = meant == null
                ? "those there are: THROUGHLINE_PORT, THROUGHLINE_BIND, THROUGHLINE_DATA, THROUGHLINE_ROADMAP, THROUGHLINE_CALENDAR, "
                        + "THROUGHLINE_LOCAL, THROUGHLINE_CLOCK, THROUGHLINE_ORGANIZATION, THROUGHLINE_ADMINS, THROUGHLINE_DELIVERY_LEASE, THROUGHLINE_DELIVERY_SETTLE, THROUGHLINE_DELIVERY_SWEEP, REDIS_URI, "
                        + "SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, MICROSOFT_APP_ID, "
                        + "MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, TEAMS_OPENID_METADATA_URL, TEAMS_LOCAL."
                : "did you mean " + meant + "?";
        assertEquals("There is no setting " + variable + "; " + advice, refusal(Map.of(variable, "8080")));
    }

    @Test
    void variables_that_are_not_ours_are_nobodys_mistake() {
        assertEquals(
                8080,
                read(Map.of("MICRONAUT_SERVER_PORT", "1", "PATH", "/bin", "throughline_x", ""))
                        .port());
    }

    @Test
    void an_unknown_setting_is_told_before_a_wrong_one() {
        String told = refusal(Map.of("THROUGHLINE_PORT", "abc", "THROUGHLINE_PROT", "1"));
        assertTrue(told.startsWith("There is no setting THROUGHLINE_PROT"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "0.0.0.0", "10.1.2.3", "::", "::1", "fe80::1%eth0", "throughline.example"})
    void an_address_may_be_a_name_or_of_either_family(String address) {
        assertEquals(address, read(Map.of("THROUGHLINE_BIND", address)).bind());
    }

    @Test
    void the_data_directory_may_have_yet_to_be_made() {
        Path fresh = directory.resolve("a/b");
        assertEquals(fresh, read(Map.of("THROUGHLINE_DATA", fresh.toString())).data());
    }

    @Test
    void a_file_is_no_data_directory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertEquals(
                "THROUGHLINE_DATA is “" + file + "”; that is a file; give a directory.",
                refusal(Map.of("THROUGHLINE_DATA", file.toString())));
    }

    @Test
    void a_roadmap_that_is_not_there_is_told() {
        Path file = directory.resolve("plan.yaml");
        assertEquals(
                "THROUGHLINE_ROADMAP is “" + file
                        + "”; there is no such file; give a roadmap file, or unset it for the sample.",
                refusal(Map.of("THROUGHLINE_ROADMAP", file.toString())));
    }

    @Test
    void a_directory_is_no_roadmap() {
        assertEquals(
                "THROUGHLINE_ROADMAP is “" + directory + "”; that is a directory; give a roadmap file.",
                refusal(Map.of("THROUGHLINE_ROADMAP", directory.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://h:6379/2", "rediss://u:p@h", "redis-cluster://a:1,b:2", "rediss-sentinel://a/m"})
    void redis_may_be_one_server_a_cluster_or_behind_sentinels(String uri) {
        assertEquals(
                Optional.of(new Settings.Secret(uri)),
                read(Map.of("REDIS_URI", uri)).redis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6379", "http://localhost", "redis://", "redis:// x", "password@host"})
    void a_wrong_redis_address_is_told_without_what_may_be_a_password(String uri) {
        String told = refusal(Map.of("REDIS_URI", uri));
        assertTrue(told.startsWith("REDIS_URI does not begin with redis://, rediss://"), told);
        assertFalse(told.contains("password@host"), told);
    }

    @Test
    void an_empty_value_chooses_what_the_default_stands_for() {
        Settings read = read(Map.of("REDIS_URI", "", "THROUGHLINE_ROADMAP", " ", "THROUGHLINE_LOCAL", ""));
        assertEquals(read(Map.of()), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U1", "slack", "slack:", "discord:U1", "slack:U 1"})
    void an_admin_is_named_by_platform_and_id(String account) {
        String told = refusal(Map.of("THROUGHLINE_ADMINS", account));
        assertTrue(told.startsWith("THROUGHLINE_ADMINS is “" + account + "”; give accounts such as slack:"), told);
    }

    @Test
    void settings_do_not_show_a_password() {
        Settings read = read(Map.of("REDIS_URI", "redis://:hunter2@localhost"));
        assertFalse(read.toString().contains("hunter2"), read.toString());
    }

    private static Settings read(Map<String, String> environment) {
        return new SettingsReader(Defaults.read(), environment).read();
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(Refusal.class, () -> read(environment)).getMessage();
    }
}
