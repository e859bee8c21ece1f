package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.PersonId;
import throughline.core.ritual.TeamWeek.Told;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Team;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/**
 * What a team is told once a week: its Now with its line, what is due, what changed above, and one question. A function of what is
 * known; at most twelve lines.
 */
public final class Nudge {
    private static final int ITEMS = 4;
    private static final int CHANGES = 3;
    private static final int BUTTONS = 3;
    private static final int LONGEST = 150;

    private final TeamWeek week;
    private final Optional<Query> query;

    private Nudge(TeamWeek week, Optional<Query> query) {
        this.week = week;
        this.query = query;
    }

    /** Absent when nothing is new and all is fresh. */
    public static Optional<Nudge> of(Team team, Basis basis) {
        TeamWeek week = new TeamWeek(basis, team);
        boolean isEmpty = week.now().isEmpty() && week.above().isEmpty();
        return isEmpty || (!week.isNews() && week.isFresh())
                ? Optional.empty()
                : Optional.of(new Nudge(week, Query.of(week)));
    }

    /** As it was asked, with what is known now; for a message that stands already. */
    public static Nudge again(Team team, Basis basis, String angle, Initiative about) {
        TeamWeek week = new TeamWeek(basis, team);
        return new Nudge(week, Query.again(week, Query.Angle.named(angle).orElse(Query.Angle.STEADY), about));
    }

    /** A team that is nudged no more, and why. */
    public record Stopped(Team team, String reason) {
        private String line() {
            return "I stopped nudging " + team.title() + ": " + reason + ".";
        }
    }

    /** What a lead is told of teams, at least one, that are nudged no more; {@code action} gives the command of a button. */
    public static Card givenUp(List<Stopped> stopped, String action) {
        String first = stopped.get(0).team().title();
        if (stopped.size() == 1) {
            return Card.of(
                    stopped.get(0).line(),
                    Block.Buttons.of(
                            Button.plain(action, "Go on", "nudge on " + first),
                            Button.plain(action, "See this week's", "nudge preview " + first)));
        }
        return Card.of(
                "I stopped nudging " + stopped.size() + " of your teams.",
                new Block.Items(stopped.stream()
                        .map(one -> new Block.Items.Row(
                                Prose.strong(Phrases.clipped(one.team().title())), List.of(Prose.of(one.reason()))))
                        .toList()),
                new Block.Buttons(stopped.stream()
                        .limit(BUTTONS)
                        .map(one -> Button.plain(
                                action,
                                "Go on with " + Phrases.clipped(one.team().title(), 40),
                                "nudge on " + one.team().title()))
                        .toList()));
    }

    /** What its buttons need to say what they answer. */
    public record Asked(Initiative about, String angle, Team team, Period week, Optional<Instant> since) {
        /** How diaries have it: "I4 steady since 2026-11-16T08:30:00Z". */
        public String written() {
            return about.id() + " " + angle
                    + since.map(moment -> " since " + moment).orElse("");
        }

        /** The command that gives this answer. */
        public String command(Alignment.State state) {
            return "nudge " + about.id() + " " + state.words() + " in " + week + " of " + team.id() + " asking " + angle
                    + since.map(moment -> " since " + moment).orElse("");
        }
    }

    public Optional<Asked> asked() {
        return query.map(one -> new Asked(
                one.about(),
                one.angle().written(),
                week.team(),
                week.basis().week(),
                week.basis().since()));
    }

    /** The message as it is first said, or as it stands after the answers that the roadmap has. */
    public Card card(String action) {
        List<Alignment> answers = answers();
        return isSettled(answers) ? body(answers) : asking(body(answers), action);
    }

    /** The message when nobody can answer any more. */
    public Card settled() {
        return body(answers());
    }

    private List<Alignment> answers() {
        return query.map(one -> Trend.week(
                                week.basis().roadmap(),
                                week.team(),
                                week.basis().week())
                        .answers()
                        .stream()
                        .filter(answer -> answer.about().equals(one.about().id()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether everybody of the team has answered; where nobody is known to be in it, the first answer is enough. */
    private boolean isSettled(List<Alignment> answers) {
        Set<PersonId> waiting = new HashSet<>(week.team().members());
        answers.forEach(answer -> waiting.remove(answer.by()));
        return !answers.isEmpty() && waiting.isEmpty();
    }

    private Card asking(Card card, String action) {
        return asked().map(asked -> card.with(Block.Buttons.of(
                                button(action, asked, Alignment.State.ON_TRACK, "On track"),
                                button(action, asked, Alignment.State.DRIFTING, "Drifting"),
                                button(action, asked, Alignment.State.BLOCKED, "Blocked")))
                        .with(Block.Buttons.of(Button.plain(
                                action,
                                "Snooze " + asked.about().id(),
                                "snooze " + asked.about().id() + " for "
                                        + asked.team().title()))))
                .orElse(card);
    }

    private static Button button(String action, Asked asked, Alignment.State state, String label) {
        return Button.plain(action, label, asked.command(state));
    }

    private Card body(List<Alignment> answers) {
        List<Block> blocks = new ArrayList<>();
        if (!week.now().isEmpty()) {
            blocks.add(items());
        }
        due().ifPresent(line -> blocks.add(new Block.Text(Prose.of(line))));
        changes().ifPresent(blocks::add);
        query.ifPresent(one -> blocks.add(new Block.Text(Prose.strong(one.words()))));
        if (!answers.isEmpty()) {
            blocks.add(new Block.Text(Prose.of(said(answers))));
        }
        return new Card(Prose.strong(headline()), blocks);
    }

    private String headline() {
        int count = week.now().size();
        String team = Phrases.clipped(week.team().title());
        if (count == 0) {
            return "This week in " + team + ": " + (week.isSnoozed() ? "all of Now is snoozed." : "nothing in Now.");
        }
        long orphans =
                week.now().stream().filter(bet -> week.firstOf(bet).isEmpty()).count();
        String bets = "This week in " + team + ": " + Phrases.plural(count, "bet", "bets") + ", ";
        if (orphans == 0) {
            return bets + (count == 1 ? "with a line." : count == 2 ? "both with a line." : "all with a line.");
        }
        String without = "without a line to an OKR.";
        return bets
                + (count == 1 ? without : orphans == count ? "none with a line to an OKR." : orphans + " " + without);
    }

    private Block items() {
        List<Block.Items.Row> rows = new ArrayList<>();
        int shown = week.now().size() > ITEMS ? ITEMS - 1 : ITEMS;
        week.now().stream().limit(shown).forEach(bet -> rows.add(row(bet)));
        if (week.now().size() > shown) {
            rows.add(new Block.Items.Row(
                    Prose.of("and " + (week.now().size() - shown) + " more: “team "
                            + week.team().title() + "” shows all"),
                    List.of()));
        }
        return new Block.Items(rows);
    }

    private Block.Items.Row row(Initiative bet) {
        Prose name = Prose.strong(bet.id() + " " + Phrases.clipped(bet.title()));
        Optional<KeyResult> keyResult = week.firstOf(bet);
        String line = keyResult.map(found -> " → " + line(bet, found)).orElse(": no line to an OKR");
        String more = bet.serves().size() > 1 ? ", and " + (bet.serves().size() - 1) + " more" : "";
        String news = week.basis().since().isPresent() && week.isNew(bet) ? " · new" : "";
        String stale = week.isStale(bet) ? " · untouched for " + week.age(bet) + " days" : "";
        return new Block.Items.Row(name.then(Phrases.clipped(line + more, LONGEST) + news + stale), List.of());
    }

    /** A figure is told once; whatever else should move it says where. */
    private String line(Initiative bet, KeyResult keyResult) {
        Optional<Initiative> first = week.now().stream()
                .filter(other -> week.firstOf(other).filter(keyResult::equals).isPresent())
                .findFirst()
                .filter(other -> !other.id().equals(bet.id()));
        return first.map(other -> keyResult.metric() + ", as " + other.id())
                .orElseGet(() -> Course.of(keyResult).words());
    }

    private Optional<String> due() {
        List<KeyResult> due = week.due();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = due.stream().limit(2).map(Nudge::named).toList();
        String more = due.size() > 2 ? " and " + (due.size() - 2) + " more" : "";
        return Optional.of("Check-in due: " + String.join(", ", named) + more + ".");
    }

    private static String named(KeyResult keyResult) {
        return keyResult.id() + " " + Phrases.clipped(keyResult.metric());
    }

    private Optional<Block> changes() {
        List<String> lines = changeLines();
        if (lines.size() == 1) {
            return Optional.of(new Block.Text(Prose.of(lines.get(0))));
        }
        List<Block.Items.Row> rows = new ArrayList<>();
        int shown = lines.size() > CHANGES ? CHANGES - 1 : CHANGES;
        lines.stream().limit(shown).forEach(line -> rows.add(new Block.Items.Row(Prose.of(line), List.of())));
        if (lines.size() > shown) {
            rows.add(new Block.Items.Row(
                    Prose.of("and " + (lines.size() - shown) + " more changes: “changes” shows them"), List.of()));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(rows));
    }

    private List<String> changeLines() {
        ChangeWords words = new ChangeWords(
                week.basis().roadmap(), week.basis().people(), week.basis().today());
        return week.above().stream().map(told -> line(words, told)).distinct().toList();
    }

    /** "Above you: Maya moved …, on Thursday (why: pricing test)." */
    private String line(ChangeWords words, Told told) {
        String where = week.isLeaving(told.change()) ? "Out of Now: " : "Above you: ";
        String who = week.call(told.facts().stamp().by());
        String day = day(week.basis().day(told.facts().stamp().at()));
        String why = told.facts()
                .why()
                .map(reason -> " (why: " + Phrases.clipped(reason) + ")")
                .orElse("");
        return where + Phrases.clipped(who + " " + words.of(told.change()), LONGEST) + " " + day + why + ".";
    }

    /** "on Thursday", "last Monday" on a Monday, and before that "on 3 November". */
    private String day(LocalDate day) {
        LocalDate today = week.basis().today();
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (day.equals(today)) {
            return "today";
        }
        return day.plusWeeks(1).equals(today)
                ? "last " + weekday
                : "on " + (day.plusWeeks(1).isAfter(today) ? weekday : Phrases.day(day, today));
    }

    /** "On track: Priya. Drifting: Tom, “waiting for legal”." */
    private String said(List<Alignment> answers) {
        Map<Alignment.State, List<Alignment>> byState =
                answers.stream().collect(Collectors.groupingBy(Alignment::state));
        return Stream.of(Alignment.State.values())
                .filter(byState::containsKey)
                .map(state -> capital(state.words()) + ": "
                        + byState.getOrDefault(state, List.of()).stream()
                                .map(this::said)
                                .collect(Collectors.joining("; "))
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private String said(Alignment answer) {
        return week.call(answer.by())
                + answer.why()
                        .map(why -> ", " + Phrases.quoted(Phrases.clipped(why)))
                        .orElse("");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
