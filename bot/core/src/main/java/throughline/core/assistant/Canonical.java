package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.edit.Line;
import throughline.core.edit.Pages;
import throughline.core.edit.Wish;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** The one-line command that makes given facts, whatever they were asked with. */
record Canonical(Request request, List<Change> changes, Optional<String> why) {
    private static final String PROPOSED = "it was proposed";

    /** Empty if no single command makes them. */
    Optional<String> command() {
        if (changes.size() == 1 && changes.get(0) instanceof Change.Added added) {
            return adding(added.item());
        }
        List<ItemId> items = changes.stream()
                .flatMap(change -> change.about().stream())
                .distinct()
                .toList();
        return items.size() == 1 ? request.roadmap().find(items.get(0)).flatMap(this::changing) : Optional.empty();
    }

    private Optional<String> adding(Item item) {
        if (item instanceof Precedent precedent) {
            return Optional.of(RecordWork.command(Target.typed(precedent), precedent.title()));
        }
        List<Wish<?>> wishes = new ArrayList<>();
        Pages.fields(item.kind()).stream()
                .filter(field -> item.values().find(field).isPresent() && !isAuthor(item, field))
                .forEach(field -> wishes.add(Wish.asIn(item, field)));
        return Line.written(Edits.known(request), item.kind(), wishes)
                .map(line -> "add another " + item.kind().title() + " " + line);
    }

    /** Who adds something owns it, unless somebody else does it for them. */
    private boolean isAuthor(Item item, Field<?> field) {
        return field.key().equals("owner")
                && item.values()
                        .find(field)
                        .filter(request.person().id()::equals)
                        .isPresent();
    }

    private Optional<String> changing(Item item) {
        if (changes.size() == 1) {
            Optional<String> own = single(item, changes.get(0));
            if (own.isPresent()) {
                return own;
            }
        }
        Map<Field<?>, Wish<?>> wishes = new LinkedHashMap<>();
        Item after = item;
        for (Change change : changes) {
            Optional<Field<?>> field = field(change);
            if (field.isEmpty() || !Pages.fields(item.kind()).contains(field.get())) {
                return Optional.empty();
            }
            after = applied(after, change);
            wishes.put(field.get(), Wish.asIn(after, field.get()));
        }
        boolean drops = after instanceof Initiative bet && bet.horizon() == Horizon.DROPPED;
        String because = drops ? "; because " + why.orElse(PROPOSED) : "";
        return Line.written(Edits.known(request), item.kind(), List.copyOf(wishes.values()))
                .map(line -> Edit.anyway(item, line + because));
    }

    private static Optional<Field<?>> field(Change change) {
        if (change instanceof Change.Edited<?> edited) {
            return Optional.of(edited.field());
        }
        if (change instanceof Change.Listed<?> listed) {
            return Optional.of(listed.field());
        }
        return change instanceof Change.Unlisted<?> unlisted ? Optional.of(unlisted.field()) : Optional.empty();
    }

    private Item applied(Item item, Change change) {
        return change.on(
                        Roadmap.empty().on(new ChangeSet(stamp(), Optional.empty(), List.of(new Change.Added(item)))),
                        stamp())
                .find(item.id())
                .orElse(item);
    }

    private Stamp stamp() {
        return new Stamp(request.scene().now(), request.person().id(), "");
    }

    /** The commands of their own that some facts have. */
    private Optional<String> single(Item item, Change change) {
        if (change instanceof Change.Edited<?> edited
                && (Object) edited.field() == Initiative.HORIZON
                && edited.after().isPresent()) {
            return Optional.of(moving(item, (Horizon) edited.after().get()));
        }
        if (change instanceof Change.Listed<?> listed) {
            return listed(item, listed);
        }
        return change instanceof Change.Unlisted<?> unlisted && (Object) unlisted.field() == Initiative.SERVES
                ? Optional.of("unlink " + item.id() + " " + unlisted.element() + " yes")
                : Optional.empty();
    }

    private String moving(Item item, Horizon to) {
        return to == Horizon.DROPPED
                ? "drop " + item.id() + " yes because " + why.orElse(PROPOSED)
                : "move " + item.id() + " " + Moving.written(to);
    }

    private static Optional<String> listed(Item item, Change.Listed<?> listed) {
        if (item.kind() == Kind.INITIATIVE && (Object) listed.field() == Initiative.SERVES) {
            return Optional.of("link " + item.id() + " " + listed.element());
        }
        if (listed.element() instanceof FeasibilityReview review) {
            return Optional.of("reviewed " + item.id()
                    + review.note().map(note -> " " + note).orElse(""));
        }
        return listed.element() instanceof CheckIn checkIn
                ? Optional.of(CheckInKeyResult.command(item.id(), checkIn))
                : Optional.empty();
    }
}
