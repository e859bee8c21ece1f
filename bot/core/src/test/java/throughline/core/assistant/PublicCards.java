package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import throughline.core.card.Card;
import throughline.core.conversation.History;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Speaker;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.RandomRoadmaps;

/** What outsiders are told of any roadmap, whatever they ask and however it is drawn; {@code -Droadmaps=1000} tries more. */
public final class PublicCards {
    private static final int ROADMAPS = Integer.getInteger("roadmaps", 40);

    private static final List<String> QUESTIONS = List.of(
            "now",
            "show I1",
            "why I1",
            "okrs all",
            "public all",
            "public page 2",
            "view release",
            "view portfolio all",
            "view team TM1",
            "view public page 2",
            "tree",
            "changes",
            "help");

    /** Dates and windows, found in another way than the bot does. */
    private static final Pattern PROMISE = Pattern.compile(
            "20[2-3]\\d-\\d\\d|\\b20[2-3]\\d\\b|\\bQ[1-4]\\b|\\bH[12]\\b|(?i:\\b(high|medium|low) confidence)");

    private final Assistant assistant = new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing());

    private PublicCards() {}

    /** Nothing internal is in any drawing of any public card, and the public themes are. */
    public static void assertDiscreet(Function<Card, String> draw) {
        for (long seed = 0; seed < ROADMAPS; seed++) {
            RandomRoadmaps.Generated generated = RandomRoadmaps.generated(seed);
            StringBuilder all = new StringBuilder();
            for (Card card : new PublicCards().of(generated)) {
                String drawn = draw.apply(card);
                assertHas(generated, drawn, seed);
                all.append(drawn);
            }
            for (String theme : generated.publics()) {
                assertTrue(all.indexOf(theme) >= 0, "a public theme is missing from roadmap " + seed);
            }
        }
    }

    private static void assertHas(RandomRoadmaps.Generated generated, String drawn, long seed) {
        for (String secret : generated.secrets()) {
            assertFalse(drawn.contains(secret), () -> "roadmap " + seed + " gives away “" + secret + "”: " + drawn);
        }
        assertFalse(PROMISE.matcher(drawn).find(), () -> "roadmap " + seed + " gives away a date: " + drawn);
    }

    /** Each card once: most questions have the same answer. */
    private Set<Card> of(RandomRoadmaps.Generated generated) {
        Set<Card> cards = new LinkedHashSet<>();
        for (String question : QUESTIONS) {
            Input input = input(question);
            cards.addAll(of(generated, Speaker.Standing.GUEST, Place.Reach.DIRECT, input));
            cards.addAll(of(generated, Speaker.Standing.MEMBER, Place.Reach.EXTERNAL, input));
        }
        return cards;
    }

    private static Input input(String question) {
        return switch (question.length() % 3) {
            case 0 -> new Input.Said(question, Input.Manner.OPEN);
            case 1 -> new Input.Said(question, Input.Manner.COMMAND);
            default -> new Input.Tapped(Actions.SHARE, question, "m", Map.of());
        };
    }

    private List<Card> of(
            RandomRoadmaps.Generated generated, Speaker.Standing standing, Place.Reach reach, Input input) {
        Account account = Account.local("guest");
        Person guest = Person.firstContact(new PersonId("guest"), "guest", account);
        Scene scene = new Scene(
                generated.roadmap(),
                History.NONE,
                generated.people(),
                guest,
                new Incoming(
                        "d",
                        new Speaker(account, "guest", standing),
                        new Place(Account.LOCAL, "#shared", Optional.empty(), reach),
                        input,
                        ""),
                Acme.NOW,
                "fresh");
        return assistant.turn(scene, Optional.empty()).replies().stream()
                .map(Reply::card)
                .toList();
    }
}
