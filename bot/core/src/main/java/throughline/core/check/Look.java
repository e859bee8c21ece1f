package throughline.core.check;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Team;

/** What rules may look at: the roadmap, on a day. */
public record Look(Roadmap roadmap, LocalDate today) {
    private static final String FILE = "file";

    Stream<KeyResult> keyResults(Initiative bet) {
        return bet.serves().stream().flatMap(id -> roadmap.find(id, KeyResult.class).stream());
    }

    Stream<Objective> objectives(Initiative bet) {
        return keyResults(bet)
                .map(KeyResult::objective)
                .distinct()
                .flatMap(id -> roadmap.find(id, Objective.class).stream());
    }

    Stream<Initiative> needs(Initiative bet) {
        return bet.values().all(Initiative.DEPENDS_ON).stream()
                .flatMap(id -> roadmap.find(id, Initiative.class).stream());
    }

    Optional<Team> team(Optional<ItemId> id) {
        return id.flatMap(found -> roadmap.find(found, Team.class));
    }

    /** Days since somebody touched or confirmed it; an import says nothing of something that has been confirmed. */
    long daysUntouched(Item item, Optional<Confirmation> confirmed) {
        Optional<LocalDate> said = confirmed.map(Confirmation::on);
        Optional<LocalDate> touched = roadmap.lastTouched(item.id())
                .filter(stamp -> said.isEmpty() || !stamp.via().equals(FILE))
                .map(Look::day);
        return Stream.of(said, touched)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .map(last -> Math.max(0, ChronoUnit.DAYS.between(last, today)))
                .orElse(0L);
    }

    private static LocalDate day(Stamp stamp) {
        return stamp.at().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
