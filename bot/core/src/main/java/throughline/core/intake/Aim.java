package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** The objective that a request accelerates, and the key result that it should move. */
public record Aim(ItemId objective, Optional<ItemId> keyResult) {
    private static final Field<ItemId> OBJECTIVE =
            Field.required("objective", Shape.item(Kind.OBJECTIVE), "The objective");

    static final Shape<Aim> SHAPE = new Shape.Structure<>(
            "what it accelerates",
            List.of(OBJECTIVE, FeatureRequest.KEY_RESULT),
            values -> new Aim(values.get(OBJECTIVE), values.find(FeatureRequest.KEY_RESULT)),
            it -> Values.none().with(OBJECTIVE, it.objective).with(FeatureRequest.KEY_RESULT, it.keyResult));

    Values on(Values values) {
        return values.with(FeatureRequest.OBJECTIVE, objective).with(FeatureRequest.KEY_RESULT, keyResult);
    }
}
