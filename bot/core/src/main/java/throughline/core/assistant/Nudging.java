package throughline.core.assistant;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Input;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.ritual.Nudge;
import throughline.core.ritual.Period;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** The weekly nudge: shown now, answered, switched off and on. */
record Nudging(Unasked unasked) implements Command {
    private static final Usage USAGE = Usage.of(
            "nudge",
            "[preview, off or on] [team] | <item> <on track, drifting or blocked>: <why>",
            "A team's weekly nudge: see it now, answer it, switch it off or on",
            Intent.NUDGE);
    private static final Pattern DIRECTION =
            Pattern.compile("(?<what>preview|show|off|on|snooze)(?:\\s+(?<rest>.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile(
            "(?:(?<item>.{1,300}?)\\s+)?(?<state>on[ -]track|drifting|blocked)(?:\\s+in\\s+(?<week>\\d{4}-W\\d\\d))?"
                    + "(?:\\s+of\\s+(?<team>\\S{1,60}))?(?:\\s+asking\\s+(?<angle>\\w+))?(?:\\s+since\\s+(?<since>\\S+))?"
                    + "(?:\\s+at\\s+(?<message>\\S+))?(?:\\s*[:;,]\\s*(?<why>.+)|\\s+because\\s+(?<because>.+))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String WHY = "why";

    /** From the Monday of its week on, a nudge can be answered for so many days. */
    private static final int OPEN_DAYS = 13;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Matcher direction = DIRECTION.matcher(request.rest());
        Matcher answer = ANSWER.matcher(request.whole());
        if (answer.matches()) {
            return answered(request, answer);
        }
        if (direction.matches()) {
            String rest =
                    Optional.ofNullable(direction.group("rest")).orElse("").strip();
            return switch (direction.group("what").toLowerCase(Locale.ROOT)) {
                case "off" -> switched(request, rest, true);
                case "on" -> switched(request, rest, false);
                case "snooze" -> Snooze.of(request.about(rest));
                default -> preview(request, rest);
            };
        }
        return request.rest().isBlank() ? preview(request, "") : preview(request, request.rest());
    }

    private Turn preview(Request request, String name) {
        Optional<TeamNudge> team =
                TeamNudge.named(request, name).or(() -> name.isBlank() ? TeamNudge.own(request) : Optional.empty());
        return team.map(this::preview).orElseGet(() -> TeamNudge.which(request, USAGE));
    }

    private Turn preview(TeamNudge of) {
        Item item = of.team();
        Optional<Coming> coming = Coming.of(of, unasked);
        String day = coming.map(next -> of.day(next.day())).orElse("any working day");
        Card card = coming.flatMap(Coming::nudge)
                .map(one -> one.card(Actions.ASK))
                .orElseGet(() -> Card.of("Nothing to say to " + of.team().title() + " on " + day
                        + " so far: nothing is new and all is fresh."))
                .with(new Block.Note(Prose.of("A preview. " + when(of, day))));
        return of.request().tellThere(card, Subject.about(Intent.NUDGE, item));
    }

    /** When it is really said, or why it is not. */
    private static String when(TeamNudge of, String day) {
        String goOn = "“nudge on " + of.team().title() + "” goes on.";
        return of.schedule()
                .map(schedule -> schedule.isOff()
                        ? "It is switched off: " + goOn
                        : schedule.paused()
                                .map(pause -> "It is paused: " + pause.reason() + "; " + goOn)
                                .orElseGet(() ->
                                        "Said on " + TeamNudge.when(schedule) + ". The next one comes on " + day + "."))
                .orElseGet(
                        () -> "Nobody gets it yet: “settings nudge " + of.team().title() + "” sets it up.");
    }

    private static Turn switched(Request request, String name, boolean off) {
        Optional<TeamNudge> team = TeamNudge.named(request, name);
        if (team.isEmpty() && !name.isBlank()) {
            return TeamNudge.which(request, USAGE);
        }
        return TeamNudge.ofSeveral(request, name, off ? "nudge off" : "nudge on", Intent.NUDGE)
                .orElseGet(() -> team.map(of -> switched(of, off)).orElseGet(() -> switchedForOneself(request, off)));
    }

    private static Turn switchedForOneself(Request request, boolean off) {
        Person person = request.person();
        String said = off ? "You get no message from me unasked any more." : "You hear from me again.";
        String how = off ? "Answers to what you ask still come." : "At most one message a day, in your working hours.";
        return request.tell(
                        Card.of(
                                said,
                                new Block.Text(Prose.of(how)),
                                Block.Buttons.of(
                                        off
                                                ? Actions.ask("Switch on again", "nudge on")
                                                : Actions.ask("Switch off", "nudge off"))),
                        Answer.of(Intent.NUDGE))
                .writing(person.with(
                        off
                                ? person.preferences().off(true)
                                : person.preferences().on()));
    }

    private static Turn switched(TeamNudge of, boolean off) {
        Item item = of.team();
        Answer answer = Subject.about(Intent.NUDGE, item);
        if (!of.mayBeSetUp()) {
            return of.refused(Intent.NUDGE);
        }
        if (of.schedule().isEmpty()) {
            return of.notSetUp(Intent.NUDGE);
        }
        Schedule schedule = of.schedule().get();
        String name = of.team().title();
        Card card = off
                ? Card.of(
                        "Off: I say nothing in " + TeamNudge.channel(schedule) + " unasked any more.",
                        Block.Buttons.of(Actions.ask("Switch on again", "nudge on " + name)))
                : Card.of(
                        "On: " + name + " is nudged on " + TeamNudge.when(schedule) + ".",
                        Block.Buttons.of(
                                Actions.ask("Preview", "nudge preview " + name),
                                Actions.ask("Switch off", "nudge off " + name)));
        List<Change> changes = new ArrayList<>();
        changes.add(Change.edited(schedule, Schedule.OFF, off ? Optional.of(true) : Optional.empty()));
        if (!off) {
            changes.addAll(awake(schedule));
        }
        if (!off && (schedule.isOff() || schedule.paused().isPresent())) {
            changes.add(Change.edited(
                    schedule, Schedule.SINCE, Optional.of(of.request().scene().now())));
        }
        changes.removeIf(change ->
                change instanceof Change.Edited<?> edited && edited.before().equals(edited.after()));
        return of.request()
                .tellThere(card, answer)
                .recording(changes, Set.of(schedule.id().text()), Optional.empty());
    }

    /** With nothing paused or snoozed any more. */
    private static List<Change> awake(Schedule schedule) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.edited(schedule, Schedule.SNOOZED, Optional.empty()));
        changes.add(Change.edited(schedule, Schedule.PAUSED, Optional.empty()));
        schedule.items()
                .forEach(
                        item -> changes.add(new Change.Unlisted<>(Kind.SCHEDULE, schedule.id(), Schedule.ITEMS, item)));
        return changes;
    }

    /**
     * What somebody answered.
     *
     * @param message the message with the button; "" if it was typed
     * @param posted the nudge in the team's channel, if it asks about the same
     */
    private record Given(
            Request request,
            TeamNudge of,
            Initiative about,
            Alignment.State state,
            Optional<String> why,
            Matcher said,
            String message,
            Optional<Posted> posted) {
        /** Nobody answers for a week that has not begun, be it asked in a preview of its nudge. */
        Period week() {
            Period current = Period.weekOf(of.today());
            return Optional.ofNullable(said.group("week"))
                    .flatMap(Period::of)
                    .or(() -> posted.map(Posted::week).filter(week -> !isOver(week)))
                    .filter(week -> week.compareTo(current) < 0)
                    .orElse(current);
        }

        boolean isOver() {
            return isOver(week());
        }

        private boolean isOver(Period week) {
            return week.monday()
                    .filter(monday -> monday.plusDays(OPEN_DAYS).isBefore(of.today()))
                    .isPresent();
        }

        Optional<Instant> since() {
            try {
                return Optional.ofNullable(said.group("since")).map(Instant::parse);
            } catch (DateTimeException typed) {
                return Optional.empty();
            }
        }

        private String angle() {
            return Optional.ofNullable(said.group("angle")).orElse("steady");
        }

        Nudge nudge(TeamNudge after) {
            return Nudge.again(after.team(), after.basis(week(), since()), angle(), about);
        }

        /** The messages that show it: the one that was tapped, and the one in the team's channel. */
        List<Turn.Update> updates(TeamNudge after) {
            List<Turn.Update> updates = new ArrayList<>();
            if (!message.isEmpty()) {
                updates.add(
                        new Turn.Update(message, Optional.empty(), nudge(after).card(Actions.ASK)));
            }
            posted.filter(one -> one.week().equals(week()) && !one.message().equals(message))
                    .ifPresent(one -> updates.add(new Turn.Update(
                            one.message(),
                            Optional.of(one.place()),
                            Nudge.again(after.team(), after.basis(one.week(), one.since()), one.angle(), about)
                                    .card(Actions.ASK))));
            return updates;
        }

        String command() {
            String at = message.isEmpty() || message.contains(" ") ? "" : " at " + message;
            return "nudge " + about.id() + " " + state.words() + " in " + week() + " of "
                    + of.team().id() + " asking " + angle()
                    + since().map(moment -> " since " + moment).orElse("") + at;
        }
    }

    private Turn answered(Request request, Matcher said) {
        Optional<Initiative> named = Optional.ofNullable(said.group("item"))
                .flatMap(item ->
                        Names.in(request.roadmap()).only(Kind.INITIATIVE).whole(item))
                .map(Initiative.class::cast);
        Optional<TeamNudge> team = team(request, said, named);
        Optional<Posted> posted = team.flatMap(of -> Posted.last(of, unasked));
        Optional<Initiative> about = named.or(() -> said.group("item") == null ? posted.map(Posted::about) : named);
        if (about.isEmpty() || team.isEmpty()) {
            return nothingFound(request, said);
        }
        Optional<String> why = Stream.of(said.group("why"), said.group("because"), request.input(WHY))
                .flatMap(text -> Optional.ofNullable(text).flatMap(Alignment.LINE::tidied).stream())
                .findFirst();
        Alignment.State state = Alignment.State.valueOf(
                said.group("state").toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        return answered(new Given(
                request,
                team.get(),
                about.get(),
                state,
                why,
                said,
                message(request, said),
                posted.filter(one -> one.isAbout(about.get()))));
    }

    private static Optional<TeamNudge> team(Request request, Matcher said, Optional<Initiative> about) {
        return Optional.ofNullable(said.group("team"))
                .flatMap(id -> request.roadmap().find(new ItemId(id), Team.class))
                .or(() -> about.flatMap(Initiative::team)
                        .flatMap(id -> request.roadmap().find(id, Team.class)))
                .map(found -> new TeamNudge(request, found))
                .or(() -> said.group("item") == null
                        ? TeamNudge.named(request, "").or(() -> TeamNudge.own(request))
                        : Optional.empty());
    }

    /** What is carried through the form that asks why, or the message whose button was tapped; the form itself is none. */
    private static String message(Request request, Matcher said) {
        boolean isButton = request.scene().input() instanceof Input.Tapped
                && request.inputs().isEmpty();
        String tapped = isButton && request.scene().input() instanceof Input.Tapped tap ? tap.message() : "";
        return Optional.ofNullable(said.group("message")).orElse(tapped);
    }

    private static Turn nothingFound(Request request, Matcher said) {
        String headline = Optional.ofNullable(said.group("item"))
                .map(item -> "I find no initiative of a team called " + Phrases.quoted(Phrases.clipped(item)) + ".")
                .orElse("Which initiative? No nudge that asks about one is open here.");
        return request.tell(
                Card.of(
                        headline + " Nothing was recorded.",
                        new Block.Text(Prose.of("Say it with its id: “nudge I4 drifting: legal is slow”.")),
                        Block.Buttons.of(Actions.ask("Show Now", "now"))),
                Answer.of(Intent.NUDGE));
    }

    private static Turn answered(Given given) {
        if (!isOfTeam(given)) {
            return refused(given);
        }
        if (given.isOver()) {
            return over(given);
        }
        boolean needsWhy =
                given.state() != Alignment.State.ON_TRACK && given.why().isEmpty();
        return needsWhy ? asked(given) : recorded(given);
    }

    private static boolean isOfTeam(Given given) {
        Person person = given.request().person();
        List<?> members = given.of().team().members();
        return members.isEmpty() || members.contains(person.id()) || given.of().mayBeSetUp();
    }

    private static Turn refused(Given given) {
        return given.request()
                .tell(
                        Card.of(
                                given.of().team().title() + " answers this for itself. Nothing was recorded.",
                                Block.Buttons.of(Actions.ask(
                                        "Show " + given.about().id(),
                                        "show " + given.about().id()))),
                        Answer.of(Intent.NUDGE));
    }

    private static Turn over(Given given) {
        Turn told = given.request()
                .tell(
                        Card.of(
                                "That nudge was of week " + given.week().id().substring(6)
                                        + ", so nothing was recorded.",
                                Block.Buttons.of(Actions.ask(
                                        "This week's",
                                        "nudge preview " + given.of().team().title()))),
                        Answer.of(Intent.NUDGE));
        return given.message().isEmpty()
                ? told
                : told.updating(given.message(), given.nudge(given.of()).settled());
    }

    private static Turn asked(Given given) {
        boolean isEmpty = !given.request().inputs().isEmpty();
        Block.Form form = new Block.Form(
                List.of(Field.text(WHY, "Why, in a line", true)),
                Button.primary(Actions.FILL, "Answer", given.command()),
                isEmpty ? Optional.of("Say in a line why.") : Optional.empty());
        String question = given.state() == Alignment.State.BLOCKED ? "What blocks " : "What makes it drift: ";
        return given.request()
                .tell(Card.of(question + Phrases.named(given.about()) + "?", form), Answer.of(Intent.NUDGE));
    }

    private static Turn recorded(Given given) {
        Request request = given.request();
        Optional<Alignment> earlier = request
                .roadmap()
                .alignment(given.of().team(), given.week().id())
                .stream()
                .filter(answer -> answer.by().equals(request.person().id()))
                .filter(answer -> answer.about().equals(given.about().id()))
                .findFirst();
        List<Change> changes = earlier.map(answer -> changed(given, answer)).orElseGet(() -> List.of(added(given)));
        Set<String> basis = Set.of(earlier.map(Alignment::id)
                .orElseGet(() -> request.roadmap().nextBeside(Kind.ALIGNMENT))
                .text());
        Turn turn = request.tell(noted(given), Subject.about(Intent.NUDGE, given.about()))
                .recording(changes, basis, Optional.empty());
        TeamNudge after = new TeamNudge(request.with(changes), given.of().team());
        Turn updating = turn.updating(given.updates(after));
        return given.message().isEmpty() ? updating : updating.quietly();
    }

    private static Card noted(Given given) {
        String why = given.why().map(line -> ", " + Phrases.quoted(line)).orElse("");
        return Card.of(
                "Noted: " + Phrases.named(given.about()) + " is "
                        + given.state().words() + why + ".",
                Block.Buttons.of(Actions.ask(
                        "How " + Phrases.clipped(given.of().team().title(), 40) + " goes",
                        "team " + given.of().team().title())));
    }

    private static Change added(Given given) {
        Request request = given.request();
        Values values = Values.none()
                .with(Alignment.TEAM, given.of().team().id())
                .with(Alignment.WEEK, given.week().id())
                .with(Alignment.ABOUT, given.about().id())
                .with(Alignment.BY, request.person().id())
                .with(Alignment.ON, given.of().today())
                .with(Alignment.STATE, given.state())
                .with(Alignment.WHY, given.why());
        return new Change.Added(Kind.ALIGNMENT.item(request.roadmap().nextBeside(Kind.ALIGNMENT), values));
    }

    private static List<Change> changed(Given given, Alignment answer) {
        return List.of(
                Change.edited(answer, Alignment.STATE, Optional.of(given.state())),
                Change.edited(answer, Alignment.WHY, given.why()));
    }
}
