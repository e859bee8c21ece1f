package throughline.core.assistant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Dhm;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.FixedDeadline;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Workstream;

/** What Acme recorded to weigh its bets with. */
final class Scored {
    private Scored() {}

    static Chat in(Chat chat) {
        return chat.record(
                Acme.MAYA,
                "worked out with finance",
                set("I3", Initiative.RICE, rice(2_100, "2", 80, "4")),
                set("I3", Initiative.COST_OF_DELAY, cost(9_500, CostOfDelay.Profile.LINEAR)),
                set("I3", Initiative.DHM, dhm(3, 1, 2)),
                set("I3", Initiative.WORK_TYPE, Initiative.WorkType.LEVERAGE),
                set("I3", Initiative.SIZE, Initiative.Size.BIG),
                set("I3", Initiative.MOSCOW, Initiative.Moscow.MUST),
                set("I3", Initiative.RELEASE, "2026-Q4"),
                set("I3", Initiative.CONFIDENCE, beliefs()),
                set("I4", Initiative.RICE, rice(900, "1", 80, "3")),
                set("I4", Initiative.COST_OF_DELAY, cost(9_500, CostOfDelay.Profile.DECAYING)),
                set("I4", Initiative.SIZE, Initiative.Size.MEDIUM),
                set("I4", Initiative.MOSCOW, Initiative.Moscow.SHOULD),
                set("I4", Initiative.RELEASE, "Q4 2026"),
                set("I9", Initiative.RICE, rice(4_000, "2", 80, "6")),
                set("I9", Initiative.COST_OF_DELAY, cost(5_000, CostOfDelay.Profile.DEADLINE)),
                set(
                        "I9",
                        Initiative.FIXED_DEADLINE,
                        new FixedDeadline(LocalDate.of(2027, 3, 31), "the contract with Globex")),
                set("I10", Initiative.WORK_TYPE, Initiative.WorkType.NEUTRAL),
                set(Kind.PRODUCT, "P1", Product.DHM, dhm(2, 2, 2)),
                new Change.Added(work("W1", "Questions that survive a reload", "2 weeks")),
                new Change.Added(work("W2", "The wizard on a phone", "3 weeks")),
                new Change.Added(Acme.item(
                        Kind.EVIDENCE,
                        "E1",
                        v -> v.with(Evidence.STATEMENT, "11 of 14 new teams asked what to do first")
                                .with(Evidence.ON, LocalDate.of(2026, 7, 20))
                                .with(Evidence.INITIATIVE, new ItemId("I3")))));
    }

    private static <V> Change set(String id, Field<V> field, V value) {
        return set(Kind.INITIATIVE, id, field, value);
    }

    private static <V> Change set(Kind kind, String id, Field<V> field, V value) {
        return new Change.Edited<>(kind, new ItemId(id), field, Optional.empty(), Optional.of(value));
    }

    private static Rice rice(int reach, String impact, int confidence, String effort) {
        return new Rice(
                BigDecimal.valueOf(reach),
                new BigDecimal(impact),
                BigDecimal.valueOf(confidence),
                new BigDecimal(effort));
    }

    private static CostOfDelay cost(int week, CostOfDelay.Profile profile) {
        return new CostOfDelay(BigDecimal.valueOf(week), Optional.of(profile));
    }

    private static Dhm dhm(int delight, int copy, int margin) {
        return new Dhm(
                mark(delight, "value in minutes"), mark(copy, "others have wizards"), mark(margin, "fewer calls"));
    }

    private static Optional<Dhm.Mark> mark(int score, String reason) {
        return Optional.of(new Dhm.Mark(score, Optional.of(reason)));
    }

    private static Beliefs beliefs() {
        return new Beliefs(belief(Confidence.HIGH), belief(Confidence.HIGH), belief(Confidence.MEDIUM));
    }

    private static Optional<Belief> belief(Confidence level) {
        return Optional.of(new Belief(level, Optional.of("interviews")));
    }

    private static Item work(String id, String title, String estimate) {
        return Acme.item(
                Kind.WORKSTREAM,
                id,
                v -> v.with(Workstream.TITLE, title)
                        .with(Workstream.INITIATIVE, new ItemId("I3"))
                        .with(Workstream.ESTIMATE, estimate));
    }
}
