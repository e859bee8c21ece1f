package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.StoreUnavailable;

class StartFailureTest {
    @Test
    void a_port_in_use_is_named() {
        assertEquals(
                "THROUGHLINE_PORT is 8080, which another program uses already; stop that or give another port.",
                told(new BindException("Address already in use"), Map.of()));
    }

    @Test
    void a_port_for_administrators_is_named() {
        assertEquals(
                "THROUGHLINE_PORT is 80, which this user may not open; give a port above 1023.",
                told(new SocketException("Permission denied"), Map.of("THROUGHLINE_PORT", "80")));
    }

    @Test
    void an_address_of_another_machine_is_named() {
        String told = "THROUGHLINE_BIND is “192.0.2.1”, which is no address of this machine; "
                + "give one that is, such as 127.0.0.1.";
        Map<String, String> environment = Map.of("THROUGHLINE_BIND", "192.0.2.1");
        assertEquals(told, told(new BindException("Cannot assign requested address"), environment));
        assertEquals(told, told(new UnresolvedAddressException(), environment));
    }

    @Test
    void a_redis_that_does_not_answer_is_named() {
        assertEquals(
                "REDIS_URI does not lead to a usable Redis (connection refused); start it or correct the address.",
                told(
                        new StoreUnavailable("Redis could not be used: connection refused", new RuntimeException()),
                        Map.of("REDIS_URI", "redis://localhost:1")));
    }

    @Test
    void a_built_in_redis_that_does_not_start_says_why() {
        assertEquals(
                "THROUGHLINE_DATA: the built-in Redis cannot be used (disk full); give another directory.",
                told(new StoreUnavailable("disk full.", new RuntimeException()), Map.of()));
    }

    @Test
    void an_adapter_names_a_setting_itself() {
        String sentence =
                "THROUGHLINE_DATA: another bot is running on data; stop it, or give this one a directory of its own.";
        assertEquals(sentence, told(new IllegalStateException(sentence), Map.of()));
    }

    @Test
    void what_broke_in_the_bot_itself_stays_as_it_is() {
        RuntimeException broken = new IllegalStateException("broken", new RuntimeException());
        assertSame(broken, StartFailure.told(broken, settings(Map.of())));
    }

    private static String told(Exception cause, Map<String, String> environment) {
        RuntimeException wrapped = new RuntimeException("bean", new RuntimeException("factory", cause));
        return StartFailure.told(wrapped, settings(environment)).getMessage();
    }

    private static Settings settings(Map<String, String> environment) {
        return new SettingsReader(Defaults.read(), environment).read();
    }
}
