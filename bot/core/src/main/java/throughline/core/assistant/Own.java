package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.edit.Line;
import throughline.core.edit.Pages;
import throughline.core.edit.Sheet;
import throughline.core.edit.Wish;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.view.Phrases;

/** Gives something an owner. */
final class Own implements Command {
    private static final Usage USAGE =
            Usage.of("own", "<item> <person>", "Give something an owner; “me” is you", Intent.EDIT);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Named named = Named.longest(request.roadmap(), Edit.editable(request), request.whole());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        Optional<Field<?>> owner = owner(item.kind());
        if (owner.isEmpty()) {
            return request.tell(
                    Card.of(Phrases.named(item) + " is " + item.kind().withArticle() + ", which nobody owns."),
                    Answer.of(Intent.EDIT));
        }
        if (!Ownership.may(request.person(), item.kind(), named.item())) {
            return Ownership.instead(request, item.kind(), named.item(), Intent.EDIT);
        }
        if (named.rest().isEmpty()) {
            return request.tell(
                    Card.of("Who should own " + Phrases.named(item) + "? Type " + USAGE.typed() + "."),
                    Subject.about(Intent.EDIT, item));
        }
        return given(request, item, owner.get(), named.rest());
    }

    private static Turn given(Request request, Item item, Field<?> owner, String person) {
        Sheet.Read read =
                new Line(item.kind(), "", List.of()).setting(owner, person).read(Edits.known(request), item.values());
        if (!read.isFine()) {
            return request.tell(
                    Card.of("Nothing was changed. "
                            + read.problems().values().stream().findFirst().orElse("")),
                    Subject.about(Intent.EDIT, item));
        }
        List<Wish<?>> wishes = new ArrayList<>(read.wishes());
        Edits edits = new Edits(request, item, wishes);
        return edits.isSo()
                ? request.tell(edits.nothingChanged(), Subject.about(Intent.EDIT, item))
                : edits.recorded(Intent.EDIT, Optional.empty());
    }

    private static Optional<Field<?>> owner(Kind kind) {
        return Pages.fields(kind).stream()
                .filter(field -> field.shape() instanceof Shape.PersonRef)
                .findFirst()
                .map(field -> field);
    }
}
