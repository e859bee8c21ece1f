package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.decision.Tripped;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.News;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/**
 * What facts mean for those who asked: what became of their requests moved, shipped or was measured, and a decision came back to its
 * decider. What somebody waits for is told at once, one message for each person; other news wait for the day's message
 * ({@link WaitingNews}), unless the person hears something at once anyway.
 */
final class ClosingLoop {
    /** Of those who may decide so many are told where the decider has left. */
    private static final int MOST = 3;

    private final Scene scene;
    private final Turn turn;
    private final Roadmap after;
    private final LocalDate today;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> basis = new HashSet<>();
    private final List<Block> own = new ArrayList<>();
    private final Map<PersonId, Set<Card>> awaited = new LinkedHashMap<>();
    private final Map<PersonId, Set<Bit>> news = new LinkedHashMap<>();

    /**
     * News that may wait.
     *
     * @param headline {@link News#NAME} in it, and in {@code more}, stands for {@code who}
     * @param more "" if that is all
     * @param isUrgent whether others wait for what the person does
     */
    private record Bit(
            String headline, String more, Optional<PersonId> who, String label, String command, boolean isUrgent) {
        static Bit showing(String headline, String more, PersonId who, ItemId item) {
            return new Bit(headline, more, Optional.of(who), "Show " + item, "show " + item, false);
        }

        Item item(ItemId id, PersonId to, LocalDate on) {
            return Kind.NEWS.item(
                    id,
                    Values.none()
                            .with(News.TO, to)
                            .with(News.ON, on)
                            .with(News.HEADLINE, headline)
                            .with(News.MORE, Optional.of(more).filter(text -> !text.isEmpty()))
                            .with(News.WHO, who)
                            .with(News.LABEL, label)
                            .with(News.COMMAND, command)
                            .with(News.URGENT, isUrgent ? Optional.of(true) : Optional.empty()));
        }
    }

    private ClosingLoop(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
        this.today = scene.today();
        this.after = scene.roadmap().on(new ChangeSet(stamp(), turn.why(), turn.changes()));
    }

    private Stamp stamp() {
        return new Stamp(scene.now(), scene.person().id(), scene.place().written());
    }

    /** The turn with what else follows from its facts. */
    static Turn after(Turn turn, Scene scene) {
        return turn.changes().isEmpty() ? turn : new ClosingLoop(scene, turn).closed();
    }

    /** What follows from a day alone: decisions that their tripwires bring back. Those whose decider is not at work wait. */
    static Turn daily(Scene scene, Predicate<PersonId> isAtWork) {
        ClosingLoop loop = new ClosingLoop(scene, Turn.silent());
        Tripped.tripped(scene.roadmap(), scene.today()).stream()
                .filter(tripped -> isAtWork.test(tripped.receipt().decider()))
                .forEach(loop::cameBack);
        return loop.closing();
    }

    private Turn closed() {
        after(change -> change instanceof Change.Edited<?> edited && (Object) edited.field() == Initiative.HORIZON)
                .flatMap(id -> after.find(id, Initiative.class).stream())
                .forEach(this::moved);
        after(change -> change instanceof Change.Removed removed && removed.kind() == Kind.INITIATIVE)
                .forEach(this::gone);
        after(ClosingLoop::isMeasured).forEach(this::measured);
        settled();
        return closing();
    }

    private Turn closing() {
        if (changes.isEmpty() && news.isEmpty() && awaited.isEmpty()) {
            return turn;
        }
        List<Notice> notices = merged();
        wait(scene.roadmap().on(new ChangeSet(stamp(), turn.why(), turn.changes())));
        List<Change> all = new ArrayList<>(turn.changes());
        all.addAll(changes);
        Set<String> relied = new HashSet<>(turn.reliedOn());
        relied.addAll(basis);
        Turn told = turn.recording(all, relied, turn.why()).notifying(notices);
        for (Block block : own) {
            told = told.ending(block);
        }
        return told;
    }

    /** What such facts are about, each once, however many they are. */
    private Stream<ItemId> after(Predicate<Change> such) {
        return turn.changes().stream()
                .filter(such)
                .flatMap(change -> change.about().stream())
                .distinct();
    }

    private static boolean isMeasured(Change change) {
        boolean isFigure = change instanceof Change.Listed<?> listed && (Object) listed.field() == KeyResult.CHECK_INS;
        boolean isGone = change instanceof Change.Removed removed && removed.kind() == Kind.KEY_RESULT;
        return isFigure || isGone;
    }

    /* What became of it moves */

    private void moved(Initiative bet) {
        asked(bet.id()).forEach(asked -> {
            Case held = new Case(after, asked);
            Optional<Receipt> pending = held.standing().filter(Receipt::isPending);
            if (pending.isPresent() && bet.horizon() == Horizon.NOW) {
                came(held, pending.get(), bet);
            } else if (pending.isEmpty() && !isDecidedHere(bet.id())) {
                toldMove(asked, bet);
            }
        });
    }

    /** Requests that became the initiative, as they were before. */
    private List<FeatureRequest> asked(ItemId bet) {
        return after.find(bet).stream()
                .flatMap(item -> after.requestsFor(item).stream())
                .filter(asked -> asked.initiative().filter(bet::equals).isPresent())
                .filter(asked -> asked.state() != FeatureRequest.State.WITHDRAWN)
                .toList();
    }

    /** A decision of this turn is news of its own. */
    private boolean isDecidedHere(ItemId bet) {
        return turn.changes().stream()
                .anyMatch(change -> (change instanceof Change.Added added
                                && added.item() instanceof Receipt receipt
                                && receipt.initiative().filter(bet::equals).isPresent())
                        || (change instanceof Change.Edited<?> edited
                                && (Object) edited.field() == Receipt.STATE
                                && after.find(edited.item(), Receipt.class)
                                        .flatMap(Receipt::initiative)
                                        .filter(bet::equals)
                                        .isPresent()));
    }

    /** What was decided came to pass by another way. */
    private void came(Case held, Receipt receipt, Initiative bet) {
        Receipt.What what = way(receipt, bet);
        record(held, held.finishing(receipt, bet.id(), what));
        Receipt settled = Case.finished(receipt, bet.id(), what);
        Card card = new ReceiptCard(scene, after, settled).outcome();
        tellAsking(held.request(), card);
        tell(receipt.decider(), card);
    }

    /** A swap only if what was to go out did. */
    private static Receipt.What way(Receipt receipt, Initiative bet) {
        Optional<Admission> entry = bet.entered();
        if (entry.filter(it -> it.way() == Admission.Way.OVERRIDE).isPresent()) {
            return Receipt.What.OVERRIDE;
        }
        return entry.flatMap(Admission::instead).equals(receipt.out()) ? Receipt.What.SWAP : Receipt.What.NOW;
    }

    private void toldMove(FeatureRequest asked, Initiative bet) {
        boolean isShipped = bet.horizon() == Horizon.DONE;
        FeatureRequest.State state = isShipped ? FeatureRequest.State.SHIPPED : FeatureRequest.State.MOVED;
        // What came back waits for its decision, wherever it is.
        if (asked.state() != state && asked.state() != FeatureRequest.State.FILED) {
            record(new Case(after, asked), edited(asked, FeatureRequest.STATE, state));
        }
        String what = switch (bet.horizon()) {
            case DONE -> "Shipped: " + Phrases.named(bet) + ", which you asked for (" + asked.id() + ").";
            case DROPPED ->
                Phrases.named(bet) + ", which you asked for (" + asked.id() + "), was dropped by " + News.NAME + ".";
            default ->
                Phrases.named(bet) + ", which you asked for (" + asked.id() + "), is in "
                        + bet.horizon().title() + " now.";
        };
        String rest = isShipped
                ? "You hear what it changed when it is measured."
                : turn.why()
                        .map(why -> News.NAME + ": " + Phrases.quoted(Phrases.closed(why)))
                        .orElse("");
        inform(asked, Bit.showing(what, rest, scene.person().id(), bet.id()));
    }

    private void gone(ItemId bet) {
        scene.roadmap().find(bet).stream()
                .flatMap(item -> scene.roadmap().requestsFor(item).stream())
                .filter(asked -> asked.initiative().filter(bet::equals).isPresent())
                .filter(asked -> asked.state() != FeatureRequest.State.WITHDRAWN)
                .forEach(asked -> inform(
                        asked,
                        Bit.showing(
                                bet + ", which was made of your request " + Phrases.named(asked)
                                        + ", is no longer on the roadmap.",
                                News.NAME + " removed it.",
                                scene.person().id(),
                                asked.id())));
    }

    /* Whose answer is not needed any more */

    /** Whoever was asked about a swap, or objected to it, hears that it is settled without them. */
    private void settled() {
        Stamp stamp = new Stamp(scene.now(), scene.person().id(), scene.place().written());
        Roadmap last = after.on(new ChangeSet(stamp, Optional.empty(), changes));
        Stream.concat(turn.changes().stream(), changes.stream())
                .filter(change -> change instanceof Change.Edited<?> edited && (Object) edited.field() == Receipt.STATE)
                .flatMap(change -> change.about().stream())
                .distinct()
                .flatMap(id -> scene.roadmap().find(id, Receipt.class).stream())
                .filter(Receipt::isPending)
                .filter(was -> last.find(was.id(), Receipt.class)
                        .filter(is -> !is.isPending())
                        .isPresent())
                .forEach(was -> notNeeded(last, was));
    }

    private void notNeeded(Roadmap last, Receipt was) {
        Card card = Card.of(
                "Nothing is needed from you for " + was.id() + " any more: " + instead(last, was) + ".",
                Block.Buttons.of(Actions.ask("Show " + was.id(), "show " + was.id())));
        Stream.of(Receipt.ASKED_OF, Receipt.ANSWERED_BY)
                .flatMap(field -> was.values().find(field).stream())
                .distinct()
                .filter(person -> scene.people().find(person).isPresent())
                .filter(person ->
                        turn.notices().stream().noneMatch(notice -> notice.to().equals(person)))
                .forEach(person -> tell(person, card));
    }

    /** "Maya decided otherwise (declined, D2), and Invoice self-service (I7) stays in Now". */
    private String instead(Roadmap last, Receipt was) {
        Optional<FeatureRequest> asked = was.request().flatMap(id -> last.find(id, FeatureRequest.class));
        String what = asked.flatMap(found -> new Case(last, found).standing())
                .map(standing -> standing.id().equals(was.id())
                        ? Phrases.named(asked.get()) + " is " + new ReceiptCard(scene, last, standing).what()
                        : scene.people().call(standing.decider()) + " decided otherwise ("
                                + new ReceiptCard(scene, last, standing).what() + ", " + standing.id() + ")")
                .orElse("it is off");
        return what
                + was.out()
                        .flatMap(id -> last.find(id, Initiative.class))
                        .filter(out -> out.horizon() == Horizon.NOW)
                        .map(out -> ", and " + Phrases.named(out) + " stays in Now")
                        .orElse("");
    }

    /* A figure */

    private void measured(ItemId keyResult) {
        Tripped.by(after, keyResult, today).forEach(this::cameBack);
        after.find(keyResult, KeyResult.class)
                .ifPresent(found -> after.requestsFor(found).stream()
                        .filter(asked -> asked.state() == FeatureRequest.State.SHIPPED)
                        .filter(asked ->
                                asked.keyResult().filter(keyResult::equals).isPresent())
                        .forEach(asked -> outcome(asked, found)));
    }

    private void outcome(FeatureRequest asked, KeyResult keyResult) {
        record(new Case(after, asked), edited(asked, FeatureRequest.STATE, FeatureRequest.State.MEASURED));
        String then = keyResult.checkIns().stream()
                .limit(Math.max(0, keyResult.checkIns().size() - 1))
                .filter(checkIn -> !checkIn.on().isAfter(asked.on()))
                .reduce((earlier, later) -> later)
                .map(checkIn -> " It was " + keyResult.figure(checkIn) + " when you asked.")
                .orElse("");
        String expected = asked.values()
                .find(FeatureRequest.MOVEMENT)
                .map(movement -> " You expected " + movement.told() + ".")
                .orElse("");
        inform(
                asked,
                Bit.showing(
                        "Measured after " + Phrases.named(asked) + " shipped: " + keyResult.metric() + " is "
                                + keyResult.current().orElse("not known") + ".",
                        (then + expected + " Other things may have moved it as well.").strip(),
                        scene.person().id(),
                        keyResult.id()));
    }

    /* A decision comes back */

    private void cameBack(Tripped tripped) {
        Receipt receipt = tripped.receipt();
        changes.addAll(tripped.changes(today));
        basis.add(receipt.id().text());
        tripped.request().ifPresent(asked -> basis.add(asked.id().text()));
        String headline = "Decision " + receipt.id() + " about " + Phrases.clipped(receipt.title()) + " comes back: "
                + tripped.what() + ".";
        Bit bit = receipt.request()
                .map(asked -> new Bit(
                        headline,
                        then(tripped),
                        Optional.of(receipt.decider()),
                        "Decide again",
                        "decide " + asked,
                        true))
                .orElseGet(() ->
                        new Bit(headline, "", Optional.empty(), "Show " + receipt.id(), "show " + receipt.id(), true));
        decider(receipt).forEach(person -> inform(person, bit));
        if (receipt.decider().equals(scene.person().id())) {
            own.add(new Block.Text(Prose.of(headline)));
            receipt.request()
                    .ifPresent(asked -> own.add(Block.Buttons.of(Actions.ask("Decide again", "decide " + asked))));
        }
        Bit told = new Bit(
                "Your request " + Phrases.clipped(receipt.title()) + " is looked at again: " + tripped.what() + ".",
                (decider(receipt).contains(receipt.decider()) ? News.NAME + " has it (" : "The PMs have it (")
                        + receipt.id() + ").",
                Optional.of(receipt.decider()),
                "See " + receipt.id(),
                "show " + receipt.id(),
                false);
        tripped.request()
                .ifPresent(asked -> asked.people().stream()
                        .filter(person -> !decider(receipt).contains(person))
                        .filter(scene.people()::hearsOfRequests)
                        .forEach(person -> inform(person, told)));
    }

    /** What it was, and what was said then. */
    private String then(Tripped tripped) {
        Receipt receipt = tripped.receipt();
        return tripped.then().map(was -> Phrases.sentence(was) + " ").orElse("") + News.NAME + " said then: "
                + Phrases.quoted(Phrases.closed(receipt.reason())) + " It was "
                + new ReceiptCard(scene, receipt).what() + ".";
    }

    /** Who decided; the PMs if that person left, or may decide no longer. */
    private List<PersonId> decider(Receipt receipt) {
        return scene.people()
                        .find(receipt.decider())
                        .filter(Person::keepsRoadmap)
                        .isPresent()
                ? List.of(receipt.decider())
                : scene.people().stream()
                        .filter(Person::keepsRoadmap)
                        .map(Person::id)
                        .limit(MOST)
                        .toList();
    }

    private void record(Case held, List<Change> facts) {
        changes.addAll(facts);
        basis.addAll(held.basis());
    }

    private static <V> List<Change> edited(FeatureRequest asked, Field<V> field, V after) {
        return List.of(Change.edited(asked, field, Optional.of(after)));
    }

    private void tellAsking(FeatureRequest asked, Card card) {
        asked.people().stream().filter(scene.people()::hearsOfRequests).forEach(person -> tell(person, card));
    }

    private void tell(PersonId person, Card card) {
        if (!person.equals(scene.person().id())) {
            awaited.computeIfAbsent(person, id -> new LinkedHashSet<>()).add(card);
        }
    }

    private void inform(FeatureRequest asked, Bit bit) {
        asked.people().stream().filter(scene.people()::hearsOfRequests).forEach(person -> inform(person, bit));
    }

    private void inform(PersonId person, Bit bit) {
        if (!person.equals(scene.person().id())) {
            news.computeIfAbsent(person, id -> new LinkedHashSet<>()).add(bit);
        }
    }

    /** Writes down what is told with the day's message. */
    private void wait(Roadmap before) {
        Roadmap rolling = before;
        for (Map.Entry<PersonId, Set<Bit>> one : news.entrySet()) {
            for (Bit bit : one.getValue()) {
                ItemId id = rolling.nextBeside(Kind.NEWS);
                Change added = new Change.Added(bit.item(id, one.getKey(), today));
                rolling = rolling.on(new ChangeSet(stamp(), Optional.empty(), List.of(added)));
                changes.add(added);
                basis.add(id.text());
            }
        }
    }

    /** One message for each person: what the turn says itself, then the news, each once. */
    private List<Notice> merged() {
        List<Notice> all = new ArrayList<>();
        for (Notice notice : turn.notices()) {
            Optional<Set<Card>> more = Optional.ofNullable(awaited.remove(notice.to()));
            Card card = more.map(cards -> joined(notice.card(), cards)).orElse(notice.card());
            all.add(new Notice(notice.to(), along(notice.to(), card), notice.unreached()));
        }
        Optional<Reply> same = turn.replies().stream().findFirst();
        awaited.forEach((person, cards) -> {
            Card first = cards.iterator().next();
            cards.remove(first);
            all.add(new Notice(person, along(person, joined(first, cards)), same));
        });
        return all;
    }

    /** News that need no message of their own. */
    private Card along(PersonId person, Card with) {
        Card card = with;
        for (Bit bit : Optional.ofNullable(news.remove(person)).orElse(Set.of())) {
            String headline = bit.headline()
                    .replace(News.NAME, bit.who().map(scene.people()::call).orElse("somebody"));
            card = card.with(new Block.Text(Prose.strong(headline)));
        }
        return card;
    }

    private static Card joined(Card first, Set<Card> more) {
        Card card = first;
        for (Card other : more) {
            card = card.with(new Block.Text(other.headline()));
        }
        return card;
    }
}
