package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.intake.Intake;
import throughline.core.roadmap.FeatureRequest;

/** Five people say and tap whatever they like, on cards of today and of long ago, their own and others'. */
class RandomRequestsTest {
    /** {@code -Dinputs=20000} takes half a minute. */
    private static final int INPUTS = Integer.getInteger("inputs", 4_000);

    private static final List<String> PEOPLE = List.of("sam", "priya", "maya", "tom", "ana");

    private static final List<String> WORDS = List.of(
            "request",
            "request bulk export to Excel, Globex wants it",
            "request new: sign-in with passkeys",
            "request faster search",
            "can we have a dark theme?",
            "O1",
            "O3-KR1",
            "2",
            "none",
            "none of these",
            "skip",
            "+ 1 point",
            "a lot",
            "I12",
            "faster search",
            "park it",
            "can't choose",
            "send",
            "yes",
            "different",
            "join R1",
            "why D1",
            "record",
            "back",
            "cancel",
            "change the figures",
            "now",
            "requests open",
            "who owns I3",
            "<!channel> *hi* <@U1>",
            "");

    private final Chat chat = new Chat();
    private final Random random = new Random(7);
    private final Map<String, List<Card>> cards = new HashMap<>();

    @Test
    void whatever_is_said_is_answered_and_filed_once() {
        Map<Class<?>, Integer> visited = new HashMap<>();
        for (int i = 0; i < INPUTS; i++) {
            String person = pick(PEOPLE);
            Optional<Dialogue> before = open(person);
            int filed = requests().size();
            String said = random.nextInt(3) == 0 || cards.size() < PEOPLE.size() ? said(person) : tapped(person);
            assertFalse(said.isBlank());
            assertFalse(said.contains("Something broke"), said);
            if (requests().size() > filed) {
                assertTrue(before.filter(Intake.class::isInstance).isPresent(), "filed out of the blue: " + said);
                assertTrue(
                        List.of("send", "none").contains(((Intake) before.orElseThrow()).step()),
                        "filed without a word");
            }
            open(person).ifPresent(state -> visited.merge(state.getClass(), 1, Integer::sum));
        }
        List<FeatureRequest> all = requests();
        assertTrue(all.size() > INPUTS / 1_000, "only " + all.size());
        assertEquals(
                all.size(),
                all.stream()
                        .map(asked -> asked.values().find(FeatureRequest.CARD).orElseThrow())
                        .distinct()
                        .count());
        assertTrue(visited.size() >= 8, visited.toString());
        PEOPLE.forEach(this::leave);
    }

    /** From wherever somebody is, a few plain words lead to the end, and one leaves. */
    private void leave(String person) {
        chat.ask(person, "request new: heated seats for the lobby");
        int filed = requests().size();
        List.of("different", "O2", "skip", "park it", "send").forEach(word -> {
            if (open(person).filter(Intake.class::isInstance).isPresent()) {
                chat.ask(person, word);
            }
        });
        // Without anything alike "different" is no answer, and is asked about again.
        assertEquals(filed + 1, requests().size());
        chat.ask(person, "request something else entirely");
        chat.ask(person, "cancel");
        assertTrue(open(person).isEmpty());
    }

    private String said(String person) {
        return remembered(person, chat.ask(person, pick(WORDS)));
    }

    private String tapped(String person) {
        List<Card> own = cards.getOrDefault(random.nextInt(9) == 0 ? pick(PEOPLE) : person, List.of());
        Card card = random.nextInt(5) == 0 ? pick(own) : own.get(own.size() - 1);
        List<Button> buttons = card.buttons().stream()
                .filter(button -> button.value().startsWith("request"))
                .toList();
        if (buttons.isEmpty()) {
            return said(person);
        }
        Button button = pick(buttons);
        Map<String, List<String>> inputs = new HashMap<>();
        if (button.action().equals(Actions.FILL)) {
            card.blocks().stream()
                    .filter(Block.Form.class::isInstance)
                    .map(Block.Form.class::cast)
                    .filter(form -> form.buttons().contains(button))
                    .flatMap(form -> form.fields().stream())
                    .forEach(field -> inputs.put(field.id(), filledIn(field)));
        }
        return remembered(person, chat.tap(person, button.action(), button.value(), inputs));
    }

    private List<String> filledIn(Field field) {
        if (field.kind() == Field.Kind.CHOICE) {
            return random.nextInt(20) == 0
                    ? List.of("forged")
                    : List.of(pick(field.options()).value());
        }
        return random.nextInt(3) == 0 ? List.of(pick(WORDS)) : field.initials();
    }

    private String remembered(String person, String said) {
        List<Card> own = cards.computeIfAbsent(person, any -> new ArrayList<>());
        own.add(chat.last().card());
        if (own.size() > 20) {
            own.remove(0);
        }
        return said;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Optional<Dialogue> open(String person) {
        Incoming incoming = chat.incoming(person, "dm:" + person, new Input.Said("", Input.Manner.OPEN));
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    private List<FeatureRequest> requests() {
        return chat.store.load("").roadmap().requests().toList();
    }
}
