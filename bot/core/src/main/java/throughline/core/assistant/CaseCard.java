package throughline.core.assistant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.conversation.Scene;
import throughline.core.decision.Case;
import throughline.core.decision.Wire;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** What is said about a request while somebody decides it: to the decider, to who would lose a place, to the product lead. */
record CaseCard(Scene scene, Case held) {
    static final String WHAT = "what";
    static final String OUT = "out";
    static final String TO = "to";
    static final String REASON = "reason";
    static final String TRIPWIRE = "tripwire";
    static final String WORDS = "words";

    /** A choice holds no more on every platform. */
    private static final int CHOICES = 25;

    CaseCard(Scene scene, FeatureRequest asked) {
        this(scene, new Case(scene.roadmap(), asked));
    }

    private FeatureRequest asked() {
        return held.request();
    }

    private Roadmap roadmap() {
        return held.roadmap();
    }

    /** "Bulk export (R40)". */
    String name() {
        return Phrases.named(asked());
    }

    /* To the decider */

    /** The request and the form that decides it. */
    Card toDecide() {
        return toDecide(call(asked().author()) + " asks for " + name() + ".", Map.of(), Map.of());
    }

    /** The same with what was given so far, and what is wrong with it. */
    Card toDecide(String headline, Map<String, String> given, Map<String, String> problems) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts()));
        talk().ifPresent(blocks::add);
        blocks.add(form(given, problems));
        blocks.add(
                Block.Buttons.of(Actions.ask("Ask " + call(asked().author()) + " back", "ask-back " + asked().id())));
        blocks.add(new Block.Note(
                Prose.of("You can also type: decide " + asked().id() + " decline because … revisit if O1-KR1 > 30 %")));
        return new Card(Prose.strong(headline), blocks);
    }

    /** To all who keep the roadmap, and to whoever reads along in their channel: where it stands. */
    Card toChannel() {
        Case.Stage stage = held.stage();
        if (stage instanceof Case.Stage.Decided decided) {
            return decided(decided.receipt());
        }
        if (stage instanceof Case.Stage.Withdrawn) {
            return Card.of(call(asked().author()) + " withdrew " + name() + ".", Block.Buttons.of(see()));
        }
        Optional<Receipt> waits = held.standing().filter(Receipt::isPending);
        return Card.of(
                call(asked().author()) + " asks for " + name() + ". " + next(),
                new Block.Facts(facts()),
                waits.map(receipt -> Block.Buttons.of(see(), see(receipt)))
                        .orElseGet(() -> Block.Buttons.of(
                                Actions.askFirst("Decide", "decide " + asked().id()),
                                Actions.ask("Ask " + call(asked().author()) + " back", "ask-back " + asked().id()),
                                see())));
    }

    private Card decided(Receipt receipt) {
        ReceiptCard card = new ReceiptCard(scene, roadmap(), receipt);
        List<Block> blocks = new ArrayList<>();
        blocks.add(text(call(receipt.decider()) + ": " + Phrases.quoted(Phrases.closed(receipt.reason()))));
        card.comesBack().ifPresent(told -> blocks.add(text(told)));
        blocks.add(new Block.Note(Prose.of("Asked by " + voices() + ".")));
        blocks.add(Block.Buttons.of(see(receipt), see()));
        return new Card(Prose.strong(card.headline()), blocks);
    }

    private Button see() {
        return Actions.ask("See " + asked().id(), "requests " + asked().id());
    }

    private static Button see(Receipt receipt) {
        return Actions.ask("See " + receipt.id(), "show " + receipt.id());
    }

    /** Who has it now. */
    private String next() {
        Case.Stage stage = held.stage();
        if (stage instanceof Case.Stage.WithOwner with) {
            return with.receipt()
                            .values()
                            .find(Receipt.ASKED_OF)
                            .map(this::call)
                            .orElse("Its owner") + " is asked whether " + goesOut(with.receipt()) + " may go.";
        } else if (stage instanceof Case.Stage.Disputed disputed) {
            return "That " + goesOut(disputed.receipt()) + " goes for it is objected to; the product lead decides.";
        } else if (stage instanceof Case.Stage.Cleared) {
            return "It takes a place in Now once it is complete.";
        }
        String again = held.standing()
                .filter(receipt -> receipt.state() == Receipt.State.REOPENED)
                .map(receipt -> receipt.id() + " came back. ")
                .orElse("");
        return again
                + asked().pm()
                        .map(pm -> scene.people().fullName(pm) + " decides.")
                        .orElse("It waits for a PM.");
    }

    private String goesOut(Receipt receipt) {
        return receipt.out()
                .map(id -> roadmap().find(id).map(Phrases::named).orElse(id.text()))
                .orElse("another one");
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Problem", Prose.of(Phrases.clipped(asked().problem()))));
        List<String> customers = asked().customers();
        if (!customers.isEmpty()) {
            facts.add(new Fact("Whose", Prose.of(Phrases.clipped(Phrases.listed(customers)))));
        }
        revenue().ifPresent(told -> facts.add(new Fact("Revenue", Prose.of(told))));
        facts.add(new Fact("OKR", Prose.of(okr())));
        expected().ifPresent(told -> facts.add(new Fact("Expects", Prose.of(told))));
        facts.add(new Fact("Swap", Prose.of(swap())));
        facts.add(new Fact("Asked by", Prose.of(voices())));
        return facts;
    }

    /** As it was told; what several told is added up at the middle. */
    private Optional<String> revenue() {
        List<Estimate> all = asked().revenues();
        return all.size() > 1
                ? Optional.of("about "
                        + Weighed.amount(all.stream().map(Estimate::middle).reduce(BigDecimal.ZERO, BigDecimal::add))
                        + ", told by " + all.size())
                : all.stream().map(Estimate::told).findFirst();
    }

    private String okr() {
        Optional<Item> above = asked().keyResult().or(asked()::objective).flatMap(roadmap()::find);
        return above.map(item -> item instanceof KeyResult keyResult
                        ? keyResult.id() + " " + Phrases.progress(keyResult)
                        : Phrases.named(item))
                .orElse("None of them, says " + call(asked().author()));
    }

    private Optional<String> expected() {
        Optional<String> movement =
                asked().values().find(FeatureRequest.MOVEMENT).map(Estimate::told);
        Optional<String> sure = asked().values()
                .find(FeatureRequest.CONFIDENCE)
                .flatMap(Beliefs::lowest)
                .map(level -> level.title() + " confidence");
        Optional<String> cost = asked().values()
                .find(FeatureRequest.COST_OF_DELAY)
                .map(estimate -> "a week of waiting costs " + estimate.told());
        List<String> told =
                Stream.of(movement, sure, cost).flatMap(Optional::stream).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told));
    }

    private String swap() {
        return switch (asked().swap()) {
            case PARK -> "Nothing: it may wait";
            case CANT_CHOOSE -> "Can't choose";
            case NOT_NEEDED -> "Nothing: Now has room for it";
            case INITIATIVE -> out().map(bet -> price(bet)).orElse("What was chosen is gone");
        };
    }

    /** What the requester would take out, if it is still there. */
    Optional<Initiative> out() {
        return asked().out().flatMap(id -> roadmap().find(id, Initiative.class));
    }

    /** "Faster search (I12), in Now: no OKR loses its last bet in Now, delay costs 4,000 a week, owner Priya". */
    String price(Initiative bet) {
        Price price = new Price(roadmap(), bet);
        String loss = price.losing().isEmpty()
                ? "no OKR loses its last bet in Now"
                : Phrases.listed(price.losing().stream()
                                .map(item -> item.id().text())
                                .toList()) + " would have nothing in Now";
        return Stream.of(
                        Optional.of(Phrases.named(bet) + ", in " + bet.horizon().title()),
                        Optional.of(loss).filter(told -> bet.horizon() == Horizon.NOW),
                        price.weekly().map(weekly -> "delay costs " + weekly + " a week"),
                        bet.owner().map(owner -> "owner " + call(owner)))
                .flatMap(Optional::stream)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    private String voices() {
        int more = asked().people().size() - 1;
        return call(asked().author()) + ", " + new Phrases(scene).ago(asked().on())
                + (more == 0 ? "" : ", and " + Phrases.plural(more, "other", "others"));
    }

    /** What was asked back, and what the requester said. */
    private Optional<Block> talk() {
        return asked().values().find(FeatureRequest.ASKED).map(question -> {
            String who = asked().values()
                    .find(FeatureRequest.ASKED_BY)
                    .map(this::call)
                    .orElse("Somebody");
            String answer = asked().values()
                    .find(FeatureRequest.EXPLAINED)
                    .map(said -> " " + call(asked().author()) + ": " + said)
                    .orElse(" There is no answer yet.");
            return text(who + " asked " + Phrases.quoted(Phrases.clipped(question)) + answer);
        });
    }

    private Block.Form form(Map<String, String> given, Map<String, String> problems) {
        List<Field> fields = List.of(
                starting(Field.choice(WHAT, "Decision", options()), given),
                starting(
                        new Field(OUT, Field.Kind.CHOICE, "Goes out of Now", false, outs(), Optional.empty())
                                .hinting("For a swap; its owner is asked first"),
                        given.containsKey(OUT)
                                ? given
                                : out().map(bet -> Map.of(OUT, bet.id().text())).orElse(Map.of())),
                starting(Field.text(REASON, "Why", true).hinting("The requester reads it"), given),
                starting(
                        Field.text(TRIPWIRE, "Revisit if", false).hinting("O1-KR1 > 30 % by 2027-03-31, or a day"),
                        given));
        return new Block.Form(
                        fields,
                        Button.primary(
                                Actions.FILL, "Decide", "decide " + asked().id() + (isDecided() ? " again" : "")),
                        Optional.empty())
                .with(problems);
    }

    private boolean isDecided() {
        return held.stage() instanceof Case.Stage.Decided;
    }

    private static Field starting(Field field, Map<String, String> given) {
        Optional<String> value = Optional.ofNullable(given.get(field.id())).filter(text -> !text.isBlank());
        boolean isOption = field.options().isEmpty()
                || field.options().stream().anyMatch(option -> value.equals(Optional.of(option.value())));
        return value.filter(text -> isOption).map(field::startingWith).orElse(field);
    }

    private List<Field.Option> options() {
        boolean isFull = capacity().isFull();
        return Stream.of(
                        option("swap", "In Now, for another"),
                        isFull ? Optional.<Field.Option>empty() : option("now", "In Now, a place is free"),
                        option("next", "Next"),
                        option("later", "Later"),
                        option("decline", "Decline"),
                        option("override", "In Now against the gate"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Field.Option> option(String value, String label) {
        return Optional.of(new Field.Option(value, label));
    }

    private Capacity capacity() {
        return roadmap().products().first(1).stream()
                .findFirst()
                .map(product -> new Capacity(roadmap(), Optional.of(product)))
                .orElseGet(() -> new Capacity(roadmap(), Optional.empty()));
    }

    private List<Field.Option> outs() {
        Stream<Initiative> first = out().stream().filter(bet -> bet.horizon() == Horizon.NOW);
        return Stream.concat(first, capacity().bets().stream())
                .distinct()
                .limit(CHOICES)
                .map(bet -> new Field.Option(bet.id().text(), bet.id() + " " + Phrases.clipped(bet.title())))
                .toList();
    }

    /* To the owner of what would go out, and to the product lead */

    Card toOwner(Receipt receipt) {
        String title = receipt.out()
                .flatMap(id -> roadmap().find(id, Initiative.class))
                .map(Phrases::named)
                .orElse("what you own");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Stream.concat(
                        receipt.out().flatMap(id -> roadmap().find(id, Initiative.class)).stream()
                                .map(bet -> new Fact("Goes out", Prose.of(price(bet)))),
                        Stream.of(
                                new Fact("Comes in", Prose.of(name() + ": " + Phrases.clipped(asked().problem()))),
                                new Fact("OKR", Prose.of(okr())),
                                new Fact("Why", Prose.of(Phrases.clipped(receipt.reason())))))
                .toList()));
        blocks.add(Block.Buttons.of(
                Actions.askFirst("Agree", "agree " + receipt.id()), Actions.ask("Object", "object " + receipt.id())));
        blocks.add(new Block.Note(Prose.of(
                "Nothing is moved before you answer. You can also type: object " + receipt.id() + " because …")));
        return new Card(
                Prose.strong(receipt.id() + ": " + call(receipt.decider()) + " would move " + title + " to "
                        + ReceiptCard.to(receipt).title() + " to make room for " + name() + ". Do you agree?"),
                blocks);
    }

    Card toLead(Receipt receipt, String objection) {
        return Card.of(
                receipt.id() + ": " + call(scene.person().id()) + " objects to moving "
                        + receipt.out()
                                .flatMap(id -> roadmap().find(id, Initiative.class))
                                .map(Phrases::named)
                                .orElse("an initiative")
                        + " out of Now for " + name() + ". Who is right?",
                new Block.Facts(Stream.concat(
                                receipt.out().flatMap(id -> roadmap().find(id, Initiative.class)).stream()
                                        .map(bet -> new Fact("Goes out", Prose.of(price(bet)))),
                                Stream.of(
                                        new Fact("OKR", Prose.of(okr())),
                                        new Fact(
                                                call(receipt.decider()),
                                                Prose.of(Phrases.quoted(Phrases.clipped(receipt.reason())))),
                                        new Fact(
                                                call(scene.person().id()),
                                                Prose.of(Phrases.quoted(Phrases.clipped(objection))))))
                        .toList()),
                Block.Buttons.of(
                        Actions.ask("Swap all the same", "overrule " + receipt.id()),
                        Actions.ask(call(scene.person().id()) + " is right", "uphold " + receipt.id())),
                new Block.Note(Prose.of("Nothing is moved before you say so. You can also type: uphold " + receipt.id()
                        + " because …")));
    }

    /** Asks for words. */
    static Card form(String question, String label, String command, Optional<String> problem) {
        return Card.of(
                question,
                new Block.Form(
                        List.of(Field.text(WORDS, label, true)),
                        Button.primary(Actions.FILL, "Send", command),
                        problem));
    }

    /* To the requester */

    /** What the decider wants to know first. */
    Card askedBack(String question) {
        return Card.of(
                call(scene.person().id()) + " asks about your request " + name() + ".",
                text(Phrases.quoted(question)),
                new Block.Form(
                        List.of(Field.text(WORDS, "Your answer", true)),
                        Button.primary(Actions.FILL, "Send the answer", "reply " + asked().id()),
                        Optional.empty()),
                Block.Buttons.of(Actions.ask("Withdraw it", "withdraw " + asked().id())));
    }

    /** The swap is wanted, and somebody is asked first. */
    Card underWay(Receipt receipt) {
        String whom = receipt.values().find(Receipt.ASKED_OF).map(this::call).orElse("the owner");
        return Card.of(
                call(receipt.decider()) + " wants " + name() + " in Now in place of "
                        + receipt.out()
                                .map(id -> new Phrases(scene).title(id) + " (" + id + ")")
                                .orElse("another initiative")
                        + "; " + whom + " is asked first.",
                text("Why: " + Phrases.closed(receipt.reason())),
                Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id())));
    }

    /** "when 7-day activation (O1-KR2) passes 55 %". */
    static Optional<String> returns(Roadmap roadmap, Receipt receipt) {
        return receipt.tripwire().map(tripwire -> new Wire(roadmap, tripwire).told());
    }

    private Block text(String words) {
        return new Block.Text(Prose.of(words));
    }

    private String call(PersonId person) {
        return scene.people().call(person);
    }
}
