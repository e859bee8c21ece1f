package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Transcript.Kept;

/** What a {@link Transcript} does. Each test begins with an empty one. */
public abstract class TranscriptContract {
    protected abstract Transcript transcript();

    @Test
    void messages_are_kept_in_the_order_of_arrival() {
        transcript().keep("#growth", "b", "first “one” \uD83D\uDE80");
        transcript().keep("#growth", "a", "");
        assertEquals(
                List.of(new Kept("b", "first “one” \uD83D\uDE80"), new Kept("a", "")),
                transcript().since("#growth", ""));
    }

    @Test
    void a_message_with_a_known_id_is_not_kept_again() {
        transcript().keep("#growth", "a", "first");
        transcript().keep("#growth", "b", "second");
        transcript().keep("#growth", "a", "changed");
        assertEquals(
                List.of(new Kept("a", "first"), new Kept("b", "second")),
                transcript().since("#growth", ""));
    }

    @Test
    void a_message_is_replaced_where_it_stands() {
        transcript().keep("#growth", "a", "first");
        transcript().keep("#growth", "b", "second");
        transcript().replace("#growth", "a", "changed");
        transcript().replace("#growth", "unknown", "nothing");
        transcript().replace("#billing", "a", "nothing");
        assertEquals(
                List.of(new Transcript.Kept("a", "changed"), new Transcript.Kept("b", "second")),
                transcript().since("#growth", ""));
        assertEquals(List.of(), transcript().since("#billing", ""));
    }

    @Test
    void only_what_came_after_a_message_is_told() {
        transcript().keep("#growth", "a", "first");
        transcript().keep("#growth", "b", "second");
        transcript().keep("#growth", "c", "third");
        assertEquals(
                List.of(new Kept("b", "second"), new Kept("c", "third")),
                transcript().since("#growth", "a"));
        assertEquals(List.of(), transcript().since("#growth", "c"));
    }

    @Test
    void after_an_unknown_message_everything_is_told() {
        transcript().keep("#growth", "a", "first");
        assertEquals(List.of(new Kept("a", "first")), transcript().since("#growth", "gone"));
    }

    @Test
    void channels_are_kept_apart() {
        transcript().keep("#growth", "a", "first");
        transcript().keep("dm:ana", "a", "private");
        assertEquals(List.of(new Kept("a", "first")), transcript().since("#growth", ""));
        assertEquals(List.of(), transcript().since("#nowhere", ""));
    }
}
