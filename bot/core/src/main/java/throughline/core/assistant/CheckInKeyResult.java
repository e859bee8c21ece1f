package throughline.core.assistant;

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
import throughline.core.conversation.Turn;
import throughline.core.progress.Pace;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** Records what a key result measures today. A figure that looks like a slip is asked about, not refused. */
final class CheckInKeyResult implements Command {
    private static final Usage USAGE = Usage.of(
                    "check-in",
                    "<key result> <value> [high, medium or low] [; note]",
                    "Record what a key result measures today",
                    Intent.CHECK_IN)
            .or("checkin");
    private static final Pattern GIVEN = Pattern.compile(
            // Each run of blanks is looked at from its beginning only, however long it is.
            // A figure that would be read otherwise stands in quotation marks, those in it twice.
            "(?:\"(?<quoted>(?:[^\"]++|\"\")*+)\"|(?<value>.+?))(?:(?<![\\s,])[\\s,]++(?<confidence>high|medium|low)(?:\\s++confidence)?)?"
                    + "(?<yes>(?<!\\s)\\s++yes)?"
                    + "(?:(?<!\\s)\\s*+;\\s*(?<note>.+)|(?<!\\s)\\s++because\\s+(?<because>.+))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String TAKE_BACK = "take back";
    private static final String VALUE = "value";
    private static final String CONFIDENCE = "confidence";
    private static final String NOTE = "note";
    private static final int LONGEST_VALUE = 300;

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** What was given. */
    private record Given(String value, Optional<Confidence> confidence, Optional<String> note, boolean confirmed) {
        static Given in(Request request, String text) {
            return typed(text).filter(given -> request.input(VALUE).isEmpty()).orElseGet(() -> filled(request));
        }

        private static Given filled(Request request) {
            return new Given(
                    request.input(VALUE),
                    level(request.input(CONFIDENCE)),
                    Optional.of(request.input(NOTE)).filter(note -> !note.isEmpty()),
                    false);
        }

        private static Optional<Given> typed(String text) {
            Matcher matcher = GIVEN.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String value = Optional.ofNullable(matcher.group("quoted"))
                    .map(quoted -> quoted.replace("\"\"", "\""))
                    .orElseGet(() -> matcher.group("value"));
            return Optional.of(new Given(
                    value.strip(),
                    Optional.ofNullable(matcher.group("confidence")).flatMap(Given::level),
                    Optional.ofNullable(matcher.group("note")).or(() -> Optional.ofNullable(matcher.group("because"))),
                    matcher.group("yes") != null));
        }

        private static Optional<Confidence> level(String text) {
            return Stream.of(Confidence.values())
                    .filter(level -> level.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }

        /** In one line, and confirmed. */
        String written() {
            String rest = confidence.map(level -> " " + level.title()).orElse("") + " yes"
                    + note.map(text -> "; " + text).orElse("");
            return typed(value + rest).filter(this::isSame).isPresent()
                    ? value + rest
                    : "\"" + value.replace("\"", "\"\"") + "\"" + rest;
        }

        private boolean isSame(Given other) {
            return other.value.equals(value) && other.confidence.equals(confidence);
        }
    }

    /** The command that records a check-in as it is. */
    static String command(ItemId keyResult, CheckIn checkIn) {
        return command(keyResult, new Given(checkIn.value(), checkIn.confidence(), checkIn.note(), true));
    }

    private static String command(ItemId keyResult, Given given) {
        return "check-in " + keyResult + " " + given.written();
    }

    @Override
    public Turn run(Request request) {
        Named named =
                Named.longest(request.roadmap(), Names.in(request.roadmap()).only(Kind.KEY_RESULT), request.whole());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        KeyResult keyResult = (KeyResult) named.item().get();
        boolean isMeasurer = AskingFigures.measurer(
                        request.roadmap(), request.scene().people(), keyResult)
                .filter(person -> person.id().equals(request.person().id()))
                .isPresent();
        if (!isMeasurer && !request.person().keepsRoadmap()) {
            return Ownership.instead(request, Kind.KEY_RESULT, named.item(), Intent.CHECK_IN);
        }
        if (named.rest().equalsIgnoreCase(TAKE_BACK)) {
            return takenBack(request, keyResult);
        }
        Given given = Given.in(request, named.rest());
        Optional<String> problem = problem(request, given);
        if (given.value().isEmpty() || problem.isPresent()) {
            return request.tell(form(keyResult, given, problem), Subject.about(Intent.CHECK_IN, keyResult));
        }
        Optional<String> doubt = given.confirmed() ? Optional.empty() : Doubt.about(keyResult, given.value());
        return doubt.map(about -> asked(request, keyResult, given, about))
                .orElseGet(() -> recorded(request, keyResult, given));
    }

    private static Optional<String> problem(Request request, Given given) {
        if (given.value().length() > LONGEST_VALUE) {
            return Optional.of("Give the figure in at most " + LONGEST_VALUE + " characters.");
        }
        return given.value().isEmpty() && !request.inputs().isEmpty()
                ? Optional.of("Give the figure, as the target is given.")
                : Optional.empty();
    }

    private static Card form(KeyResult keyResult, Given given, Optional<String> problem) {
        Field value = Field.text(VALUE, "Value today", true)
                .hinting(Phrases.figures(keyResult).orElse("As the target will be given"));
        List<Field.Option> levels = Stream.of(Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
                .map(level -> new Field.Option(level.title(), level.title()))
                .toList();
        Field confidence = new Field(
                CONFIDENCE, Field.Kind.CHOICE, "How sure that the target is reached", false, levels, Optional.empty());
        Block.Form form = new Block.Form(
                List.of(
                        given.value().isEmpty() ? value : value.startingWith(given.value()),
                        given.confidence()
                                .map(level -> confidence.startingWith(level.title()))
                                .orElse(confidence),
                        given.note()
                                .map(note -> Field.text(NOTE, "A line of context", false)
                                        .startingWith(note))
                                .orElseGet(() -> Field.text(NOTE, "A line of context", false))),
                Button.primary(Actions.FILL, "Check in", "check-in " + keyResult.id()),
                Optional.empty());
        return Card.of(
                "What is " + Phrases.named(keyResult) + " today?",
                problem.map(text -> form.with(java.util.Map.of(VALUE, text))).orElse(form));
    }

    private static Turn asked(Request request, KeyResult keyResult, Given given, String doubt) {
        Holding holding =
                new Holding(command(keyResult.id(), given), "show " + keyResult.id(), "check-in " + keyResult.id());
        return holding.after(
                request,
                request.tell(
                        Card.of(
                                "Is " + given.value() + " right? " + doubt,
                                Block.Buttons.of(
                                        Actions.askFirst("It is right", holding.yes()),
                                        Actions.ask("Correct it", "check-in " + keyResult.id()))),
                        Subject.about(Intent.CHECK_IN, keyResult)));
    }

    private static Turn recorded(Request request, KeyResult keyResult, Given given) {
        CheckIn checkIn = new CheckIn(
                request.scene().today(),
                given.value(),
                given.confidence(),
                given.note(),
                Optional.of(request.person().id()));
        KeyResult after = (KeyResult) keyResult.with(
                KeyResult.CHECK_INS,
                Optional.of(Stream.concat(keyResult.values().all(KeyResult.CHECK_INS).stream(), Stream.of(checkIn))
                        .toList()));
        String before = keyResult.current().map(figure -> ", before " + figure).orElse("");
        return request.tellThere(
                        Card.of(
                                "Checked in: " + keyResult.metric() + " is " + given.value() + before + " ("
                                        + keyResult.id() + ").",
                                new Block.Text(Prose.of(Pace.of(after)
                                        .map(pace -> pace.isReached()
                                                ? Phrases.sentence(pace.words())
                                                : "That is " + pace.words() + ".")
                                        .orElseGet(() -> Phrases.progress(after)))),
                                Block.Buttons.of(
                                        Actions.ask("Undo", "check-in " + keyResult.id() + " " + TAKE_BACK),
                                        Actions.ask("Show " + keyResult.id(), "show " + keyResult.id()))),
                        Subject.about(Intent.CHECK_IN, keyResult))
                .recording(
                        List.of(new Change.Listed<>(Kind.KEY_RESULT, keyResult.id(), KeyResult.CHECK_INS, checkIn)),
                        Set.of(keyResult.id().text()),
                        given.note());
    }

    /** Takes back the person's own last check-in. */
    private static Turn takenBack(Request request, KeyResult keyResult) {
        Optional<CheckIn> own = keyResult.values().all(KeyResult.CHECK_INS).stream()
                .filter(checkIn ->
                        checkIn.by().equals(Optional.of(request.person().id())))
                .filter(checkIn -> checkIn.on().equals(request.scene().today()))
                .reduce((earlier, later) -> later);
        if (own.isEmpty()) {
            return request.tell(
                    Card.of("You have no check-in of today for " + keyResult.id() + ". Nothing was changed."),
                    Subject.about(Intent.CHECK_IN, keyResult));
        }
        return request.tellThere(
                        Card.of(
                                "Taken back: " + own.get().value() + " for " + Phrases.named(keyResult) + ".",
                                Block.Buttons.of(Actions.ask("Show " + keyResult.id(), "show " + keyResult.id()))),
                        Subject.about(Intent.CHECK_IN, keyResult))
                .recording(
                        List.of(new Change.Unlisted<>(Kind.KEY_RESULT, keyResult.id(), KeyResult.CHECK_INS, own.get())),
                        Set.of(keyResult.id().text()),
                        Optional.empty());
    }
}
