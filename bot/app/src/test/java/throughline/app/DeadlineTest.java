package throughline.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final EmbeddedChannel connection = new EmbeddedChannel(new Deadline(Duration.ofSeconds(10)));

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void a_request_that_does_not_end_in_time_ends_its_connection() {
        begin();
        for (int drop = 0; drop < 9; drop++) {
            after(1);
            connection.writeInbound("a part of it");
            assertTrue(connection.isOpen());
        }
        after(1);
        assertFalse(connection.isOpen());
    }

    @Test
    void a_request_that_came_whole_may_be_answered_slowly() {
        begin();
        after(9);
        end();
        after(60);
        assertTrue(connection.isOpen());
    }

    @Test
    void each_request_of_a_connection_has_the_whole_time() {
        for (int request = 0; request < 3; request++) {
            begin();
            after(9);
            end();
        }
        assertTrue(connection.isOpen());
        begin();
        after(10);
        assertFalse(connection.isOpen());
    }

    @Test
    void a_connection_without_a_request_stays() {
        after(60);
        assertTrue(connection.isOpen());
    }

    private void begin() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    }

    private void end() {
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void after(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
