package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.card.PlainText;
import throughline.core.conversation.History;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Speaker;
import throughline.core.people.Account;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Theme;
import throughline.core.view.ByHorizon;

/** Views of many initiatives are quick and short; {@code -Dinitiatives=100000} tries it with very many. */
class LargeRoadmapTest {
    private static final int INITIATIVES = Integer.getInteger("initiatives", 5_000);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int TRIES = 3;
    private static final int MOST_LINES = 30;

    private static final Roadmap LARGE = large();

    private final Assistant assistant = new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view theme",
                "view theme page 20",
                "view release",
                "view release page 300",
                "view technology",
                "view technology page 20",
                "view portfolio",
                "view portfolio all",
                "view public",
                "view public page 15",
                "view board",
                "view board page 300",
                "view team TM1",
                "view team TM1 page 3",
                "tree",
                "tree page 300",
                "tree O1",
                "tree O1-KR1 page 20",
                "tree T1"
            })
    void a_view_is_quick_and_short(String command) {
        Duration best = Duration.ofDays(1);
        String told = "";
        for (int i = 0; i < TRIES && best.compareTo(LONGEST) > 0; i++) {
            long start = System.nanoTime();
            told = PlainText.of(assistant
                    .turn(scene(command), Optional.empty())
                    .replies()
                    .get(0)
                    .card());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertTrue(best.compareTo(LONGEST) < 0, command + " took " + best.toMillis() + " ms");
        assertTrue(told.lines().count() <= MOST_LINES, told);
        assertTrue(told.contains("• "), told);
    }

    private static Scene scene(String command) {
        Account account = Account.local("sam");
        return new Scene(
                LARGE,
                History.NONE,
                Acme.people(),
                Acme.people().find(account).orElseThrow(),
                new Incoming(
                        "d",
                        Speaker.member(account, "sam"),
                        new Place(Account.LOCAL, "dm:sam", Optional.empty(), Place.Reach.DIRECT),
                        new Input.Said(command, Input.Manner.COMMAND),
                        ""),
                Acme.NOW,
                "fresh");
    }

    private static Roadmap large() {
        Random random = new Random(1);
        List<Change> changes = new ArrayList<>();
        IntStream.rangeClosed(1, 50)
                .forEach(team ->
                        add(changes, Acme.item(Kind.TEAM, "TM" + team, v -> v.with(Team.NAME, "Team " + team))));
        IntStream.rangeClosed(1, 100).forEach(objective -> {
            add(
                    changes,
                    Acme.item(
                            Kind.OBJECTIVE,
                            "O" + objective,
                            v -> v.with(Objective.TITLE, "Objective number " + objective)));
            IntStream.rangeClosed(1, 3)
                    .forEach(number -> add(
                            changes,
                            Acme.item(
                                    Kind.KEY_RESULT,
                                    "O" + objective + "-KR" + number,
                                    v -> v.with(KeyResult.OBJECTIVE, new ItemId("O" + objective))
                                            .with(KeyResult.TITLE, "Measure " + number))));
        });
        IntStream.rangeClosed(1, 200)
                .forEach(theme -> add(
                        changes,
                        Acme.item(
                                Kind.THEME,
                                "T" + theme,
                                v -> v.with(Theme.TITLE, "Theme number " + theme)
                                        .with(Theme.PROBLEM, "Something takes too long. It should not.")
                                        .with(Theme.SERVES, List.of(new ItemId("O" + (1 + theme % 100)))))));
        // A third of all hangs under one objective, so that nothing depends on an even spread.
        IntStream.rangeClosed(1, INITIATIVES)
                .forEach(number -> add(
                        changes,
                        Acme.bet(
                                "I" + number,
                                "Initiative number " + number,
                                ByHorizon.OPEN.get(random.nextInt(3)),
                                v -> v.with(Initiative.TEAM, new ItemId("TM" + (1 + random.nextInt(50))))
                                        .with(Initiative.THEME, new ItemId("T" + (1 + random.nextInt(200))))
                                        .with(
                                                Initiative.SERVES,
                                                List.of(new ItemId(
                                                        "O" + (random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(100))
                                                                + "-KR" + (1 + random.nextInt(3)))))
                                        .with(
                                                Initiative.RELEASE,
                                                (2026 + random.nextInt(3)) + "-Q" + (1 + random.nextInt(4)))
                                        .with(
                                                Initiative.NATURE,
                                                random.nextInt(10) == 0
                                                        ? Initiative.Nature.TECHNOLOGY
                                                        : Initiative.Nature.CUSTOMER)
                                        .with(
                                                Initiative.DEPENDS_ON,
                                                List.of(new ItemId("I" + (1 + random.nextInt(INITIATIVES))))))));
        return Roadmap.empty().on(new ChangeSet(Acme.IMPORTED, Optional.empty(), changes));
    }

    private static void add(List<Change> changes, Item item) {
        changes.add(new Change.Added(item));
    }
}
