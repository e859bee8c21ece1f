package throughline.core.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cards that no conversation should make and every drawer must survive. */
public final class Extremes {
    /** What a person could write to ping, to forge a link, to break emphasis or to reorder what others read. */
    public static final String HOSTILE =
            "<!channel> <@U123> <http://evil.example|our wiki> [wiki](http://evil.example) <at>all</at> @everyone *b* _i_ ~s~"
                    + " `c` :tada: &amp; \\ # {{DATE(2026-11-21T00:00:00Z)}} <b onclick=\"x\"> \u202Eesrever\u202C \u2066i\u2069 z\u200Bw\uFEFF"
                    + " \u0007 \ud800 👩‍🚀 שלום";

    private Extremes() {}

    public static Map<String, Card> all() {
        Map<String, Card> extremes = new LinkedHashMap<>();
        extremes.put("extreme-every-block", everyBlock());
        extremes.put("extreme-hostile", everywhere(HOSTILE));
        extremes.put("extreme-long-text", longText());
        extremes.put("extreme-long-list", longList());
        extremes.put("extreme-long-choice", longChoice());
        extremes.put("extreme-long-button", longButton());
        return extremes;
    }

    private static Card everyBlock() {
        return Card.of(
                Prose.strong("Now: 4 of 4 bets.").then(" Confidence is high; scope is locked."),
                new Block.Text(Prose.of("A paragraph with ")
                        .thenEmphasis("emphasis")
                        .then(" and ")
                        .thenStrong("weight")
                        .then(".")),
                new Block.Items(List.of(
                        row("I3 Guided setup", "Growth", "→ O1-KR2 7-day activation 40% → 55%, now 46%"),
                        row("I12 Faster search", "Platform", "no line to an OKR"),
                        row("I14 Dark mode"))),
                new Block.Facts(List.of(
                        new Block.Facts.Fact("Owner", Prose.of("Maya Lind")),
                        new Block.Facts.Fact("Team", Prose.of("Growth")),
                        new Block.Facts.Fact(
                                "Serves", Prose.strong("O1-KR2").then(" ").thenEmphasis("7-day activation")))),
                new Block.Table(
                        List.of("Bet", "RICE", "Cost of delay"),
                        List.of(cells("I3 Guided setup", "840", "9,500 a week"), cells("I14 Dark mode", "", ""))),
                Block.Buttons.of(
                        Button.primary("ask", "Show all 6", "now all"),
                        Button.plain("ask", "Show Next", "next"),
                        Button.destructive("ask", "Take it off", "unlink I3 O1-KR2 yes")),
                new Block.Form(fields(), Button.primary("fill", "Send", "request"), Optional.of("Choose one team."))
                        .with(Button.plain("fill", "Send, then more", "request more"))
                        .with(Map.of("weeks", "Expected a number, found “3 or so”.", "items", "Choose at most 3.")),
                new Block.Note(Prose.of("confirmed 3 days ago by Maya")));
    }

    private static Block.Items.Row row(String name, String... details) {
        return new Block.Items.Row(
                Prose.strong(name), List.of(details).stream().map(Prose::of).toList());
    }

    private static Block.Table.Line cells(String... cells) {
        return new Block.Table.Line(Stream.of(cells).map(Prose::of).toList());
    }

    /** Every kind of field, required and optional, with few alternatives and with many. */
    private static List<Field> fields() {
        return List.of(
                Field.text("why", "Why", true).hinting("What it is for, in one sentence"),
                Field.text("context", "Context", false).startingWith("Acme wants it to renew"),
                new Field("weeks", Field.Kind.NUMBER, "Weeks", false, List.of(), Optional.of("3")),
                Field.choice("team", "Team", options(2)).startingWith("V2"),
                Field.choice("key_result", "Key result", options(14)),
                new Field("themes", Field.Kind.CHOICES, "Themes", false, options(3), Optional.empty())
                        .startingWith(List.of("V1", "V3")),
                new Field("items", Field.Kind.CHOICES, "Items", false, options(12), Optional.empty()),
                new Field("due", Field.Kind.DATE, "Due", false, List.of(), Optional.of("2027-01-31")),
                new Field("owner", Field.Kind.PERSON, "Owner", true, options(2), Optional.empty()),
                new Field("sponsor", Field.Kind.PERSON, "Sponsor", false, List.of(), Optional.empty()));
    }

    private static List<Field.Option> options(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Field.Option("V" + number, "Alternative " + number))
                .toList();
    }

    /** A card with a text wherever there may be one. */
    public static Card everywhere(String text) {
        Prose prose = Prose.of(text).thenStrong(text).thenEmphasis(text);
        List<Field.Option> options = List.of(new Field.Option("a", text), new Field.Option("b", "harmless"));
        return Card.of(
                prose,
                new Block.Text(prose),
                new Block.Text(Prose.of("> quoted\n- listed\n# titled\n1. numbered")),
                new Block.Note(prose),
                new Block.Facts(List.of(new Block.Facts.Fact(text, prose))),
                new Block.Items(List.of(new Block.Items.Row(prose, List.of(prose)), row("I3 Guided setup", "Growth"))),
                new Block.Table(
                        List.of(text, text), List.of(new Block.Table.Line(List.of(prose, prose)), cells("a", "b"))),
                Block.Buttons.of(Button.plain("ask", text, text)),
                new Block.Form(
                        List.of(Field.text("why", text, true).startingWith(text), Field.choice("which", text, options)),
                        Button.primary("fill", text, "link"),
                        Optional.of(text)));
    }

    private static Card longText() {
        String words = "All work and no play & nothing else 🚀. ".repeat(2_500);
        return Card.of(
                Prose.strong("A very long answer."),
                new Block.Text(Prose.of(words)),
                new Block.Facts(List.of(new Block.Facts.Fact("Why", Prose.of(words)))),
                new Block.Note(Prose.of(words)),
                Block.Buttons.of(Button.plain("ask", "Show Now, with a label that goes on " + words, "now")));
    }

    private static Card longList() {
        List<Block.Items.Row> rows = IntStream.rangeClosed(1, 400)
                .mapToObj(number -> row(
                        "I" + number + " Initiative " + number,
                        "→ O1-KR2 7-day activation 40% → 55%, now 46%",
                        "Growth · Maya · high confidence"))
                .toList();
        return Card.of(
                "Later: 400 bets.",
                new Block.Items(rows),
                new Block.Note(Prose.of("Ideas without committed scope.")),
                Block.Buttons.of(Button.plain("ask", "Show Now", "now")));
    }

    private static Card longChoice() {
        return Card.of(
                "Which key result does it serve?",
                new Block.Form(
                        List.of(
                                Field.choice("key_result", "Key result", options(140)),
                                Field.text("reason", "Why", false)),
                        Button.primary("fill", "Record the line", "link I3"),
                        Optional.empty()));
    }

    private static Card longButton() {
        return Card.of(
                "I can draw no line from this to an OKR.",
                Block.Buttons.of(
                        Button.plain("ask", "Show OKRs", "okrs"),
                        Button.plain("share", "Share here", "which-okr this: " + "a".repeat(3_000))));
    }
}
