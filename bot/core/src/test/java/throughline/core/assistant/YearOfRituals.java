package throughline.core.assistant;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import throughline.core.card.Button;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Posting;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Period;
import throughline.core.ritual.PulseRound;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;

/**
 * A year of one organization with all that the bot does by itself, on a clock that is set: twelve teams in six zones, forty people,
 * holidays, and people who answer, edit and ask by a seeded generator.
 */
final class YearOfRituals {
    static final List<String> HOLIDAYS = List.of(
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
            "2026-12-31");

    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Australia/Sydney");
    private static final List<String> TEAMS = List.of(
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
    private static final List<Integer> SIZES = List.of(7, 6, 5, 5, 3, 3, 2, 2, 2, 2, 2, 1);
    private static final List<String> GOALS = List.of(
            "New teams reach value in their first week",
            "Invoices explain themselves",
            "Pages open at once everywhere",
            "Everybody finds what they look for",
            "Work goes on without a network",
            "Admins set up a company in an hour");
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
    private static final List<String> FIRST_NAMES =
            List.of("Maya", "Tom", "Priya", "Ana", "Ben", "Ida", "Jo", "Kim", "Lee", "Mia");
    private static final List<String> LAST_NAMES = List.of("Lind", "Okafor", "Shah", "Ortiz");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    /** A message of a day that somebody got. */
    record Said(Person person, Instant at, String text, List<String> parts) {
        LocalDate day() {
            return at.atZone(person.zone().orElseThrow()).toLocalDate();
        }

        LocalTime time() {
            return at.atZone(person.zone().orElseThrow()).toLocalTime();
        }
    }

    private final RandomGenerator random;
    private final Chat chat = Chat.withoutRoadmap();
    private final Calendar calendar;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Instant> firstWanted = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private int bets;
    private int requests;
    private int heard;

    final List<Said> said = new ArrayList<>();

    /** What was told at once because somebody waits for it, such as a decision. */
    final List<Said> atOnce = new ArrayList<>();

    final TreeMap<String, Integer> told = new TreeMap<>();
    final TreeMap<String, Integer> dropped = new TreeMap<>();
    int nudges;
    int moved;
    int movedFromDaysOff;

    private YearOfRituals(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        chat.after(Duration.between(chat.now(), START.minus(Duration.ofDays(10))));
        this.calendar = new Calendar(chat);
        calendar.wanted = errands -> errands.forEach(this::want);
    }

    static YearOfRituals run(long seed) {
        YearOfRituals year = new YearOfRituals(seed);
        year.found();
        year.live();
        return year;
    }

    private void want(Errand errand) {
        firstWanted.putIfAbsent(errand.to() + " " + errand.wish().id(), chat.now());
    }

    /* The organization */

    private void found() {
        List<Item> items = new ArrayList<>();
        items.add(Acme.item(
                Kind.STRATEGY,
                "S1",
                v -> v.with(Strategy.STATEMENT, "Win self-serve teams").with(Strategy.OWNER, id(0))));
        objectives(items);
        for (int t = 0, first = 0; t < TEAMS.size(); first += SIZES.get(t), t++) {
            ZoneId zone = ZoneId.of(ZONES.get(t % ZONES.size()));
            List<PersonId> members = new ArrayList<>();
            for (int i = 0; i < SIZES.get(t); i++) {
                people.add(person(first + i, zone, t, i));
                members.add(id(first + i));
            }
            team(items, t, zone, members);
        }
        List<DaysOff.Day> off = HOLIDAYS.stream()
                .map(day -> new DaysOff.Day(LocalDate.parse(day), Optional.empty()))
                .toList();
        items.add(Acme.item(Kind.DAYS_OFF, "H1", v -> v.with(DaysOff.DAYS, off)));
        List<Change> facts = new ArrayList<>();
        people.forEach(person -> facts.add(new Change.PersonTouched(person.id())));
        facts.add(new Change.Named("Acme"));
        items.forEach(item -> facts.add(new Change.Added(item)));
        chat.store.commit(new Commit(
                Optional.empty(),
                chat.store.load("").version(),
                Set.of(),
                Optional.of(new ChangeSet(new Stamp(chat.now(), PersonId.BOT, "file"), Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    private static PersonId id(int number) {
        return new PersonId("p" + number);
    }

    private static String handle(PersonId person) {
        return "u" + person.text().substring(1);
    }

    /** Two lead the product, the first of each team leads it, the second is its PM. */
    private static Person person(int number, ZoneId zone, int team, int place) {
        return new Person(
                id(number),
                FIRST_NAMES.get(number % 10) + " " + LAST_NAMES.get(number / 10),
                roles(number, team, place),
                Optional.of(zone),
                Person.Details.NONE,
                List.of(Account.local(handle(id(number)))),
                Optional.empty());
    }

    private static Set<Role> roles(int number, int team, int place) {
        if (number == 0 || number == 13) {
            return Set.of(Role.PRODUCT_LEAD);
        }
        if (place == 0 && team % 4 == 1) {
            return Set.of(Role.ENGINEERING_LEAD);
        }
        return place == 1 ? Set.of(Role.PM) : Set.of(Role.TEAM_MEMBER);
    }

    private static void objectives(List<Item> items) {
        for (int o = 1; o <= GOALS.size(); o++) {
            int number = o;
            items.add(Acme.item(
                    Kind.OBJECTIVE,
                    "O" + o,
                    v -> v.with(Objective.TITLE, GOALS.get(number - 1))
                            .with(Objective.WHY, "Teams that see value stay.")
                            .with(Objective.STRATEGY, new ItemId("S1"))
                            .with(Objective.OWNER, id(1))));
        }
    }

    private static String keyResult(int team, int number) {
        return "O" + (team % GOALS.size() + 1) + "-KR" + (team / GOALS.size() * 2 + number);
    }

    private void team(List<Item> items, int t, ZoneId zone, List<PersonId> members) {
        PersonId pm = members.get(Math.min(1, members.size() - 1));
        String id = "TM" + (t + 1);
        items.add(Acme.item(
                Kind.TEAM,
                id,
                v -> v.with(Team.NAME, TEAMS.get(t))
                        .with(Team.ZONE, zone)
                        .with(Team.LEAD, members.get(0))
                        .with(Team.MEMBERS, members)));
        for (int k = 1; k <= 2; k++) {
            String metric = (k == 1 ? "weekly active teams in " : "tickets per account in ") + TEAMS.get(t);
            String keyResult = keyResult(t, k);
            items.add(Acme.item(
                    Kind.KEY_RESULT,
                    keyResult,
                    v -> v.with(KeyResult.OBJECTIVE, new ItemId(keyResult.replaceFirst("-.*", "")))
                            .with(KeyResult.TITLE, metric)
                            .with(KeyResult.METRIC, metric)
                            .with(KeyResult.BASELINE, "40%")
                            .with(KeyResult.TARGET, "60%")
                            .with(KeyResult.DUE, "2026-Q4")
                            .with(KeyResult.MEASURER, members.get(members.size() - 1))));
        }
        for (int b = 0; b < 3; b++) {
            items.add(bet(t, b < 2 ? Horizon.NOW : Horizon.NEXT, pm, keyResult(t, 1 + b % 2)));
        }
        items.add(Acme.item(
                Kind.SCHEDULE,
                "N" + (t + 1),
                v -> v.with(Schedule.RITUAL, Schedule.Ritual.NUDGE)
                        .with(Schedule.TEAM, new ItemId(id))
                        .with(Schedule.CHANNEL, "local:#" + TEAMS.get(t).toLowerCase(Locale.ROOT))
                        .with(Schedule.WEEKDAY, DayOfWeek.MONDAY)
                        .with(Schedule.TIME, LocalTime.of(9, 30))
                        .with(Schedule.ZONE, zone)
                        .with(Schedule.SINCE, START)));
    }

    private Item bet(int team, Horizon horizon, PersonId owner, String keyResult) {
        bets++;
        String title = BETS.get(random.nextInt(BETS.size())) + " " + bets;
        UnaryOperator<Values> needs = bets > 4 && random.nextInt(4) == 0
                ? v -> v.with(Initiative.DEPENDS_ON, List.of(new ItemId("I" + (1 + random.nextInt(bets - 1)))))
                : v -> v;
        return Acme.item(
                Kind.INITIATIVE,
                "I" + bets,
                v -> needs.apply(v.with(Initiative.TITLE, title)
                        .with(Initiative.HORIZON, horizon)
                        .with(Initiative.SIZE, Initiative.Size.SMALL)
                        .with(Initiative.TEAM, new ItemId("TM" + (team + 1)))
                        .with(Initiative.OWNER, owner)
                        .with(Initiative.SERVES, List.of(new ItemId(keyResult)))));
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    /* The year */

    private void live() {
        calendar.at(START);
        hear();
        Instant noon = START.plus(Duration.ofHours(12));
        while (chat.now().isBefore(END)) {
            Instant next = Stream.of(
                            calendar.rounds.due(),
                            calendar.daily.due(),
                            calendar.returns.due(),
                            calendar.reminders.due(),
                            Optional.of(noon))
                    .flatMap(Optional::stream)
                    .filter(due -> due.isAfter(chat.now()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            calendar.at(next);
            hear();
            if (next.equals(noon)) {
                happen();
                noon = noon.plus(Duration.ofDays(1));
            }
        }
    }

    /** What was said since is counted, and answered. */
    private void hear() {
        List<Posting> all = chat.speaker.said;
        List<Posting> fresh = List.copyOf(all.subList(heard, all.size()));
        heard = all.size();
        count();
        for (Posting posting : fresh) {
            if (posting.id().startsWith(Daily.RITUAL)) {
                day(posting);
            } else if (posting.id().startsWith("nudge:")) {
                nudges++;
                nudged(posting);
            } else if (posting.id().matches(".*\\.n\\d+") && posting.place().isDirect()) {
                atOnce.add(new Said(to(posting), chat.now(), posting.payload(), List.of()));
            }
        }
    }

    private Person to(Posting posting) {
        String handle = posting.place().channel().substring(3);
        return people.get(Integer.parseInt(handle.substring(1)));
    }

    private void day(Posting posting) {
        Person person = to(posting);
        List<String> parts = calendar.all.diaries().get(Daily.RITUAL + person.id()).told().stream()
                .filter(part -> part.at().equals(chat.now()) && part.outcome().equals(Daily.SAID))
                .map(part -> part.part())
                .toList();
        Said one = new Said(person, chat.now(), posting.payload(), parts);
        said.add(one);
        for (String part : parts) {
            LocalDate wanted = firstWanted
                    .get(person.id() + " " + part)
                    .atZone(person.zone().orElseThrow())
                    .toLocalDate();
            if (wanted.isBefore(one.day())) {
                moved++;
                movedFromDaysOff += isFree(wanted) ? 1 : 0;
            }
        }
        answer(person, posting);
    }

    static boolean isFree(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || HOLIDAYS.contains(day.toString());
    }

    /** Each part once. */
    private void count() {
        calendar.all
                .diaries()
                .forEach((ritual, diary) -> diary.told().stream()
                        .filter(part -> part.at().equals(chat.now())
                                && counted.add(ritual + " " + part.part() + " " + part.outcome()))
                        .forEach(part -> {
                            boolean isSaid = part.outcome().equals(Daily.SAID);
                            String kind = kind(part.part()) + (isSaid ? "" : ", " + part.outcome());
                            (isSaid ? told : dropped).merge(kind, 1, Integer::sum);
                        }));
    }

    private static String kind(String part) {
        return part.endsWith(":again")
                ? "check-in once more"
                : part.contains(":skipped:") ? "cascade, who was skipped" : part.substring(0, part.indexOf(':'));
    }

    private void answer(Person person, Posting posting) {
        String who = handle(person.id());
        for (Button button : chat.drawn(posting.payload()).card().buttons()) {
            String[] words = button.value().split(" ", -1);
            if (button.label().startsWith("Check in ") && random.nextInt(100) < 80) {
                checkIn(who, words[1]);
            } else if (button.label().equals("I have read it") && random.nextInt(100) < 85) {
                chat.ask(who, button.value());
            } else if (button.value().matches("pulse \\w+ not sure") && random.nextInt(100) < 85) {
                pulse(who, words[1]);
            } else if (button.value().startsWith("decide R")) {
                chat.ask(who, button.value() + " decline because others matter more");
            }
        }
    }

    private void checkIn(String who, String keyResult) {
        int now = roadmap()
                .find(new ItemId(keyResult), KeyResult.class)
                .flatMap(KeyResult::lastCheckIn)
                .map(last -> Integer.parseInt(last.value().replace("%", "")))
                .orElse(40);
        int next = now + random.nextInt(3);
        chat.ask(who, "check in " + keyResult + " " + next + "% medium because of the usual");
    }

    private void pulse(String who, String id) {
        Pulse pulse = roadmap().beside(id, Pulse.class).orElseThrow();
        Set<ItemId> right = PulseRound.right(
                roadmap(), roadmap().find(pulse.about(), Initiative.class).orElseThrow());
        boolean knows = random.nextInt(100) < 65;
        String answer = pulse.options().stream()
                .filter(option -> right.contains(option) == knows)
                .findFirst()
                .map(ItemId::text)
                .orElse("not sure");
        chat.ask(who, "pulse " + id + " " + answer);
    }

    private void nudged(Posting posting) {
        List<Button> buttons = chat.drawn(posting.payload()).card().buttons();
        List<PersonId> members = roadmap()
                .find(new ItemId(posting.id().split(":", -1)[1]), Team.class)
                .map(Team::members)
                .orElse(List.of());
        for (PersonId member : members) {
            String label = random.nextInt(5) == 0 ? "Blocked" : "On track";
            boolean isAnswered = random.nextInt(10) < 6;
            buttons.stream()
                    .filter(button -> isAnswered && button.label().equals(label))
                    .limit(1)
                    .forEach(button -> chat.ask(handle(member), button.value() + " because we wait for the review"));
        }
    }

    /** What people do on a working day. */
    private void happen() {
        LocalDate day = chat.now().atZone(ZoneOffset.UTC).toLocalDate();
        if (isFree(day)) {
            return;
        }
        for (int team = 0; team < TEAMS.size(); team++) {
            if (random.nextInt(100) < 4) {
                move(team);
            }
        }
        if (random.nextInt(100) < 5) {
            String reason = "Teams that see value stay, says the survey of " + day;
            chat.ask(
                    "u1",
                    "edit O" + (1 + random.nextInt(GOALS.size())) + " why: " + reason + "; because the survey is in");
            chat.ask("u1", "yes");
        }
        if (random.nextInt(100) < 20) {
            request(day);
        }
        if (random.nextInt(100) < 20) {
            chat.ask("u" + random.nextInt(40), "watch I" + (1 + random.nextInt(bets)));
        }
        if (random.nextInt(100) < 4) {
            String keyResult = keyResult(random.nextInt(TEAMS.size()), 1 + random.nextInt(2));
            chat.ask("u0", "edit " + keyResult + " target: " + (60 + random.nextInt(20)) + "%; because of the plan");
        }
        if (random.nextInt(100) < 3) {
            chat.ask("u" + random.nextInt(40), random.nextInt(4) == 0 ? "nudge off" : "snooze 1w");
        }
        if (random.nextInt(100) < 6) {
            chat.ask("u" + random.nextInt(40), "nudge on");
        }
    }

    private void move(int team) {
        Team of = roadmap().find(new ItemId("TM" + (team + 1)), Team.class).orElseThrow();
        List<Initiative> now = roadmap().in(Horizon.NOW, of).toList();
        List<Initiative> next = roadmap().in(Horizon.NEXT, of).toList();
        if (now.size() > 1) {
            move(now.get(random.nextInt(now.size())), random.nextInt(3) == 0 ? Horizon.NEXT : Horizon.DONE);
        } else if (!next.isEmpty()) {
            move(next.get(0), Horizon.NOW);
        } else {
            PersonId owner = now.isEmpty() ? id(1) : now.get(0).owner().orElseThrow();
            chat.record(owner, "new", new Change.Added(bet(team, Horizon.NEXT, owner, keyResult(team, 1))));
        }
    }

    private void move(Initiative bet, Horizon to) {
        String how = switch (to) {
            case DONE -> "done " + bet.id();
            case NOW -> "move " + bet.id() + " now override because it is next in line";
            default -> "move " + bet.id() + " next because there are not enough people";
        };
        chat.ask("u1", how);
    }

    /** Somebody asks for something, a PM decides, and it goes on. */
    private void request(LocalDate day) {
        requests++;
        String id = "R" + requests;
        Filed.by(chat, id, "Wish " + requests + " of " + day.getMonth(), "I1", id(random.nextInt(40)));
        String how = switch (random.nextInt(3)) {
            case 0 -> "decline because two ask for it; revisit on " + day.plusDays(40);
            case 1 -> "later because it can wait";
            default -> "next because it fits";
        };
        chat.ask("u1", "decide " + id + " " + how);
        roadmap().in(Horizon.LATER).stream()
                .findFirst()
                .ifPresent(bet -> chat.ask("u1", "move " + bet.id() + " next because there is time"));
    }

    /* What came of it */

    Roadmap end() {
        return roadmap();
    }

    /** How many messages each person got in each week of the year, weeks without any included; sorted. */
    List<Integer> perWeek() {
        return perWeek(said);
    }

    /** The same with what was told at once. */
    List<Integer> perWeekInAll() {
        return perWeek(Stream.concat(said.stream(), atOnce.stream()).toList());
    }

    private List<Integer> perWeek(List<Said> messages) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Person person : people) {
            for (LocalDate day = LocalDate.of(2026, 1, 5); day.getYear() < 2027; day = day.plusWeeks(1)) {
                counts.put(person.id() + " " + Period.weekOf(day), 0);
            }
        }
        messages.forEach(one -> counts.computeIfPresent(
                one.person().id() + " " + Period.weekOf(one.day()), (week, count) -> count + 1));
        return counts.values().stream().sorted().toList();
    }

    String report() {
        StringBuilder report = new StringBuilder();
        List<Integer> weeks = perWeek();
        Map<Integer, Integer> histogram = new TreeMap<>();
        weeks.forEach(count -> histogram.merge(count, 1, Integer::sum));
        double mean = weeks.stream().mapToInt(count -> count).average().orElse(0);
        List<Pulse> pulses = end().teams().stream()
                .flatMap(team -> end().pulses(team).stream())
                .toList();
        long figures =
                pulses.stream().filter(pulse -> pulse.share().isPresent()).count();
        long merged = said.stream().filter(one -> one.parts().size() > 1).count();
        int parts = said.stream().mapToInt(one -> one.parts().size()).sum();
        line(report, "messages to persons: " + said.size() + ", of " + parts + " parts; " + merged + " merge several");
        line(
                report,
                "per person and week: median " + weeks.get(weeks.size() / 2) + ", 95 of 100 at most "
                        + weeks.get(weeks.size() * 95 / 100) + ", most " + weeks.get(weeks.size() - 1) + ", mean "
                        + String.format(Locale.ROOT, "%.2f", mean) + "; messages to weeks " + histogram);
        List<Integer> inAll = perWeekInAll();
        line(
                report,
                "told at once because somebody waits for it: " + atOnce.size()
                        + "; with these per person and week: median "
                        + inAll.get(inAll.size() / 2) + ", 95 of 100 at most " + inAll.get(inAll.size() * 95 / 100)
                        + ", most " + inAll.get(inAll.size() - 1));
        line(report, "weekly nudges in channels: " + nudges);
        told.forEach((kind, count) -> line(report, "told: " + kind + " " + count));
        dropped.forEach((kind, count) -> line(report, "dropped: " + kind + " " + count));
        line(report, "moved to a later day: " + moved + " parts, " + movedFromDaysOff + " of them from a day off");
        line(
                report,
                "pulses: " + pulses.size() + ", with a figure " + figures + "; changes passed on: "
                        + end().all(Kind.CASCADE).size() + "; requests: " + requests);
        samples().forEach(one -> {
            ZoneId zone = one.person().zone().orElseThrow();
            line(
                    report,
                    "\n— " + one.person().name() + ", " + one.at().atZone(zone).toLocalDateTime() + " " + zone);
            line(report, one.text());
        });
        return report.toString();
    }

    private static void line(StringBuilder report, String text) {
        report.append(text).append('\n');
    }

    /** One of each kind alone, then some of several parts. */
    private List<Said> samples() {
        Set<String> kinds = new HashSet<>();
        return Stream.concat(
                        said.stream()
                                .skip(said.size() / 10)
                                .filter(one -> one.parts().size() == 1
                                        && kinds.add(kind(one.parts().get(0)))),
                        said.stream()
                                .skip(said.size() / 3)
                                .filter(one -> one.parts().size() > 2)
                                .limit(3))
                .toList();
    }
}
