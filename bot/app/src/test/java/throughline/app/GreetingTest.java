package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true, Throughline is ready: http://127.0.0.1:8081/ (after 812 ms)",
        "0.0.0.0, true, Throughline is ready: http://127.0.0.1:8081/ (after 812 ms)",
        "::, true, Throughline is ready: http://127.0.0.1:8081/ (after 812 ms)",
        "::1, true, Throughline is ready: http://[::1]:8081/ (after 812 ms)",
        "localhost, true, Throughline is ready: http://localhost:8081/ (after 812 ms)",
        "10.1.2.3, false, 'Throughline is ready, without the local chat: http://10.1.2.3:8081/health (after 812 ms)'",
    })
    void tells_where_to_go(String bind, String local, String said) {
        Settings settings = new SettingsReader(
                        Defaults.read(), Map.of("THROUGHLINE_BIND", bind, "THROUGHLINE_LOCAL", local))
                .read();
        assertEquals(said, new Greeting(settings, 8081).after(Duration.ofMillis(812)));
    }
}
