package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** What would go out of Now for it: an initiative, or why none is named. */
public record Trade(FeatureRequest.Swap swap, Optional<ItemId> out) {
    static final Shape<Trade> SHAPE = new Shape.Structure<>(
            "what goes out for it",
            List.of(FeatureRequest.SWAP, FeatureRequest.OUT),
            values -> new Trade(values.get(FeatureRequest.SWAP), values.find(FeatureRequest.OUT)),
            it -> Values.none().with(FeatureRequest.SWAP, it.swap).with(FeatureRequest.OUT, it.out));

    public static Trade of(ItemId initiative) {
        return new Trade(FeatureRequest.Swap.INITIATIVE, Optional.of(initiative));
    }

    public static Trade of(FeatureRequest.Swap none) {
        return new Trade(none, Optional.empty());
    }

    Values on(Values values) {
        return values.with(FeatureRequest.SWAP, swap).with(FeatureRequest.OUT, out);
    }
}
