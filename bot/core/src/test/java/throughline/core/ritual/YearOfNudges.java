package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import throughline.core.card.PlainText;
import throughline.core.conversation.History;
import throughline.core.conversation.Place;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/**
 * A year of one organization, replayed with a settable clock through what decides about nudges: twelve teams in six zones, holidays, and
 * changes by a seeded generator.
 */
final class YearOfNudges {
    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Australia/Sydney");
    private static final List<String> NAMES = List.of(
            "Growth",
            "Billing",
            "Platform",
            "Search",
            "Mobile",
            "Onboarding",
            "Reports",
            "Identity",
            "Payments",
            "Support",
            "Data",
            "Editor");
    private static final List<String> BETS = List.of(
            "Guided setup",
            "Sample projects",
            "Invoice self-service",
            "Single sign-on",
            "Faster search",
            "Offline mode",
            "Shared views",
            "Audit log",
            "Import wizard",
            "Usage alerts");
    private static final List<String> METRICS = List.of("weekly active teams", "tickets per account");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final Duration STEP = Duration.ofMinutes(30);

    /** A nudge that was said. */
    record Said(Team team, Period week, Instant at, ZoneId zone, boolean isNews, String text) {}

    private final RandomGenerator random;
    private final List<History.Entry> log = new ArrayList<>();
    private final People people;
    private Roadmap roadmap = Roadmap.empty();
    private int ids;

    final List<Said> said = new ArrayList<>();
    final TreeMap<String, Integer> quiet = new TreeMap<>();
    final TreeMap<String, Integer> skipped = new TreeMap<>();

    private YearOfNudges(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.people = People.of(IntStream.range(0, NAMES.size() * 2)
                .mapToObj(i -> new Person(
                        person(i),
                        List.of("Maya", "Tom", "Priya", "Ana", "Ben", "Ida", "Jo", "Kim", "Lee", "Mia", "Noa", "Oli")
                                        .get(i / 2)
                                + (i % 2 == 0 ? " Lind" : " Okafor"),
                        Set.of(Role.PM),
                        Optional.empty(),
                        Person.Details.NONE,
                        List.of(),
                        Optional.empty()))
                .toList());
    }

    static YearOfNudges run(long seed) {
        YearOfNudges year = new YearOfNudges(seed);
        year.found();
        year.live();
        return year;
    }

    private static PersonId person(int number) {
        return new PersonId("p" + number);
    }

    private static ItemId id(String text) {
        return new ItemId(text);
    }

    private void found() {
        List<Item> items = new ArrayList<>();
        items.add(Acme.item(Kind.STRATEGY, "S1", v -> v.with(Strategy.STATEMENT, "Win self-serve teams")));
        for (int i = 0; i < NAMES.size(); i++) {
            int team = i;
            ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            items.add(Acme.item(
                    Kind.TEAM,
                    "TM" + (i + 1),
                    v -> v.with(Team.NAME, NAMES.get(team))
                            .with(Team.ZONE, zone)
                            .with(Team.MEMBERS, List.of(person(2 * team), person(2 * team + 1)))));
            items.add(Acme.item(
                    Kind.OBJECTIVE,
                    "O" + (i + 1),
                    v -> v.with(Objective.TITLE, NAMES.get(team) + " makes teams succeed sooner")
                            .with(Objective.STRATEGY, id("S1"))));
            for (int k = 0; k < METRICS.size(); k++) {
                int metric = k;
                items.add(Acme.item(
                        Kind.KEY_RESULT,
                        "O" + (i + 1) + "-KR" + (k + 1),
                        v -> v.with(KeyResult.OBJECTIVE, id("O" + (team + 1)))
                                .with(KeyResult.TITLE, METRICS.get(metric))
                                .with(KeyResult.METRIC, METRICS.get(metric))
                                .with(KeyResult.BASELINE, "40%")
                                .with(KeyResult.TARGET, "60%")
                                .with(KeyResult.DUE, "2026-Q4")));
            }
            bet(team, Horizon.NOW).forEach(items::add);
            bet(team, Horizon.NOW).forEach(items::add);
            bet(team, Horizon.NEXT).forEach(items::add);
            items.add(Acme.item(
                    Kind.SCHEDULE,
                    "N" + (i + 1),
                    v -> v.with(Schedule.RITUAL, Schedule.Ritual.NUDGE)
                            .with(Schedule.TEAM, id("TM" + (team + 1)))
                            .with(Schedule.CHANNEL, "local:#" + NAMES.get(team).toLowerCase(Locale.ROOT))
                            .with(Schedule.WEEKDAY, DayOfWeek.MONDAY)
                            .with(Schedule.TIME, LocalTime.of(9, 30))
                            .with(Schedule.ZONE, zone)
                            .with(Schedule.SINCE, START.atStartOfDay(zone).toInstant())));
        }
        List<DaysOff.Day> off = List.of(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-25",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-28",
                        "2026-12-29",
                        "2026-12-30",
                        "2026-12-31")
                .stream()
                .map(day -> new DaysOff.Day(LocalDate.parse(day), Optional.empty()))
                .toList();
        items.add(Acme.item(Kind.DAYS_OFF, "H1", v -> v.with(DaysOff.DAYS, off)));
        record(
                START.atStartOfDay(ZoneId.of("UTC")).toInstant().minus(Duration.ofDays(20)),
                "",
                items.stream().map(Change.Added::new).toArray(Change[]::new));
    }

    private List<Item> bet(int team, Horizon horizon) {
        ids++;
        boolean orphan = random.nextInt(12) == 0;
        String serves = "O" + (team + 1) + "-KR" + (1 + random.nextInt(METRICS.size()));
        String title = BETS.get(random.nextInt(BETS.size())) + " " + ids;
        return List.of(Acme.item(Kind.INITIATIVE, "I" + ids, v -> {
            Values values = v.with(Initiative.TITLE, title)
                    .with(Initiative.HORIZON, horizon)
                    .with(Initiative.TEAM, id("TM" + (team + 1)))
                    .with(Initiative.OWNER, person(2 * team));
            return orphan ? values : values.with(Initiative.SERVES, List.of(id(serves)));
        }));
    }

    private void record(Instant at, String why, Change... changes) {
        ChangeSet facts = new ChangeSet(
                new Stamp(at, person(random.nextInt(NAMES.size() * 2)), "local:#x"),
                why.isEmpty() ? Optional.empty() : Optional.of(why),
                List.of(changes));
        log.add(new History.Entry(String.valueOf(log.size() + 1), facts));
        roadmap = roadmap.on(facts);
    }

    /** Every half hour: what happens by itself, then who is nudged. */
    private void live() {
        Instant from = START.atStartOfDay(ZoneId.of("UTC")).toInstant();
        Instant to = END.atStartOfDay(ZoneId.of("UTC")).toInstant();
        Map<ItemId, Period> last = new HashMap<>();
        Map<ItemId, Instant> lastSaid = new HashMap<>();
        Map<ItemId, Instant> next = new HashMap<>();
        for (Instant now = from; now.isBefore(to); now = now.plus(STEP)) {
            if (now.getEpochSecond() % 86_400 == 0) {
                happen(now.plusSeconds(60));
            }
            for (Schedule schedule : roadmap.schedules().toList()) {
                if (now.isBefore(next.getOrDefault(schedule.id(), from))) {
                    continue;
                }
                Due due =
                        new Agenda(roadmap, Set.of()).due(schedule, Optional.ofNullable(last.get(schedule.id())), now);
                due.next().ifPresent(one -> next.put(schedule.id(), one.due()));
                for (Skipped one : due.skipped()) {
                    last.put(schedule.id(), one.occurrence().period());
                    skipped.merge(one.occurrence().subject(), 1, Integer::sum);
                }
                if (due.ready().isPresent()) {
                    last.put(schedule.id(), due.ready().get().period());
                    nudge(schedule, due.ready().get(), now, lastSaid);
                }
            }
        }
    }

    private void nudge(Schedule schedule, Occurrence occurrence, Instant now, Map<ItemId, Instant> lastSaid) {
        Agenda agenda = new Agenda(roadmap, Set.of());
        Verdict verdict = agenda.verdict(
                schedule,
                occurrence,
                Etiquette.Past.NONE,
                new Place("local", "#x", Optional.empty(), Place.Reach.INTERNAL),
                now);
        Team team = agenda.team(schedule).orElseThrow();
        Basis basis = new Basis(
                roadmap,
                new Kept(),
                people,
                schedule.zone(),
                now,
                occurrence.period(),
                Optional.ofNullable(lastSaid.get(schedule.id())),
                Agenda.wants(schedule));
        Optional<Nudge> nudge = verdict.say().isEmpty() ? Optional.empty() : Nudge.of(team, basis);
        if (nudge.isEmpty()) {
            quiet.merge(team.id().text(), 1, Integer::sum);
            return;
        }
        lastSaid.put(schedule.id(), now);
        boolean isNews = new TeamWeek(basis, team).isNews();
        said.add(new Said(
                team,
                occurrence.period(),
                now,
                schedule.zone(),
                isNews,
                PlainText.of(nudge.get().card("ask"))));
        nudge.get().asked().ifPresent(asked -> answer(asked, now.plus(Duration.ofHours(2))));
    }

    private void answer(Nudge.Asked asked, Instant at) {
        for (PersonId member : asked.team().members()) {
            if (random.nextInt(10) < 6) {
                Alignment.State state = random.nextInt(5) == 0 ? trouble() : Alignment.State.ON_TRACK;
                Item answer = Acme.item(
                        Kind.ALIGNMENT,
                        "A" + (roadmap.all(Kind.ALIGNMENT).size() + 1),
                        v -> v.with(Alignment.TEAM, asked.team().id())
                                .with(Alignment.WEEK, asked.week().id())
                                .with(Alignment.ABOUT, asked.about().id())
                                .with(Alignment.BY, member)
                                .with(Alignment.ON, START)
                                .with(Alignment.STATE, state)
                                .with(
                                        Alignment.WHY,
                                        state == Alignment.State.ON_TRACK
                                                ? Optional.empty()
                                                : Optional.of("waiting for the security review")));
                record(at, "", new Change.Added(answer));
            }
        }
    }

    private Alignment.State trouble() {
        return random.nextBoolean() ? Alignment.State.DRIFTING : Alignment.State.BLOCKED;
    }

    /** What happens on a day: figures, moves, new bets, other targets; some teams do more than others. */
    private void happen(Instant at) {
        LocalDate day = at.atZone(ZoneId.of("UTC")).toLocalDate();
        if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return;
        }
        for (int team = 0; team < NAMES.size(); team++) {
            int busy = 1 + team % 4;
            if (random.nextInt(100) < 8 + busy) {
                checkIn(team, day, at);
            }
            if (random.nextInt(100) < busy) {
                move(team, at);
            }
            if (random.nextInt(100) < 8) {
                draw(team, at);
            }
            if (random.nextInt(300) < busy) {
                aim(team, at);
            }
        }
    }

    private void checkIn(int team, LocalDate day, Instant at) {
        for (int metric = 1; metric <= METRICS.size(); metric++) {
            checkIn(team, id("O" + (team + 1) + "-KR" + metric), day, at);
        }
    }

    private void checkIn(int team, ItemId id, LocalDate day, Instant at) {
        KeyResult keyResult = roadmap.find(id, KeyResult.class).orElseThrow();
        int now = keyResult
                .lastCheckIn()
                .map(last -> Integer.parseInt(last.value().replace("%", "")))
                .orElse(40);
        CheckIn checkIn = new CheckIn(
                day,
                (now + random.nextInt(3)) + "%",
                Optional.empty(),
                Optional.empty(),
                Optional.of(person(2 * team)));
        record(at, "", new Change.Listed<>(Kind.KEY_RESULT, keyResult.id(), KeyResult.CHECK_INS, checkIn));
    }

    private void move(int team, Instant at) {
        Team of = roadmap.find(id("TM" + (team + 1)), Team.class).orElseThrow();
        List<Initiative> now = roadmap.in(Horizon.NOW, of).toList();
        List<Initiative> later = roadmap.in(Horizon.NEXT, of).toList();
        if (now.size() > 2 || (now.size() > 1 && random.nextBoolean())) {
            Initiative bet = now.get(random.nextInt(now.size()));
            Horizon to = random.nextInt(3) == 0 ? Horizon.NEXT : Horizon.DONE;
            record(at, to == Horizon.DONE ? "result reached" : "not enough people", moved(bet, to));
        } else if (later.isEmpty()) {
            record(
                    at,
                    "",
                    bet(team, Horizon.NEXT).stream().map(Change.Added::new).toArray(Change[]::new));
        } else {
            record(at, "next in line", moved(later.get(0), Horizon.NOW));
        }
    }

    private static Change moved(Initiative bet, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, bet.id(), Initiative.HORIZON, Optional.of(bet.horizon()), Optional.of(to));
    }

    /** Somebody draws the line that is missing. */
    private void draw(int team, Instant at) {
        Team of = roadmap.find(id("TM" + (team + 1)), Team.class).orElseThrow();
        roadmap.in(Horizon.NOW, of).stream()
                .filter(bet -> bet.serves().isEmpty())
                .findFirst()
                .ifPresent(bet -> record(
                        at,
                        "",
                        new Change.Listed<>(
                                Kind.INITIATIVE, bet.id(), Initiative.SERVES, id("O" + (team + 1) + "-KR1"))));
    }

    private void aim(int team, Instant at) {
        KeyResult keyResult =
                roadmap.find(id("O" + (team + 1) + "-KR1"), KeyResult.class).orElseThrow();
        String target = (55 + random.nextInt(20)) + "%";
        record(
                at,
                "pricing test",
                new Change.Edited<>(
                        Kind.KEY_RESULT,
                        keyResult.id(),
                        KeyResult.TARGET,
                        keyResult.values().find(KeyResult.TARGET),
                        Optional.of(target)));
    }

    /** What was recorded so far. */
    private final class Kept implements History {
        @Override
        public List<Entry> back(Instant from, int most) {
            List<Entry> newest = new ArrayList<>();
            for (int i = log.size() - 1; i >= 0 && newest.size() < most; i--) {
                if (log.get(i).facts().stamp().at().isBefore(from)) {
                    break;
                }
                newest.add(log.get(i));
            }
            return newest;
        }

        @Override
        public List<Entry> about(ItemId item, int most) {
            return List.of();
        }

        @Override
        public Roadmap asOf(Instant moment) {
            return roadmap;
        }
    }

    List<Said> of(Team team) {
        return said.stream().filter(one -> one.team().id().equals(team.id())).toList();
    }

    List<Team> teams() {
        return said.stream().map(Said::team).distinct().collect(Collectors.toList());
    }

    /** How often a team was told the same in two weeks running. */
    static long alike(List<Said> said) {
        return IntStream.range(1, said.size())
                .filter(i -> said.get(i).text().equals(said.get(i - 1).text()))
                .count();
    }

    static Set<LocalTime> times(List<Said> said) {
        Set<LocalTime> times = new HashSet<>();
        said.forEach(one -> times.add(one.at().atZone(one.zone()).toLocalTime()));
        return times;
    }

    /** The table, and ten of the nudges. */
    String report() {
        StringBuilder report =
                new StringBuilder("team | zone | nudges | nothing new | no working day | alike | local time\n");
        for (Team team : teams()) {
            List<Said> of = of(team);
            report.append(String.join(
                            " | ",
                            team.title(),
                            of.get(0).zone().getId(),
                            String.valueOf(of.size()),
                            String.valueOf(quiet.getOrDefault(team.id().text(), 0)),
                            String.valueOf(skipped.getOrDefault(team.id().text(), 0)),
                            String.valueOf(alike(of)),
                            times(of).toString()))
                    .append('\n');
        }
        for (int i = 0; i < 10; i++) {
            Said one = said.get(said.size() * (2 * i + 1) / 20);
            report.append("\n")
                    .append(one.week())
                    .append(", ")
                    .append(one.at().atZone(one.zone()).toLocalDateTime())
                    .append(" ")
                    .append(one.zone())
                    .append("\n")
                    .append(one.text())
                    .append("\n");
        }
        return report.toString();
    }
}
