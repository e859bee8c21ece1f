package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.delivery.DeadLetters.DeadLetter;
import throughline.core.delivery.DeadLetters.State;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Operations;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Schedule;
import throughline.core.view.Phrases;

/** How what is said unasked gets there: for admins, who also decide about what did not. */
record Operate(Operations operations) implements Command {
    private static final Usage USAGE = Usage.of(
            "operations",
            "[retry or discard <message>]",
            "How messages get there, and what did not; an admin decides about those",
            Intent.OPERATIONS);
    private static final Pattern DECISION = Pattern.compile(
            "(?<what>retry|discard)\\s+(?<letter>\\S{1,200}?)(?<yes>\\s+yes)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration ALARM = Duration.ofSeconds(2);

    /** Many beats: by then somebody should have made what is due. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final String LOSS =
            "If the store fails over, what it acknowledged in its last moments may be lost: an edit or an"
                    + " answer of those seconds has to be given again. No message is sent twice for it: after a failover each is looked"
                    + " for first, and held where nobody can look.";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        if (!request.person().is(Role.ADMIN)) {
            return tell(request, Card.of("Only an admin sees how messages get there."));
        }
        Operations.Report report = operations.report();
        Matcher decision = DECISION.matcher(request.rest());
        return decision.matches() ? decided(request, report, decision) : tell(request, card(request, report));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.OPERATIONS));
    }

    private static Turn decided(Request request, Operations.Report report, Matcher said) {
        String id = said.group("letter");
        boolean isSent = said.group("what").equalsIgnoreCase("retry");
        Optional<DeadLetter> letter = report.letters().stream()
                .filter(one -> one.id().equalsIgnoreCase(id))
                .findFirst();
        if (letter.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "No message " + Phrases.quoted(Phrases.clipped(id)) + " waits for a decision.",
                            Block.Buttons.of(Actions.ask("What does?", "operations"))));
        }
        if (isSent && letter.get().state() == State.SKIPPED) {
            return tell(request, Card.of(letter.get().id() + " was never made, so there is nothing to send."));
        }
        return said.group("yes") == null
                ? tell(request, confirmation(request, letter.get(), isSent))
                : tell(request, done(letter.get(), isSent))
                        .deciding(List.of(new Turn.Decision(letter.get().id(), isSent)));
    }

    private static Card confirmation(Request request, DeadLetter letter, boolean isSent) {
        String look = addressee(request, letter).map(name -> "ask " + name).orElse("look there");
        String warning = letter.state() == State.HELD
                ? "It may have arrived: " + look + " first, or it will be there twice."
                : "It did not arrive: " + letter.reason() + ".";
        return isSent
                ? Card.of(
                        "Send " + letter.id() + " after all?",
                        new Block.Text(Prose.of(warning)),
                        Block.Buttons.of(
                                Actions.ask("Send it", "operations retry " + letter.id() + " yes"),
                                Actions.ask("Leave it", "operations")))
                : Card.of(
                        "Never send " + letter.id() + "?",
                        new Block.Text(Prose.of("It is taken off the list, for good.")),
                        Block.Buttons.of(
                                Actions.ask("Discard it", "operations discard " + letter.id() + " yes"),
                                Actions.ask("Leave it", "operations")));
    }

    private static Card done(DeadLetter letter, boolean isSent) {
        return Card.of(
                isSent ? letter.id() + " is sent in a moment." : letter.id() + " is off the list and never sent.",
                Block.Buttons.of(Actions.ask("What is left?", "operations")));
    }

    private static Card card(Request request, Operations.Report report) {
        List<Block.Items.Row> rows = new ArrayList<>();
        paused(request).limit(request.rows()).forEach(schedule -> rows.add(row(request, report, schedule)));
        report.letters().stream().limit(request.rows()).forEach(letter -> rows.add(row(request, letter)));
        report.delayed().stream().limit(request.rows()).forEach(delayed -> rows.add(row(delayed)));
        overdue(request, report).limit(request.rows()).forEach(one -> rows.add(row(request, one)));
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Items(rows));
        }
        runs(request, report).ifPresent(blocks::add);
        blocks.add(new Block.Facts(facts(report)));
        blocks.add(new Block.Note(Prose.of(LOSS)));
        List<Button> buttons = buttons(request, report);
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        return new Card(Prose.strong(headline(request, report)), blocks);
    }

    private static List<Block.Facts.Fact> facts(Operations.Report report) {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        if (report.unsent() > 0) {
            facts.add(new Block.Facts.Fact(
                    "Answers",
                    Prose.of(report.unsent() + " not taken yet: tried again every few seconds, the log says why")));
        }
        facts.add(new Block.Facts.Fact("Clocks", Prose.of(clocks(report))));
        facts.add(new Block.Facts.Fact("Store", Prose.of(store(report))));
        return facts;
    }

    private static Stream<Schedule> paused(Request request) {
        return request.roadmap().schedules().stream()
                .filter(schedule -> schedule.paused().isPresent());
    }

    /** What should have been made a while ago, by when it was due. */
    private static Stream<Map.Entry<String, Instant>> overdue(Request request, Operations.Report report) {
        Instant late = request.scene().now().minus(LATE);
        return report.planned().entrySet().stream()
                .filter(one -> one.getValue().isBefore(late))
                .sorted(Map.Entry.comparingByValue());
    }

    private static Block.Items.Row row(Request request, Map.Entry<String, Instant> overdue) {
        return new Block.Items.Row(
                Prose.strong(team(request, overdue.getKey())),
                List.of(Prose.of("was due " + MINUTE.format(overdue.getValue())
                        + " and is not made yet: nobody speaks there, or the platform does not tell who reads along")));
    }

    private static String headline(Request request, Operations.Report report) {
        long paused = paused(request).count();
        List<String> parts = new ArrayList<>();
        for (State state : State.values()) {
            if (report.count(state) > 0) {
                parts.add(report.count(state) + " " + state.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!report.delayed().isEmpty()) {
            parts.add(report.delayed().size() + " waiting");
        }
        int overdue = (int) overdue(request, report).count();
        if (overdue > 0) {
            parts.add(Phrases.plural(overdue, "nudge not made yet", "nudges not made yet"));
        }
        if (report.unsent() > 0) {
            parts.add(Phrases.plural(report.unsent(), "answer not taken yet", "answers not taken yet"));
        }
        if (paused > 0) {
            parts.add(Phrases.plural((int) paused, "nudge paused", "nudges paused"));
        }
        return parts.isEmpty() ? "Every message got there." : "Messages: " + Phrases.listed(parts) + ".";
    }

    private static String team(Request request, String ritual) {
        return team(request, new ItemId(ritual.substring(ritual.indexOf(':') + 1)));
    }

    private static String team(Request request, ItemId id) {
        return request.roadmap().find(id).map(Item::title).map(Phrases::clipped).orElse(id.text());
    }

    private static Block.Items.Row row(Request request, Operations.Report report, Schedule schedule) {
        Schedule.Paused pause = schedule.paused().orElseThrow();
        String told = isTold(report, schedule, pause) ? "the lead is told" : "the lead is not told yet";
        String team = team(request, schedule.team());
        return new Block.Items.Row(
                Prose.strong(team + " is paused"),
                List.of(Prose.of("since " + MINUTE.format(pause.at()) + ": " + Phrases.clipped(pause.reason(), 150)
                        + "; " + told + "; “nudge on " + team + "” goes on")));
    }

    private static boolean isTold(Operations.Report report, Schedule schedule, Schedule.Paused pause) {
        return pause.told().isPresent()
                || report.diaries().values().stream()
                        .flatMap(diary -> diary.told().stream())
                        .anyMatch(part -> part.part().equals(StoppedNudges.wish(schedule, pause)));
    }

    private static Block.Items.Row row(Request request, DeadLetter letter) {
        String state = letter.state().name().toLowerCase(Locale.ROOT);
        String to = addressee(request, letter).map(name -> "; to " + name).orElse("");
        return new Block.Items.Row(
                Prose.strong(letter.id()),
                List.of(Prose.of(state + " " + MINUTE.format(letter.since()) + ": "
                        + Phrases.clipped(letter.reason(), 150) + to)));
    }

    /** Whoever alone sees whether it is there. */
    private static Optional<String> addressee(Request request, DeadLetter letter) {
        return Daily.person(letter.id())
                .flatMap(id -> request.scene().people().find(id))
                .map(Person::name)
                .map(Phrases::clipped);
    }

    private static Block.Items.Row row(Deliveries.Delayed delayed) {
        return new Block.Items.Row(
                Prose.strong(delayed.id()),
                List.of(Prose.of("waits until " + MINUTE.format(delayed.until()) + ": "
                        + Phrases.clipped(delayed.reason(), 150))));
    }

    /** What became of each ritual the last time, and when it comes again. */
    private static Optional<Block> runs(Request request, Operations.Report report) {
        Map<String, Diary> diaries = new TreeMap<>(report.diaries());
        List<Block.Items.Row> rows = new ArrayList<>();
        persons(report).ifPresent(rows::add);
        diaries.keySet().removeIf(ritual -> ritual.startsWith(Daily.RITUAL));
        diaries.forEach((ritual, diary) -> rows.add(new Block.Items.Row(
                Prose.of(name(request, ritual)),
                List.of(Prose.of(diary.period() + " " + diary.outcome() + " " + MINUTE.format(diary.at())
                        + Optional.ofNullable(report.planned().get(ritual))
                                .map(next -> ", next " + MINUTE.format(next))
                                .orElse(""))))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block.Items(rows.stream().limit(request.rows()).toList()));
    }

    /** What persons were told on the last day, and what of it not; whom is nobody's business. */
    private static Optional<Block.Items.Row> persons(Operations.Report report) {
        List<Diary> days = report.diaries().entrySet().stream()
                .filter(one -> one.getKey().startsWith(Daily.RITUAL))
                .map(Map.Entry::getValue)
                .toList();
        Optional<Diary> last = days.stream().max(Comparator.comparing(Diary::at));
        return last.map(one -> {
            List<Diary.Told> parts = days.stream()
                    .filter(diary -> diary.period().equals(one.period()))
                    .flatMap(diary ->
                            diary.told().stream().filter(part -> part.at().equals(diary.at())))
                    .toList();
            long said = parts.stream()
                    .filter(part ->
                            part.outcome().equals(Daily.SAID) || part.outcome().equals(SettledDay.SETTLED))
                    .count();
            long messages = days.stream()
                    .filter(diary -> diary.period().equals(one.period())
                            && diary.outcome().equals(Daily.SAID))
                    .count();
            String dropped = said == parts.size() ? "" : ", " + (parts.size() - said) + " not said";
            return new Block.Items.Row(
                    Prose.of("Messages to persons"),
                    List.of(Prose.of(one.period() + " " + Phrases.plural((int) messages, "message", "messages") + " of "
                            + Phrases.plural((int) said, "part", "parts") + dropped)));
        });
    }

    private static String name(Request request, String ritual) {
        return ritual.equals(Intakes.RITUAL) ? "Requests in their channel" : team(request, ritual);
    }

    private static String clocks(Operations.Report report) {
        Duration skew = report.skew();
        String apart = String.format(Locale.ROOT, "%.1f s apart", skew.abs().toMillis() / 1000.0);
        return skew.abs().compareTo(ALARM) >= 0 ? apart + ": set them right, or due times are wrong" : apart;
    }

    private static String store(Operations.Report report) {
        return report.failover()
                .map(at -> "another primary since " + MINUTE.format(at))
                .orElse("no failover seen");
    }

    private static List<Button> buttons(Request request, Operations.Report report) {
        List<Button> buttons = new ArrayList<>();
        report.letters().stream()
                .filter(letter -> letter.state() != State.SKIPPED)
                .limit(1)
                .forEach(letter -> {
                    buttons.add(Actions.ask(
                            "Retry " + Phrases.clipped(letter.id(), 40), "operations retry " + letter.id()));
                    buttons.add(Actions.ask(
                            "Discard " + Phrases.clipped(letter.id(), 40), "operations discard " + letter.id()));
                });
        int most = Stream.of(
                        report.letters().size(),
                        report.delayed().size(),
                        report.diaries().size())
                .reduce(0, Math::max);
        if (most > request.rows()) {
            buttons.add(Actions.askFirst("Show all", "operations all"));
        }
        return buttons;
    }
}
