package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Inbox.Waiting;
import throughline.core.people.Account;

/** What an {@link Inbox} does. Each test begins with an empty one. */
public abstract class InboxContract {
    private static final Place DIRECT = new Place("local", "dm", Optional.empty(), Place.Reach.DIRECT);

    protected abstract Inbox inbox();

    /** The same inbox as another process sees it. */
    protected abstract Inbox seenByAnother();

    /** Something that was written in a direct conversation. */
    public static Incoming said(String delivery, String text) {
        return new Incoming(
                delivery,
                Speaker.member(Account.local("ana"), "Ana Lima"),
                DIRECT,
                new Input.Said(text, Input.Manner.OPEN),
                "");
    }

    @Test
    void an_accepted_input_waits_as_it_came() {
        Incoming written = said("d1", " “now”\n\u0000 \uD83D\uDE80 {{}} ");
        Incoming silent = said("d2", "");
        Incoming tapped = new Incoming(
                "d3",
                new Speaker(new Account("slack", "U1"), "Ben", Speaker.Standing.UNVERIFIED),
                new Place("slack", "C1", Optional.of("17.4"), Place.Reach.EXTERNAL),
                new Input.Tapped("pick", "I1", "m1", Map.of("okr", List.of("O1", "O2"), "why", List.of())),
                "https://hooks.example/1");
        List.of(written, silent, tapped).forEach(this::accept);
        assertEquals(List.of(written, silent, tapped), incoming(seenByAnother().waiting(Duration.ZERO)));
    }

    @Test
    void the_same_delivery_is_accepted_once() {
        accept(said("d1", "now"));
        assertEquals(Optional.empty(), inbox().accept(said("d1", "now")));
        assertEquals(Optional.empty(), seenByAnother().accept(said("d1", "now")));
        assertEquals(1, inbox().waiting(Duration.ZERO).size());
    }

    @Test
    void a_delivery_that_was_answered_is_still_known() {
        inbox().done(inbox().accept(said("d1", "now")).orElseThrow());
        assertEquals(Optional.empty(), inbox().accept(said("d1", "now")));
        assertEquals(List.of(), inbox().waiting(Duration.ZERO));
    }

    @Test
    void an_input_that_is_done_waits_no_more() {
        String first = inbox().accept(said("d1", "now")).orElseThrow();
        String second = inbox().accept(said("d2", "next")).orElseThrow();
        seenByAnother().done(first);
        seenByAnother().done(first);
        assertEquals(
                List.of(second),
                inbox().waiting(Duration.ZERO).stream().map(Waiting::ticket).toList());
    }

    @Test
    void an_input_that_just_came_has_not_waited_for_an_hour() {
        accept(said("d1", "now"));
        assertTrue(inbox().waiting(Duration.ofHours(1)).isEmpty());
    }

    /** Accepts what did not come before. */
    protected final void accept(Incoming incoming) {
        assertTrue(inbox().accept(incoming).isPresent());
    }

    private static List<Incoming> incoming(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::incoming).toList();
    }
}
