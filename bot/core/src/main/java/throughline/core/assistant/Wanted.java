package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Approval;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Theme;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** What a fact would change, in a few words: "horizon: Later → Next", "link to win rate (O3-KR1)". */
record Wanted(Scene scene, Optional<ItemId> about) {
    private static final int LONGEST = 200;

    List<String> each(List<Change> changes) {
        return changes.stream().map(this::of).filter(words -> !words.isEmpty()).toList();
    }

    private String of(Change change) {
        if (change instanceof Change.Added added) {
            return added(added.item());
        }
        if (change instanceof Change.Removed removed) {
            return "remove "
                    + scene.roadmap()
                            .find(removed.item())
                            .map(Phrases::named)
                            .orElse(removed.item().text());
        }
        String words = field(change);
        return words.isEmpty() ? words : elsewhere(change) + words;
    }

    private String field(Change change) {
        if (change instanceof Change.Edited<?> edited) {
            return edited(edited);
        }
        if (change instanceof Change.Listed<?> listed) {
            return listed(listed);
        }
        return change instanceof Change.Unlisted<?> unlisted ? unlisted(unlisted) : "";
    }

    private String listed(Change.Listed<?> listed) {
        if (listed.element() instanceof FeasibilityReview review) {
            return "record engineering's review"
                    + review.note().map(note -> ": " + clipped(note)).orElse("");
        }
        if (listed.element() instanceof CheckIn checkIn) {
            return "check in " + checkIn.value()
                    + checkIn.confidence()
                            .map(level -> ", " + level.title() + " confidence")
                            .orElse("")
                    + checkIn.note().map(note -> ": " + clipped(note)).orElse("");
        }
        String element = element(listed.field(), listed.element());
        return isLine(listed.field()) ? "link to " + element : "add to the " + label(listed.field()) + ": " + element;
    }

    private String unlisted(Change.Unlisted<?> unlisted) {
        String element = element(unlisted.field(), unlisted.element());
        return isLine(unlisted.field())
                ? "unlink from " + element
                : "take from the " + label(unlisted.field()) + ": " + element;
    }

    private static boolean isLine(Field<?> field) {
        return field.equals(Initiative.SERVES) || field.equals(Theme.SERVES);
    }

    /** Which item it is, unless it is the one that the proposal is about. */
    private String elsewhere(Change change) {
        return change.about()
                .filter(id -> !about.equals(Optional.of(id)))
                .map(id -> id + (change instanceof Change.Edited<?> ? " " : ": "))
                .orElse("");
    }

    private static String added(Item item) {
        if (item instanceof Precedent precedent) {
            return "record that " + Phrases.serving(precedent);
        }
        return "new " + item.kind().title() + " " + Phrases.quoted(Phrases.clipped(item.title()))
                + (item instanceof Initiative bet ? ", in " + bet.horizon().title() : "");
    }

    private <V> String edited(Change.Edited<V> edited) {
        if (edited.after().isPresent() && edited.after().get() instanceof Approval) {
            return "approve it for Now";
        }
        return label(edited.field()) + ": " + words(edited.field(), edited.before()) + " → "
                + words(edited.field(), edited.after());
    }

    private <V> String words(Field<V> field, Optional<V> value) {
        return value.map(some -> clipped(new ChangeWords(scene).whole(field, some)))
                .orElse("nothing");
    }

    @SuppressWarnings("unchecked") // a list and one of its elements
    private String element(Field<?> field, Object element) {
        return clipped(new ChangeWords(scene).whole((Field<Object>) field, List.of(element)));
    }

    private static String clipped(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1).stripTrailing() + "…" : text;
    }

    private static String label(Field<?> field) {
        return field.key().replace('_', ' ');
    }
}
