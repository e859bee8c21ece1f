package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Capacity;
import throughline.core.conversation.Scene;
import throughline.core.question.Line.Candidate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;

/** What a step looks at. */
public record Around(Scene scene, Sight sight) {
    /** What sentences are compared with. */
    public interface Sight {
        /** Requests, declines and initiatives that look like it, what is nearest first. */
        List<Item> alike(Told told);

        /** The strongest objectives, best first. */
        List<Candidate> ranked(Told told);
    }

    public Roadmap roadmap() {
        return scene.roadmap();
    }

    /** The key result that it should move if nobody says which: the one that is nearest, else the objective's first. */
    public Optional<ItemId> keyResult(Told told, Objective objective) {
        return sight.ranked(told).stream()
                .filter(candidate -> candidate.objective().equals(objective.id()))
                .flatMap(candidate -> candidate.keyResults().stream())
                .findFirst()
                .or(() -> roadmap().measuring(objective).stream().map(Item::id).findFirst());
    }

    /** The places that it would need one of: those of the product whose bets move the same key result. */
    public Capacity places(Aim aim) {
        Roadmap roadmap = roadmap();
        Optional<Product> product = aim.keyResult().flatMap(id -> roadmap.find(id, KeyResult.class)).stream()
                .flatMap(keyResult -> roadmap.serving(keyResult).first(1).stream())
                .flatMap(bet -> Capacity.of(roadmap, bet).product().stream())
                .findFirst();
        return new Capacity(
                roadmap, product.or(() -> roadmap.products().first(1).stream().findFirst()));
    }

    /** Whether Now has room for it: a small one takes no place. */
    public boolean hasRoom(Aim aim, Guess guess) {
        return guess.size() == Initiative.Size.SMALL || !places(aim).isFull();
    }

    /** Whether what it rests on is gone; empty if all is there. */
    Optional<String> vanished(Aim aim) {
        return Stream.concat(Stream.of(aim.objective()), aim.keyResult().stream())
                .filter(id -> roadmap().find(id).isEmpty())
                .map(id -> id + " is no longer on the roadmap.")
                .findFirst();
    }

    Optional<String> vanished(Trade trade, Aim aim, Guess guess) {
        boolean isGone = trade.out()
                .filter(id ->
                        places(aim).bets().stream().noneMatch(bet -> bet.id().equals(id)))
                .isPresent();
        if (isGone) {
            return trade.out().map(id -> id + " is no longer in Now, so it can't go out for this.");
        }
        return trade.swap() == FeatureRequest.Swap.NOT_NEEDED && !hasRoom(aim, guess)
                ? Optional.of("Now filled up meanwhile (" + places(aim).told() + ").")
                : Optional.empty();
    }
}
