package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.decision.Case;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** What is said once something is decided. */
record Outcomes(Request request, Case held, Receipt receipt, Roadmap after) {

    /** To who decided. */
    Card decided() {
        ReceiptCard told = new ReceiptCard(request.scene(), after, receipt);
        List<Block> blocks = new ArrayList<>();
        told.comesBack().ifPresent(words -> blocks.add(text(words)));
        List<PersonId> others = others();
        if (!others.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(names(others) + " " + (others.size() == 1 ? "is" : "are") + " told.")));
        }
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.ask("See " + receipt.id(), "show " + receipt.id()));
        receipt.initiative().ifPresent(id -> buttons.add(Actions.ask("Show " + id, "show " + id)));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(told.headline()), blocks);
    }

    private String names(List<PersonId> others) {
        List<String> names =
                others.stream().limit(3).map(request.scene().people()::call).toList();
        int more = others.size() - names.size();
        return more == 0
                ? Phrases.listed(names)
                : String.join(", ", names) + " and " + Phrases.plural(more, "other", "others");
    }

    private List<PersonId> others() {
        return held.request().people().stream()
                .filter(person -> !person.equals(request.person().id()))
                .filter(request.scene().people()::hearsOfRequests)
                .toList();
    }

    /** To everybody who asked for it. */
    List<Notice> toRequesters() {
        Card card = new ReceiptCard(request.scene(), after, receipt).outcome();
        return others().stream()
                .map(person -> new Notice(person, card, Optional.empty()))
                .toList();
    }

    private static Block text(String words) {
        return new Block.Text(Prose.of(words));
    }
}
