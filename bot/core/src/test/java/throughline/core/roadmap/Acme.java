package throughline.core.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;

/** A small organization that tests talk about: five objectives are too many to remember, so it has three. */
public final class Acme {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Stamp IMPORTED = new Stamp(Instant.parse("2026-11-01T08:00:00Z"), PersonId.BOT, "file");
    public static final PersonId MAYA = new PersonId("p1");
    public static final PersonId TOM = new PersonId("p2");
    public static final PersonId SAM = new PersonId("p3");
    public static final PersonId PRIYA = new PersonId("p4");

    private Acme() {}

    public static People people() {
        return People.of(List.of(
                person(MAYA, "Maya Lind", Role.PM),
                person(TOM, "Tom Okafor", Role.PM),
                person(SAM, "Sam Ortiz", Role.STAKEHOLDER),
                person(PRIYA, "Priya Shah", Role.ENGINEERING_LEAD)));
    }

    private static Person person(PersonId id, String name, Role role) {
        List<Account> accounts = List.of(Account.local(People.handle(name, List.of(name))));
        return new Person(
                id,
                name,
                Set.of(role),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Person.Details.NONE,
                accounts,
                Optional.empty());
    }

    public static Roadmap roadmap() {
        return Roadmap.empty().on(facts());
    }

    public static ChangeSet facts() {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Named("Acme"));
        items().forEach(item -> changes.add(new Change.Added(item)));
        return new ChangeSet(IMPORTED, Optional.empty(), changes);
    }

    private static List<Item> items() {
        return List.of(
                item(Kind.PRODUCT, "P1", v -> v.with(Product.NAME, "Acme Rooms")),
                item(Kind.STRATEGY, "S1", v -> v.with(Strategy.STATEMENT, "Win self-serve teams")),
                item(
                        Kind.TEAM,
                        "TM1",
                        v -> v.with(Team.NAME, "Growth")
                                .with(Team.CHANNEL, "#growth")
                                .with(Team.LEAD, PRIYA)
                                .with(Team.MEMBERS, List.of(PRIYA, MAYA))),
                item(Kind.TEAM, "TM2", v -> v.with(Team.NAME, "Billing")),
                objective("O1", "New teams reach value in their first week", "Teams that see value early stay."),
                objective("O2", "Fewer tickets per account", "Support costs grow faster than revenue."),
                objective("O3", "Win enterprise", "Large accounts stay longer."),
                keyResult("O1-KR1", "O1", "projects with real data on day 1", "12%", "30%", "14%"),
                keyResult("O1-KR2", "O1", "7-day activation", "40%", "55%", "46%"),
                keyResult("O2-KR1", "O2", "tickets per account", "1.8", "1.2", "1.7"),
                item(
                        Kind.KEY_RESULT,
                        "O3-KR1",
                        v -> v.with(KeyResult.OBJECTIVE, new ItemId("O3")).with(KeyResult.TITLE, "More deals are won")),
                item(
                        Kind.THEME,
                        "T1",
                        v -> v.with(Theme.TITLE, "First week")
                                .with(Theme.SERVES, List.of(new ItemId("O1")))
                                .with(Theme.KPI, "7-day activation")),
                bet(
                        "I3",
                        "Guided setup",
                        Horizon.NOW,
                        v -> v.with(Initiative.DESCRIPTION, "A wizard that leads a new team to its first project.")
                                .with(Initiative.SERVES, List.of(new ItemId("O1-KR2")))
                                .with(Initiative.THEME, new ItemId("T1"))
                                .with(Initiative.CONSTRAINTS, List.of("Must work within existing permissions"))
                                .with(Initiative.NON_GOALS, List.of("Contractors"))
                                .with(Initiative.CONFIRMED, new Confirmation(LocalDate.of(2026, 11, 8), MAYA))),
                bet(
                        "I4",
                        "Sample projects",
                        Horizon.NOW,
                        v -> v.with(Initiative.SERVES, List.of(new ItemId("O1-KR1"), new ItemId("O2-KR1")))),
                bet(
                        "I7",
                        "Invoice self-service",
                        Horizon.NOW,
                        v -> v.with(Initiative.SERVES, List.of(new ItemId("O2-KR1")))
                                .with(Initiative.TEAM, new ItemId("TM2"))
                                .with(Initiative.OWNER, TOM)
                                .with(
                                        Initiative.CONFIDENCE,
                                        new Beliefs(
                                                Optional.empty(),
                                                Optional.of(new Belief(Confidence.MEDIUM, Optional.empty())),
                                                Optional.empty()))),
                bet(
                        "I9",
                        "SSO for all plans",
                        Horizon.NOW,
                        v -> v.with(Initiative.SERVES, List.of(new ItemId("O3-KR1")))
                                .with(Initiative.RELEASE, "2026-H2")),
                bet(
                        "I10",
                        "Setup checklist for admins",
                        Horizon.NOW,
                        v -> v.with(Initiative.SERVES, List.of(new ItemId("O1-KR2")))
                                .with(Initiative.SIZE, Initiative.Size.SMALL)),
                bet("I12", "Faster search", Horizon.NOW, v -> v),
                bet(
                        "I13",
                        "Audit log",
                        Horizon.NEXT,
                        v -> v.with(Initiative.SERVES, List.of(new ItemId("O3-KR1")))
                                .with(Initiative.RELEASE, "2027-03-31")),
                bet("I14", "Dark mode", Horizon.LATER, v -> v));
    }

    /** What the small organization lacks: technology, releases, dependencies, experiments, and texts that say too much. */
    public static Change[] more() {
        return Stream.of(
                        item(
                                Kind.THEME,
                                "T2",
                                v -> v.with(Theme.TITLE, "Bills that explain themselves")
                                        .with(Theme.SERVES, List.of(new ItemId("O2")))
                                        .with(
                                                Theme.PROBLEM,
                                                "Nobody can tell what a line of the invoice stands for. Tom promised Globex an"
                                                        + " answer by 31 March 2027. Most people then write to support.")),
                        item(
                                Kind.THEME,
                                "T3",
                                v -> v.with(Theme.TITLE, "Sign-on for 2027 audits")
                                        .with(Theme.SERVES, List.of(new ItemId("O3")))),
                        item(
                                Kind.THEME,
                                "T4",
                                v -> v.with(Theme.TITLE, "Cheaper hosting")
                                        .with(Theme.VISIBILITY, Visibility.INTERNAL)),
                        bet(
                                "I20",
                                "Event pipeline",
                                Horizon.NOW,
                                v -> v.with(Initiative.NATURE, Initiative.Nature.TECHNOLOGY)
                                        .with(Initiative.THEME, new ItemId("T4"))
                                        .with(Initiative.RELEASE, "2027-Q1")
                                        .with(Initiative.MOSCOW, Initiative.Moscow.MUST)
                                        .with(Initiative.SIZE, Initiative.Size.BIG)),
                        bet(
                                "I21",
                                "Invoice explanations",
                                Horizon.NEXT,
                                v -> v.with(Initiative.SERVES, List.of(new ItemId("O2-KR1")))
                                        .with(Initiative.THEME, new ItemId("T2"))
                                        .with(Initiative.VISIBILITY, Visibility.PUBLIC)
                                        .with(Initiative.RELEASE, "2026-Q4")
                                        .with(Initiative.MOSCOW, Initiative.Moscow.SHOULD)
                                        .with(Initiative.DEPENDS_ON, List.of(new ItemId("I20")))),
                        bet(
                                "I22",
                                "Usage on every invoice line",
                                Horizon.LATER,
                                v -> v.with(Initiative.THEME, new ItemId("T2"))
                                        .with(Initiative.DEPENDS_ON, List.of(new ItemId("I20")))),
                        item(
                                Kind.EXPERIMENT,
                                "X1",
                                v -> v.with(Experiment.ASSUMPTION, "People read an explanation beside the figure")
                                        .with(Experiment.INITIATIVE, new ItemId("I21"))
                                        .with(Experiment.RESULT, "7 of 10 did")),
                        item(
                                Kind.EXPERIMENT,
                                "X2",
                                v -> v.with(Experiment.ASSUMPTION, "A wizard beats a checklist")
                                        .with(Experiment.INITIATIVE, new ItemId("I3"))))
                .map(Change.Added::new)
                .toArray(Change[]::new);
    }

    private static Item objective(String id, String title, String why) {
        return item(
                Kind.OBJECTIVE,
                id,
                v -> v.with(Objective.TITLE, title)
                        .with(Objective.WHY, why)
                        .with(Objective.STRATEGY, new ItemId("S1"))
                        .with(Objective.OWNER, MAYA));
    }

    private static Item keyResult(String id, String objective, String metric, String from, String to, String now) {
        CheckIn checkIn =
                new CheckIn(LocalDate.of(2026, 11, 10), now, Optional.empty(), Optional.empty(), Optional.of(MAYA));
        return item(
                Kind.KEY_RESULT,
                id,
                v -> v.with(KeyResult.OBJECTIVE, new ItemId(objective))
                        .with(KeyResult.TITLE, metric)
                        .with(KeyResult.METRIC, metric)
                        .with(KeyResult.BASELINE, from)
                        .with(KeyResult.TARGET, to)
                        .with(KeyResult.DUE, "2027-Q1")
                        .with(KeyResult.CHECK_INS, List.of(checkIn)));
    }

    public static Item bet(String id, String title, Horizon horizon, UnaryOperator<Values> more) {
        return item(
                Kind.INITIATIVE,
                id,
                v -> more.apply(v.with(Initiative.TITLE, title)
                        .with(Initiative.HORIZON, horizon)
                        .with(Initiative.TEAM, new ItemId("TM1"))
                        .with(Initiative.OWNER, MAYA)));
    }

    public static Item item(Kind kind, String id, UnaryOperator<Values> values) {
        return kind.item(new ItemId(id), values.apply(Values.none()));
    }
}
