package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.Preferences;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.view.Phrases;

/** Says nothing unasked for some time: to a team, to the asker, or about one item. */
final class Snooze implements Command {
    private static final Usage USAGE = Usage.of(
            "snooze",
            "[item] [1d, 1w or until a date] [for team]",
            "Hear nothing unasked for some time, or nothing about one item",
            Intent.SNOOZE);
    private static final Pattern FOR = Pattern.compile("(?<what>.*?)(?:\\s*\\b(?:for|of)\\s+(?<team>(?!\\d).+))?");
    private static final String USUAL = "1w";
    private static final String USUAL_FOR_ITEM = "4w";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return of(request);
    }

    static Turn of(Request request) {
        Matcher parts = FOR.matcher(request.rest());
        String what = parts.matches() ? parts.group("what").strip() : request.rest();
        String name = parts.matches() ? Optional.ofNullable(parts.group("team")).orElse("") : "";
        Optional<TeamNudge> team = TeamNudge.named(request, name);
        if (team.isEmpty() && !name.isBlank()) {
            return TeamNudge.which(request, USAGE);
        }
        String first = what.split("\\s", 2)[0];
        Optional<Item> item = request.roadmap().find(first);
        String time = item.isPresent() ? what.substring(first.length()).strip() : what;
        String usual = item.isPresent() ? USUAL_FOR_ITEM : USUAL;
        LocalDate today =
                team.map(TeamNudge::today).orElseGet(() -> request.scene().today());
        Optional<LocalDate> until = Until.day(time.isEmpty() ? usual : time, today);
        if (until.isEmpty()) {
            return unclear(request);
        }
        return team.map(of -> team(of, item, until.get())).orElseGet(() -> oneself(request, item, until.get()));
    }

    private static Turn unclear(Request request) {
        return request.tell(
                Card.of(
                        "Until when? I can't tell from " + Phrases.quoted(Phrases.clipped(request.rest())) + ".",
                        new Block.Text(Prose.of(
                                "Say it like “1d”, “1w” or “until 2026-12-01”, at most a year ahead. An item goes first, by"
                                        + " its id: “snooze I4 2w”.")),
                        Block.Buttons.of(Actions.ask("A day", "snooze 1d"), Actions.ask("A week", "snooze 1w"))),
                Answer.of(Intent.SNOOZE));
    }

    private static Turn oneself(Request request, Optional<Item> item, LocalDate until) {
        Person person = request.person();
        Preferences wants = item.map(one -> person.preferences()
                        .snoozing(
                                new Preferences.Snoozed(one.id().text(), until),
                                request.scene().today()))
                .orElseGet(() -> person.preferences().snoozing(Optional.of(until)));
        String what = item.map(one -> "nothing about " + Phrases.named(one)).orElse("nothing");
        return request.tell(
                        Card.of(
                                "Snoozed: you hear " + what + " unasked before "
                                        + Phrases.day(until, request.scene().today()) + ".",
                                Block.Buttons.of(Actions.ask("Wake up now", "nudge on"))),
                        Answer.of(Intent.SNOOZE))
                .writing(person.with(wants));
    }

    private static Turn team(TeamNudge of, Optional<Item> item, LocalDate until) {
        if (!of.mayBeSetUp()) {
            return of.refused(Intent.SNOOZE);
        }
        if (of.schedule().isEmpty()) {
            return TeamNudge.which(of.request(), USAGE);
        }
        Schedule schedule = of.schedule().get();
        String what = item.map(one -> "nothing about " + Phrases.named(one)).orElse("nothing");
        List<Change> changes = item.map(one -> snoozed(schedule, one, until))
                .orElseGet(() -> List.of(Settings.edited(schedule, Schedule.SNOOZED, Optional.of(until))));
        return of.request()
                .tellThere(
                        Card.of(
                                "Snoozed: " + of.team().title() + " hears " + what + " before " + of.day(until) + ".",
                                Block.Buttons.of(Actions.ask(
                                        "Wake up now", "nudge on " + of.team().title()))),
                        Answer.of(Intent.SNOOZE))
                .recording(changes, Set.of(schedule.id().text()), Optional.empty());
    }

    private static List<Change> snoozed(Schedule schedule, Item item, LocalDate until) {
        List<Change> changes = new ArrayList<>();
        schedule.items().stream()
                .filter(earlier -> earlier.item().equals(item.id()))
                .forEach(earlier ->
                        changes.add(new Change.Unlisted<>(Kind.SCHEDULE, schedule.id(), Schedule.ITEMS, earlier)));
        changes.add(new Change.Listed<>(
                Kind.SCHEDULE, schedule.id(), Schedule.ITEMS, new Schedule.Snoozed(item.id(), until)));
        return changes;
    }
}
