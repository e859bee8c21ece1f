package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Roadmap.Placed;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

class RosterTest {
    @Test
    void people_come_with_their_handle_and_highest_role_and_the_admin_is_always_there() {
        People people = People.of(List.of(
                person("1", "Priya Shah", Set.of(Role.PM, Role.PRODUCT_LEAD), Account.local("priya")),
                person("2", "Ana", Set.of(Role.STAKEHOLDER), new Account("slack", "U1"), Account.local("ana")),
                person("3", "Elsewhere", Set.of(Role.PM), new Account("slack", "U2"))));

        assertEquals(
                List.of(
                        "{\"handle\":\"ana\",\"name\":\"Ana\",\"title\":\"stakeholder\",\"roles\":[\"stakeholder\"]}",
                        "{\"handle\":\"priya\",\"name\":\"Priya Shah\",\"title\":\"product lead\",\"roles\":[\"pm\",\"product_lead\"]}",
                        "{\"handle\":\"admin\",\"name\":\"Admin\",\"title\":\"admin\",\"roles\":[\"admin\"]}"),
                listed("people", Roadmap.empty(), people, JsonNode::toString));
    }

    @Test
    void an_admin_of_that_handle_is_not_listed_twice() {
        People people = People.of(List.of(person("1", "Admin", Set.of(Role.ADMIN), Account.local("admin"))));
        assertEquals(
                List.of("Admin"),
                listed(
                        "people",
                        Roadmap.empty(),
                        people,
                        one -> one.path("name").asText()));
    }

    @Test
    void each_teams_channel_is_listed_once_between_the_direct_and_the_general_one() {
        Roadmap roadmap = Roadmap.empty()
                .withAll(Stream.of(
                                team("TM1", "#growth"),
                                team("TM2", "#billing"),
                                team("TM3", "#growth"),
                                team("TM4", "#general"))
                        .toList());
        assertEquals(
                List.of("dm", "#growth", "#billing", "#general"),
                listed("channels", roadmap, People.none(), JsonNode::asText));
    }

    private static List<String> listed(String what, Roadmap roadmap, People people, Function<JsonNode, String> as) {
        try (LocalChat chat =
                new LocalChat(true, incoming -> List.of(), new FixedStore(roadmap, people), new HandClock(false))) {
            JsonNode list = LocalChat.content(chat.get("/local/" + what)).path(what);
            return StreamSupport.stream(list.spliterator(), false).map(as).toList();
        }
    }

    private static Person person(String id, String name, Set<Role> roles, Account... accounts) {
        return new Person(
                new PersonId(id),
                name,
                roles,
                Optional.empty(),
                Person.Details.NONE,
                List.of(accounts),
                Optional.empty());
    }

    private static Placed team(String id, String channel) {
        Values values = Values.none().with(Team.NAME, id).with(Team.CHANNEL, channel);
        return new Placed(Kind.TEAM.item(new ItemId(id), values), new Stamp(Instant.EPOCH, PersonId.BOT, "file"));
    }
}
