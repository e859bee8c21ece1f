package throughline.core.intake;

import java.util.List;
import java.util.Set;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Told that what serves no objective is not for now; it may be put on record all the same. */
public record WithoutOkr(Session session, Told told, Later later) implements Intake {
    public static final String RECORD = "record";

    private static final Set<String> KEEP = Set.of(RECORD, "file", "file it", "keep it", "send", "keep it on record");

    public static final Stored<WithoutOkr> STORED = new Stored<>(
            "intake-without-okr",
            1,
            new Shape.Structure<>(
                    "a request that serves no OKR",
                    List.of(SESSION, TOLD, LATER),
                    values -> new WithoutOkr(values.get(SESSION), values.get(TOLD), values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(LATER, it.later)),
            WithoutOkr.class);

    @Override
    public String step() {
        return "none";
    }

    @Override
    public Intake at(Session other) {
        return new WithoutOkr(other, told, later);
    }

    @Override
    public Intake before(Around around) {
        return new ChoosingOkr(session, told, later);
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        return KEEP.contains(heard.word()) || YES.contains(heard.word())
                ? new Outcome.Filed(
                        session, told, Trade.of(FeatureRequest.Swap.PARK).on(told.values()))
                : again("Say record to keep it on record, back to choose an objective, or cancel.");
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
