package throughline.core.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.review.Concluding;
import throughline.core.review.Explaining;
import throughline.core.review.Judging;
import throughline.core.review.Opening;
import throughline.core.review.Outcome;
import throughline.core.review.Pack;
import throughline.core.review.Walk;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Quarter;
import throughline.core.view.Phrases;

/**
 * What a review shows, and asks.
 *
 * @param remindable the day that its author may be reminded on instead; empty if there is none
 * @param all whether every initiative is listed
 */
record ReviewCard(Pack pack, People people, LocalDate today, Optional<LocalDate> remindable, boolean all) {
    /* Buttons */

    String command(String words) {
        return (Reviewing.VERB + " " + pack.quarter().key() + " " + words).strip();
    }

    Button ask(String label, String words) {
        return Actions.ask(label, command(words));
    }

    private List<Button> beginning() {
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.askFirst(pack.reviewed() == 0 ? "Start" : "Go on", command("start")));
        remindable.ifPresent(day -> buttons.add(ask("Remind me " + weekday(day), "remind " + day)));
        return buttons;
    }

    static String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    ReviewFacts facts() {
        return new ReviewFacts(pack, people, today);
    }

    /* The steps */

    Card of(Outcome.On shown) {
        Card card = drawn(shown);
        return shown.note()
                .map(note -> {
                    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(Prose.of(note))));
                    blocks.addAll(card.blocks());
                    return new Card(card.headline(), blocks);
                })
                .orElse(card);
    }

    private Card drawn(Outcome.On shown) {
        Walk state = shown.state();
        if (state instanceof Judging judging) {
            return pack.entry(judging.bet())
                    .map(entry -> new JudgingCard(this, entry).judging(judging, shown))
                    .orElseGet(this::opening);
        }
        if (state instanceof Explaining explaining) {
            return pack.entry(explaining.bet())
                    .map(entry -> new JudgingCard(this, entry).explaining(explaining))
                    .orElseGet(this::opening);
        }
        return state instanceof Opening ? opening() : concluding((Concluding) state);
    }

    /** What there is to review, and what is known of it before anybody says anything. */
    Card opening() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(facts().outcomes())));
        blocks.add(new Block.Items(pack.entries().stream()
                .limit(all ? Integer.MAX_VALUE : Request.ROWS)
                .map(facts()::row)
                .toList()));
        blocks.add(facts().shown(false));
        List<Button> buttons = beginning();
        if (!all && pack.entries().size() > Request.ROWS) {
            buttons.add(ask("Show all " + pack.entries().size(), "pack all"));
        }
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline()), blocks);
    }

    /** The same in short, for who did not ask. */
    Card reminder() {
        List<Button> buttons = beginning();
        buttons.add(ask("See what it is about", "pack"));
        return new Card(
                Prose.strong(headline()),
                List.of(new Block.Text(Prose.of(facts().outcomes())), new Block.Buttons(buttons)));
    }

    private String headline() {
        String left = "about " + pack.minutes() + " minutes";
        if (pack.reviewed() > 0) {
            return "Your " + pack.name() + " review: " + pack.reviewed() + " of "
                    + pack.entries().size() + " reviewed, " + left + " left.";
        }
        String when = pack.day().equals(today)
                ? "is today"
                : (pack.day().isBefore(today) ? "was due on " : "is on ") + facts().day(pack.day());
        return "Your " + pack.name() + " review " + when + ": "
                + Phrases.plural(pack.entries().size(), "initiative", "initiatives") + ", " + left + ".";
    }

    /* The end */

    private Card concluding(Concluding step) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Text(Prose.of(Stream.of(Optional.of(Phrases.sentence(facts().verdicts())), facts().results())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))));
        blocks.add(facts().shown(true));
        blocks.add(Block.Buttons.of(
                Actions.askFirst("Close the review", command("close")),
                ask("Back", "conclude back"),
                ask("Pause", "pause")));
        int size = pack.entries().size();
        String done = size == 1 ? "It is reviewed." : "All " + size + " are reviewed.";
        return new Card(Prose.strong(done + " Close " + quarter(step.quarter()) + "?"), blocks);
    }

    private String quarter(Quarter quarter) {
        return quarter.equals(pack.quarter()) ? pack.name() : quarter.key();
    }

    /**
     * What was recorded when it was closed.
     *
     * @param isTooLate whether somebody wanted to say more
     */
    Card closed(boolean isTooLate) {
        List<Initiative> rescoped = pack.entries().stream()
                .filter(entry -> entry.found()
                        .filter(found -> found.verdict() == Verdict.RESCOPE)
                        .isPresent())
                .map(Pack.Entry::bet)
                .toList();
        List<Button> buttons = new ArrayList<>();
        buttons.add(
                rescoped.isEmpty()
                        ? Actions.askFirst("Show Next", "next")
                        : Actions.askFirst(
                                "Re-scope " + rescoped.get(0).id(),
                                "edit " + rescoped.get(0).id()));
        buttons.add(ask("Open it again", "again"));
        List<Block> blocks = new ArrayList<>();
        if (isTooLate) {
            blocks.add(new Block.Text(Prose.of("It is closed, so nothing was changed.")));
        }
        if (!rescoped.isEmpty()) {
            blocks.add(
                    new Block.Text(Prose.of("To re-scope: " + ReviewFacts.listed(rescoped, ReviewFacts::name) + ".")));
        }
        blocks.add(facts().shown(true));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(pack.title() + " is reviewed: " + facts().verdicts() + "."), blocks);
    }

    Card paused() {
        String how = pack.reviewed() == 0
                ? "Nothing is reviewed yet."
                : pack.reviewed() + " of " + pack.entries().size()
                        + (pack.reviewed() == 1 ? " is reviewed, and stays so." : " are reviewed, and stay so.");
        return Card.of(
                "Paused. " + how,
                new Block.Text(Prose.of("Say “review” to go on, here or wherever else you talk to me.")),
                new Block.Buttons(beginning()));
    }

    Card reminded(LocalDate day) {
        return Card.of(
                "I'll remind you on " + weekday(day) + ", " + facts().day(day) + ".",
                Block.Buttons.of(ask("Start now", "start")));
    }
}
