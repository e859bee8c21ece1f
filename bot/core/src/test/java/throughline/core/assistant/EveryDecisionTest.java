package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.card.Button;
import throughline.core.decision.Case;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;

/**
 * Whatever four persons do about requests, in whatever order: every message is answered, no case contradicts itself, and nothing is
 * in Now without a recorded swap, a free place or an override.
 */
class EveryDecisionTest {
    private static final int LIMIT = 4;
    private static final List<String> PEOPLE = List.of("maya", "tom", "priya", "sam");
    private static final List<String> OUTS = List.of("I3", "I7", "I9", "I12", "I13", "I14", "I15", "I16");
    private static final List<String> WIRES = List.of(
            "",
            "; revisit if O1-KR2 > 50 %",
            "; revisit in 2 weeks",
            "; revisit if O2-KR1 < 1.5 by Q1 2027",
            "; revisit if x");

    private static final int SEEDS = 12;
    private static final int STEPS = 400;

    private Chat chat = new Chat();
    private int filed;

    @Test
    void nothing_reaches_now_unrecorded() {
        int entries = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            chat = new Chat();
            filed = 0;
            entries += entriesOf(seed);
        }
        assertTrue(entries > SEEDS, entries + " entered");
    }

    private int entriesOf(long seed) {
        Random random = new Random(seed);
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        chat.record(
                PersonId.BOT,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I4"),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.NEXT)));
        file(random);
        Set<ItemId> before = inNow();
        Set<ItemId> reopened = new HashSet<>();
        int entries = 0;
        for (int step = 0; step < STEPS; step++) {
            String when = "seed " + seed + ", step " + step;
            String said = act(random);
            assertFalse(said.isBlank(), when);
            assertFalse(said.startsWith("Something broke"), when + ": " + said);
            Set<ItemId> now = inNow();
            for (ItemId id : now) {
                if (!before.contains(id)) {
                    entries++;
                    assertRecorded(id, when + " " + said);
                }
            }
            assertTrue(counted() <= LIMIT, when + ": " + now);
            roadmap().requests().stream()
                    .forEach(asked -> assertEquals(
                            List.of(), new Case(roadmap(), asked).contradictions(), when + " " + asked + ": " + said));
            before = now;
            Set<ItemId> back = roadmap().decisions().stream()
                    .filter(receipt ->
                            receipt.values().find(Receipt.REOPENED_ON).isPresent())
                    .map(Receipt::id)
                    .collect(Collectors.toSet());
            assertTrue(back.containsAll(reopened), when);
            reopened = back;
        }
        return entries;
    }

    /** Whoever is new in Now says how it came there. */
    private void assertRecorded(ItemId id, String when) {
        Optional<Admission> entry = bet(id).entered();
        if (entry.isEmpty()) {
            assertTrue(List.of("I3", "I4", "I7", "I9", "I10", "I12").contains(id.text()), when + " " + id);
            return;
        }
        if (entry.get().way() == Admission.Way.OVERRIDE) {
            assertTrue(entry.get().reason().isPresent(), when);
            return;
        }
        boolean isRecorded = entry.get().way() == Admission.Way.SWAP
                ? entry.get().instead().isPresent() && entry.get().reason().isPresent()
                : counted() <= LIMIT;
        boolean isComplete = !bet(id).values().all(Initiative.CONSTRAINTS).isEmpty()
                && !bet(id).values().all(Initiative.REVIEWS).isEmpty();
        assertTrue(
                isRecorded && isComplete, when + " " + id + " by " + entry.get().way());
    }

    private String act(Random random) {
        String person = random.nextBoolean() ? "maya" : PEOPLE.get(random.nextInt(PEOPLE.size()));
        String request = "R" + (1 + random.nextInt(Math.max(1, filed)));
        String decision =
                "D" + (1 + random.nextInt(Math.max(1, roadmap().decisions().size())));
        String out = OUTS.get(random.nextInt(OUTS.size()));
        String wire = WIRES.get(random.nextInt(WIRES.size()));
        chat.after(Duration.ofHours(random.nextInt(30)));
        return switch (random.nextInt(24)) {
            case 0 -> file(random);
            case 1, 2 -> chat.ask(person, "decide " + request + " swap because of a deal" + wire);
            case 3 -> chat.ask(person, "decide " + request + " again swap " + out + " because of a deal");
            case 4 -> chat.ask(person, "decide " + request + " next because it fits" + wire);
            case 5 -> chat.ask(person, "decide " + request + " decline because no" + wire);
            case 6 -> chat.ask(person, "decide " + request + " now because there is room");
            case 7 ->
                random.nextInt(4) == 0
                        ? chat.ask(person, "decide " + request + " override because it burns")
                        : chat.ask(person, "decide " + request);
            case 8, 9 -> chat.ask(person, "agree " + decision);
            case 10 -> chat.ask(person, "object " + decision + " because no");
            case 11 -> chat.ask("priya", "overrule " + decision + " because yes");
            case 12 -> chat.ask("priya", "uphold " + decision + " because of him");
            case 13, 14 -> chat.ask(person, "decide " + request + " finish");
            case 15 -> chat.ask(person, "withdraw " + request);
            case 16 -> chat.ask(person, "ask-back " + request + " For whom?");
            case 17 -> chat.ask(person, "reply " + request + " For all.");
            case 18 -> chat.ask("maya", "check-in O1-KR2 " + (45 + random.nextInt(9)) + " % yes");
            case 19 -> chat.ask(person, "move " + out + " " + (random.nextBoolean() ? "next" : "later because no"));
            case 20 -> chat.ask("maya", random.nextInt(6) == 0 ? "remove " + out + " yes" : "undo");
            case 21 -> tapped(random, person);
            default -> {
                made(random).ifPresent(id -> Filed.complete(chat, id.text()));
                yield chat.ask(person, "decisions");
            }
        };
    }

    private Optional<ItemId> made(Random random) {
        List<ItemId> made = roadmap().requests().stream()
                .flatMap(asked -> asked.initiative().stream())
                .filter(id -> roadmap().find(id).isPresent())
                .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(random.nextInt(made.size())));
    }

    private String file(Random random) {
        filed++;
        Filed.by(chat, "R" + filed, "Wish " + filed, OUTS.get(random.nextInt(5)), Acme.SAM);
        return chat.ask("maya", "decide R" + filed);
    }

    /** Fills in the form of whatever somebody was shown last. */
    private String tapped(Random random, String person) {
        if (chat.told(person).isEmpty()) {
            return chat.ask(person, "decisions waiting");
        }
        List<Button> buttons = chat.lastTold(person).card().buttons();
        if (buttons.isEmpty()) {
            return chat.ask(person, "now");
        }
        Button button = buttons.get(random.nextInt(buttons.size()));
        Map<String, List<String>> inputs = new HashMap<>();
        if (button.action().equals(Actions.FILL)) {
            chat.lastTold(person)
                    .card()
                    .fields()
                    .forEach(field -> inputs.put(
                            field.id(),
                            field.options().isEmpty()
                                    ? List.of(random.nextBoolean() ? "in 3 weeks" : "")
                                    : List.of(field.options()
                                            .get(random.nextInt(field.options().size()))
                                            .value())));
        }
        return chat.tap(person, button.action(), button.value(), inputs);
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

    private Set<ItemId> inNow() {
        return roadmap().in(Horizon.NOW).stream().map(Initiative::id).collect(Collectors.toSet());
    }

    private Initiative bet(ItemId id) {
        return roadmap().find(id, Initiative.class).orElseThrow();
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    /** Somebody who is asked can always tell where it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"decide R1", "show R1", "decide R1 again", "withdraw R1"})
    void an_open_request_is_always_answerable(String command) {
        FeatureRequest asked = Filed.by(chat, Acme.SAM);
        assertEquals("R1", asked.id().text());
        assertFalse(chat.ask("maya", command).isBlank());
    }
}
