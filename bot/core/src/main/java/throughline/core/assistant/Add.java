package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field.Option;
import throughline.core.card.Prose;
import throughline.core.check.Readiness;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.edit.Line;
import throughline.core.edit.Pages;
import throughline.core.edit.Sheet;
import throughline.core.edit.Wish;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** Puts something on the roadmap: in one line, or in a form that asks for the essentials. */
final class Add implements Command {
    private static final Usage USAGE = Usage.of(
            "add",
            "<kind> [title] [for <item>] [field: value; …]",
            "Put an objective, key result, theme, initiative or something else on the roadmap",
            Intent.ADD);
    private static final String KIND = "kind";
    private static final String ANOTHER = "another ";

    /** A button repeats no longer line. */
    private static final int LONGEST = 1_400;

    /** What the kinds are called by those who add one; longer names first. */
    private static final Map<String, Kind> NAMES = names();

    private static final Pattern FORM =
            Pattern.compile("asking (?<fields>[a-z_,]+)(?<more> more)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR =
            Pattern.compile("(?<title>.*)(?:^|\\s)for\\s+(?<item>\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static Map<String, Kind> names() {
        Map<String, Kind> names = new LinkedHashMap<>();
        names.put("strategy statement", Kind.STRATEGY);
        names.put("strategy", Kind.STRATEGY);
        names.put("product", Kind.PRODUCT);
        names.put("objective", Kind.OBJECTIVE);
        names.put("key result", Kind.KEY_RESULT);
        names.put("kr", Kind.KEY_RESULT);
        names.put("theme", Kind.THEME);
        names.put("initiative", Kind.INITIATIVE);
        names.put("bet", Kind.INITIATIVE);
        names.put("workstream", Kind.WORKSTREAM);
        names.put("evidence", Kind.EVIDENCE);
        names.put("experiment", Kind.EXPERIMENT);
        names.put("team", Kind.TEAM);
        return names;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** A command to add one, as far as it is known. */
    private record Wanted(Kind kind, String rest, boolean another) {
        static Optional<Wanted> in(String text) {
            String plain = text.strip();
            boolean another = plain.toLowerCase(Locale.ROOT).startsWith(ANOTHER);
            String wanted = (another ? plain.substring(ANOTHER.length()) : plain).strip();
            String article = wanted.replaceFirst("(?i)^(an?|the|new)\\s+", "");
            return NAMES.entrySet().stream()
                    .filter(name -> begins(article, name.getKey()))
                    .findFirst()
                    .map(name -> new Wanted(
                            name.getValue(),
                            article.substring(name.getKey().length())
                                    .replaceFirst("^\\s*:", "")
                                    .strip(),
                            another));
        }

        private static boolean begins(String text, String name) {
            return text.regionMatches(true, 0, name, 0, name.length())
                    && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length())));
        }

        String command() {
            return "add " + (another ? ANOTHER : "") + kind.title();
        }
    }

    @Override
    public Turn run(Request request) {
        Optional<Wanted> wanted = Wanted.in(request.whole())
                .or(() -> Wanted.in(request.input(KIND).replace('_', ' ')));
        if (wanted.isEmpty()) {
            return request.tell(whichKind(request), Answer.of(Intent.ADD));
        }
        Kind kind = wanted.get().kind();
        if (!Ownership.may(request.person(), kind, Optional.empty())) {
            return Ownership.instead(request, kind, Optional.empty(), Intent.ADD);
        }
        Matcher form = FORM.matcher(wanted.get().rest());
        return !request.inputs().isEmpty() && form.matches()
                ? sent(request, wanted.get(), form)
                : line(request, wanted.get());
    }

    private static Card whichKind(Request request) {
        List<Option> options = Stream.of(
                        Kind.INITIATIVE,
                        Kind.OBJECTIVE,
                        Kind.KEY_RESULT,
                        Kind.THEME,
                        Kind.WORKSTREAM,
                        Kind.EVIDENCE,
                        Kind.EXPERIMENT,
                        Kind.STRATEGY,
                        Kind.PRODUCT,
                        Kind.TEAM)
                .map(kind -> new Option(kind.title(), capital(kind.title())))
                .toList();
        String problem = request.rest().isEmpty()
                ? ""
                : "“" + Phrases.clipped(request.rest()) + "” does not begin with what to add. Type " + USAGE.typed()
                        + ", or choose:";
        Card card = Card.of(
                "What do you want to add?",
                new Block.Form(
                        List.of(throughline.core.card.Field.choice(KIND, "Kind", options)),
                        Button.primary(Actions.FILL, "Next", "add"),
                        Optional.of(problem).filter(text -> !text.isEmpty())));
        return problem.isEmpty() ? card : card.with(Block.Buttons.of(Named.whichOkr(request.command())));
    }

    /* In one line */

    private static Turn line(Request request, Wanted wanted) {
        Kind kind = wanted.kind();
        Line given = withFor(request, Line.of(kind, wanted.rest()));
        Line line = given.before().isEmpty() ? given : given.setting(title(kind), given.before());
        Values defaults = defaults(request, kind);
        Sheet.Read read = line.read(Edits.known(request), defaults);
        Values values = read.in(defaults);
        if (!read.isFine() || !isComplete(kind, values)) {
            Set<Field<?>> fields = new LinkedHashSet<>(Pages.essentials(kind));
            fields.addAll(line.fields());
            Sheet sheet = new Sheet(Edits.known(request), List.copyOf(fields));
            Map<String, List<String>> texts = new LinkedHashMap<>(sheet.texts(values));
            read.problems()
                    .keySet()
                    .forEach(id -> Optional.ofNullable(line.typed().get(id)).ifPresent(typed -> texts.put(id, typed)));
            return request.tell(
                    form(request, wanted, List.copyOf(fields), texts, read.problems()), Answer.of(Intent.ADD));
        }
        return added(request, wanted, values, new Line(kind, "", List.of()).equals(given) ? "" : wanted.rest(), false);
    }

    private static boolean isComplete(Kind kind, Values values) {
        return kind.fields().stream()
                .filter(Field::isRequired)
                .allMatch(field -> values.find(field).isPresent());
    }

    /** "kr Activation rises for O2" is under O2. */
    private static Line withFor(Request request, Line line) {
        Matcher matcher = FOR.matcher(line.before());
        if (!matcher.matches()) {
            return line;
        }
        String title = matcher.group("title").strip();
        return Names.in(request.roadmap())
                .whole(matcher.group("item"))
                .flatMap(item -> under(line.kind(), item.kind())
                        .map(field -> line.setting(field, item.id().text()).titled(title)))
                .orElse(line);
    }

    /** The field by which one kind hangs under another. */
    private static Optional<Field<?>> under(Kind kind, Kind above) {
        return Pages.fields(kind).stream()
                .filter(field -> refersTo(field.shape(), above))
                .findFirst()
                .map(field -> field);
    }

    private static boolean refersTo(Shape<?> shape, Kind kind) {
        return shape instanceof Shape.ItemRef ref
                ? ref.kind() == kind
                : shape instanceof Shape.Many<?> many && refersTo(many.element(), kind);
    }

    /** What it is called by: the first text that it must have. */
    private static Field<?> title(Kind kind) {
        return kind.fields().stream()
                .filter(field -> field.isRequired() && field.shape() instanceof Shape.Text)
                .findFirst()
                .orElseThrow();
    }

    private static Values defaults(Request request, Kind kind) {
        Values none = Values.none();
        return switch (kind) {
            case INITIATIVE ->
                none.with(Initiative.HORIZON, Horizon.LATER)
                        .with(Initiative.OWNER, request.person().id());
            case OBJECTIVE -> none.with(Objective.OWNER, request.person().id());
            case THEME -> none.with(Theme.OWNER, request.person().id());
            case EVIDENCE -> none.with(Evidence.ON, request.scene().today());
            default -> none;
        };
    }

    /* In a form */

    private static Card form(
            Request request,
            Wanted wanted,
            List<Field<?>> fields,
            Map<String, List<String>> texts,
            Map<String, String> problems) {
        Sheet sheet = new Sheet(Edits.known(request), fields);
        String command =
                wanted.command() + " asking " + fields.stream().map(Field::key).collect(Collectors.joining(","));
        Block.Form form = new Block.Form(
                        sheet.asking(texts), Button.primary(Actions.FILL, "Add", command), Optional.empty())
                .with(problems);
        boolean hasMore = Pages.of(wanted.kind()).size() > 1;
        return Card.of(
                problems.isEmpty()
                        ? "Add " + wanted.kind().withArticle()
                        : "Not added yet: " + Phrases.plural(problems.size(), "field needs", "fields need")
                                + " another look.",
                hasMore ? form.with(Button.plain(Actions.FILL, "Add, then more", command + " more")) : form);
    }

    private static Turn sent(Request request, Wanted wanted, Matcher form) {
        Set<String> asked = Set.of(form.group("fields").toLowerCase(Locale.ROOT).split(",", -1));
        List<Field<?>> fields = new ArrayList<>();
        Pages.fields(wanted.kind()).stream()
                .filter(field -> asked.contains(field.key()))
                .forEach(fields::add);
        Sheet.Read read = new Sheet(Edits.known(request), fields).read(request.inputs(), Values.none());
        if (!read.isFine()) {
            return request.tell(
                    form(request, wanted, fields, request.inputs(), read.problems()), Answer.of(Intent.ADD));
        }
        Values unasked = defaults(request, wanted.kind());
        for (Field<?> field : fields) {
            unasked = unasked.without(field);
        }
        Values values = read.in(unasked);
        if (!isComplete(wanted.kind(), values)) {
            Set<Field<?>> more = new LinkedHashSet<>(Pages.essentials(wanted.kind()));
            more.addAll(fields);
            return request.tell(
                    form(request, wanted, List.copyOf(more), request.inputs(), Map.of()), Answer.of(Intent.ADD));
        }
        return added(request, wanted, values, "", form.group("more") != null);
    }

    /* What follows */

    private static Turn added(Request request, Wanted wanted, Values values, String line, boolean more) {
        Item item = wanted.kind().item(id(request, wanted.kind(), values), values);
        Optional<Item> twin = Names.in(request.roadmap()).only(wanted.kind()).whole(item.title());
        if (twin.isPresent() && !wanted.another() && !line.isEmpty()) {
            return twin(request, wanted, twin.get(), line);
        }
        if (request.isTrial()) {
            return recorded(request, item, more);
        }
        return new Gate(request, List.of(new Change.Added(item)), Entering.PLAIN)
                .verdicts().stream()
                        .findFirst()
                        .map(verdict -> verdict instanceof Gate.Verdict.Admitted admitted
                                ? recorded(request, admitted.admitted(), more)
                                : refused(request, (Gate.Verdict.Refused) verdict))
                        .orElseGet(() -> recorded(request, item, more));
    }

    private static Turn refused(Request request, Gate.Verdict.Refused refused) {
        return NotReady.added(request, refused.arrival().bet(), refused.readiness(), bet -> line(request, bet));
    }

    /** The line that adds it, if a button can carry it. */
    private static Optional<String> line(Request request, Initiative bet) {
        List<Wish<?>> wishes = new ArrayList<>();
        Pages.fields(Kind.INITIATIVE).stream()
                .filter(field -> bet.values().find(field).isPresent())
                .forEach(field -> wishes.add(Wish.asIn(bet, field)));
        return Line.written(Edits.known(request), Kind.INITIATIVE, wishes)
                .filter(written -> written.length() <= LONGEST);
    }

    private static Turn recorded(Request request, Item item, boolean more) {
        Answer answer = Subject.about(Intent.ADD, item);
        Turn turn = more
                ? Turn.say(new Reply(Reply.Visibility.PRIVATE, Edit.form(request, item, 2), Optional.of(answer)))
                : request.tellThere(done(request, item), answer);
        return turn.recording(List.of(new Change.Added(item)), reliedOn(item), Optional.empty());
    }

    private static ItemId id(Request request, Kind kind, Values values) {
        return kind == Kind.KEY_RESULT
                ? request.roadmap().freeKeyResult(values.get(KeyResult.OBJECTIVE))
                : request.roadmap().free(kind);
    }

    private static Set<String> reliedOn(Item item) {
        Set<String> ids = new LinkedHashSet<>(Set.of(item.id().text()));
        Pages.fields(item.kind()).stream()
                .filter(field -> item.values().find(field).isPresent())
                .flatMap(field -> Edits.references(Wish.asIn(item, field)))
                .forEach(id -> ids.add(id.text()));
        if (item instanceof Initiative bet && bet.horizon() == Horizon.NOW) {
            ids.add(Change.NOW);
        }
        return ids;
    }

    private static Turn twin(Request request, Wanted wanted, Item twin, String line) {
        String again = "add another " + wanted.kind().title() + " " + line;
        Holding holding = new Holding(again, "show " + twin.id(), "show " + twin.id());
        return holding.after(
                request,
                request.tell(
                        Card.of(
                                Phrases.named(twin) + " is there already, so nothing was added.",
                                Block.Buttons.of(
                                        Actions.ask("Show " + twin.id(), "show " + twin.id()),
                                        Actions.ask("Add another", holding.yes()))),
                        Subject.about(Intent.ADD, twin)));
    }

    private static Card done(Request request, Item item) {
        String where = item instanceof Initiative bet
                ? ", to " + bet.horizon().title()
                : ", " + item.kind().withArticle();
        List<Button> buttons = new ArrayList<>();
        if (Pages.of(item.kind()).size() > 1) {
            buttons.add(Actions.ask("Fill in more", "edit " + item.id() + " page 2"));
        }
        buttons.add(Actions.ask("Undo", "remove " + item.id() + " yes"));
        buttons.add(complete(request, item).orElseGet(() -> Actions.ask("Show " + item.id(), "show " + item.id())));
        Card card = Card.of(
                "Added " + item.id() + ", " + Phrases.quoted(Phrases.clipped(item.title())) + where + ".",
                new Block.Buttons(buttons));
        return missing(request, item)
                .map(note -> card.with(new Block.Note(Prose.of(note))))
                .orElse(card);
    }

    /** The one thing that is missing most. */
    private static Optional<String> missing(Request request, Item item) {
        if (item instanceof Initiative bet && bet.serves().isEmpty()) {
            String example = request.roadmap().all(Kind.KEY_RESULT).first(1).stream()
                    .map(found -> found.id().text())
                    .findFirst()
                    .orElse("O1-KR1");
            return Optional.of("It has no line to an OKR yet. Type: link " + item.id() + " " + example);
        }
        if (item instanceof Initiative bet) {
            return strategy(request, bet);
        }
        if (item instanceof Objective) {
            return Optional.of("It has no key result yet. Type: add kr <title> for " + item.id());
        }
        if (item instanceof KeyResult keyResult && keyResult.target().isEmpty()) {
            return Optional.of("It has no target yet. Type: edit " + item.id() + " baseline: …; target: …");
        }
        return item instanceof Theme theme && theme.kpi().isEmpty()
                ? Optional.of("It has no KPI yet. Type: edit " + item.id() + " kpi: …")
                : Optional.empty();
    }

    /** An initiative of a strategy that is not settled yet is told, not refused: it may be discovery. */
    private static Optional<String> strategy(Request request, Initiative bet) {
        List<String> missing = Readiness.forInitiative(request.roadmap(), bet).told();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The strategy above it is not ready for an initiative: it lacks "
                        + Phrases.listed(missing) + ". Fill that in, or mark it: edit " + bet.id()
                        + " discovery: yes");
    }

    /** A form for what the first objective above an initiative lacks. */
    private static Optional<Button> complete(Request request, Item item) {
        return item instanceof Initiative bet
                ? Readiness.forInitiative(request.roadmap(), bet).missing().stream()
                        .findFirst()
                        .map(missing -> Actions.ask(
                                "Complete " + missing.item().id(),
                                "edit " + missing.item().id() + " complete;"))
                : Optional.empty();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
