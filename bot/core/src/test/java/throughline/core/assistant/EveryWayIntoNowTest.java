package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.card.Button;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Input;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

/** Whatever people do, in whatever order: nothing is in Now that neither passed the gate nor has a record of why not. */
class EveryWayIntoNowTest {
    private static final int LIMIT = 4;
    private static final List<String> BETS = List.of("I3", "I4", "I7", "I9", "I10", "I12", "I13", "I14", "I15", "I16");
    private static final String READY = "constraints: One login; non_goals: SCIM; success: Deals close;"
            + " success.measure: win rate; success.baseline: 22 %; success.target: 30 %; success.by: 2027-Q2";

    private final Chat chat = new Chat();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16})
    void nothing_gets_around_the_gate(long seed) {
        Random random = new Random(seed);
        chat.promote(Acme.TOM, Role.PRODUCT_LEAD);
        chat.record(
                PersonId.BOT,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I4"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.NEXT)));
        Set<ItemId> before = inNow();
        assertEquals(LIMIT, counted());
        int entries = 0;
        for (int step = 0; step < 90; step++) {
            act(random);
            Set<ItemId> now = inNow();
            for (ItemId id : now) {
                if (!before.contains(id)) {
                    entries++;
                    assertAllowed(id, "seed " + seed + ", step " + step);
                }
            }
            assertTrue(counted() <= LIMIT, "seed " + seed + ", step " + step + ": " + now);
            before = now;
        }
        assertTrue(entries > 0, "nothing entered");
    }

    /** Whoever is new in Now is complete, or a record says what was missing; those without one were there before. */
    private void assertAllowed(ItemId id, String when) {
        Initiative bet = bet(id);
        Optional<Admission> entry = bet.entered();
        if (entry.isEmpty()) {
            assertTrue(List.of("I3", "I4", "I7", "I9", "I10", "I12").contains(id.text()), when + " " + id);
            return;
        }
        if (entry.get().way() == Admission.Way.OVERRIDE) {
            assertTrue(entry.get().reason().isPresent(), when + " " + id);
            return;
        }
        boolean isComplete = !bet.serves().isEmpty()
                && !bet.values().all(Initiative.CONSTRAINTS).isEmpty()
                && !bet.values().all(Initiative.NON_GOALS).isEmpty()
                && bet.values().all(Initiative.SUCCESS).stream()
                        .anyMatch(success ->
                                success.target().isPresent() && success.by().isPresent())
                && !bet.values().all(Initiative.REVIEWS).isEmpty()
                && (!bet.isBig() || bet.approved().isPresent());
        assertTrue(isComplete, when + " " + id + " entered by " + entry.get().way());
    }

    /** The places that are taken but for those that an override took. */
    private long counted() {
        return inNow().stream()
                .map(this::bet)
                .filter(Initiative::isMajor)
                .filter(bet -> bet.entered()
                        .filter(entry -> entry.way() == Admission.Way.OVERRIDE)
                        .isEmpty())
                .count();
    }

    private void act(Random random) {
        String person = random.nextInt(3) == 0 ? "tom" : "maya";
        String id = BETS.get(random.nextInt(BETS.size()));
        String other = BETS.get(random.nextInt(BETS.size()));
        switch (random.nextInt(17)) {
            case 0, 1 -> chat.ask(person, "move " + id + " now");
            case 2 -> chat.ask(person, "move " + id + " next");
            case 3 -> chat.ask(person, "edit " + id + " horizon: now");
            case 4 -> chat.ask(person, "edit " + id + " anyway; horizon: now; " + READY);
            case 5 -> chat.ask(person, "edit " + id + " anyway; " + READY + "; serves: O1-KR1");
            case 6 -> review(id);
            case 7 ->
                chat.ask(
                        person,
                        "edit " + id + " size: "
                                + List.of("big", "medium", "small").get(random.nextInt(3)));
            case 8 -> chat.ask(person, "move " + id + " now instead of " + other + " because of a trade");
            case 9 -> chat.ask(person, "undo");
            case 10 -> chat.ask(person, "undo " + id + " anyway");
            case 11 -> chat.ask(person, "redo");
            case 12 -> chat.ask(person, "remove " + id + " yes");
            case 13 -> chat.ask(person, "add initiative Bet " + random.nextInt(99) + " horizon: now; serves: O1-KR1");
            case 14 -> chat.ask(person, "edit " + id + " constraints: none");
            case 15 -> {
                if (random.nextInt(4) == 0) {
                    chat.ask(person, "move " + id + " now override because it burns");
                }
            }
            default -> tapped(person, random, id);
        }
        chat.after(Duration.ofSeconds(random.nextInt(200)));
    }

    /** Opens the gate's forms and sends them. */
    private void tapped(String person, Random random, String id) {
        chat.ask(person, random.nextBoolean() ? "edit " + id : "edit " + id + " complete; horizon: now");
        for (Button button : chat.last().card().buttons()) {
            if (button.action().equals(Actions.FILL)) {
                Map<String, List<String>> inputs = new java.util.HashMap<>();
                chat.last().card().fields().forEach(field -> inputs.put(field.id(), field.initials()));
                inputs.computeIfPresent("horizon", (key, old) -> List.of("now"));
                chat.tap(person, button.action(), button.value(), inputs);
                return;
            }
        }
    }

    private void review(String id) {
        if (chat.store.load("").roadmap().find(id).isPresent()) {
            chat.record(
                    Acme.PRIYA,
                    "",
                    new Change.Listed<>(
                            Kind.INITIATIVE,
                            new ItemId(id),
                            Initiative.REVIEWS,
                            new FeasibilityReview(LocalDate.of(2026, 11, 18), Acme.PRIYA, Optional.empty())));
        }
    }

    @Test
    void of_two_who_take_the_last_place_at_once_one_is_told() {
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        List<String> both = List.of("I13", "I14");
        both.forEach(id -> {
            review(id);
            chat.ask("maya", "edit " + id + " anyway; " + READY + "; serves: O1-KR1");
        });
        Overtaken overtaken = new Overtaken(() -> chat.ask("tom", "move I14 now"));
        String answer = chat.bot(overtaken)
                .hear(chat.incoming("maya", "dm:maya", new Input.Said("move I13 now", Input.Manner.OPEN)))
                .get(0)
                .payload();
        assertTrue(answer.startsWith("Now is full (4 of 4). What would you take out for Audit log (I13)?"), answer);
        assertEquals(Horizon.NOW, bet(new ItemId("I14")).horizon());
        assertEquals(Horizon.NEXT, bet(new ItemId("I13")).horizon());
    }

    @Test
    void who_grows_into_the_last_place_is_seen_by_who_enters() {
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        review("I13");
        chat.ask("maya", "edit I13 anyway; " + READY);
        Overtaken overtaken = new Overtaken(() -> chat.ask("tom", "edit I10 size: medium"));
        String answer = chat.bot(overtaken)
                .hear(chat.incoming("maya", "dm:maya", new Input.Said("move I13 now", Input.Manner.OPEN)))
                .get(0)
                .payload();
        assertTrue(answer.startsWith("Now is full (4 of 4)."), answer);
    }

    /** A store on which somebody else is faster once. */
    private final class Overtaken implements TurnStore {
        private final Runnable meanwhile;
        private boolean isDone;

        Overtaken(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            if (!isDone) {
                isDone = true;
                meanwhile.run();
            }
            return chat.store.commit(commit);
        }
    }

    private Set<ItemId> inNow() {
        List<ItemId> all = new ArrayList<>();
        chat.store.load("").roadmap().in(Horizon.NOW).stream()
                .map(Initiative::id)
                .forEach(all::add);
        return new HashSet<>(all);
    }

    private Initiative bet(ItemId id) {
        return chat.store.load("").roadmap().find(id, Initiative.class).orElseThrow();
    }
}
