package throughline.core.ritual;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Lines;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/**
 * The month's pulse of each team: what is asked, and what is told of it in the end. A person is asked at most once a month, for one
 * team, so no two figures of a month have an answer in common; a figure is made once, when nobody can answer any more.
 *
 * @param strengths how sure it is that an initiative serves each objective; empty while nobody can tell
 */
public record PulseRound(Roadmap roadmap, Function<Initiative, Optional<Map<ItemId, Double>>> strengths) {
    /** On this day of a month it begins, or on one of the next ones if nobody asked then. */
    static final int FIRST_DAY = 8;

    static final int LAST_TO_BEGIN = 14;
    static final int LAST_DAY = 22;
    private static final int DISTRACTORS = 3;

    /** From this on it is no plain mistake to name an objective. */
    private static final double STRONG = 0.15;

    /** Nor is it if it comes so near to what is right. */
    private static final double NEAR = 0.7;

    /** What is right or may be taken for it, as recorded. */
    public static Set<ItemId> right(Roadmap roadmap, Initiative bet) {
        return new Connected(roadmap, bet).objectives();
    }

    /** The pulse of a team for a month, if it is to begin on this day. */
    Optional<Pulse> begun(Team team, LocalDate today, ItemId id) {
        boolean isTime = today.getDayOfMonth() >= FIRST_DAY && today.getDayOfMonth() <= LAST_TO_BEGIN;
        List<Pulse> before = roadmap.pulses(team);
        String month = YearMonth.from(today).toString();
        boolean isAsked = before.stream().anyMatch(pulse -> pulse.month().equals(month));
        if (!isTime || isAsked || asked(roadmap, team).size() < Pulse.FEWEST) {
            return Optional.empty();
        }
        return roadmap.in(Horizon.NOW, team).stream()
                .sorted(Comparator.comparing((Initiative bet) -> last(before, bet))
                        .thenComparing(Item::id))
                .flatMap(bet -> options(bet).stream().map(options -> pulse(team, today, id, bet, options)))
                .findFirst();
    }

    private static String last(List<Pulse> before, Initiative bet) {
        return before.stream()
                .filter(pulse -> pulse.about().equals(bet.id()))
                .map(Pulse::month)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static Pulse pulse(Team team, LocalDate today, ItemId id, Initiative bet, List<ItemId> options) {
        return (Pulse) Kind.PULSE.item(
                id,
                Values.none()
                        .with(Pulse.TEAM, team.id())
                        .with(Pulse.MONTH, YearMonth.from(today).toString())
                        .with(Pulse.ABOUT, bet.id())
                        .with(Pulse.OPTIONS, options)
                        .with(Pulse.ON, today)
                        .with(Pulse.UNTIL, today.withDayOfMonth(LAST_DAY)));
    }

    /** The right one among what may be taken for it, in the order of ids; empty if there is no line or nothing plainly wrong. */
    public Optional<List<ItemId>> options(Initiative bet) {
        Optional<ItemId> right = new Lines(roadmap).of(bet).objective();
        return right.flatMap(objective -> strengths.apply(bet).map(strong -> distractors(bet, objective, strong)))
                .filter(wrong -> !wrong.isEmpty())
                .map(wrong ->
                        Stream.concat(right.stream(), wrong.stream()).sorted().toList());
    }

    private List<ItemId> distractors(Initiative bet, ItemId right, Map<ItemId, Double> strong) {
        Set<ItemId> connected = right(roadmap, bet);
        double limit = Math.min(STRONG, NEAR * Math.max(strong.getOrDefault(right, 0.0), Double.MIN_NORMAL));
        Set<String> titles = connected.stream()
                .flatMap(id -> roadmap.find(id).stream())
                .map(PulseRound::folded)
                .collect(Collectors.toSet());
        return roadmap.objectives().stream()
                .filter(objective -> !connected.contains(objective.id()) && titles.add(folded(objective)))
                .filter(objective -> strong.getOrDefault(objective.id(), 0.0) < limit)
                .sorted(Comparator.comparing((Objective objective) -> -strong.getOrDefault(objective.id(), 0.0))
                        .thenComparing(Item::id))
                .map(Item::id)
                .limit(DISTRACTORS)
                .toList();
    }

    /** What is to choose from today: what was connected since is taken out, and what is right now is in. */
    public static List<ItemId> options(Roadmap roadmap, Pulse pulse, Initiative about) {
        Set<ItemId> connected = right(roadmap, about);
        Stream<ItemId> wrong = pulse.options().stream()
                .filter(option -> !connected.contains(option))
                .filter(option -> roadmap.find(option).isPresent());
        return Stream.concat(new Lines(roadmap).of(about).objective().stream(), wrong)
                .sorted()
                .toList();
    }

    private static String folded(Item item) {
        return item.title().strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Who is asked for a team: those of its members who are in no team before it. */
    static List<PersonId> asked(Roadmap roadmap, Team team) {
        Set<PersonId> elsewhere = roadmap.teams().stream()
                .takeWhile(other -> !other.id().equals(team.id()))
                .flatMap(other -> other.members().stream())
                .collect(Collectors.toSet());
        return team.members().stream()
                .distinct()
                .filter(member -> !elsewhere.contains(member))
                .toList();
    }

    /** The day where a team is. */
    static LocalDate day(Team team, Today today) {
        return today.now()
                .atZone(team.values().find(Team.ZONE).orElse(ZoneOffset.UTC))
                .toLocalDate();
    }

    /** Whether this person answered a pulse of this month already, for whatever team. */
    public static boolean hasAnswered(Roadmap roadmap, Person person, Pulse pulse) {
        return person.pulses().stream()
                .flatMap(answer -> roadmap.beside(answer.pulse(), Pulse.class).stream())
                .anyMatch(earlier -> earlier.month().equals(pulse.month()));
    }

    /**
     * What is told of a pulse that is over: nothing where too few answered, and nothing where what somebody answered may follow from a
     * figure about the same question, of whatever team, that is known.
     */
    Optional<Pulse.Share> figure(Pulse pulse, People people) {
        Set<PersonId> now = who(pulse, people);
        long right = people.stream()
                .flatMap(person -> person.answer(pulse.id().text()).stream())
                .filter(answer -> answer.isRight().orElse(false))
                .count();
        return Pulse.Share.of(now.size(), (int) right)
                .filter(figure -> roadmap.all(Kind.PULSE).stream()
                        .map(Pulse.class::cast)
                        .filter(earlier -> isSameQuestion(earlier, pulse))
                        .noneMatch(earlier -> earlier.share()
                                .filter(known -> isTelling(known, who(earlier, people), figure, now))
                                .isPresent()));
    }

    /** Also about what was put on the roadmap a second time. */
    private boolean isSameQuestion(Pulse one, Pulse other) {
        return one.about().equals(other.about())
                || title(one).filter(title(other).orElse("")::equals).isPresent();
    }

    private Optional<String> title(Pulse pulse) {
        return roadmap.find(pulse.about()).map(PulseRound::folded);
    }

    private static Set<PersonId> who(Pulse pulse, People people) {
        return people.stream()
                .filter(person -> person.answer(pulse.id().text()).isPresent())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** Those of an earlier figure who are not known any more may be among these, or not. */
    private static boolean isTelling(Pulse.Share known, Set<PersonId> earlier, Pulse.Share figure, Set<PersonId> now) {
        int both = (int) now.stream().filter(earlier::contains).count();
        int unknown = known.answers() - earlier.size();
        return IntStream.rangeClosed(0, Math.min(unknown, now.size() - both))
                .mapToObj(more -> new Beside(both + more, known.answers() - both - more, now.size() - both - more))
                .anyMatch(beside -> beside.isTelling(known, figure));
    }

    /** The records of those who answered, without what. */
    static List<Person> counted(Pulse pulse, People people) {
        List<Person> counted = new ArrayList<>();
        people.stream()
                .filter(person -> person.answer(pulse.id().text()).isPresent())
                .forEach(person -> counted.add(person.answered(person.pulses().stream()
                        .map(answer -> answer.pulse().equals(pulse.id().text()) ? answer.counted() : answer)
                        .toList())));
        return counted;
    }
}
