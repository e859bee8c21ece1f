package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Block.Items.Row;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.decision.Case;
import throughline.core.people.PersonId;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Voice;
import throughline.core.view.Phrases;

/** A request as it is shown to those whom it concerns. */
record RequestCard(Request request, FeatureRequest asked) {
    private static final int MOST_VOICES = 10;

    private String author() {
        return request.scene().people().call(asked.author());
    }

    /** Where it stands, in a few words. */
    static String state(FeatureRequest asked) {
        return switch (asked.state()) {
            case FILED -> "waits for a decision";
            case WITH_OWNER -> "waits for the owner of what would go out";
            case OBJECTED -> "waits for the product lead";
            case DECIDED -> "decided";
            case MOVED -> "decided, and moved since";
            case SHIPPED -> "shipped";
            case MEASURED -> "shipped and measured";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** The same with what was decided, and the id of that: "declined (D1)". */
    String stands() {
        return new Case(request.roadmap(), asked)
                .standing()
                .filter(receipt -> asked.state() != FeatureRequest.State.FILED)
                .map(receipt -> {
                    String what = new ReceiptCard(request.scene(), receipt).what();
                    return switch (asked.state()) {
                                case DECIDED -> what;
                                case MOVED -> what + ", moved since";
                                default -> state(asked);
                            }
                            + " (" + receipt.id() + ")";
                })
                .orElseGet(() -> state(asked));
    }

    /** What its author sees once it is filed, and everybody in the place. */
    Card filed() {
        Optional<PersonId> reader = request.scene().place().isDirect() ? Optional.of(asked.author()) : Optional.empty();
        Statement statement = new Statement(request, asked, reader);
        String whom = asked.pm()
                .map(pm -> " is with " + request.scene().people().fullName(pm))
                .orElse(" waits for the PMs");
        return new Card(
                Prose.strong(asked.id() + whom + ": " + statement.traded() + "."),
                told(statement, List.of(Actions.ask("See " + asked.id(), "requests " + asked.id()))));
    }

    /** What whoever decides is told. */
    Card arrived() {
        Statement statement = new Statement(request, asked, asked.pm());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(author() + ": " + Phrases.quoted(asked.problem()))));
        blocks.addAll(told(
                statement,
                List.of(
                        Actions.askFirst("Decide", "decide " + asked.id()),
                        Actions.ask("Ask " + author() + " back", "ask-back " + asked.id()),
                        Actions.ask("See " + asked.id(), "requests " + asked.id()))));
        return new Card(Prose.strong(asked.id() + ": " + author() + " asks for " + statement.traded() + "."), blocks);
    }

    private List<Block> told(Statement statement, List<Button> buttons) {
        List<Block> blocks = new ArrayList<>();
        statement.voices().ifPresent(voices -> blocks.add(new Block.Text(Prose.of(Phrases.sentence(voices)))));
        blocks.add(new Block.Text(Prose.of(String.join(" ", statement.sentences()))));
        blocks.add(new Block.Note(Prose.of(statement.next())));
        blocks.add(new Block.Buttons(buttons));
        return blocks;
    }

    /** All of it. */
    Card shown() {
        Statement statement = new Statement(request, asked, Optional.empty());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Problem", Prose.of(asked.problem())));
        statement.voices().ifPresent(voices -> facts.add(new Fact("Whose", Prose.of(voices))));
        asked.values()
                .find(FeatureRequest.SOURCE)
                .ifPresent(source -> facts.add(new Fact("Evidence", Prose.of(source))));
        facts.add(new Fact("Trade-off", Prose.of(String.join(" ", statement.sentences()))));
        decision().ifPresent(receipt -> facts.add(new Fact("Decision", Prose.of(receipt))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        if (!asked.voices().isEmpty()) {
            blocks.add(new Block.Items(
                    asked.voices().stream().limit(MOST_VOICES).map(this::row).toList()));
        }
        blocks.add(new Block.Note(Prose.of("Filed " + new Phrases(request.scene()).ago(asked.on()) + " by " + author()
                + (asked.isOpen() ? ". " + statement.next() : "."))));
        blocks.add(Block.Buttons.of(
                Actions.ask("Your requests", "requests"), Actions.ask("Open requests", "requests open")));
        return new Card(
                Prose.strong(
                        asked.id() + ", " + Phrases.quoted(Phrases.clipped(asked.title())) + ", " + state(asked) + "."),
                blocks);
    }

    private Optional<String> decision() {
        return request.roadmap().decisionsOn(asked).stream()
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .reduce((earlier, later) -> later)
                .map(receipt ->
                        receipt.id() + ", " + Shape.written(receipt.what()) + ": " + Phrases.clipped(receipt.reason()));
    }

    private Row row(Voice voice) {
        List<Prose> details = new ArrayList<>();
        if (!voice.customers().isEmpty()) {
            details.add(Prose.of("for " + Phrases.listed(voice.customers())));
        }
        voice.revenue().ifPresent(revenue -> details.add(Prose.of(revenue.told() + " a year")));
        voice.words().ifPresent(words -> details.add(Prose.of(Phrases.quoted(Phrases.clipped(words)))));
        return new Row(Prose.strong(request.scene().people().call(voice.person())), details);
    }
}
