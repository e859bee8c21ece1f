package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Inference;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Line;
import throughline.core.question.Lines;
import throughline.core.question.Names;
import throughline.core.question.Pasted;
import throughline.core.question.Phrasing;
import throughline.core.question.Recall;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.view.Phrases;

/** The line from a piece of work to an objective, or the honest word that there is none. */
final class WhichOkr implements Command {
    static final String NO_LINE = "I can draw no line from this to an OKR.";

    private static final Usage USAGE = Usage.of(
                    "which-okr", "<name or id>", "Which objective and key result something serves", Intent.WHICH_OKR)
            .or("whichokr", "line");

    /** Before text that is work itself rather than the name of something on the roadmap. */
    private static final String WORK = "this:";

    /** The same work, where the asker has said which objective it is for. */
    private static final Pattern CHOSEN = Pattern.compile("(\\S+) for " + WORK + "(.*)", Pattern.DOTALL);

    /** From so many telling words on, a text is no name but work, unless it has the whole name of something. */
    private static final int SENTENCE = 3;

    private final Language language;
    private final Recall recall;
    private final Phrasing phrasing;

    WhichOkr(Language language, Recall recall, Phrasing phrasing) {
        this.language = language;
        this.recall = recall;
        this.phrasing = phrasing;
    }

    /** The command that takes an objective for the one that the work serves; nothing is recorded by it. */
    static String choosing(ItemId objective, String work) {
        return USAGE.verb() + " " + objective + " for " + WORK + " " + work;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        if (request.rest().startsWith(WORK)) {
            return work(request, request.whole().substring(WORK.length()).strip());
        }
        Matcher chosen = CHOSEN.matcher(request.rest());
        if (chosen.matches()) {
            return work(request, chosen.group(2).strip(), request.roadmap().find(chosen.group(1)));
        }
        Names among = Names.in(request.roadmap()).without(Kind.TEAM);
        return isWork(among, request.rest())
                ? work(request, request.whole())
                : new Subject(request, USAGE).answer(among, item -> recorded(request, item));
    }

    private static boolean isWork(Names among, String text) {
        Names.Found found = among.find(text);
        if (found instanceof Names.Found.One one) {
            return !Likeness.isMeant(one, text);
        }
        int telling = Names.telling(text).size();
        return telling >= SENTENCE
                || (telling > 0
                        && found instanceof Names.Found.Nothing nothing
                        && nothing.near().isEmpty());
    }

    /** A sentence about work is an item of the roadmap only if it is its id, its title, or a ticket that it is tracked by. */
    private Turn work(Request request, String text) {
        return work(request, text, Optional.empty());
    }

    private Turn work(Request request, String text, Optional<Item> chosen) {
        String work = Pasted.work(text).orElse(text);
        Optional<Item> item = Names.in(request.roadmap())
                .whole(work)
                .or(() -> Pasted.key(work).flatMap(key -> request.roadmap().tracked(key)));
        return item.map(found -> recorded(request, found)).orElseGet(() -> inferred(request, work, chosen));
    }

    /** The answer for work that is not on the roadmap. */
    Turn inferred(Request request, String work) {
        return inferred(request, work, Optional.empty());
    }

    private Turn inferred(Request request, String work, Optional<Item> chosen) {
        Inference inference = inference(request);
        Inference.Inferred inferred = chosen.filter(Objective.class::isInstance)
                .map(objective -> inference.of(work, (Objective) objective))
                .orElseGet(() -> inference.of(work));
        return new InferredLine(request, work, inferred).turn();
    }

    private Inference inference(Request request) {
        return new Inference(request.roadmap(), language, recall, phrasing);
    }

    private Turn recorded(Request request, Item item) {
        Line line = new Lines(request.roadmap()).of(item);
        Card card = line.basis() == Line.Basis.NONE ? orphan(request, item) : drawn(request, item, line);
        return request.say(
                card,
                Subject.about(Intent.WHICH_OKR, item).with(inference(request).beside(line, item)));
    }

    private static Card orphan(Request request, Item item) {
        String where = item instanceof Initiative initiative
                ? " is in " + initiative.horizon().title() + " and serves no key result."
                : " serves no objective.";
        Card card = Card.of(NO_LINE, new Block.Text(Prose.of(Phrases.named(item) + where)));
        boolean mayLink = item instanceof Initiative && request.person().keepsRoadmap();
        return mayLink
                ? card.with(Block.Buttons.of(
                        Actions.askFirst("Record a line", "link " + item.id()),
                        Actions.ask("Show " + item.id(), "show " + item.id())))
                : card.with(Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id())));
    }

    private static Card drawn(Request request, Item item, Line line) {
        List<Block> blocks = new ArrayList<>();
        line.candidates().forEach(candidate -> blocks.add(new Block.Text(path(request, item, candidate))));
        blocks.add(new Block.Note(Prose.of(source(request, item))));
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.ask("Why this?", "why " + item.id()));
        buttons.add(Actions.ask("Show " + item.id(), "show " + item.id()));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline(request, item, line)), blocks);
    }

    private static String headline(Request request, Item item, Line line) {
        if (item instanceof Objective objective) {
            return Phrases.named(objective) + " is an objective" + above(request, objective) + ".";
        }
        List<String> objectives = line.candidates().stream()
                .map(candidate -> candidate.objective() + ", " + Phrases.quoted(title(request, candidate.objective())))
                .toList();
        String verb = item instanceof KeyResult ? " measures " : " serves ";
        return Phrases.named(item) + verb + Phrases.listed(objectives) + ".";
    }

    private static String above(Request request, Objective objective) {
        return objective
                .supports()
                .map(id -> " that supports " + id + ", " + Phrases.quoted(title(request, id)))
                .orElse("");
    }

    /** I3 → theme "First week" → O1-KR2 7-day activation, 40% → 55% by Q1 2027, now 46% → O1 → company strategy "…". */
    private static Prose path(Request request, Item item, Line.Candidate candidate) {
        List<Prose> steps = new ArrayList<>();
        steps.add(Prose.strong(item.id().text()));
        if (item instanceof Initiative initiative) {
            initiative.theme().ifPresent(id -> steps.add(Prose.of("theme ").thenEmphasis(title(request, id))));
        }
        candidate.keyResults().stream()
                .flatMap(id -> request.roadmap().find(id, KeyResult.class).stream())
                .filter(keyResult -> !keyResult.id().equals(item.id()))
                .forEach(keyResult -> steps.add(measured(keyResult)));
        if (!candidate.objective().equals(item.id())) {
            steps.add(Prose.strong(candidate.objective().text()));
        }
        strategy(request, candidate.objective())
                .ifPresent(statement -> steps.add(Prose.of("company strategy " + Phrases.quoted(statement))));
        return Prose.join(" → ", steps);
    }

    static Prose measured(KeyResult keyResult) {
        String figures = Phrases.figures(keyResult).map(text -> ", " + text).orElse("");
        String when = Phrases.byWhen(keyResult).map(text -> ", " + text).orElse("");
        return Prose.strong(keyResult.id().text())
                .then(" ")
                .thenEmphasis(keyResult.metric())
                .then(figures + when);
    }

    static Optional<String> strategy(Request request, ItemId objective) {
        return request.roadmap()
                .find(objective, Objective.class)
                .flatMap(Objective::strategy)
                .flatMap(id -> request.roadmap().find(id))
                .map(Item::title);
    }

    private static String source(Request request, Item item) {
        String freshness = new Phrases(request.scene()).freshness(item);
        return freshness.isEmpty() ? "Recorded." : "Recorded; " + freshness + ".";
    }

    private static String title(Request request, ItemId id) {
        return new Phrases(request.scene()).title(id);
    }
}
