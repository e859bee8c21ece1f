package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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
import throughline.core.question.Names;
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
    private static final Pattern FOR = Pattern.compile(
            "(?:(?<what>.*)\\s+)?(?:for|of)\\s+(?<team>(?!\\d|an?\\s).+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile(
            "(?:(?<what>.*?)\\s+)??(?<time>(?:for\\s+)?(?:\\d{1,3}\\s*(?:d|w)(?:ays?|eeks?)?|an?\\s+(?:day|week|month))"
                    + "|until\\s+.+|tomorrow|next\\s+week|\\d{4}-\\d\\d-\\d\\d"
                    + "|(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String ME = "me";

    /** What a nudge speaks of. */
    private static final Set<Kind> KINDS =
            EnumSet.of(Kind.INITIATIVE, Kind.KEY_RESULT, Kind.OBJECTIVE, Kind.THEME, Kind.STRATEGY);

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
        String name = parts.matches() ? parts.group("team").strip() : "";
        String before = parts.matches()
                ? Optional.ofNullable(parts.group("what")).orElse("").strip()
                : request.rest();
        if (name.equalsIgnoreCase(ME)) {
            return of(request, Optional.empty(), before);
        }
        Optional<Turn> which =
                TeamNudge.ofSeveral(request, name, ("snooze " + request.rest()).strip() + " for", Intent.SNOOZE);
        if (which.isPresent()) {
            return which.get();
        }
        Optional<TeamNudge> team = TeamNudge.named(request, name);
        boolean isPartOfName = !name.isEmpty() && team.isEmpty();
        if (isPartOfName && Asked.of(request, request.rest()).items().isEmpty()) {
            return TeamNudge.which(request, USAGE);
        }
        return isPartOfName ? of(request, TeamNudge.named(request, ""), request.rest()) : of(request, team, before);
    }

    /**
     * What is to be snoozed, and how long.
     *
     * @param items empty for everything; several where the name fits them all
     * @param isExact whether it is an id or a title
     */
    private record Asked(List<Item> items, boolean isExact, String what, String time) {
        static Asked of(Request request, String text) {
            Matcher parts = TIMED.matcher(text.strip());
            boolean isTimed = parts.matches();
            String what = isTimed ? Optional.ofNullable(parts.group("what")).orElse("") : text.strip();
            String time = isTimed ? parts.group("time").strip() : "";
            String first = what.split("\\s", 2)[0];
            boolean isId = request.roadmap().find(first).isPresent() && !first.equals(what);
            return what.isEmpty() || isId
                    ? new Asked(List.of(), true, what, time)
                    : found(Names.in(request.roadmap()).only(KINDS).find(what), what, time);
        }

        private static Asked found(Names.Found found, String what, String time) {
            if (found instanceof Names.Found.One one) {
                return new Asked(List.of(one.item()), one.isExact(), what, time);
            }
            List<Item> items = found instanceof Names.Found.Several several ? several.items() : List.of();
            return new Asked(items, items.isEmpty(), what, time);
        }

        boolean isClear() {
            return what.isEmpty() || !items.isEmpty();
        }

        Optional<LocalDate> until(LocalDate today) {
            String usual = items.isEmpty() ? USUAL : USUAL_FOR_ITEM;
            return Until.day(time.isEmpty() ? usual : time, today);
        }
    }

    private static Turn of(Request request, Optional<TeamNudge> team, String text) {
        Asked asked = Asked.of(request, text);
        if (!asked.isExact()) {
            return which(request, team, asked);
        }
        LocalDate today =
                team.map(TeamNudge::today).orElseGet(() -> request.scene().today());
        Optional<LocalDate> until = asked.isClear() ? asked.until(today) : Optional.empty();
        if (until.isEmpty()) {
            return unclear(request);
        }
        Optional<Item> item = asked.items().stream().findFirst();
        return team.map(of -> team(of, item, until.get())).orElseGet(() -> oneself(request, item, until.get()));
    }

    private static Turn which(Request request, Optional<TeamNudge> team, Asked asked) {
        String whose = team.map(of -> " for " + of.team().title()).orElse(" for " + ME);
        return request.tell(
                Card.of(
                        "Did you mean " + Subject.either(asked.items()) + "?",
                        new Block.Buttons(asked.items().stream()
                                .limit(Subject.MOST)
                                .map(item -> Actions.ask(
                                        Phrases.named(item),
                                        ("snooze " + item.id() + " " + asked.time()).strip() + whose))
                                .toList())),
                Answer.of(Intent.SNOOZE));
    }

    private static Turn unclear(Request request) {
        return request.tell(
                Card.of(
                        "Until when? I can't tell from " + Phrases.quoted(Phrases.clipped(request.rest())) + ".",
                        new Block.Text(Prose.of(
                                "Say it like “1d”, “1w” or “until 2026-12-01”, at most a year ahead. An item goes first:"
                                        + " “snooze I4 2w”.")),
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
            return of.notSetUp(Intent.SNOOZE);
        }
        Schedule schedule = of.schedule().get();
        String what = item.map(one -> "nothing about " + Phrases.named(one)).orElse("nothing");
        List<Change> changes = item.map(one -> snoozed(schedule, one, until))
                .orElseGet(() -> List.of(Change.edited(schedule, Schedule.SNOOZED, Optional.of(until))));
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
