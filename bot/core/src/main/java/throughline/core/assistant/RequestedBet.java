package throughline.core.assistant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.edit.Line;
import throughline.core.edit.Pages;
import throughline.core.edit.Wish;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Values;

/** The initiative that a request asks for, with what its requester told. */
record RequestedBet(Request request, FeatureRequest asked) {
    private static final BigDecimal LEAST_EFFORT = new BigDecimal("0.1");

    /** As it would be; it is not on the roadmap yet. */
    Initiative in(Horizon horizon, PersonId owner) {
        Values told = asked.values();
        List<ItemId> serves = Stream.of(asked.keyResult())
                .flatMap(Optional::stream)
                .filter(id -> request.roadmap().find(id, KeyResult.class).isPresent())
                .toList();
        Values values = Values.none()
                .with(Initiative.TITLE, asked.title())
                .with(Initiative.DESCRIPTION, asked.problem())
                .with(Initiative.HORIZON, horizon)
                .with(Initiative.OWNER, owner)
                .with(Initiative.SERVES, Optional.of(serves).filter(some -> !some.isEmpty()))
                .with(Initiative.CONFIDENCE, told.find(FeatureRequest.CONFIDENCE))
                .with(Initiative.SIZE, told.find(FeatureRequest.SIZE))
                .with(Initiative.RICE, rice(told))
                .with(
                        Initiative.COST_OF_DELAY,
                        told.find(FeatureRequest.COST_OF_DELAY)
                                .map(Estimate::middle)
                                .filter(cost -> cost.signum() >= 0)
                                .map(cost -> new CostOfDelay(cost, Optional.empty())))
                .with(Initiative.SOURCE, Optional.of(List.of(asked.id().text())));
        return (Initiative) Kind.INITIATIVE.item(request.roadmap().free(Kind.INITIATIVE), values);
    }

    private static Optional<Rice> rice(Values told) {
        Optional<BigDecimal> reach = told.find(FeatureRequest.REACH).map(Estimate::middle);
        Optional<BigDecimal> impact = told.find(FeatureRequest.IMPACT);
        Optional<BigDecimal> effort = told.find(FeatureRequest.EFFORT)
                .map(Estimate::middle)
                .filter(months -> months.compareTo(LEAST_EFFORT) >= 0);
        Optional<BigDecimal> sure =
                told.find(FeatureRequest.CONFIDENCE).flatMap(Beliefs::lowest).map(RequestedBet::percent);
        return reach.isPresent() && impact.isPresent() && effort.isPresent() && sure.isPresent()
                ? Optional.of(new Rice(reach.get(), impact.get(), sure.get(), effort.get()))
                : Optional.empty();
    }

    /** As Intercom counts confidence. */
    private static BigDecimal percent(Confidence confidence) {
        return BigDecimal.valueOf(
                switch (confidence) {
                    case HIGH -> 100;
                    case MEDIUM -> 80;
                    case LOW -> 50;
                });
    }

    /** The command that puts it there. */
    String command(Horizon horizon, PersonId owner) {
        Initiative bet = in(horizon, owner);
        List<Wish<?>> wishes = new ArrayList<>();
        Pages.fields(Kind.INITIATIVE).stream()
                .filter(field -> bet.values().find(field).isPresent())
                .forEach(field -> wishes.add(Wish.asIn(bet, field)));
        String line = Line.written(Edits.known(request), Kind.INITIATIVE, wishes)
                .orElseGet(() -> "title: " + bet.title() + "; horizon: " + Moving.written(horizon));
        return "add another initiative " + line;
    }
}
