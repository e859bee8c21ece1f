package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Stamp;
import throughline.core.view.Phrases;

/** Who changed something while somebody else was at it. */
record Meanwhile(Request request, Item item) {
    /** Nobody has a form open for longer. */
    private static final Duration BACK = Duration.ofDays(7);

    private static final int MOST = 200;

    /** "Tom changed the release of I12 two minutes ago". */
    String told(Field<?> field) {
        Optional<Stamp> by = request
                .scene()
                .history()
                .since(request.scene().now().minus(BACK), MOST)
                .stream()
                .filter(facts -> facts.changes().stream().anyMatch(change -> isOf(change, field)))
                .map(ChangeSet::stamp)
                .findFirst()
                .or(() -> request.roadmap().lastTouched(item.id()));
        String who = by.map(stamp -> request.scene().people().call(stamp.by())).orElse("someone");
        String when = by.map(stamp -> " " + ago(stamp.at())).orElse("");
        return who + " changed the " + field.key().replace('_', ' ') + " of " + Phrases.named(item) + when;
    }

    private boolean isOf(Change change, Field<?> field) {
        if (change instanceof Change.Edited<?> edited) {
            return isOf(edited.item(), edited.field(), field);
        }
        if (change instanceof Change.Listed<?> listed) {
            return isOf(listed.item(), listed.field(), field);
        }
        return change instanceof Change.Unlisted<?> unlisted && isOf(unlisted.item(), unlisted.field(), field);
    }

    private boolean isOf(ItemId changed, Field<?> its, Field<?> field) {
        return changed.equals(item.id()) && its == field;
    }

    private String ago(Instant at) {
        Duration since = Duration.between(at, request.scene().now());
        if (since.toMinutes() < 1) {
            return "just now";
        }
        return since.toHours() < 1
                ? Phrases.plural((int) since.toMinutes(), "minute", "minutes") + " ago"
                : since.toDays() < 1
                        ? Phrases.plural((int) since.toHours(), "hour", "hours") + " ago"
                        : Phrases.plural((int) since.toDays(), "day", "days") + " ago";
    }
}
