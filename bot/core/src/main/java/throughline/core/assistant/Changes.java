package throughline.core.assistant;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.ChangeSet;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** What was changed on the roadmap since some day, the newest first. */
final class Changes implements Command {
    private static final Usage USAGE = Usage.of(
                    "changes",
                    "[since …]",
                    "What changed, who did it and why; the last 7 days unless you say since when",
                    Intent.CHANGES)
            .or("changed");

    private static final int DAYS = 7;

    /** No answer looks at more commits; a longer time is asked about in parts. */
    private static final int MOST = 1_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        LocalDate today = request.scene().today();
        Optional<LocalDate> since = request.rest().isBlank() ? Optional.of(today.minusDays(DAYS)) : since(request);
        return request.say(
                since.map(day -> card(request, day)).orElseGet(() -> noTime(request)), Answer.of(Intent.CHANGES));
    }

    /** A day, or the start of a quarter. */
    private static Optional<LocalDate> since(Request request) {
        return Since.day(request.rest(), request.scene().today())
                .or(() -> Moment.of(request.rest().strip().replaceFirst("(?i)^since\\s+", ""), request.scene())
                        .filter(moment -> !moment.isNow())
                        .map(moment -> moment.day().plusDays(1)));
    }

    private static Card noTime(Request request) {
        return Card.of(
                "I can't tell which day " + Phrases.quoted(Phrases.clipped(request.rest())) + " means.",
                new Block.Text(Prose.of("Say it like “monday”, “last week”, “3 days”, “march” or “2026-10-01”.")),
                Block.Buttons.of(
                        Actions.ask("The last 7 days", "changes"), Actions.ask("Last month", "changes last month")));
    }

    private static Card card(Request request, LocalDate day) {
        ChangeWords words = new ChangeWords(request.scene());
        List<ChangeSet> commits = request.scene()
                .history()
                .since(day.atStartOfDay(request.scene().zone()).toInstant(), MOST);
        List<ChangeSet> told = commits.stream().filter(ChangeWords::isTold).toList();
        String since = "since " + said(day, request.scene().today());
        if (told.isEmpty()) {
            return Card.of(
                    "Nothing changed " + since + ".",
                    Block.Buttons.of(Actions.ask("Last month", "changes last month"), Actions.ask("Show Now", "now")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Items(told.stream()
                .limit(request.rows())
                .map(facts -> row(request, words, facts))
                .toList()));
        if (commits.size() == MOST) {
            blocks.add(new Block.Note(Prose.of("I looked at the newest " + MOST + " entries only.")));
        }
        List<Button> buttons = new ArrayList<>();
        if (told.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + told.size(), "changes since " + day + " all"));
        }
        buttons.add(Actions.ask("Show Now", "now"));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline(request, told, since)), blocks);
    }

    private static String headline(Request request, List<ChangeSet> told, String since) {
        List<ChangeSet> byPeople =
                told.stream().filter(facts -> !ChangeWords.isImport(facts)).toList();
        int imports = told.size() - byPeople.size();
        String imported = Phrases.plural(imports, "import", "imports");
        if (byPeople.isEmpty()) {
            return imported + " " + since + " and no other change.";
        }
        int changes = byPeople.stream()
                .mapToInt(facts -> (int)
                        facts.changes().stream().filter(ChangeWords::isTold).count())
                .sum();
        return Phrases.plural(changes, "change", "changes") + (imports == 0 ? "" : " and " + imported) + " " + since
                + ", by " + authors(request, byPeople) + ".";
    }

    private static String authors(Request request, List<ChangeSet> facts) {
        List<String> names = facts.stream()
                .map(one -> one.stamp().by())
                .distinct()
                .map(request.scene().people()::call)
                .distinct()
                .toList();
        return names.size() > 3 ? names.size() + " people" : Phrases.listed(names);
    }

    private static Block.Items.Row row(Request request, ChangeWords words, ChangeSet facts) {
        String who = who(request, facts);
        List<Prose> details = new ArrayList<>();
        words.of(facts).forEach(line -> details.add(Prose.of(line)));
        facts.why().ifPresent(why -> details.add(Prose.of("why: " + Phrases.clipped(why))));
        return new Block.Items.Row(Prose.strong(who).then(", " + when(request, facts)), details);
    }

    /** "Maya", or that it came from a file. */
    static String who(Request request, ChangeSet facts) {
        return ChangeWords.isImport(facts)
                ? "Import"
                : request.scene().people().call(facts.stamp().by());
    }

    /** "today 11:00" where the asker is. */
    static String when(Request request, ChangeSet facts) {
        ZonedDateTime at = facts.stamp().at().atZone(request.scene().zone());
        return new Phrases(request.scene()).ago(at.toLocalDate()) + " " + TIME.format(at);
    }

    private static String said(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }
}
