package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Posting;
import throughline.core.decision.Case;
import throughline.core.intake.Intake;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.FeatureRequest.State;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;

/**
 * Five people say and tap whatever they like about requests and decisions, in whatever order, twice, and while the bot can't speak. A model
 * that knows only which way a request may go follows what is recorded: no state that can't be, nothing lost, nothing done twice, and
 * everything that anybody is shown can be answered.
 */
class RequestsModelTest {
    private static final int INPUTS = Integer.getInteger("inputs", 20_000);
    private static final int ORGANIZATIONS = 10;
    private static final long SEED = Long.getLong("seed", 7);

    private static final List<String> PEOPLE = List.of("sam", "priya", "maya", "tom", "ana");

    /** What is said in the dialogue, or past it. */
    private static final List<String> WORDS = List.of(
            "request",
            "request bulk export to Excel, Globex wants it",
            "request new: sign-in with passkeys",
            "request new: faster search",
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

    /** What takes a dialogue on, so that enough of them come to an end. */
    private static final List<String> AHEAD = List.of("different", "O2", "skip", "park it", "send");

    private static final List<String> WIRES = List.of(
            "",
            "; revisit if O1-KR2 > 50 %",
            "; revisit in 2 weeks",
            "; revisit if O2-KR1 < 1.5 by Q1 2027",
            "; revisit if x");

    /** Which way a request may go in one step, whoever takes it. Undoing may lead back along any of them. */
    private static final Map<State, Set<State>> WAYS = Map.of(
            State.FILED, Set.of(State.WITH_OWNER, State.DECIDED, State.WITHDRAWN),
            State.WITH_OWNER, Set.of(State.OBJECTED, State.DECIDED, State.FILED, State.WITHDRAWN),
            State.OBJECTED, Set.of(State.WITH_OWNER, State.DECIDED, State.FILED, State.WITHDRAWN),
            State.DECIDED, Set.of(State.FILED, State.WITH_OWNER, State.MOVED, State.SHIPPED, State.WITHDRAWN),
            State.MOVED, Set.of(State.FILED, State.WITH_OWNER, State.DECIDED, State.SHIPPED, State.WITHDRAWN),
            State.SHIPPED, Set.of(State.MEASURED),
            State.MEASURED, Set.of(),
            State.WITHDRAWN, Set.of());

    private Chat chat = new Chat();
    private final Random random = new Random(SEED);
    private final Map<String, List<Card>> cards = new HashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> waited = new HashSet<>();
    private Optional<Incoming> latest = Optional.empty();
    private String latestBy = "";

    @Test
    void whatever_five_people_do_every_request_goes_a_way_it_may_go_once() {
        for (int organization = 1; organization <= ORGANIZATIONS; organization++) {
            chat = new Chat();
            cards.clear();
            waited.clear();
            latest = Optional.empty();
            chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
            for (int input = 0; input < INPUTS / ORGANIZATIONS; input++) {
                followed("seed " + SEED + ", organization " + organization + ", input " + input);
            }
            assertNothingWasLost();
            PEOPLE.forEach(this::leave);
        }
        assertAllWasVisited();
    }

    private void followed(String where) {
        Optional<Incoming> twice = latest.filter(any -> random.nextInt(20) == 0);
        String person = twice.isPresent() ? latestBy : PEOPLE.get(random.nextInt(PEOPLE.size()));
        Roadmap before = roadmap();
        int entries = chat.store.log().size();
        Optional<Dialogue> open = open(person);
        String said = twice.map(this::again).orElseGet(() -> act(person));
        String when = where + ", " + person + " " + said;
        assertFalse(said.isBlank(), when);
        assertFalse(said.contains("Something broke"), when);
        assertFollows(before, entries, when);
        assertFiledFromTheLastStep(before, open, when);
        open(person).ifPresent(state -> count(state.getClass().getSimpleName()));
    }

    /* The model */

    private void assertFollows(Roadmap before, int entries, String when) {
        Roadmap after = roadmap();
        List<ChangeSet> recorded =
                chat.store.log().subList(entries, chat.store.log().size());
        boolean isUndone = recorded.stream()
                        .anyMatch(set ->
                                set.why().filter(why -> why.startsWith("undo")).isPresent())
                || when.contains(" undo ");
        for (FeatureRequest asked : after.requests().toList()) {
            assertEquals(List.of(), new Case(after, asked).contradictions(), when + " " + asked.id());
            State now = asked.state();
            State was = before.beside(asked.id().text(), FeatureRequest.class)
                    .map(FeatureRequest::state)
                    .orElse(State.FILED);
            boolean may = was == now
                    || WAYS.get(was).contains(now)
                    || (isUndone && WAYS.get(now).contains(was));
            assertTrue(may, when + ": " + asked.id() + " went from " + was + " to " + now);
            count(now.name());
            assertNobodyWantsWhatIsWithdrawn(before, asked, when);
            assertAnswered(after, asked, when);
            new Case(after, asked)
                    .standing()
                    .filter(RequestsModelTest::isAskedOf)
                    .ifPresent(receipt -> waited.add(receipt.id().text()));
        }
        assertOneEffect(recorded, when);
    }

    /** What others joined stays theirs when one of them leaves. */
    private static void assertNobodyWantsWhatIsWithdrawn(Roadmap before, FeatureRequest asked, String when) {
        boolean isNews = asked.state() == State.WITHDRAWN
                && before.beside(asked.id().text(), FeatureRequest.class)
                        .filter(was -> was.state() != State.WITHDRAWN)
                        .isPresent();
        assertTrue(!isNews || asked.people().size() == 1, when + ": others want " + asked);
    }

    /** No swap is made before whoever was asked agreed, or the product lead said so. */
    private static void assertAnswered(Roadmap after, FeatureRequest asked, String when) {
        new Case(after, asked)
                .standing()
                .filter(receipt -> receipt.state() == Receipt.State.FINAL && receipt.what() == Receipt.What.SWAP)
                .filter(receipt -> receipt.values().find(Receipt.ASKED_OF).isPresent())
                .ifPresent(receipt -> assertTrue(
                        receipt.answer().filter(Receipt.Answer.AGREED::equals).isPresent()
                                || receipt.values().find(Receipt.SETTLED_BY).isPresent(),
                        when + ": nobody agreed to " + receipt));
    }

    /** Whether somebody else has to agree. */
    private static boolean isAskedOf(Receipt receipt) {
        return receipt.state() == Receipt.State.WAITING
                && receipt.answer().isEmpty()
                && receipt.values()
                        .find(Receipt.ASKED_OF)
                        .filter(owner -> !owner.equals(receipt.decider()))
                        .isPresent();
    }

    /** One input makes at most one request, one decision on each request and one initiative, however often it comes. */
    private void assertOneEffect(List<ChangeSet> recorded, String when) {
        List<Item> added = recorded.stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.Added.class::isInstance)
                .map(change -> ((Change.Added) change).item())
                .toList();
        for (Kind kind : List.of(Kind.REQUEST, Kind.DECISION, Kind.INITIATIVE)) {
            long made = added.stream().filter(item -> item.kind().equals(kind)).count();
            assertTrue(made <= 1, when + ": " + made + " of " + kind);
        }
        List<String> made = roadmap().initiatives().stream()
                .flatMap(bet -> bet.values().all(Initiative.SOURCE).stream())
                .filter(source -> source.matches("R\\d+"))
                .toList();
        assertEquals(made.stream().distinct().count(), made.size(), when + ": made twice, " + made);
    }

    private void assertFiledFromTheLastStep(Roadmap before, Optional<Dialogue> open, String when) {
        if (roadmap().requests().size() > before.requests().size()
                && !when.contains(" undo ")
                && !when.contains(" redo ")) {
            assertTrue(
                    open.filter(Intake.class::isInstance)
                            .map(state -> ((Intake) state).step())
                            .filter(List.of("send", "none")::contains)
                            .isPresent(),
                    "filed out of the blue: " + when);
        }
    }

    /** Whoever had to hear of something did, and can answer it. */
    private void assertNothingWasLost() {
        chat.speaker.cutOff = false;
        chat.after(Duration.ofHours(2));
        chat.bot.catchUp();
        List<FeatureRequest> all = roadmap().requests().toList();
        assertEquals(
                all.size(),
                all.stream()
                        .map(asked -> asked.values().find(FeatureRequest.CARD).orElseThrow())
                        .distinct()
                        .count());
        Set<String> offered = chat.speaker.said.stream()
                .filter(posting -> posting.place().channel().startsWith("dm:"))
                .flatMap(posting -> chat.drawn(posting.payload()).card().buttons().stream())
                .map(Button::value)
                .collect(Collectors.toSet());
        for (FeatureRequest asked : all) {
            assertTrue(offered.contains("decide " + asked.id()), "nobody was asked to decide " + asked);
        }
        for (String receipt : waited) {
            assertTrue(offered.contains("agree " + receipt), "nobody was asked to agree to " + receipt);
        }
        assertEquals(
                chat.speaker.said.size(),
                chat.speaker.said.stream()
                        .map(posting -> posting.id())
                        .distinct()
                        .count());
    }

    private void assertAllWasVisited() {
        assertTrue(
                seen.keySet()
                        .containsAll(
                                Stream.of(State.FILED, State.WITH_OWNER, State.OBJECTED, State.DECIDED, State.WITHDRAWN)
                                        .map(State::name)
                                        .toList()),
                seen.toString());
        long steps = Stream.of(Intake.class.getPermittedSubclasses())
                .filter(step -> seen.containsKey(step.getSimpleName()))
                .count();
        assertEquals(Intake.class.getPermittedSubclasses().length, steps, seen.toString());
    }

    /** From wherever somebody is, a few plain words lead to the end, and one leaves. */
    private void leave(String person) {
        chat.ask(person, "request new: heated seats for the lobby");
        int filed = roadmap().requests().size();
        for (String word : AHEAD) {
            if (open(person).filter(Intake.class::isInstance).isPresent()) {
                chat.ask(person, word);
            }
        }
        assertEquals(filed + 1, roadmap().requests().size());
        chat.ask(person, "request something else entirely");
        chat.ask(person, "cancel");
        assertTrue(open(person).isEmpty());
    }

    /* What people do */

    private String act(String person) {
        chat.speaker.cutOff = random.nextInt(25) == 0;
        int kind = random.nextInt(100);
        if (kind < 25) {
            return said(person, WORDS.get(random.nextInt(WORDS.size())));
        }
        if (kind < 35) {
            return said(person, ahead(person));
        }
        if (kind < 55) {
            return tapped(person);
        }
        if (kind < 58) {
            return later(person);
        }
        return said(kind < 85 && random.nextBoolean() ? "maya" : person, decided());
    }

    private String ahead(String person) {
        return open(person)
                .filter(Intake.class::isInstance)
                .map(state -> switch (((Intake) state).step()) {
                    case "tell" -> "lights that switch themselves off " + random.nextInt(1000);
                    case "alike" -> "different";
                    case "okr" -> "O" + (1 + random.nextInt(3));
                    case "estimate" -> "skip";
                    case "swap" -> random.nextBoolean() ? "1" : "park it";
                    default -> "send";
                })
                .orElse("request new: lights that switch themselves off " + random.nextInt(1000));
    }

    private String decided() {
        String request =
                "R" + (1 + random.nextInt(Math.max(1, roadmap().requests().size())));
        int receipts = Math.max(1, roadmap().decisions().size());
        String decision = "D"
                + (random.nextBoolean()
                        ? receipts - random.nextInt(Math.min(4, receipts))
                        : 1 + random.nextInt(receipts));
        String wire = WIRES.get(random.nextInt(WIRES.size()));
        String out = bet();
        return switch (random.nextInt(24)) {
            case 0, 1 -> "decide " + request + " swap " + out + " because of a deal" + wire;
            case 2 -> "decide " + request + " again swap " + out + " because of a deal";
            case 3 -> "decide " + request + " next because it fits" + wire;
            case 4 -> "decide " + request + " decline because no" + wire;
            case 5 -> "decide " + request + " now because there is room";
            case 6 -> random.nextInt(4) == 0 ? "decide " + request + " override because it burns" : "decide " + request;
            case 7, 8 -> "agree " + decision;
            case 9, 10 -> "object " + decision + " because no";
            case 11 -> "overrule " + decision + " because yes";
            case 12 -> "uphold " + decision + " because of him";
            case 13 -> "decide " + request + " finish";
            case 14 -> random.nextInt(3) == 0 ? "withdraw " + request : "requests " + request;
            case 15 -> "ask-back " + request + " For whom?";
            case 16 -> "reply " + request + " For all.";
            case 17 -> "check-in O1-KR2 " + (45 + random.nextInt(9)) + " % yes";
            case 18 -> "move " + out + (random.nextBoolean() ? " next" : " later because no");
            case 19 -> random.nextInt(6) == 0 ? "remove " + out + " yes" : "undo";
            case 20 -> completed();
            case 21 -> over();
            case 22 -> moved(out);
            default -> random.nextBoolean() ? "decisions waiting" : "why-not " + request;
        };
    }

    private String bet() {
        List<Initiative> bets = roadmap().initiatives().stream().toList();
        return bets.get(random.nextInt(bets.size())).id().text();
    }

    /** What somebody is asked about is over meanwhile. */
    private String over() {
        String bet = pending().flatMap(Receipt::initiative).map(ItemId::text).orElse("I14");
        return random.nextBoolean() ? "done " + bet : "drop " + bet + " yes because it is over";
    }

    /** Somebody moves it without waiting for the answer. */
    private String moved(String other) {
        Optional<Receipt> receipt = pending();
        String bet = receipt.flatMap(Receipt::initiative)
                .filter(id -> roadmap().find(id).isPresent())
                .map(ItemId::text)
                .orElse("I14");
        String out = receipt.flatMap(Receipt::out)
                .filter(any -> random.nextInt(4) > 0)
                .map(ItemId::text)
                .orElse(other);
        Filed.complete(chat, bet);
        return "move " + bet + " now instead of " + out + " because it is urgent";
    }

    private Optional<Receipt> pending() {
        List<Receipt> all = roadmap().pendingDecisions().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** Somebody makes ready for Now what was asked for. */
    private String completed() {
        List<ItemId> made = roadmap().requests().stream()
                .flatMap(asked -> asked.initiative().stream())
                .filter(id -> roadmap().find(id).isPresent())
                .toList();
        if (!made.isEmpty()) {
            Filed.complete(chat, made.get(random.nextInt(made.size())).text());
        }
        return "decisions";
    }

    private String said(String person, String text) {
        return heard(person, chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN)));
    }

    /** Taps what was shown to somebody, lately or long ago. */
    private String tapped(String person) {
        List<Card> own = cards.getOrDefault(
                random.nextInt(9) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : person, List.of());
        List<Card> told = chat.told(person).isEmpty()
                ? List.of()
                : List.of(chat.lastTold(person).card());
        List<Card> all = Stream.concat(own.stream(), told.stream()).toList();
        if (all.isEmpty()) {
            return said(person, "request");
        }
        Card card = all.get(random.nextInt(5) == 0 ? random.nextInt(all.size()) : all.size() - 1);
        List<Button> buttons = card.buttons().stream()
                .filter(button -> List.of(Actions.ASK, Actions.FILL).contains(button.action()))
                .toList();
        if (buttons.isEmpty()) {
            return said(person, "request");
        }
        Button button = buttons.get(random.nextInt(buttons.size()));
        Map<String, List<String>> inputs = button.action().equals(Actions.FILL) ? filledIn(card, button) : Map.of();
        return heard(
                person,
                chat.incoming(person, "dm:" + person, new Input.Tapped(button.action(), button.value(), "", inputs)));
    }

    private Map<String, List<String>> filledIn(Card card, Button button) {
        return card.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .filter(form -> form.buttons().contains(button))
                .flatMap(form -> form.fields().stream())
                .collect(Collectors.toMap(Field::id, this::filledIn, (first, second) -> first));
    }

    private List<String> filledIn(Field field) {
        if (field.kind() == Field.Kind.CHOICE) {
            return random.nextInt(20) == 0 || field.options().isEmpty()
                    ? List.of("forged")
                    : List.of(field.options()
                            .get(random.nextInt(field.options().size()))
                            .value());
        }
        return random.nextInt(3) == 0 ? List.of(WORDS.get(random.nextInt(WORDS.size()))) : field.initials();
    }

    /** The platform delivers the last input once more: nothing happens. Or it is tapped on another device. */
    private String again(Incoming twice) {
        int entries = chat.store.log().size();
        chat.bot.hear(twice);
        assertEquals(entries, chat.store.log().size(), "done twice: " + twice);
        Incoming other = chat.incoming(latestBy, "dm:" + latestBy, twice.input());
        int filed = roadmap().requests().size();
        String said = heard(latestBy, other);
        if (twice.input() instanceof Input.Tapped) {
            assertEquals(filed, roadmap().requests().size(), "filed twice: " + said);
        }
        return said;
    }

    private String later(String person) {
        chat.after(Duration.ofHours(1 + random.nextInt(60)));
        chat.speaker.cutOff = false;
        chat.bot.catchUp();
        return said(person, "requests mine");
    }

    private String heard(String person, Incoming incoming) {
        latest = Optional.of(incoming);
        latestBy = person;
        List<Posting> answers = chat.hear(incoming);
        answers.forEach(posting -> {
            List<Card> own = cards.computeIfAbsent(person, any -> new ArrayList<>());
            own.add(chat.drawn(posting.payload()).card());
            if (own.size() > 20) {
                own.remove(0);
            }
        });
        String typed =
                incoming.input() instanceof Input.Said said ? said.text() : ((Input.Tapped) incoming.input()).value();
        return typed + " → "
                + answers.stream().map(posting -> posting.payload()).collect(Collectors.joining("\n"));
    }

    /* What there is */

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private Optional<Dialogue> open(String person) {
        Incoming incoming = chat.incoming(person, "dm:" + person, new Input.Said("", Input.Manner.OPEN));
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }
}
