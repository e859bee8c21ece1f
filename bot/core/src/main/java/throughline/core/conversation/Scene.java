package throughline.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.roadmap.Roadmap;

/**
 * Everything that a turn may look at.
 *
 * @param history what led to the roadmap
 * @param incoming what came in, introduced
 * @param fresh an unguessable id that nobody had before, for what the turn makes
 */
public record Scene(
        Roadmap roadmap, History history, People people, Person person, Incoming incoming, Instant now, String fresh) {
    public Place place() {
        return incoming.place();
    }

    public Input input() {
        return incoming.input();
    }

    /** Whether somebody from outside the organization is told, or reads along: only the public view is given then. */
    public boolean isPublic() {
        return !incoming.from().isMember() || place().reach() == Place.Reach.EXTERNAL;
    }

    /** The calendar day where the person is; UTC for those whose zone is unknown. */
    public LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    public ZoneId zone() {
        return person.zone().orElse(ZoneOffset.UTC);
    }
}
