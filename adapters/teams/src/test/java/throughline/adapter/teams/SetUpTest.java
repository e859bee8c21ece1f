package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.adapter.teams.TeamsSettings.Written;

class SetUpTest {
    private static Written local(String host) {
        return new Written("", "", "", "", true, host);
    }

    @Test
    void nothing_of_teams_exists_until_it_is_set_up() {
        for (Map<String, Object> settings : List.<Map<String, Object>>of(
                Map.of(), Map.of("microsoft.app-id", " ", "teams.local", "false"), Map.of("teams.local", ""))) {
            try (ApplicationContext context = ApplicationContext.run(settings)) {
                assertFalse(context.containsBean(MessagesController.class));
                assertFalse(context.containsBean(TeamsMessenger.class));
                assertFalse(context.containsBean(DoorFilter.class));
            }
        }
    }

    @Test
    void a_start_that_is_not_safe_is_refused_with_a_sentence() {
        BeanContextException told = assertThrows(
                BeanContextException.class,
                () -> ApplicationContext.run(Map.of("teams.local", "true", "micronaut.server.host", "0.0.0.0")));
        assertTrue(told.getMessage().contains("set THROUGHLINE_BIND to 127.0.0.1"), told.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "", "::", "10.0.0.1", "example.com", "127.0.0.1.example.com", "localhost.evil"})
    void local_clients_need_a_bot_on_loopback(String host) {
        assertThrows(IllegalStateException.class, () -> TeamsSettings.of(local(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "::1", "127.0.0.53"})
    void loopback_has_several_names(String host) {
        assertTrue(TeamsSettings.of(local(host)).local());
    }

    @Test
    void an_app_needs_its_secret_and_its_tenant() {
        Written withoutSecret = new Written("app", "", "t1", "", false, "0.0.0.0");
        Written withoutTenant = new Written("app", "s3cret", " ", "", false, "0.0.0.0");
        assertEquals(
                "MICROSOFT_APP_ID is set, but MICROSOFT_APP_PASSWORD is not: give a client secret of that app"
                        + " registration as well.",
                assertThrows(IllegalStateException.class, () -> TeamsSettings.of(withoutSecret))
                        .getMessage());
        assertTrue(assertThrows(IllegalStateException.class, () -> TeamsSettings.of(withoutTenant))
                .getMessage()
                .contains("MICROSOFT_APP_TENANT_ID"));
    }

    @Test
    void a_metadata_address_that_is_none_is_told_and_a_secret_never() {
        Written junk = new Written("app", "s3cret", "t1", "junk", false, "0.0.0.0");
        assertTrue(assertThrows(IllegalStateException.class, () -> TeamsSettings.of(junk))
                .getMessage()
                .startsWith("TEAMS_OPENID_METADATA_URL"));
        Written good = new Written("app", "s3cret", "t1", "https://keys.example/x", false, "0.0.0.0");
        assertFalse(TeamsSettings.of(good).toString().contains("s3cret"));
    }

    @Test
    void government_and_public_hosts_are_known() {
        Hosts hosts = Hosts.of(TeamsSettings.of(new Written("app", "s3cret", "t1", "", false, "0.0.0.0")));
        for (String good : List.of(
                "https://smba.trafficmanager.net/emea/",
                "https://europe.api.botframework.com/",
                "https://smba.infra.gcc.teams.microsoft.com/teams",
                "https://smba.infra.gov.teams.microsoft.us/gcch",
                "https://SMBA.trafficmanager.NET:443/")) {
            assertTrue(hosts.allows(good), good);
        }
        for (String bad : List.of(
                "https://botframework.com.evil.example/",
                "https://evilbotframework.com/",
                "http://localhost/",
                "https://smba.trafficmanager.net./",
                "https://login.example/",
                "https:\\\\evil.example@smba.trafficmanager.net/")) {
            assertFalse(hosts.allows(bad), bad);
        }
    }
}
