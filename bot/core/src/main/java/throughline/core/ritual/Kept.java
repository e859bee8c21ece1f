package throughline.core.ritual;

import java.util.List;
import java.util.Set;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;

/**
 * What time alone brought, to be committed together by the bot.
 *
 * @param people records to write
 * @param basis as in {@code Turn.reliedOn}
 */
public record Kept(List<Change> changes, List<Person> people, Set<String> basis) {
    public Kept {
        changes = List.copyOf(changes);
        people = List.copyOf(people);
        basis = Set.copyOf(basis);
    }
}
