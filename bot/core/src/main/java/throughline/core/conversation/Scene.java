package throughline.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.roadmap.Roadmap;

/** Everything that a turn may look at. */
public record Scene(Roadmap roadmap, People people, Person person, Place place, Input input, Instant now) {

    /** The calendar day where the person is; UTC for those whose zone is unknown. */
    public LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    public ZoneId zone() {
        return person.zone().orElse(ZoneOffset.UTC);
    }
}
