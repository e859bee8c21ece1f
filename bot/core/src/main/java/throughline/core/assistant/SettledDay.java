package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Card;
import throughline.core.delivery.Diary;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;

/**
 * What stands in somebody's last message of a day, once a part of it needs nothing any more: that part keeps its text and loses its buttons
 * (product, etiquette).
 */
record SettledDay(Person person, Diary diary, Today today, List<Occasion> occasions) {
    /** What became of a part that needed something. */
    static final String SETTLED = "settled";

    /** What was asked a week ago may be asked once more, as another part. */
    private static final Duration STANDS = Duration.ofDays(6);

    /** The message that stands; empty if it is too long ago. */
    Optional<Diary.Made> message() {
        return diary.made().stream()
                .reduce((earlier, later) -> later)
                .filter(made -> made.at().plus(STANDS).isAfter(today.now()));
    }

    /** Parts of it that need nothing any more since the last look. */
    List<Diary.Told> freshly() {
        return parts().filter(part -> part.outcome().equals(Daily.SAID))
                .filter(part -> settled(part).isPresent())
                .toList();
    }

    /** How many of its parts need nothing any more. */
    long settled() {
        return parts().filter(part -> settled(part).isPresent()).count();
    }

    private Stream<Diary.Told> parts() {
        return message().stream()
                .flatMap(made -> diary.told().stream()
                        .filter(part -> part.at().equals(made.at()))
                        .filter(part -> part.outcome().equals(Daily.SAID)
                                || part.outcome().equals(SETTLED)));
    }

    private Optional<Section> settled(Diary.Told part) {
        return occasions.stream()
                .flatMap(occasion -> occasion.settled(part.part(), person, today).stream())
                .findFirst();
    }

    /** The message as it should stand; empty if nothing is known of its parts any more. */
    Optional<Card> card() {
        Map<String, Errand> open = open();
        List<Errand> left = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        parts().forEach(part -> {
            Optional<Section> settled = settled(part);
            Optional<Errand> errand =
                    settled.isPresent() ? Optional.empty() : Optional.ofNullable(open.get(part.part()));
            errand.ifPresent(left::add);
            settled.or(() -> errand.map(Errand::section)).ifPresent(sections::add);
        });
        return sections.isEmpty() ? Optional.empty() : Optional.of(Errand.standing(left, sections));
    }

    /** What would be told now, had the message not been. */
    private Map<String, Errand> open() {
        Map<PersonId, Map<String, Instant>> told = new HashMap<>(today.told());
        Map<String, Instant> before = new HashMap<>(told.getOrDefault(person.id(), Map.of()));
        parts().map(Diary.Told::part).forEach(before::remove);
        told.put(person.id(), before);
        Today morning = new Today(today.roadmap(), today.history(), today.people(), today.agenda(), today.now(), told);
        Map<String, Errand> open = new LinkedHashMap<>();
        occasions.stream()
                .flatMap(occasion -> occasion.errands(morning).stream())
                .filter(errand -> errand.to().equals(person.id()))
                .forEach(errand -> open.putIfAbsent(errand.wish().id(), errand));
        return open;
    }

    /** The diary after it. */
    Diary after() {
        List<Diary.Told> fresh = freshly();
        return diary.telling(diary.told().stream()
                .map(part -> fresh.contains(part) ? new Diary.Told(part.part(), SETTLED, part.at()) : part)
                .toList());
    }
}
