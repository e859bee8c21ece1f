package throughline.core.ritual;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/**
 * What time brings for pulses: one begins for each team in a month, and is counted when it is over.
 *
 * @param strengths as in {@link PulseRound}
 */
public record Pulses(BiFunction<Roadmap, Initiative, Optional<Map<ItemId, Double>>> strengths) {
    private static final String WISH = "pulse:";

    /** At most one pulse is begun or counted: the next one finds another id and other records. */
    public List<Kept> keep(Today today) {
        return Stream.concat(over(today), begun(today)).limit(1).toList();
    }

    private static Stream<Kept> over(Today today) {
        return today.roadmap().openPulses().stream()
                .filter(pulse -> day(pulse, today).isAfter(pulse.until()))
                .map(pulse -> counted(pulse, today));
    }

    private static LocalDate day(Pulse pulse, Today today) {
        return today.roadmap()
                .find(pulse.team(), Team.class)
                .map(team -> PulseRound.day(team, today))
                .orElseGet(today::day);
    }

    private static Kept counted(Pulse pulse, Today today) {
        Roadmap roadmap = today.roadmap();
        Optional<Pulse.Share> share = new PulseRound(roadmap, bet -> Optional.empty()).figure(pulse, today.people());
        List<Person> people = PulseRound.counted(pulse, today.people());
        Change closed = Change.edited(pulse, Pulse.CLOSED, Optional.of(day(pulse, today)));
        Stream<Change> figure = share.stream()
                .flatMap(told -> Stream.of(
                        Change.edited(pulse, Pulse.ANSWERS, whole(told.answers())),
                        Change.edited(pulse, Pulse.LEAST, whole(told.least())),
                        Change.edited(pulse, Pulse.MOST, whole(told.most()))));
        Set<String> basis = new HashSet<>(Set.of(pulse.id().text()));
        people.forEach(person -> basis.addAll(new Change.PersonTouched(person.id()).moves()));
        return new Kept(Stream.concat(Stream.of(closed), figure).toList(), people, basis);
    }

    private static Optional<java.math.BigDecimal> whole(int number) {
        return Optional.of(java.math.BigDecimal.valueOf(number));
    }

    private Stream<Kept> begun(Today today) {
        Roadmap roadmap = today.roadmap();
        PulseRound round = new PulseRound(roadmap, bet -> strengths.apply(roadmap, bet));
        ItemId id = roadmap.nextBeside(Kind.PULSE);
        return roadmap.teams().stream()
                .flatMap(team -> round.begun(team, PulseRound.day(team, today), id).stream())
                .map(pulse -> new Kept(List.of(new Change.Added(pulse)), List.of(), Set.of(id.text())));
    }

    /** A pulse that somebody is asked. */
    public record Asked(Person person, Pulse pulse, Team team, Initiative about) {}

    /** Who is asked what now, those who answered left out. */
    public static Stream<Asked> asked(Today today) {
        Roadmap roadmap = today.roadmap();
        return roadmap.openPulses().stream()
                .filter(pulse -> !day(pulse, today).isAfter(pulse.until()))
                .flatMap(pulse -> roadmap.find(pulse.team(), Team.class).stream()
                        .flatMap(team -> roadmap.find(pulse.about(), Initiative.class).stream()
                                .flatMap(about -> PulseRound.asked(roadmap, team).stream()
                                        .flatMap(id -> today.people().find(id).stream())
                                        .filter(person -> !PulseRound.hasAnswered(roadmap, person, pulse))
                                        .map(person -> new Asked(person, pulse, team, about)))));
    }

    /** How many of the pulses that somebody was asked before got no answer, in a row; those of the last months. */
    public static int silent(Asked asked, Today today) {
        List<Pulse> before = today.roadmap().pulses(asked.team()).stream()
                .filter(pulse -> pulse.month().compareTo(asked.pulse().month()) < 0)
                .toList();
        int silent = 0;
        for (int i = before.size() - 1; i >= 0 && silent < Etiquette.PATIENCE; i--) {
            String id = before.get(i).id().text();
            if (asked.person().answer(id).isPresent()) {
                return silent;
            }
            silent += today.told(asked.person().id(), wish(before.get(i))).isPresent() ? 1 : 0;
        }
        return silent;
    }

    /** The id of the wish to ask. */
    public static String wish(Pulse pulse) {
        return WISH + pulse.id();
    }

    /** The pulse that a wish is about; empty for all others. */
    public static Optional<Pulse> of(String wish, Roadmap roadmap) {
        return wish.startsWith(WISH) ? roadmap.beside(wish.substring(WISH.length()), Pulse.class) : Optional.empty();
    }

    /** Whether the person is one of those who are asked. */
    public static boolean isAsked(Roadmap roadmap, Pulse pulse, Person person) {
        return roadmap.find(pulse.team(), Team.class)
                .filter(team -> PulseRound.asked(roadmap, team).contains(person.id()))
                .isPresent();
    }
}
