package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Heard;
import throughline.core.conversation.InMemoryAddresses;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** What is said to somebody who waits while the answer is slow. */
class InvokesTest {
    private static final String FORM = "{\"text\":\"Which one?\",\"card\":{\"body\":[{\"type\":\"Input.Text\"}]}}";

    private final OpenRequests requests = new OpenRequests();
    private final Late late = new Late();

    @AfterEach
    void stop() {
        late.shutdownNow();
    }

    /** Does what it is given, and says that it was too slow. */
    private static final class Late extends ThreadPoolExecutor {
        Late() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
            return new FutureTask<>(task) {
                @Override
                public T get(long timeout, TimeUnit unit)
                        throws InterruptedException, ExecutionException, TimeoutException {
                    get();
                    throw new TimeoutException();
                }
            };
        }
    }

    /** Puts a form into the response. */
    private final class Asking implements Listener {
        @Override
        public Optional<Heard> accept(Incoming incoming) {
            Posting form = new Posting("t1.0", incoming.place(), "", FORM, incoming.returnPath());
            return Optional.of(() -> requests.takesForm(form) ? List.of(form) : List.of());
        }

        @Override
        public Optional<List<Posting>> ask(Incoming incoming) {
            return Optional.empty();
        }
    }

    @Test
    void a_form_that_the_response_took_is_shown_even_if_the_rest_is_late() {
        References references = new References(new InMemoryAddresses());
        StubCourier courier = new StubCourier();
        Roster roster = new Roster(courier, references, new Roster.House(Optional.empty(), true), new HandClock());
        TeamsMessenger messenger = new TeamsMessenger(
                references,
                roster,
                new Mailing(courier),
                requests,
                parcel -> Optional.empty(),
                TeamsMessengerTest.noPost());
        Invokes invokes = new Invokes(new Asking(), messenger, references, requests, late);
        JsonNode value =
                Json.object().set("data", Activities.data("link I12", "t9.0#0").put("verb", "fill"));
        Arrival submit = new Arrival(Activities.invoke("i1", Activities.PERSONAL, "task/submit", value));
        String response = String.valueOf(invokes.answer(submit).getBody().orElseThrow());
        assertEquals("continue", Json.own(response).at("/task/type").asText(), response);
    }
}
