package throughline.adapter.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Reply.Visibility;

/** Cards to draw. */
final class Cards {
    private Cards() {}

    static Reply openly(String headline) {
        return reply(Visibility.PUBLIC, Card.of(headline));
    }

    static Reply privately(String headline) {
        return reply(Visibility.PRIVATE, Card.of(headline));
    }

    static Reply reply(Visibility visibility, Card card) {
        return new Reply(visibility, card, Optional.empty());
    }

    /** Every block and every kind of field, with {@code text} wherever people's words may stand. */
    static Card saying(String text) {
        Prose prose = Prose.of(text).thenStrong(text).thenEmphasis(text);
        Button button = Button.plain(text, text, text);
        return Card.of(
                prose,
                new Block.Text(prose),
                new Block.Note(prose),
                new Block.Facts(List.of(new Block.Facts.Fact(text, prose))),
                new Block.Items(List.of(new Block.Items.Row(prose, List.of(prose, prose)))),
                Block.Buttons.of(button),
                new Block.Form(fields(text), button, Optional.of(text)));
    }

    /** One field of each kind. */
    static List<Field> fields(String text) {
        List<Field.Option> options = List.of(new Field.Option(text, text), new Field.Option("other", "Other"));
        return Stream.of(Field.Kind.values())
                .map(kind -> new Field(text, kind, text, kind == Field.Kind.TEXT, options, Optional.of(text)))
                .toList();
    }
}
