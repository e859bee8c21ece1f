package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.roadmap.Acme;

class WhereaboutsTest {
    private static final Person MAYA = Acme.people()
            .find(Acme.MAYA)
            .orElseThrow()
            .with(new Account("slack", "T1/U1"))
            .with(new Account("teams", "aad-maya"));

    private final Chat chat = new Chat();

    @Test
    void where_somebody_was_asked_from_is_preferred() {
        assertEquals("teams:aad-maya", found("teams", "local", "slack", "teams"));
        assertEquals("local:maya", found("local", "local", "slack", "teams"));
    }

    @Test
    void the_local_chat_comes_last_elsewhere() {
        assertEquals("slack:T1/U1", found("teams", "local", "slack"));
        assertEquals("local:maya", found("teams", "local"));
    }

    @Test
    void nobody_is_reached_where_nobody_speaks() {
        assertEquals("", found("teams", "zoom"));
    }

    @Test
    void a_platform_that_fails_is_as_good_as_none() {
        Messenger broken = chat.new Voice("teams") {
            @Override
            public Optional<Place> direct(Account account, Place near) {
                throw new IllegalStateException("silent");
            }
        };
        assertEquals("slack:T1/U1", found("teams", List.of(broken, chat.new Voice("slack"))));
    }

    private String found(String from, String... platforms) {
        return found(
                from,
                Arrays.stream(platforms)
                        .<Messenger>map(one -> chat.new Voice(one))
                        .toList());
    }

    private static String found(String from, List<Messenger> messengers) {
        Map<String, Messenger> all =
                messengers.stream().collect(Collectors.toMap(Messenger::platform, Function.identity()));
        Place near = new Place(from, "#growth", Optional.empty(), Place.Reach.INTERNAL);
        return new Whereabouts(all, Acme.people().with(MAYA), near)
                .find(Acme.MAYA)
                .map(spot -> spot.account().toString())
                .orElse("");
    }
}
