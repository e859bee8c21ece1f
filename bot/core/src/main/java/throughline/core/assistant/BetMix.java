package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Window;
import throughline.core.score.Mix;
import throughline.core.score.Release;
import throughline.core.score.Split;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** How bets are mixed by size, work and effort: those of a horizon, of a product, of a team, under a theme; and a release by MoSCoW. */
final class BetMix implements Command {
    private static final Usage USAGE = Usage.of(
                    "mix",
                    "[now, next, later, a product, theme or release]",
                    "Whether big, medium and small bets are balanced, and what is must",
                    Intent.MIX)
            .or("balance", "bets");

    /** What is looked at, in words, and how the answer names it. */
    private record Subjects(String called, Stream<Initiative> bets, List<String> entities) {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        String text = request.rest().strip();
        Optional<Horizon> horizon = horizon(text);
        if (horizon.isPresent()) {
            return mixed(request, inHorizon(request.roadmap(), horizon.get()));
        }
        Optional<Window> window = Window.of(text);
        if (window.isPresent()) {
            return release(request, window.get());
        }
        return ofOneProduct(request.roadmap(), text)
                .map(product -> mixed(request, of(request.roadmap(), product)))
                .orElseGet(() -> new Subject(request, USAGE)
                        .answer(
                                Names.in(request.roadmap())
                                        .only(Kind.PRODUCT, Kind.THEME, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.TEAM),
                                item -> mixed(request, of(request.roadmap(), item))));
    }

    /** Now where nothing is said. */
    private static Optional<Horizon> horizon(String text) {
        return text.isEmpty()
                ? Optional.of(Horizon.NOW)
                : ByHorizon.OPEN.stream()
                        .filter(horizon -> horizon.title().equalsIgnoreCase(text))
                        .findFirst();
    }

    /** "product" where there is only one. */
    private static Optional<Product> ofOneProduct(Roadmap roadmap, String text) {
        return text.equalsIgnoreCase(Kind.PRODUCT.title()) && roadmap.products().size() == 1
                ? roadmap.products().stream().findFirst()
                : Optional.empty();
    }

    private static Subjects inHorizon(Roadmap roadmap, Horizon horizon) {
        return new Subjects(horizon.title(), roadmap.in(horizon).stream(), List.of());
    }

    private static Subjects of(Roadmap roadmap, Item item) {
        return new Subjects(
                Phrases.named(item),
                ByHorizon.OPEN.stream().flatMap(horizon -> bets(roadmap, item, horizon)),
                List.of(Subject.entity(item)));
    }

    private static Stream<Initiative> bets(Roadmap roadmap, Item item, Horizon horizon) {
        if (item instanceof Product product) {
            return roadmap.in(horizon).stream().filter(bet -> isOf(roadmap, bet, product));
        }
        return item instanceof Team team ? roadmap.in(horizon, team).stream() : new Under(roadmap, item).in(horizon);
    }

    /** What names no product belongs to the only one. */
    private static boolean isOf(Roadmap roadmap, Initiative bet, Product product) {
        return bet.values()
                .find(Initiative.PRODUCT)
                .map(product.id()::equals)
                .orElseGet(() -> roadmap.products().size() == 1);
    }

    private static Turn mixed(Request request, Subjects subjects) {
        Mix mix = Mix.of(subjects.bets().toList());
        return request.say(card(subjects.called(), mix), new Answer(Intent.MIX, subjects.entities(), Optional.empty()));
    }

    private static Card card(String called, Mix mix) {
        if (mix.bets() == 0) {
            return Card.of("Nothing is in " + called + ".", Block.Buttons.of(Actions.ask("Mix of Next", "mix next")));
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Size", Prose.of(counts(mix.sizes()))));
        effort(mix.sizes()).ifPresent(effort -> facts.add(new Fact("Effort", Prose.of(effort))));
        facts.add(new Fact("Work", Prose.of(counts(mix.types()))));
        facts.add(new Fact("For", Prose.of(counts(mix.natures()))));
        String verdict = mix.isHealthy()
                ? "big, medium and small are all there, and none outweighs the others"
                : String.join("; ", mix.verdict());
        return Card.of(
                Prose.strong(called + ": " + Phrases.plural(mix.bets(), "bet", "bets") + ", "
                        + (mix.isHealthy() ? "a healthy mix." : "an unbalanced mix.")),
                new Block.Text(Prose.of(sentence(verdict) + unsized(mix))),
                new Block.Facts(facts),
                new Block.Note(
                        Prose.of("A healthy portfolio has all three sizes: too many big bets concentrate the risk, "
                                + "too many small ones are incremental.")),
                new Block.Buttons(buttons(called)));
    }

    private static String unsized(Mix mix) {
        return mix.unsized() == 0
                ? ""
                : " " + Phrases.plural(mix.unsized(), "bet has", "bets have") + " no size and "
                        + (mix.unsized() == 1 ? "does" : "do") + " not count.";
    }

    private static List<Button> buttons(String called) {
        return ByHorizon.OPEN.stream()
                .map(Horizon::title)
                .filter(title -> !title.equals(called))
                .map(title -> Actions.ask("Mix of " + title, "mix " + lower(title)))
                .toList();
    }

    private static Turn release(Request request, Window window) {
        List<Initiative> bets = request.roadmap().releasing(window).toList();
        return request.say(release(window, bets), Answer.of(Intent.MIX));
    }

    private static Card release(Window window, List<Initiative> bets) {
        String called = window.title();
        if (bets.isEmpty()) {
            return Card.of(
                    "Nothing is planned for the release window " + called + ".",
                    Block.Buttons.of(Actions.ask("Mix of Now", "mix now")));
        }
        Release release = Release.of(bets);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("MoSCoW", Prose.of(counts(release.places()))));
        effort(release.planned()).ifPresent(effort -> facts.add(new Fact("Effort", Prose.of(effort))));
        String most = release.isOverloaded() ? "too much is must." : Phrases.plural(bets.size(), "bet", "bets") + ".";
        return Card.of(
                Prose.strong(called + ": " + most),
                new Block.Text(Prose.of(sentence(release.verdict()))),
                new Block.Facts(facts),
                new Block.Note(
                        Prose.of(
                                "In a release, musts should take at most 60 % of the effort. What will not be done takes none.")),
                Block.Buttons.of(Actions.ask("Mix of Now", "mix now")));
    }

    private static <E extends Enum<E>> String counts(Split<E> split) {
        return split.parts().stream()
                .map(part -> Phrases.digits(part.count()) + " " + part.label())
                .collect(Collectors.joining(", "));
    }

    /** "60 % must, 40 % should (known for 5 of 7)". */
    private static <E extends Enum<E>> Optional<String> effort(Split<E> split) {
        int all = split.parts().stream().mapToInt(Split.Part::count).sum();
        return split.estimated() == 0
                ? Optional.empty()
                : Optional.of(split.parts().stream()
                                .filter(part -> part.estimated() > 0)
                                .map(part -> split.percent(part) + " % " + part.label())
                                .collect(Collectors.joining(", "))
                        + " (known for " + Phrases.digits(split.estimated()) + " of " + Phrases.digits(all) + ")");
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private static String lower(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
