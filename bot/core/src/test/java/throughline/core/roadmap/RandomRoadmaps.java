package throughline.core.roadmap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;

/**
 * Roadmaps with anything in them, the same ones for the same seed. Every internal text has a word that stands nowhere else, and
 * texts for customers say now and then what they must not.
 */
public final class RandomRoadmaps {
    private static final List<String> WORDS = List.of(
            "invoices",
            "teams",
            "take",
            "too",
            "long",
            "to",
            "find",
            "their",
            "reports",
            "may",
            "march",
            "on",
            "second",
            "half",
            "of",
            "them",
            "<b>bold</b>",
            "*now*",
            "_later_",
            "now",
            "next",
            "100%",
            "é",
            "東京",
            "🚀",
            "shared",
            "&",
            "<@U1>",
            "[x](http://y.example)",
            "{{DATE(x)}}",
            "“quoted”",
            "R2D2",
            "v2",
            "quarterly",
            "sure",
            "high",
            "confidence");

    private static final List<String> DATES = List.of(
            "2027-03-31",
            "31.03.2027",
            "3/31/27",
            "31 March 2027",
            "31st of March",
            "March 31, 2027",
            "Dec 2026",
            "by June",
            "in 2027",
            "end of the quarter",
            "next month",
            "by Friday",
            "2027\u200B-03-31",
            "2027\u201103\u201131",
            "31\u00A0March\u00A02027");

    private static final List<String> WINDOWS =
            List.of("Q3", "Q3 2027", "2027-Q3", "H2", "H2-2027", "second half of 2027");
    private static final List<String> CONFIDENCE =
            List.of("high confidence", "low-confidence", "confidence: medium", "80% sure", "confidence is high");

    private static final List<String> FIRST = List.of("Zoltanna", "Quimby", "Xaviera", "Brunhilda");
    private static final List<String> LAST = List.of("Zwickelbart", "Oquendovic", "Yzerhaus");

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> publics = new LinkedHashSet<>();
    private int tokens;

    private RandomRoadmaps(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A roadmap, and what must and what may stand in its public view.
     *
     * @param secrets no drawing of the public view may have any of these
     * @param publics words of the titles of public themes
     */
    public record Generated(Roadmap roadmap, People people, Set<String> secrets, Set<String> publics) {}

    public static Generated generated(long seed) {
        return new RandomRoadmaps(seed).generated();
    }

    private Generated generated() {
        FIRST.forEach(first -> people.add(person(first + " " + LAST.get(random.nextInt(LAST.size())))));
        people.forEach(person -> {
            secrets.add(person.name());
            secrets.add(person.firstName());
        });
        add(Kind.PRODUCT, "P1", v -> v.with(Product.NAME, secret()).with(Product.LEAD, owner()));
        add(Kind.STRATEGY, "S1", v -> v.with(Strategy.STATEMENT, secret()));
        add(Kind.TEAM, "TM1", v -> v.with(Team.NAME, secret()).with(Team.CHANNEL, "#" + secret()));
        count(4).forEach(i -> objective("O" + i));
        count(12).forEach(i -> theme("T" + i));
        count(25).forEach(i -> initiative("I" + i));
        count(5).forEach(i -> add(
                Kind.EXPERIMENT,
                "X" + i,
                v -> v.with(Experiment.ASSUMPTION, secret()).with(Experiment.INITIATIVE, new ItemId("I1"))));
        count(5).forEach(i -> add(
                Kind.WORKSTREAM,
                "W" + i,
                v -> v.with(Workstream.TITLE, secret()).with(Workstream.INITIATIVE, new ItemId("I1"))));
        Stamp stamp = new Stamp(Acme.NOW, PersonId.BOT, "file");
        List<Change> changes = new ArrayList<>(List.of(new Change.Named("Acme")));
        items.forEach(item -> changes.add(new Change.Added(item)));
        return new Generated(
                Roadmap.empty().on(new ChangeSet(stamp, Optional.empty(), changes)),
                People.of(people),
                secrets,
                publics);
    }

    private IntStream count(int most) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(most));
    }

    private Person person(String name) {
        return new Person(
                new PersonId("p" + people.size()),
                name,
                Set.of(Role.PM),
                Optional.of(ZoneId.of("UTC")),
                Person.Details.NONE,
                List.of(),
                Optional.empty());
    }

    private void add(Kind kind, String id, UnaryOperator<Values> values) {
        items.add(Acme.item(kind, id, values));
    }

    private void objective(String id) {
        add(
                Kind.OBJECTIVE,
                id,
                v -> v.with(Objective.TITLE, secret())
                        .with(Objective.WHY, secret())
                        .with(Objective.OWNER, owner()));
        add(
                Kind.KEY_RESULT,
                id + "-KR1",
                v -> v.with(KeyResult.OBJECTIVE, new ItemId(id))
                        .with(KeyResult.TITLE, secret())
                        .with(KeyResult.METRIC, secret())
                        .with(KeyResult.TARGET, secret())
                        .with(KeyResult.DUE, "2027-Q3"));
    }

    private void theme(String id) {
        boolean isPublic = random.nextInt(3) > 0;
        String title = isPublic ? token() : secret();
        if (isPublic) {
            publics.add(title);
        }
        add(
                Kind.THEME,
                id,
                v -> v.with(Theme.TITLE, title + " " + (isPublic ? told() : words()))
                        .with(Theme.PROBLEM, Optional.of(isPublic ? told() : secret()))
                        .with(Theme.KPI, secret())
                        .with(Theme.SERVES, List.of(new ItemId("O1")))
                        .with(Theme.OWNER, owner())
                        .with(
                                Theme.VISIBILITY,
                                isPublic
                                        ? random.nextBoolean() ? Optional.of(Visibility.PUBLIC) : Optional.empty()
                                        : Optional.of(Visibility.INTERNAL)));
    }

    private void initiative(String id) {
        add(
                Kind.INITIATIVE,
                id,
                v -> v.with(Initiative.TITLE, secret() + " " + words())
                        .with(Initiative.DESCRIPTION, secret())
                        .with(Initiative.WHY, secret())
                        .with(Initiative.HORIZON, pick(List.of(Horizon.values())))
                        .with(Initiative.THEME, new ItemId("T" + (1 + random.nextInt(12))))
                        .with(Initiative.SERVES, random.nextBoolean() ? List.of(new ItemId("O1-KR1")) : List.of())
                        .with(Initiative.OWNER, owner())
                        .with(Initiative.TEAM, new ItemId("TM1"))
                        .with(Initiative.RELEASE, pick(WINDOWS))
                        .with(Initiative.FIXED_DEADLINE, new FixedDeadline(LocalDate.of(2027, 3, 31), secret()))
                        .with(Initiative.CONSTRAINTS, List.of(secret()))
                        .with(Initiative.NON_GOALS, List.of(secret()))
                        .with(Initiative.VISIBILITY, pick(List.of(Visibility.values())))
                        .with(Initiative.MOSCOW, pick(List.of(Initiative.Moscow.values()))));
    }

    /** A text for customers, which now and then says what it must not. */
    private String told() {
        StringBuilder text = new StringBuilder(words());
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextBoolean() ? ". " : " ")
                    .append(slip())
                    .append(' ')
                    .append(words());
        }
        return text.toString();
    }

    private String slip() {
        String said = switch (random.nextInt(5)) {
            case 0 -> pick(DATES);
            case 1 -> pick(WINDOWS);
            case 2 -> pick(CONFIDENCE);
            case 3 -> random.nextBoolean() ? owner(people) : pick(people).firstName();
            default -> pick(items).id().text();
        };
        secrets.add(said);
        return said;
    }

    private static String owner(List<Person> people) {
        return people.get(people.size() - 1).name();
    }

    private PersonId owner() {
        return pick(people).id();
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(pick(WORDS)).append(i > 0 ? " " : "");
        }
        return text.toString();
    }

    private String secret() {
        String word = token();
        secrets.add(word);
        return word;
    }

    /** A word that stands nowhere else. */
    private String token() {
        tokens++;
        return "zq" + letters() + "jx";
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int n = tokens; n > 0; n /= 26) {
            letters.append((char) ('a' + n % 26));
        }
        return letters.toString();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
