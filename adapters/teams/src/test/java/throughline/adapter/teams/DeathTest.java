package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** A process dies while it answers; the next one, on the same store, answers what is left. */
class DeathTest {
    private static final Duration FORGOTTEN = Duration.ofSeconds(31);
    private static final ObjectNode LINK = Activities.data("link I12 O2-KR1", "t9.0#0");

    private final TeamsChat dying = new TeamsChat(Map.of("teams.local", "true"), DiesBeforeAnswering::new);
    private Optional<TeamsChat> started = Optional.empty();

    /** A process that dies as soon as an input is persisted. */
    private record DiesBeforeAnswering(Listener bot) implements Listener {
        @Override
        public Optional<Heard> accept(Incoming incoming) {
            return bot.accept(incoming).map(persisted -> DiesBeforeAnswering::die);
        }

        private static List<Posting> die() {
            throw new IllegalStateException("killed");
        }

        @Override
        public Optional<List<Posting>> ask(Incoming incoming) {
            return bot.ask(incoming);
        }
    }

    @AfterEach
    void close() {
        started.ifPresent(TeamsChat::close);
        dying.close();
    }

    private TeamsChat next() {
        TeamsChat next = dying.after(FORGOTTEN);
        started = Optional.of(next);
        return next;
    }

    private static HttpResponse<String> tap(TeamsChat chat, String id) {
        return chat.deliver(Activities.from(
                "maya",
                chat.invoke(
                        id, Activities.PERSONAL, "adaptiveCard/action", Activities.execute("ask", LINK.deepCopy()))));
    }

    private static List<JsonNode> answers(TeamsChat chat) {
        return chat.sent(Activities.PERSONAL);
    }

    @Test
    void a_tap_that_was_persisted_is_answered_once_by_the_next_process() {
        int facts = dying.store.log().size();
        HttpResponse<String> told = tap(dying, "i1");
        assertTrue(told.body().contains("the answer comes as a message"), told.body());
        assertEquals(facts, dying.store.log().size());
        TeamsChat next = next();
        next.bot.catchUp();
        next.bot.catchUp();
        assertEquals(facts + 1, next.store.log().size());
        assertEquals(1, answers(next).size());
        assertTrue(tap(next, "i2").body().contains("I answered that a moment ago."));
        assertEquals(facts + 1, next.store.log().size(), "a new id is no new tap");
        assertEquals(1, answers(next).size());
    }

    @Test
    void a_message_that_was_persisted_is_answered_once_by_the_next_process() {
        ObjectNode message = dying.message("m1", Activities.PERSONAL, "now");
        assertEquals(202, dying.deliver(message).statusCode());
        TeamsChat next = next();
        next.bot.catchUp();
        next.bot.catchUp();
        assertEquals(202, next.deliver(message).statusCode());
        assertTrue(next.store.inbox().waiting(Duration.ZERO).isEmpty());
        assertEquals(1, answers(next).size());
    }

    @Test
    void a_change_whose_answer_did_not_leave_is_told_once_by_the_next_process() {
        TeamsChat first = next();
        int facts = first.store.log().size();
        first.teams.stubFor(WireMock.post(WireMock.urlPathMatching(".*/activities"))
                .willReturn(WireMock.aResponse().withStatus(503)));
        tap(first, "i1");
        assertEquals(facts + 1, first.store.log().size());
        first.beginAnew();
        try (TeamsChat second = first.after(FORGOTTEN)) {
            second.bot.catchUp();
            second.bot.catchUp();
            tap(second, "i2");
            assertEquals(facts + 1, second.store.log().size());
            assertEquals(1, answers(second).size());
        }
    }

    @Test
    void a_tap_that_was_not_persisted_has_its_effect_when_it_comes_again() {
        int facts = dying.store.log().size();
        TeamsChat next = next();
        tap(next, "i2");
        tap(next, "i3");
        assertEquals(facts + 1, next.store.log().size());
        assertEquals(1, answers(next).size());
    }
}
