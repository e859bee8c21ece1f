package throughline.core.card;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card as plain text: complete, its first line the answer. For notifications, fallbacks and screen readers. */
public final class PlainText implements Draw<String> {
    private static final PlainText DRAW = new PlainText();

    private PlainText() {}

    public static String of(Card card) {
        return Stream.concat(
                        Stream.of(card.headline().plain()),
                        card.blocks().stream().map(block -> block.drawn(DRAW)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String text(Block.Text text) {
        return text.prose().plain();
    }

    @Override
    public String note(Block.Note note) {
        return note.prose().plain();
    }

    @Override
    public String facts(Block.Facts facts) {
        return lines(facts.facts().stream()
                .map(fact -> fact.label() + ": " + fact.value().plain()));
    }

    @Override
    public String items(Block.Items items) {
        return lines(items.rows().stream()
                .map(row -> Stream.concat(Stream.of(row.name()), row.details().stream())
                        .map(Prose::plain)
                        .collect(Collectors.joining(" · ", "• ", ""))));
    }

    @Override
    public String buttons(Block.Buttons buttons) {
        return buttons.buttons().stream()
                .map(button -> "[" + button.label() + "]")
                .collect(Collectors.joining(" "));
    }

    @Override
    public String form(Block.Form form) {
        return lines(Stream.of(
                        form.problem().stream(),
                        form.fields().stream().map(PlainText::field),
                        Stream.of("[" + form.submit().label() + "]"))
                .flatMap(parts -> parts));
    }

    private static String field(Field field) {
        String options = field.options().stream().map(Field.Option::label).collect(Collectors.joining(" / "));
        return field.label() + (options.isEmpty() ? "" : ": " + options);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
