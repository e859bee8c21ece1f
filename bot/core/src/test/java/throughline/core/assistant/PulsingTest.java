package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.people.PersonId;
import throughline.core.question.Inference;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.ritual.PulseRound;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;

/** The pulse: who is asked what, and what nobody can find out. */
class PulsingTest {
    private static final String BEGIN = "2026-12-08T08:30:00Z";
    private static final String OVER = "2026-12-23T08:30:00Z";

    private final Chat chat = new Chat();
    private final Calendar calendar = new Calendar(chat);

    private List<PersonId> six() {
        List<PersonId> six = Hired.people(chat, "ana", 6);
        Hired.team(chat, "TM1", six);
        return six;
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private Pulse pulse() {
        return roadmap().beside("PU1", Pulse.class).orElseThrow();
    }

    private String right() {
        return PulseRound.right(
                        roadmap(),
                        roadmap().find(pulse().about(), Initiative.class).orElseThrow())
                .stream()
                .filter(pulse().options()::contains)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void everybody_of_a_team_of_five_or_more_is_asked_once_in_a_month() {
        six();
        calendar.at(BEGIN);
        calendar.at("2026-12-09T08:30:00Z");
        for (int i = 0; i < 6; i++) {
            assertEquals(1, calendar.days("ana" + i).size());
        }
        String asked = calendar.days("ana0").get(0);
        assertTrue(asked.startsWith("Which OKR does "), asked);
        assertTrue(asked.contains("[Not sure]"), asked);
        assertTrue(pulse().options().size() >= 2 && pulse().options().size() <= 4);
    }

    @Test
    void a_team_of_four_is_not_asked() {
        List<PersonId> four = Hired.people(chat, "ana", 4);
        Hired.team(chat, "TM1", four);
        calendar.at(BEGIN);
        assertTrue(roadmap().openPulses().isEmpty());
        assertTrue(chat.ask("ana0", "pulse").contains("A team of fewer than five is not asked"));
    }

    @Test
    void one_tap_answers_and_tells_the_line_to_that_person_alone() {
        six();
        calendar.at(BEGIN);
        String answer = calendar.tapDay("ana0", right());
        assertTrue(answer.startsWith("Yes. "), answer);
        assertTrue(answer.contains("Your answer is shown to nobody."), answer);
        assertTrue(calendar.tapDay("ana0", "Not sure").startsWith("You have answered this month's pulse"));
        assertFalse(calendar.tapDay("ana1", "Not sure").startsWith("Yes"));
        for (String question : List.of("team Growth", "changes", "history I4", "sync", "pulse")) {
            String told = chat.ask("maya", question);
            assertFalse(told.contains("Ana0"), question + ": " + told);
            assertFalse(told.contains("of 2"), question + ": " + told);
        }
    }

    @Test
    void the_figure_is_made_when_the_month_is_over_and_only_then() {
        six();
        calendar.at(BEGIN);
        String right = right();
        for (int i = 0; i < 6; i++) {
            chat.ask("ana" + i, "pulse " + (i < 3 ? right : "not sure"));
            assertFalse(chat.ask("maya", "team Growth").contains("Articulation"), "while it goes on");
        }
        calendar.at(OVER);
        assertTrue(
                chat.ask("maya", "team Growth")
                        .contains("Articulation: could name the OKR of a bet of theirs: 3 of 6 in December."),
                chat.ask("maya", "team Growth"));
        assertTrue(
                chat.store.load("").people().stream()
                        .flatMap(person -> person.pulses().stream())
                        .allMatch(answer -> answer.isRight().isEmpty()),
                "what each answered is gone");
        assertTrue(chat.ask("ana0", "pulse PU1 O1").startsWith("That pulse is over"));
    }

    @Test
    void four_answers_make_no_figure() {
        six();
        calendar.at(BEGIN);
        for (int i = 0; i < 4; i++) {
            chat.ask("ana" + i, "pulse not sure");
        }
        calendar.at(OVER);
        assertFalse(chat.ask("maya", "team Growth").contains("Articulation"));
        assertTrue(pulse().values().find(Pulse.ANSWERS).isEmpty());
    }

    @Test
    void who_does_not_answer_twice_is_not_asked_a_third_time() {
        six();
        calendar.at(BEGIN);
        calendar.at("2027-01-08T08:30:00Z");
        calendar.at("2027-02-08T08:30:00Z");
        calendar.at("2027-03-08T08:30:00Z");
        assertEquals(
                2,
                calendar.days("ana0").stream()
                        .filter(text -> text.contains("Which OKR"))
                        .count());
    }

    @Test
    void what_was_switched_off_does_not_count_as_unanswered() {
        six();
        chat.ask("ana0", "nudge off");
        calendar.at(BEGIN);
        calendar.at("2027-01-08T08:30:00Z");
        chat.ask("ana0", "nudge on");
        calendar.at("2027-02-08T08:30:00Z");
        assertEquals(
                1,
                calendar.days("ana0").stream()
                        .filter(text -> text.contains("Which OKR"))
                        .count());
    }

    /* Distractors */

    /** On roadmaps at random no distractor is connected with the initiative, and there are at most three. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void distractors_are_never_also_right(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 40; run++) {
            Roadmap roadmap = web(random);
            PulseRound round = new PulseRound(
                    roadmap,
                    bet -> new Inference(roadmap, new WordLanguage(), new WordRecall(), new NoPhrasing())
                            .strengths(bet));
            roadmap.initiatives().stream()
                    .forEach(bet -> round.options(bet).ifPresent(options -> {
                        Set<ItemId> related = related(roadmap, bet);
                        List<ItemId> wrong = options.stream()
                                .filter(option ->
                                        !PulseRound.right(roadmap, bet).contains(option))
                                .toList();
                        assertEquals(options.size() - 1, wrong.size(), "one of them is right");
                        assertTrue(wrong.size() <= 3);
                        wrong.forEach(option -> assertFalse(related.contains(option), bet.id() + " and " + option));
                        Map<ItemId, Double> strong =
                                round.strengths().apply(bet).orElseThrow();
                        wrong.forEach(option -> assertTrue(strong.getOrDefault(option, 0.0) < Inference.DRAWN / 2));
                    }));
        }
    }

    private static Roadmap web(RandomGenerator random) {
        List<Item> items = new ArrayList<>();
        int objectives = 3 + random.nextInt(8);
        for (int o = 1; o <= objectives; o++) {
            int id = o;
            boolean isBelow = o > 1 && random.nextBoolean();
            items.add(Acme.item(Kind.OBJECTIVE, "O" + o, v -> {
                var values = v.with(Objective.TITLE, "Goal " + word(random) + " " + word(random));
                return isBelow
                        ? values.with(Objective.SUPPORTS, new ItemId("O" + (1 + random.nextInt(id - 1))))
                        : values;
            }));
            items.add(Acme.item(
                    Kind.KEY_RESULT,
                    "O" + o + "-KR1",
                    v -> v.with(throughline.core.roadmap.KeyResult.OBJECTIVE, new ItemId("O" + id))
                            .with(throughline.core.roadmap.KeyResult.TITLE, word(random) + " per " + word(random))));
        }
        for (int i = 1; i <= 12; i++) {
            int id = i;
            items.add(Acme.bet("I" + i, word(random) + " " + word(random), Horizon.NOW, v -> {
                var values =
                        v.with(Initiative.SERVES, List.of(new ItemId("O" + (1 + random.nextInt(objectives)) + "-KR1")));
                return id > 1 && random.nextInt(3) == 0
                        ? values.with(Initiative.DEPENDS_ON, List.of(new ItemId("I" + (1 + random.nextInt(id - 1)))))
                        : values;
            }));
        }
        Roadmap roadmap = Roadmap.empty();
        for (Item item : items) {
            roadmap = roadmap.on(new throughline.core.roadmap.ChangeSet(
                    Acme.IMPORTED, Optional.empty(), List.of(new Change.Added(item))));
        }
        return roadmap;
    }

    private static String word(RandomGenerator random) {
        return List.of("setup", "invoice", "search", "import", "login", "speed", "tickets", "trial", "export", "audit")
                .get(random.nextInt(10));
    }

    /** Computed otherwise than the bot does: every objective that a walk over serves, depends-on and supports reaches. */
    private static Set<ItemId> related(Roadmap roadmap, Initiative bet) {
        Set<ItemId> served = new HashSet<>();
        Stream<Initiative> around = Stream.concat(
                Stream.of(bet),
                roadmap.initiatives().stream()
                        .filter(other -> other.dependsOn().contains(bet.id())
                                || bet.dependsOn().contains(other.id())));
        around.forEach(one ->
                one.serves().forEach(id -> served.add(new ItemId(id.text().replaceFirst("-.*", "")))));
        Set<ItemId> related = new HashSet<>(served);
        boolean grows = true;
        while (grows) {
            grows = roadmap.objectives().stream()
                    .filter(objective ->
                            objective.supports().filter(related::contains).isPresent()
                                    && served.stream().anyMatch(id -> isBelow(roadmap, objective, id)))
                    .map(Item::id)
                    .toList()
                    .stream()
                    .map(related::add)
                    .reduce(false, Boolean::logicalOr);
        }
        for (ItemId id : List.copyOf(served)) {
            Optional<ItemId> above = roadmap.find(id, Objective.class).flatMap(Objective::supports);
            while (above.isPresent() && related.add(above.get())) {
                above = roadmap.find(above.get(), Objective.class).flatMap(Objective::supports);
            }
        }
        return related;
    }

    private static boolean isBelow(Roadmap roadmap, Objective objective, ItemId top) {
        Optional<ItemId> above = objective.supports();
        for (int step = 0; step < 20 && above.isPresent(); step++) {
            if (above.get().equals(top)) {
                return true;
            }
            above = roadmap.find(above.get(), Objective.class).flatMap(Objective::supports);
        }
        return false;
    }

    /* What nobody can find out */

    /**
     * Teams of all sizes, people who come, go, are forgotten and change teams in the middle of a month, teams that are made of others, bets
     * that go from team to team, and answers at random; after each step everything is read that anybody can read. For each person and month there must be other answers, with which
     * exactly the same would have been read.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_that_is_told_reveals_an_answer(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        chat.promote(Acme.MAYA, throughline.core.people.Role.ADMIN);
        List<PersonId> everybody = new ArrayList<>(Hired.people(chat, "ana", 14));
        Map<String, Map<PersonId, Boolean>> answers = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (int month = 0; month < 6; month++) {
            String at = String.format("2027-%02d-", month + 1);
            shuffle(everybody, random);
            calendar.at(Instant.parse(at + "08T08:30:00Z"));
            for (PersonId person : shuffled(everybody, random)) {
                if (random.nextInt(8) == 0) {
                    shuffle(everybody, random);
                    calendar.beat();
                }
                answer(person, random, answers);
                told.addAll(read());
            }
            calendar.at(Instant.parse(at + "23T08:30:00Z"));
            told.addAll(read());
            if (random.nextInt(3) == 0) {
                PersonId gone = everybody.remove(random.nextInt(everybody.size()));
                chat.ask("maya", "forget-person #" + gone + " yes");
            }
            if (random.nextInt(2) == 0) {
                moveToOtherTeam(random);
            }
            assertTrue(
                    chat.store.load("").people().stream()
                            .flatMap(person -> person.pulses().stream())
                            .allMatch(answer -> answer.isRight().isEmpty()),
                    "nothing is left of what each answered");
        }
        List<Pulse> shown = roadmap().teams().stream()
                .flatMap(team -> roadmap().pulses(team).stream())
                .filter(pulse -> pulse.share().isPresent())
                .toList();
        Set<String> counted = new HashSet<>();
        for (Pulse pulse : shown) {
            Map<PersonId, Boolean> given = answers.get(pulse.id().text());
            Pulse.Share share = pulse.share().orElseThrow();
            assertEquals(share.answers(), given.size());
            assertTrue(given.size() >= Pulse.FEWEST);
            given.keySet()
                    .forEach(person -> assertTrue(
                            counted.add(pulse.month() + " " + person), "nobody is in two figures of a month"));
            int right = (int) given.values().stream().filter(one -> one).count();
            assertEquals(Pulse.Share.of(given.size(), right), Optional.of(share), "and it is right");
            given.forEach((person, own) -> given.forEach((other, answer) -> {
                if (!other.equals(person)) {
                    assertTrue(couldBeOtherwise(given, person, other, share), "an insider knows no other answer");
                }
            }));
        }
        for (Pulse one : shown) {
            for (Pulse other : shown) {
                if (one.about().equals(other.about())) {
                    Set<PersonId> apart =
                            new HashSet<>(answers.get(one.id().text()).keySet());
                    Set<PersonId> others =
                            new HashSet<>(answers.get(other.id().text()).keySet());
                    Set<PersonId> both = new HashSet<>(apart);
                    both.retainAll(others);
                    apart.addAll(others);
                    apart.removeAll(both);
                    assertTrue(
                            apart.isEmpty() || apart.size() >= Pulse.FEWEST,
                            "no two figures of a question differ by a few: " + apart);
                }
            }
        }
        assertTrue(
                told.stream()
                        .allMatch(words -> shown.stream()
                                .anyMatch(pulse -> words.contains(
                                        pulse.share().orElseThrow().words()))),
                told.toString());
    }

    /** Whether, with the own answer as it is, the other one could have been the opposite, with the same figure. */
    private static boolean couldBeOtherwise(
            Map<PersonId, Boolean> given, PersonId insider, PersonId other, Pulse.Share told) {
        int own = given.get(insider) ? 1 : 0;
        int opposite = given.get(other) ? 0 : 1;
        int rest = given.size() - 2;
        for (int among = 0; among <= rest; among++) {
            if (Pulse.Share.of(given.size(), own + opposite + among).equals(Optional.of(told))) {
                return true;
            }
        }
        return false;
    }

    private void answer(PersonId person, RandomGenerator random, Map<String, Map<PersonId, Boolean>> answers) {
        if (random.nextInt(10) < 2) {
            return;
        }
        String handle = person.text().substring(2);
        String command = random.nextBoolean() ? "pulse not sure" : "pulse O" + (1 + random.nextInt(3));
        chat.ask(handle, command);
        chat.store
                .load("")
                .people()
                .find(person)
                .ifPresent(found -> found.pulses().stream()
                        .filter(answer -> answer.isRight().isPresent())
                        .forEach(answer -> answers.computeIfAbsent(answer.pulse(), id -> new HashMap<>())
                                .put(person, answer.isRight().get())));
        if (random.nextInt(6) == 0) {
            chat.ask(handle, "pulse O" + (1 + random.nextInt(3)));
        }
    }

    /** The same question is asked of others then. */
    private void moveToOtherTeam(RandomGenerator random) {
        List<Initiative> now = roadmap().in(Horizon.NOW).toList();
        Initiative bet = now.get(random.nextInt(now.size()));
        ItemId other = new ItemId(bet.team().filter(new ItemId("TM1")::equals).isPresent() ? "TM2" : "TM1");
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(Kind.INITIATIVE, bet.id(), Initiative.TEAM, bet.team(), Optional.of(other)));
    }

    private void shuffle(List<PersonId> everybody, RandomGenerator random) {
        List<PersonId> order = shuffled(everybody, random);
        int cut = random.nextInt(everybody.size() + 1);
        Hired.team(chat, "TM1", order.subList(0, cut));
        // Some are in both, as it happens.
        Hired.team(chat, "TM2", order.subList(Math.max(0, cut - random.nextInt(3)), order.size()));
    }

    private static List<PersonId> shuffled(List<PersonId> everybody, RandomGenerator random) {
        List<PersonId> order = new ArrayList<>(everybody);
        java.util.Collections.shuffle(order, new java.util.Random(random.nextLong()));
        return order;
    }

    /** What anybody is told of figures, whatever is asked. */
    private Set<String> read() {
        Set<String> told = new HashSet<>();
        for (String question : List.of("team Growth", "team Billing", "pulse", "changes all", "sync all")) {
            chat.ask("maya", question)
                    .lines()
                    .filter(line -> line.contains("Articulation"))
                    .forEach(told::add);
        }
        return told;
    }

    @Test
    void who_is_forgotten_takes_the_answer_along() {
        six();
        chat.promote(Acme.MAYA, throughline.core.people.Role.ADMIN);
        calendar.at(BEGIN);
        for (int i = 0; i < 6; i++) {
            chat.ask("ana" + i, "pulse not sure");
        }
        chat.ask("maya", "forget-person #p-ana0 yes");
        calendar.at(OVER);
        assertEquals(BigDecimal.valueOf(5), pulse().values().get(Pulse.ANSWERS));
    }

    @Test
    void what_became_right_meanwhile_is_no_alternative_any_more() {
        six();
        calendar.at(BEGIN);
        Initiative about = roadmap().find(pulse().about(), Initiative.class).orElseThrow();
        ItemId wrong = pulse().options().stream()
                .filter(option -> !option.text().equals(right()))
                .findFirst()
                .orElseThrow();
        String tapped = "[" + wrong + " ";
        assertTrue(chat.ask("ana0", "pulse").contains(tapped));
        Item keyResult = roadmap()
                .measuring(roadmap().find(wrong, Objective.class).orElseThrow())
                .stream()
                .findFirst()
                .orElseThrow();
        List<ItemId> serves = new ArrayList<>(about.serves());
        serves.add(keyResult.id());
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        about.id(),
                        Initiative.SERVES,
                        Optional.of(about.serves()),
                        Optional.of(List.copyOf(serves))));
        assertFalse(chat.ask("ana0", "pulse").contains(tapped), chat.ask("ana0", "pulse"));
    }
}
