package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.edit.Line;
import throughline.core.edit.Pages;
import throughline.core.edit.Seen;
import throughline.core.edit.Sheet;
import throughline.core.edit.Wish;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.view.Phrases;

/** Changes fields of an item: in one line, or in a form that begins with the essentials. */
final class Edit implements Command {
    private static final Usage USAGE = Usage.of(
            "edit",
            "<item> [field: value; list + element; list - element; field: none]",
            "Change something on the roadmap, in a line or in a form",
            Intent.EDIT);

    /** What a form carries, and what makes an edit without asking or shows what it would change. */
    private static final Pattern DIRECTION = Pattern.compile(
            "(?:^|\\s)(?:page\\s+(?<page>\\d{1,2})(?<more>\\s+more)?(?<now>\\s+now)?(?:\\s+seen\\s+(?<seen>\\S+))?"
                    + "|(?<next>more)|(?<manner>anyway|compare|complete|override|swap);(?<line>.*))$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** The command that makes the edit without asking. */
    static String anyway(Item item, String line) {
        return "edit " + item.id() + " anyway; " + line;
    }

    private static String compare(Item item, String line) {
        return "edit " + item.id() + " compare; " + line;
    }

    @Override
    public Turn run(Request request) {
        String text = request.whole();
        Matcher direction = DIRECTION.matcher(text);
        int beginning = Line.beginning(text);
        // "more" at the end of a field's text is a part of it.
        boolean isDirected = direction.find() && direction.start() <= beginning;
        int cut = isDirected ? direction.start() : beginning;
        Named named = Named.in(request.roadmap(), editable(request), text, cut);
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        if (!Ownership.may(request, item)) {
            return Ownership.instead(request, item.kind(), Optional.of(item), Intent.EDIT);
        }
        return isDirected ? directed(request, item, direction) : line(request, item, named.rest());
    }

    static Names editable(Request request) {
        return Names.in(request.roadmap())
                .without(Kind.QUESTION)
                .without(Kind.PRECEDENT)
                .without(Kind.SCHEDULE)
                .without(Kind.ALIGNMENT)
                .without(Kind.DAYS_OFF)
                .without(Kind.REQUEST)
                .without(Kind.DECISION)
                .without(Kind.INTAKE)
                .without(Kind.NEWS)
                .without(Kind.PULSE)
                .without(Kind.CASCADE)
                .without(Kind.QUARTERS)
                .without(Kind.REVIEW);
    }

    private static Turn directed(Request request, Item item, Matcher direction) {
        if (direction.group("manner") != null) {
            Because given = Because.afterFields(direction.group("line"));
            Line line = Line.of(item.kind(), given.text());
            boolean isAnyway = direction.group("manner").equalsIgnoreCase("anyway");
            Sheet.Read read = reasoned(
                    item,
                    isAnyway
                            ? line.anyhow(Edits.known(request), item.values())
                            : line.read(Edits.known(request), item.values()),
                    given.reason());
            Edits edits = new Edits(request, item, read.wishes());
            if (!read.isFine()) {
                return problems(request, item, read, given.text());
            }
            return switch (direction.group("manner").toLowerCase(Locale.ROOT)) {
                case "compare" -> compared(request, edits, given.text());
                case "complete" ->
                    item instanceof Initiative
                            ? NotReady.form(edits)
                            : item instanceof Objective objective
                                    ? NotReady.form(request, objective)
                                    : recorded(request, edits, given.reason());
                case "override" -> Entry.overriding(edits, given.reason());
                case "swap" ->
                    Entry.swapping(edits, request.input(FullNow.OUT), request.input(FullNow.TO), given.reason());
                default -> recorded(request, edits, given.reason());
            };
        }
        int page = direction.group("next") != null ? 2 : Integer.parseInt(direction.group("page"));
        Optional<Seen> seen = Optional.ofNullable(direction.group("seen")).flatMap(Seen::read);
        boolean isSent = !request.inputs().isEmpty() && seen.isPresent();
        return isSent
                ? sent(
                        request,
                        item,
                        new Sent(
                                page,
                                direction.group("more") != null,
                                direction.group("now") != null,
                                seen.orElseThrow()))
                : request.tell(form(request, item, page), Subject.about(Intent.EDIT, item));
    }

    /* In one line */

    private static Turn line(Request request, Item item, String text) {
        Because given = reasoned(request, item, text);
        if (given.text().isEmpty()) {
            return request.tell(form(request, item, 1), Subject.about(Intent.EDIT, item));
        }
        Line line = Line.of(item.kind(), given.text());
        if (line.isEmpty() || !line.before().isEmpty()) {
            return unread(request, item, line.before());
        }
        Sheet.Read read = line.read(Edits.known(request), item.values());
        if (!read.isFine()) {
            return problems(request, item, read, given.text());
        }
        Edits edits = new Edits(request, item, read.wishes());
        if (item instanceof Initiative bet && ends(edits)) {
            return ended(request, bet, edits, given);
        }
        boolean isHeavy = edits.wishes().stream().anyMatch(wish -> wish.overwritesMuch(item.values()));
        return isHeavy ? asked(request, edits, text) : recorded(request, edits, given.reason());
    }

    /** A reason stands after a semicolon; without one it is taken for a reason where the line can be read only then. */
    private static Because reasoned(Request request, Item item, String text) {
        Because after = Because.afterFields(text);
        Because within = Because.in(text);
        boolean isPlain = after.reason().isEmpty()
                && within.reason().isPresent()
                && !isRead(request, item, text)
                && isRead(request, item, within.text());
        return isPlain ? within : after;
    }

    private static boolean isRead(Request request, Item item, String text) {
        Line line = Line.of(item.kind(), text);
        return !line.isEmpty() && line.read(Edits.known(request), item.values()).isFine();
    }

    private static boolean ends(Edits edits) {
        return edits.after() instanceof Initiative after
                && !after.horizon().isOpen()
                && !edits.wishes().stream()
                        .filter(wish -> wish.field() == Initiative.HORIZON)
                        .allMatch(wish -> wish.isSo(edits.item().values()));
    }

    /** What ends with a line ends as by its own command; with other fields beside it, dropping is asked about as well. */
    private static Turn ended(Request request, Initiative bet, Edits edits, Because given) {
        Horizon to = ((Initiative) edits.after()).horizon();
        boolean isAlone =
                edits.wishes().stream().allMatch(wish -> wish.field() == Initiative.HORIZON || wish.isSo(bet.values()));
        if (isAlone && to == Horizon.DROPPED) {
            return Drop.dropped(request, bet, given.reason(), false);
        }
        if (isAlone) {
            return new Moving(request, bet, to).recorded(given.reason());
        }
        Sheet.Read read = reasoned(bet, new Sheet.Read(edits.wishes(), Map.of()), given.reason());
        if (!read.isFine()) {
            return problems(request, bet, read, given.text());
        }
        boolean isAsked =
                to == Horizon.DROPPED || edits.wishes().stream().anyMatch(wish -> wish.overwritesMuch(bet.values()));
        String because = given.reason().map(why -> "; because " + why).orElse("");
        return isAsked ? asked(request, edits, given.text() + because) : recorded(request, edits, given.reason());
    }

    /** Dropping is an edit as well, but not one without a reason. */
    private static Sheet.Read reasoned(Item item, Sheet.Read read, Optional<String> why) {
        boolean drops = read.wishes().stream()
                .anyMatch(wish -> wish.value().equals(Optional.of(Horizon.DROPPED)) && !wish.isSo(item.values()));
        return drops && why.isEmpty()
                ? read.with(Initiative.HORIZON.key(), "Dropping needs a reason. Type: drop " + item.id() + " because …")
                : read;
    }

    private static Turn recorded(Request request, Edits edits, Optional<String> why) {
        return edits.isSo()
                ? request.tell(edits.nothingChanged(), Subject.about(Intent.EDIT, edits.item()))
                : edits.recorded(Intent.EDIT, why);
    }

    private static Turn unread(Request request, Item item, String text) {
        return request.tell(
                Card.of(
                        "I don't see which field to change, so nothing was changed.",
                        new Block.Text(Prose.of("Type a field, a colon and the value: edit " + item.id() + " "
                                + Pages.essentials(item.kind()).get(0).key() + ": … "
                                + "You wrote " + Phrases.quoted(Phrases.clipped(text)) + ".")),
                        Block.Buttons.of(
                                Actions.askFirst("Open the form", "edit " + item.id()),
                                Actions.ask("Show " + item.id(), "show " + item.id()))),
                Subject.about(Intent.EDIT, item));
    }

    /** Shows a line that could not be read in a form: what was wrong at its field, everything as it was typed. */
    private static Turn problems(Request request, Item item, Sheet.Read read, String text) {
        Line line = Line.of(item.kind(), text);
        List<Field<?>> fields = line.fields();
        Sheet sheet = new Sheet(Edits.known(request), fields);
        Map<String, List<String>> texts = new LinkedHashMap<>(sheet.texts(read.in(item.values())));
        texts.putAll(line.typed());
        Seen seen = Seen.of(fields, item.values());
        Block.Form form = new Block.Form(
                        sheet.asking(texts),
                        Button.primary(Actions.FILL, "Save", command(item, 1, "", seen)),
                        Optional.empty())
                .with(read.problems());
        String first = read.problems().entrySet().stream()
                .map(entry -> sheet.label(entry.getKey(), texts) + ": " + entry.getValue())
                .findFirst()
                .orElse("");
        return request.tell(
                Card.of("Nothing was changed. " + Phrases.closed(first), form), Subject.about(Intent.EDIT, item));
    }

    /** Asks before a long text is replaced by another one, or something is dropped. */
    private static Turn asked(Request request, Edits edits, String line) {
        Item item = edits.item();
        boolean drops = ends(edits) && ((Initiative) edits.after()).horizon() == Horizon.DROPPED;
        Holding holding = new Holding(anyway(item, line), compare(item, line), "show " + item.id());
        return holding.after(
                request,
                request.tellThere(
                        Card.of(
                                (drops
                                                ? "Drop " + Phrases.named(item) + " with these changes"
                                                : "Replace the " + edits.fields() + " of " + Phrases.named(item))
                                        + "?",
                                Difference.rows(request, edits),
                                Block.Buttons.of(
                                        Button.destructive(Actions.ASK, drops ? "Drop it" : "Replace", holding.yes()),
                                        Actions.ask("Show the difference", holding.compare()),
                                        Actions.ask("Keep it", "show " + item.id()))),
                        Subject.about(Intent.EDIT, item)));
    }

    private static Turn compared(Request request, Edits edits, String line) {
        Item item = edits.item();
        Holding holding = new Holding(anyway(item, line), compare(item, line), "show " + item.id());
        return holding.after(
                request,
                request.tellThere(
                        Card.of(
                                "What you want and what " + Phrases.named(item) + " says now:",
                                Difference.whole(request, edits),
                                Block.Buttons.of(
                                        Actions.askFirst("Apply mine", holding.yes()),
                                        Actions.ask("Drop mine", "show " + item.id()))),
                        Subject.about(Intent.EDIT, item)));
    }

    /* In a form */

    /**
     * @param now whether it is moved to Now with what was filled in
     * @param seen what the author saw when the form was shown
     */
    private record Sent(int page, boolean more, boolean now, Seen seen) {
        String ways() {
            return now ? " now" : "";
        }
    }

    /** The form with one page of the fields; also for an item that is only about to be added. */
    static Card form(Request request, Item item, int page) {
        List<List<Field<?>>> pages = Pages.of(item.kind());
        int shown = Math.max(1, Math.min(page, pages.size()));
        List<Field<?>> all = pages.get(shown - 1);
        List<Field<?>> fields = Sheet.fitting(all, item.values());
        Sheet sheet = new Sheet(Edits.known(request), fields);
        Card card = Card.of(
                (shown == 1 ? "Edit " : "More about ") + Phrases.named(item),
                buttons(
                        item,
                        shown,
                        new Block.Form(
                                sheet.asking(sheet.texts(item.values())),
                                Button.primary(
                                        Actions.FILL, "Save", command(item, shown, "", Seen.of(fields, item.values()))),
                                Optional.empty())));
        List<String> left = all.stream()
                .filter(field -> !fields.contains(field))
                .map(field -> field.key().replace('_', ' '))
                .toList();
        return left.isEmpty()
                ? card
                : card.with(new Block.Note(Prose.of("Too long for a form: " + Phrases.listed(left) + ". Type edit "
                        + item.id() + " " + left.get(0) + ": and the new text.")));
    }

    private static Block.Form buttons(Item item, int page, Block.Form form) {
        int next = page + 1;
        return next > Pages.of(item.kind()).size()
                ? form
                : form.with(Button.plain(
                        Actions.FILL,
                        "Save, then more",
                        form.submit().value().replaceFirst(" page " + page + " ", " page " + page + " more ")));
    }

    private static String command(Item item, int page, String more, Seen seen) {
        return "edit " + item.id() + " page " + page + more + " seen " + seen.written();
    }

    private static Turn sent(Request request, Item item, Sent sent) {
        List<Field<?>> fields = sent.seen().shown(Pages.fields(item.kind()));
        Sheet sheet = new Sheet(Edits.known(request), fields);
        Sheet.Read read = reasoned(item, sheet.read(request.inputs(), item.values()), Optional.empty());
        if (!read.isFine()) {
            Block.Form form = new Block.Form(
                    sent.now() ? sheet.completing(request.inputs()) : sheet.asking(request.inputs()),
                    Button.primary(
                            Actions.FILL,
                            sent.now() ? NotReady.MOVES : "Save",
                            command(item, sent.page(), sent.ways(), sent.seen())),
                    Optional.empty());
            return request.tell(
                    Card.of(
                            "Not saved yet: " + Phrases.plural(read.problems().size(), "field needs", "fields need")
                                    + " another look.",
                            (sent.now() ? form : buttons(item, sent.page(), form)).with(read.problems())),
                    Subject.about(Intent.EDIT, item));
        }
        List<Wish<?>> own = read.wishes().stream()
                .filter(wish -> !wish.isSo(item.values()))
                .filter(wish -> !sent.seen().isSame(wish.field(), valuesWith(item, wish)))
                .toList();
        List<Wish<?>> moved = own.stream()
                .filter(wish -> !sent.seen().isSame(wish.field(), item.values()))
                .toList();
        Edits edits = new Edits(request, item, own);
        if (!moved.isEmpty()) {
            return conflict(request, edits, moved);
        }
        if (sent.now() && item instanceof Initiative bet) {
            return Entry.completed(new Moving(request, bet, Horizon.NOW).edits(), edits);
        }
        return sent.more() ? andMore(request, edits, sent.page() + 1) : recorded(request, edits, Optional.empty());
    }

    private static throughline.core.roadmap.Values valuesWith(Item item, Wish<?> wish) {
        return wish.in(item.values());
    }

    private static Turn andMore(Request request, Edits edits, int page) {
        Card form = form(request, edits.after(), page);
        Answer answer = Subject.about(Intent.EDIT, edits.item());
        Turn next = Turn.say(new Reply(Reply.Visibility.PRIVATE, form, Optional.of(answer)));
        return edits.isSo()
                ? next
                : edits.gate().orElseGet(() -> next.recording(edits.changes(), edits.reliedOn(), Optional.empty()));
    }

    /** Somebody else changed a field while the form was open: both see what happened, and nothing is lost. */
    private static Turn conflict(Request request, Edits edits, List<Wish<?>> moved) {
        Item item = edits.item();
        Optional<String> line = edits.line();
        Card card = Card.of(
                "I couldn't save that: "
                        + new Meanwhile(request, item).told(moved.get(0).field()) + ".",
                Difference.rows(request, new Edits(request, item, moved)));
        if (line.isEmpty()) {
            return request.tell(
                    card.with(new Block.Text(Prose.of("Open the form again and repeat your change.")))
                            .with(Block.Buttons.of(Actions.askFirst("Open the form", "edit " + item.id()))),
                    Subject.about(Intent.EDIT, item));
        }
        Holding holding = new Holding(anyway(item, line.get()), compare(item, line.get()), "show " + item.id());
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.askFirst("Apply mine too", holding.yes()));
        buttons.add(Actions.ask("Show the difference", holding.compare()));
        buttons.add(Actions.ask("Drop mine", "show " + item.id()));
        return holding.after(
                request, request.tell(card.with(new Block.Buttons(buttons)), Subject.about(Intent.EDIT, item)));
    }
}
