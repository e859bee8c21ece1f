package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import throughline.adapter.teams.TeamsSettings.Written;

class HostsTest {
    @Test
    void the_published_address_is_nobodys_own_even_if_it_is_written_out() {
        String published = "https://login.botframework.com/v1/.well-known/openidconfiguration";
        Written local = new Written("", "", "", published, true, "127.0.0.1");
        assertFalse(TeamsSettings.of(local).metadataIsOwn());
        assertFalse(Hosts.of(TeamsSettings.of(local)).allows("https://login.botframework.com:8443/"));
    }
}
