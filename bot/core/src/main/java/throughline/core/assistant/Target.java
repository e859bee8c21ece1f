package throughline.core.assistant;

import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Roadmap;

/** What a piece of work serves: a key result, an objective, or no OKR, which is recorded as well. */
record Target(Optional<Item> item) {
    /** How a command says that work serves no OKR. */
    static final String NONE = "none";

    /** A record is not made on a guess: a key result or an objective by its id or whole title, or "none". */
    static Optional<Target> in(Roadmap roadmap, String text) {
        if (text.strip().equalsIgnoreCase(NONE)) {
            return Optional.of(new Target(Optional.empty()));
        }
        return Names.in(roadmap)
                .only(Kind.KEY_RESULT, Kind.OBJECTIVE)
                .whole(text)
                .map(item -> new Target(Optional.of(item)));
    }

    /** What a precedent is about, as a command names it. */
    static String typed(Precedent precedent) {
        return precedent.serves().stream().findFirst().map(ItemId::text).orElse(NONE);
    }

    String typed() {
        return item.map(found -> found.id().text()).orElse(NONE);
    }

    Optional<KeyResult> keyResult() {
        return item.filter(KeyResult.class::isInstance).map(KeyResult.class::cast);
    }

    /** The objective that is named, or that the key result measures. */
    Optional<ItemId> objective() {
        return keyResult().map(KeyResult::objective).or(() -> item.map(Item::id));
    }

    static Optional<Objective> objective(Roadmap roadmap, Optional<ItemId> id) {
        return id.flatMap(found -> roadmap.find(found, Objective.class));
    }

    boolean isThatOf(Precedent precedent) {
        return precedent.serves().equals(item.stream().map(Item::id).toList());
    }

    Stream<String> ids() {
        return item.stream().map(found -> found.id().text());
    }
}
