package throughline.core.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;

/** For customers and everybody else outside; made of what {@link PublicRoadmap} lets out, and of nothing else. */
public final class CustomerView {
    private final Scene scene;

    public CustomerView(Scene scene) {
        this.scene = scene;
    }

    public View view() {
        PublicRoadmap known = shown(0, 0);
        if (known.themes() == 0) {
            return View.empty("Nothing is public yet.");
        }
        return new View(
                known.organization() + " works on " + Phrases.plural(known.themes(), "theme", "themes") + ".",
                List.of(),
                new Rows(
                        OptionalInt.of(known.themes()),
                        (from, most) -> shown(from, most).shown().stream()
                                .map(CustomerView::entry)
                                .toList()),
                List.of());
    }

    private PublicRoadmap shown(int from, int most) {
        return PublicRoadmap.of(scene.roadmap(), scene.people(), from, most);
    }

    private static Rows.Entry entry(PublicTheme theme) {
        Optional<String> work = theme.isWorkedOn() ? Optional.of("being worked on") : Optional.empty();
        List<Prose> details = Stream.of(theme.problem(), work)
                .flatMap(Optional::stream)
                .map(Prose::of)
                .toList();
        return new Rows.Entry("", new Block.Items.Row(Prose.strong(theme.title()), details));
    }
}
