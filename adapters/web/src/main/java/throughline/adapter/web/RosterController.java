package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.roadmap.Team;

/** Who one can be and where one can talk, for the page's switches. */
@LocalOnly
@Requires(property = "throughline.local", value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/local")
final class RosterController {
    private static final String ADMIN = "admin";
    private static final String GENERAL = "#general";

    private final TurnStore store;

    RosterController(TurnStore store) {
        this.store = store;
    }

    @Get("/people")
    String people() {
        List<Entry> entries = new ArrayList<>(
                store.load("").people().stream().flatMap(Entry::of).toList());
        if (entries.stream().noneMatch(entry -> entry.handle().equals(ADMIN))) {
            entries.add(new Entry(ADMIN, "Admin", Set.of(Role.ADMIN)));
        }
        entries.sort(
                Comparator.comparing(Entry::highest).thenComparing(Entry::name).thenComparing(Entry::handle));
        return Json.envelope(
                "people", Json.array(entries.stream().map(Entry::written).toList()));
    }

    @Get("/channels")
    String channels() {
        Set<String> channels = new LinkedHashSet<>();
        channels.add(Channel.DIRECT);
        store.load("").roadmap().teams().stream()
                .map(Team::channel)
                .flatMap(Optional::stream)
                .forEach(channels::add);
        channels.add(GENERAL);
        return Json.envelope("channels", Json.texts(channels));
    }

    /** Somebody as the person switch lists them. */
    private record Entry(String handle, String name, Set<Role> roles) {
        static Stream<Entry> of(Person person) {
            return person.accounts().stream()
                    .filter(account -> account.platform().equals(Account.LOCAL))
                    .limit(1)
                    .map(account -> new Entry(account.id(), person.name(), person.roles()));
        }

        Role highest() {
            return roles.stream().max(Comparator.naturalOrder()).orElse(Role.STAKEHOLDER);
        }

        ObjectNode written() {
            return Json.object()
                    .put("handle", handle)
                    .put("name", name)
                    .put("title", highest().title())
                    .set(
                            "roles",
                            Json.texts(
                                    roles.stream().sorted().map(Role::written).toList()));
        }
    }
}
