package throughline.core.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

/** Finds the item that a question is about: one that it names, else one that it resembles. */
public final class Topic {
    /** From this likeness on, a question is about an item that it does not name. */
    static final double RESEMBLES = 0.5;

    private static final int RECALLED = 5;

    /** What has an owner who may be asked. */
    private static final Set<Kind> OWNED = Set.of(
            Kind.PRODUCT, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.INITIATIVE, Kind.WORKSTREAM, Kind.TEAM);

    private final Roadmap roadmap;
    private final Language language;
    private final Recall recall;

    public Topic(Roadmap roadmap, Language language, Recall recall) {
        this.roadmap = roadmap;
        this.language = language;
        this.recall = recall;
    }

    public Optional<Item> of(String text) {
        return named(text).or(() -> resembled(text));
    }

    private Optional<Item> named(String text) {
        Names.Found found = Names.in(roadmap).find(text);
        List<Item> items = List.of();
        if (found instanceof Names.Found.One one) {
            items = List.of(one.item());
        } else if (found instanceof Names.Found.Several several) {
            items = several.items();
        } else if (found instanceof Names.Found.Nothing nothing) {
            items = nothing.near();
        }
        return items.stream().filter(Topic::isOwned).findFirst();
    }

    private Optional<Item> resembled(String text) {
        return language.meaning(text)
                .flatMap(meaning -> recall.search(roadmap, text, RECALLED).stream()
                        .flatMap(hit -> roadmap.find(hit.item()).stream())
                        .filter(Topic::isOwned)
                        .filter(item -> resembles(meaning, item))
                        .findFirst());
    }

    private boolean resembles(Meaning meaning, Item item) {
        return language.meaning(item.title())
                .filter(title -> title.likeness(meaning) >= RESEMBLES)
                .isPresent();
    }

    private static boolean isOwned(Item item) {
        return OWNED.contains(item.kind());
    }
}
