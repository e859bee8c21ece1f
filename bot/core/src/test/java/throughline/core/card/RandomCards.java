package throughline.core.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Cards with any text in them, the same ones for the same seed. */
public final class RandomCards {
    private static final List<String> PIECES = List.of(
            "word ",
            "I3 ",
            "p95_latency ",
            "a & b ",
            "<b>",
            "> ",
            "*bold* ",
            "_it_ ",
            "~gone~ ",
            "`code` ",
            "\n",
            "<!channel> ",
            "<@U123> ",
            "<http://evil.example|wiki> ",
            "[wiki](http://evil.example) ",
            "<at>all</at> ",
            ":tada: ",
            "\\",
            "# ",
            "{{DATE(2026-11-21T00:00:00Z)}} ",
            "\"quoted\" ",
            "🚀",
            "👩‍🚀",
            "שלום ",
            "مرحبا ",
            "\u202E",
            "\u2067",
            "\u200B",
            "\u0000",
            "\ud83d",
            "東京 ",
            "→ ",
            "40% ");

    private static final List<Field.Kind> KINDS = List.of(Field.Kind.values());

    private final Random random;
    private final int longest;
    private int fields;

    private RandomCards(long seed, int longest) {
        this.random = new Random(seed);
        this.longest = longest;
    }

    /** @param longest how many characters one text may about have */
    public static Card card(long seed, int longest) {
        Card card = new RandomCards(seed, longest).card();
        return seed % 3 == 0 ? card.with(new RandomCards(-seed, longest).table()) : card;
    }

    private Card card() {
        List<Block> blocks = new ArrayList<>();
        IntStream.range(0, random.nextInt(7)).forEach(i -> blocks.add(block()));
        return new Card(Prose.strong("Answer.").then(prose()), blocks);
    }

    private Block block() {
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Text(prose());
            case 1 -> new Block.Note(prose());
            case 2 -> new Block.Facts(list(15, () -> new Block.Facts.Fact("Label " + text(20), prose())));
            case 3 -> new Block.Items(list(40, () -> new Block.Items.Row(prose(), list(4, this::prose))));
            case 4 -> new Block.Buttons(list(2, this::button));
            default ->
                form(list(4, this::field), button(), random.nextBoolean() ? Optional.of(text()) : Optional.empty());
        };
    }

    private Block.Table table() {
        int columns = 1 + random.nextInt(10);
        List<String> heads =
                IntStream.range(0, columns).mapToObj(i -> "Head " + text(20)).toList();
        return new Block.Table(
                heads,
                list(
                        12,
                        () -> new Block.Table.Line(IntStream.range(0, columns)
                                .mapToObj(i -> random.nextInt(4) == 0 ? Prose.empty() : prose())
                                .toList())));
    }

    private Block.Form form(List<Field> asked, Button submit, Optional<String> problem) {
        Block.Form form = new Block.Form(asked, submit, problem);
        Block.Form longer = random.nextInt(3) == 0 ? form.with(button()) : form;
        return asked.isEmpty() || random.nextBoolean()
                ? longer
                : longer.with(Map.of(asked.get(0).id(), "Problem " + text()));
    }

    private Field field() {
        Field.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        List<Field.Option> options = IntStream.range(0, random.nextInt(130))
                .mapToObj(number -> new Field.Option("V" + number, text(90)))
                .toList();
        Optional<String> initial = random.nextBoolean() ? Optional.of("V1") : Optional.empty();
        Field field = new Field("field" + fields++, kind, "Label " + text(50), random.nextBoolean(), options, initial);
        return random.nextInt(3) == 0 ? field.hinting("Hint " + text()) : field;
    }

    private Button button() {
        Button.Weight weight = random.nextInt(4) == 0 ? Button.Weight.DESTRUCTIVE : Button.Weight.PLAIN;
        return new Button("ask", "Label " + text(100), text(random.nextInt(8) == 0 ? 4_000 : 50), weight);
    }

    private Prose prose() {
        return Prose.of(text()).thenStrong(text()).thenEmphasis(text());
    }

    private String text() {
        return text(longest);
    }

    private String text(int most) {
        int length = random.nextInt(most + 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private <T> List<T> list(int most, Supplier<T> of) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> of.get())
                .toList();
    }
}
