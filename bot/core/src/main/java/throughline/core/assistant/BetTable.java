package throughline.core.assistant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.score.Measure;
import throughline.core.score.Ranking;
import throughline.core.score.Score;
import throughline.core.score.Scores;
import throughline.core.view.Phrases;

/** The scores of bets as a table, best first, with what decided and what disagrees. */
record BetTable(Bets bets, Map<Item, Scores> scores, Ranking ranking) {
    /** In the order of the columns; what decided comes before them. */
    private static final List<Measure> COLUMNS = List.of(
            Measure.CD3,
            Measure.COST_OF_DELAY,
            Measure.RICE,
            Measure.DHM,
            Measure.LNO,
            Measure.CONFIDENCE,
            Measure.SIZE);

    /** What else would lead by another measure. */
    private static final List<Measure> OTHERS = List.of(Measure.CD3, Measure.COST_OF_DELAY, Measure.RICE, Measure.DHM);

    static BetTable of(Request request, Bets bets) {
        LocalDate today = request.scene().today();
        List<Scores> all = bets.list().stream()
                .map(bet -> Scores.of(request.roadmap(), bet, today))
                .toList();
        return new BetTable(
                bets, all.stream().collect(Collectors.toMap(Scores::bet, Function.identity())), Ranking.of(all));
    }

    /** @param command that shows them; more rows are shown by it with "all" */
    Card card(int rows, String command) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(rows));
        ranking.by()
                .ifPresent(measure -> blocks.add(
                        new Block.Text(Prose.of("Best first by " + measure.word() + ": " + measure.meaning() + "."))));
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(String.join(" ", notes))));
        }
        blocks.add(new Block.Buttons(buttons(rows, command)));
        return new Card(Prose.strong(headline()), blocks);
    }

    private String headline() {
        String of =
                " of " + Phrases.digits(bets.list().size()) + (bets.called().isEmpty() ? "" : " in " + bets.called());
        List<Initiative> first = ranking.first();
        if (first.isEmpty() || ranking.by().isEmpty()) {
            return "Nothing that would put these " + Phrases.digits(bets.list().size()) + " in an order is recorded.";
        }
        String by = " by " + ranking.by().get().word() + " ("
                + shown(first.get(0), ranking.by().get()) + ").";
        return first.size() == 1
                ? Phrases.named(first.get(0)) + " comes first" + of + by
                : few(first) + " tie for the first place" + of + by;
    }

    private Block.Table table(int rows) {
        List<Measure> columns = Stream.concat(
                        ranking.by().stream(), COLUMNS.stream().filter(this::isKnown))
                .distinct()
                .toList();
        return new Block.Table(
                Stream.concat(Stream.of("Bet"), columns.stream().map(Measure::title))
                        .toList(),
                ranking.places().stream()
                        .limit(rows)
                        .map(place -> line(place.bet(), columns))
                        .toList());
    }

    private Block.Table.Line line(Initiative bet, List<Measure> columns) {
        Prose name = Prose.strong(bet.id() + " " + Phrases.clipped(bet.title()));
        return new Block.Table.Line(Stream.concat(
                        Stream.of(name), columns.stream().map(measure -> Prose.of(shown(bet, measure))))
                .toList());
    }

    private String shown(Initiative bet, Measure measure) {
        return known(bet, measure).map(Score.Known::shown).orElse("");
    }

    private Optional<Score.Known> known(Initiative bet, Measure measure) {
        return Optional.ofNullable(scores.get(bet)).flatMap(all -> all.known(measure));
    }

    private boolean isKnown(Measure measure) {
        return bets.list().stream().anyMatch(bet -> known(bet, measure).isPresent());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        ranking.by().ifPresent(measure -> {
            notes.addAll(ties());
            unplaced(measure).ifPresent(notes::add);
            notes.addAll(dissent(measure));
        });
        absent().ifPresent(notes::add);
        if (bets.isPart()) {
            notes.add("I looked at the first " + Phrases.digits(bets.list().size()) + " of "
                    + Phrases.digits(bets.size()) + ".");
        }
        return notes;
    }

    /** Those below the first place; one for the first place is told in the first line. */
    private List<String> ties() {
        return ranking.ties().stream()
                .skip(1)
                .filter(tied -> tied.size() > 1)
                .limit(Subject.MOST)
                .map(tied -> few(tied) + " tie.")
                .toList();
    }

    private Optional<String> unplaced(Measure measure) {
        List<Initiative> unknown = ranking.unknown();
        boolean isOne = unknown.size() == 1;
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(few(unknown)
                        + (isOne ? " has no " : " have no ")
                        + measure.word()
                        + (isOne ? " and stands last." : " and stand last."));
    }

    /** Whom other measures would put first. */
    private List<String> dissent(Measure measure) {
        return OTHERS.stream()
                .filter(other -> other != measure)
                .flatMap(other -> leader(other).stream()
                        .filter(bet -> !ranking.first().contains(bet))
                        .map(bet -> "By " + other.word() + " " + bet.id() + " would come first."))
                .toList();
    }

    private Optional<String> absent() {
        List<String> absent = COLUMNS.stream()
                .filter(measure -> !isKnown(measure))
                .map(Measure::word)
                .toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("No " + String.join(", no ", absent) + " is recorded for any.");
    }

    /** The only one with the highest figure, where the measure is known of at least two. */
    private Optional<Initiative> leader(Measure measure) {
        List<Initiative> known = bets.list().stream()
                .filter(bet -> known(bet, measure).isPresent())
                .sorted((one, other) -> figure(other, measure).compareTo(figure(one, measure)))
                .limit(2)
                .toList();
        return known.size() < 2 || figure(known.get(0), measure).compareTo(figure(known.get(1), measure)) == 0
                ? Optional.empty()
                : Optional.of(known.get(0));
    }

    private BigDecimal figure(Initiative bet, Measure measure) {
        return known(bet, measure).map(Score.Known::figure).orElse(BigDecimal.ZERO);
    }

    /** At most three names, and how many more. */
    private static String few(List<Initiative> bets) {
        List<String> ids =
                bets.stream().limit(Subject.MOST).map(bet -> bet.id().text()).toList();
        int more = bets.size() - ids.size();
        return more == 0 ? Phrases.listed(ids) : String.join(", ", ids) + " and " + Phrases.digits(more) + " more";
    }

    private List<Button> buttons(int rows, String command) {
        List<Button> buttons = new ArrayList<>();
        if (bets.list().size() > rows) {
            buttons.add(
                    Actions.askFirst("Show all " + Phrases.digits(bets.list().size()), command + " all"));
        }
        Initiative first = ranking.places().get(0).bet();
        Initiative last = ranking.places().get(ranking.places().size() - 1).bet();
        buttons.add(Actions.ask("Score " + first.id(), "score " + first.id()));
        buttons.add(Actions.ask("Without " + last.id() + "?", "trade-off " + last.id()));
        return buttons;
    }
}
