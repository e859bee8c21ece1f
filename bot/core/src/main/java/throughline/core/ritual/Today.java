package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.History;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Roadmap;

/**
 * What is known when it is looked for what to tell whom.
 *
 * @param told what each person was told, or not told for a reason: the ids of wishes, and when
 */
public record Today(
        Roadmap roadmap,
        History history,
        People people,
        Agenda agenda,
        Instant now,
        Map<PersonId, Map<String, Instant>> told) {
    public Today {
        told = Map.copyOf(told);
    }

    /** When somebody was told so. */
    public Optional<Instant> told(PersonId person, String wish) {
        return Optional.ofNullable(told.getOrDefault(person, Map.of()).get(wish));
    }

    /** The day where the person is. */
    public LocalDate day(Person person) {
        return now.atZone(person.zone().orElse(ZoneOffset.UTC)).toLocalDate();
    }

    public LocalDate day() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
