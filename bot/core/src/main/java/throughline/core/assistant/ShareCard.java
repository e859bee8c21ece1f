package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Share;
import throughline.core.view.InitiativeRows;
import throughline.core.view.Phrases;

/** What is said about a shared horizon. */
final class ShareCard {
    static final String WORDS = "words";
    static final String ITEM = "item";

    private ShareCard() {}

    /** To those it is shared with: what is in it, and a box for what they say. */
    static Card of(Request request, Share share) {
        List<Initiative> bets = share.items().stream()
                .flatMap(id -> request.roadmap().find(id, Initiative.class).stream())
                .toList();
        String horizon = share.horizon().title();
        List<Button> buttons = new ArrayList<>();
        if (bets.size() > Request.ROWS) {
            buttons.add(Actions.ask("Show all " + bets.size(), Moving.written(share.horizon()) + " all"));
        }
        buttons.add(Actions.ask("Comments so far", "comments " + share.id()));
        return Card.of(
                horizon + " as " + request.scene().people().call(share.by()) + " proposes it: "
                        + Phrases.plural(bets.size(), "bet", "bets") + ". What do you say?",
                new InitiativeRows(request.scene()).of(bets.stream().limit(Request.ROWS)),
                new Block.Form(
                        fields(bets),
                        Button.primary(Actions.FILL, "Comment", "comment " + share.id()),
                        Optional.empty()),
                new Block.Buttons(buttons),
                new Block.Note(Prose.of("What you say is kept as evidence, with your role. You can also type: comment "
                        + share.id() + " "
                        + bets.stream().findFirst().map(bet -> bet.id() + ": ").orElse("") + "…")));
    }

    private static List<Field> fields(List<Initiative> bets) {
        List<Field.Option> options = new ArrayList<>(List.of(new Field.Option("all", "All of it")));
        bets.forEach(bet -> options.add(new Field.Option(bet.id().text(), Phrases.named(bet))));
        return List.of(
                Field.text(WORDS, "Your comment", true),
                Field.choice(ITEM, "About", options).startingWith("all"));
    }

    /** To who shared it. */
    static Card sent(Request request, Share share) {
        List<String> names = share.values().all(Share.PEOPLE).stream()
                .map(request.scene().people()::call)
                .toList();
        List<String> first = new ArrayList<>(names.subList(0, Math.min(3, names.size())));
        if (names.size() > first.size()) {
            first.add((names.size() - first.size()) + " more");
        }
        return Card.of(
                "Sent " + share.horizon().title() + " to " + Phrases.listed(first) + " for comments (" + share.id()
                        + ").",
                new Block.Text(Prose.of("Each comment becomes evidence of what it is about, and I tell you.")),
                Block.Buttons.of(Actions.ask("Comments so far", "comments " + share.id())));
    }
}
