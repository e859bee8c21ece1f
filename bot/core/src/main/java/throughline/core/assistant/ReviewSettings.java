package throughline.core.assistant;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** When quarters begin, and whether PMs are reminded to review them: for everybody, set by a product lead or an admin. */
final class ReviewSettings {
    static final Pattern SAID = Pattern.compile("reviews?(?:\\s+(?<words>.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:the\\s+)?(?:fiscal\\s+)?(?:year\\s+)?starts?\\s+(?:in\\s+|with\\s+)?(?<month>\\p{L}+|\\d{1,2}))?\\s*(?<state>on|off)?",
            Pattern.CASE_INSENSITIVE);
    private static final String STARTS = "starts";
    private static final String STATE = "state";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final int SHORTEST_NAME = 3;

    private final Request request;
    private final Optional<Quarters> before;

    ReviewSettings(Request request) {
        this.request = request;
        this.before = request.roadmap().quarters();
    }

    Turn said(String words) {
        if (!request.inputs().isEmpty()) {
            return set(request.input(STARTS), request.input(STATE));
        }
        Matcher matcher = WORDS.matcher(words.strip());
        if (words.isBlank()) {
            return maySet() ? form(Map.of()) : shown();
        }
        if (!matcher.matches()) {
            return form(Map.of(STARTS, "Say it like “settings review starts april” or “settings review off”."));
        }
        return set(
                Optional.ofNullable(matcher.group("month")).orElse(""),
                Optional.ofNullable(matcher.group(STATE)).orElse(""));
    }

    static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** What holds, in a row among the other settings. */
    Block.Items.Row row() {
        return new Block.Items.Row(Prose.strong("Quarterly reviews"), List.of(Prose.of(holds())));
    }

    private String holds() {
        boolean isOff = before.map(Quarters::isOff).orElse(false);
        return (isOff ? "nobody is reminded" : "each PM is reminded three times, at 09:30") + "; the year starts in "
                + month(Quarters.starts(request.roadmap()));
    }

    private boolean maySet() {
        return request.person().is(Role.PRODUCT_LEAD) || request.person().is(Role.ADMIN);
    }

    private Turn shown() {
        return tell(Card.of(
                "Quarterly reviews: " + holds() + ".",
                new Block.Text(Prose.of("Only a product lead or an admin changes this, for everybody.")),
                Block.Buttons.of(Actions.ask("Your review", "review"))));
    }

    private Turn form(Map<String, String> problems) {
        Month starts = Quarters.starts(request.roadmap());
        String state = before.filter(Quarters::isOff).isPresent() ? OFF : ON;
        Field month = Field.choice(
                        STARTS,
                        "The fiscal year starts in",
                        Stream.concat(
                                        Stream.of(starts),
                                        Arrays.stream(Month.values()).filter(one -> one != starts))
                                .map(one -> new Field.Option(Shape.written(one), month(one)))
                                .toList())
                .startingWith(Shape.written(starts));
        Field on = Field.choice(
                        STATE,
                        "Remind PMs of their review",
                        Stream.of(state, state.equals(ON) ? OFF : ON)
                                .map(one -> new Field.Option(one, one.equals(ON) ? "Yes" : "No"))
                                .toList())
                .startingWith(state);
        Block.Form form = new Block.Form(
                        List.of(month, on), Button.primary(Actions.FILL, "Set up", "settings review"), Optional.empty())
                .with(problems);
        return tell(Card.of("When does a fiscal year start, and are PMs reminded to review each quarter?", form));
    }

    private Turn tell(Card card) {
        return request.tell(card, Answer.of(Intent.SETTINGS));
    }

    private Turn set(String month, String state) {
        if (!maySet()) {
            return tell(Card.of(
                    "Only a product lead or an admin sets up quarterly reviews, for everybody. Nothing was changed.",
                    new Block.Text(Prose.of("“nudge off” stops what I tell you alone.")),
                    Block.Buttons.of(Actions.ask("What is set up?", "settings"))));
        }
        Optional<Month> starts = named(month);
        if (starts.isEmpty() && !month.isBlank()) {
            return form(Map.of(STARTS, "I know no month called " + Phrases.quoted(Phrases.clipped(month)) + "."));
        }
        List<Change> changes = changes(starts, state);
        return recorded(starts, changes);
    }

    private static Optional<Month> named(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.matches("0?[1-9]|1[0-2]")) {
            return Optional.of(Month.of(Integer.parseInt(name)));
        }
        return Arrays.stream(Month.values())
                .filter(month -> name.length() >= SHORTEST_NAME && month.name().startsWith(name))
                .findFirst();
    }

    private ItemId id() {
        return before.map(Quarters::id).orElseGet(() -> request.roadmap().nextBeside(Kind.QUARTERS));
    }

    private List<Change> changes(Optional<Month> starts, String state) {
        Optional<Boolean> off = Optional.of(state.equalsIgnoreCase(OFF)).filter(isOff -> isOff);
        if (before.isEmpty()) {
            return List.of(new Change.Added(Kind.QUARTERS.item(
                    id(), Values.none().with(Quarters.STARTS, starts).with(Quarters.OFF, off))));
        }
        List<Change> changes = new ArrayList<>();
        starts.filter(month -> month != before.get().starts())
                .ifPresent(month -> changes.add(Change.edited(before.get(), Quarters.STARTS, Optional.of(month))));
        if (!state.isBlank() && off.isPresent() != before.get().isOff()) {
            changes.add(Change.edited(before.get(), Quarters.OFF, off));
        }
        return changes;
    }

    private Turn recorded(Optional<Month> starts, List<Change> changes) {
        Request later = request.with(changes);
        LocalDate today = request.scene().today();
        boolean isOff = later.roadmap().quarters().filter(Quarters::isOff).isPresent();
        Month first = starts.orElseGet(() -> Quarters.starts(request.roadmap()));
        Quarter now = Quarter.of(today, first);
        String quarter = "This is " + now.title(first) + ", from " + Phrases.day(now.from(), today) + " to "
                + Phrases.day(now.to(), today) + ".";
        String reminders = isOff
                ? "Nobody is reminded of quarterly reviews."
                : "Each PM is reminded 14 and 7 days before a quarter's last working day, and on it, at 09:30 where they are.";
        return tell(Card.of(
                        changes.isEmpty() ? "It is so already: " + lowered(reminders) : reminders,
                        new Block.Text(Prose.of(quarter)),
                        Block.Buttons.of(
                                Actions.ask(
                                        isOff ? "Switch on" : "Switch off", "settings review " + (isOff ? ON : OFF)),
                                Actions.ask("Your review", "review"))))
                .recording(changes, Set.of(id().text()), Optional.empty());
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
