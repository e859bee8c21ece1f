package throughline.core.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A card as plain text: complete, its first line the answer. For notifications, fallbacks and screen readers. */
public final class PlainText implements Draw<String> {
    private static final PlainText DRAW = new PlainText();

    /** A longer cell moves its line's others to the right. */
    private static final int WIDEST = 40;

    /** The spaces between two columns. */
    private static final int GAP = 2;

    private static final String NOT_KNOWN = "–";

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

    /** Aligned, as far as a cell is not too long for it. */
    @Override
    public String table(Block.Table table) {
        List<List<String>> lines = Stream.concat(
                        Stream.of(table.heads()),
                        table.rows().stream()
                                .map(row -> row.cells().stream()
                                        .map(cell -> cell.isEmpty() ? NOT_KNOWN : Legible.line(cell.plain()))
                                        .toList()))
                .toList();
        List<Integer> widths = IntStream.range(0, table.heads().size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> length(line.get(column)))
                        .filter(length -> length <= WIDEST)
                        .max()
                        .orElse(0))
                .toList();
        return lines(lines.stream().map(line -> aligned(line, widths)));
    }

    private static String aligned(List<String> line, List<Integer> widths) {
        StringBuilder aligned = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String cell = line.get(i);
            int missing = i + 1 == line.size() ? 0 : Math.max(0, widths.get(i) - length(cell)) + GAP;
            aligned.append(cell).append(" ".repeat(missing));
        }
        return aligned.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
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
                        form.fields().stream().flatMap(field -> field(form, field)),
                        Stream.of(buttons(new Block.Buttons(form.buttons()))))
                .flatMap(parts -> parts));
    }

    private static Stream<String> field(Block.Form form, Field field) {
        String options = field.options().stream().map(Field.Option::label).collect(Collectors.joining(" / "));
        return Stream.concat(
                Stream.of(field.label() + (options.isEmpty() ? "" : ": " + options)), form.problem(field).stream());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
