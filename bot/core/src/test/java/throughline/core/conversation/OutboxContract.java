package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static throughline.core.conversation.Commits.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link Outbox} does. Each test begins with an empty one. */
public abstract class OutboxContract {
    protected abstract Outbox outbox();

    /** The store whose commits fill the outbox. */
    protected abstract TurnStore store();

    @Test
    void what_was_committed_waits_byte_for_byte_in_order() {
        Posting first = posting("m1", "{\"text\":\" “now” \uD83D\uDE80\\n\"}");
        Posting second = new Posting(
                "m2",
                new Place("slack", "C1", Optional.of("17.4"), Place.Reach.EXTERNAL),
                "slack:U1",
                "",
                "https://hooks.example/1");
        say(first, second);
        assertEquals(List.of(first, second), outbox().waiting(Duration.ZERO));
    }

    @Test
    void what_was_sent_waits_no_more() {
        say(posting("m1", "one"), posting("m2", "two"), posting("m3", "three"));
        outbox().sent(List.of(posting("m1", "one"), posting("m3", "three")));
        assertEquals(List.of(posting("m2", "two")), outbox().waiting(Duration.ZERO));
    }

    @Test
    void noting_twice_or_noting_something_unknown_does_no_harm() {
        say(posting("m1", "one"), posting("m2", "two"));
        outbox().sent(List.of());
        outbox().sent(List.of(posting("m1", "one"), posting("unknown", "")));
        outbox().sent(List.of(posting("m1", "one")));
        assertEquals(List.of(posting("m2", "two")), outbox().waiting(Duration.ZERO));
    }

    @Test
    void a_posting_that_already_waits_is_not_put_in_again() {
        say(posting("m1", "one"));
        say(posting("m1", "one"), posting("m2", "two"));
        assertEquals(List.of(posting("m1", "one"), posting("m2", "two")), outbox().waiting(Duration.ZERO));
        outbox().sent(List.of(posting("m1", "one")));
        assertEquals(List.of(posting("m2", "two")), outbox().waiting(Duration.ZERO));
    }

    /** What deliveries have to send by now. */
    protected abstract List<Posting> handedOver();

    @Test
    void what_is_handed_over_waits_no_more_and_is_delivered_once() {
        say(posting("m1", "one"), posting("m2", "two"));
        Instant now = Instant.now();
        outbox().handOver(posting("m1", "one"), now, now.plusSeconds(60));
        outbox().handOver(posting("m1", "one"), now, now.plusSeconds(60));
        outbox().handOver(posting("unknown", ""), now, now.plusSeconds(60));
        assertEquals(List.of(posting("m2", "two")), outbox().waiting(Duration.ZERO));
        assertEquals(List.of(posting("m1", "one")), handedOver());
    }

    @Test
    void a_message_that_was_just_committed_has_not_waited_for_an_hour() {
        say(posting("m1", "one"));
        assertEquals(List.of(), outbox().waiting(Duration.ofHours(1)));
    }

    private void say(Posting... postings) {
        assertEquals(
                TurnStore.Outcome.COMMITTED,
                store().commit(Commits.on(store()).saying(postings).done()));
    }
}
