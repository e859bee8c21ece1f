package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;

/** A true external deadline and its reason. Never shown publicly. */
public record FixedDeadline(LocalDate on, String reason) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<String> REASON = Field.required("reason", Shape.prose(), "Who or what sets it");

    static final Shape<FixedDeadline> SHAPE = new Shape.Structure<>(
            "a fixed deadline",
            List.of(ON, REASON),
            values -> new FixedDeadline(values.get(ON), values.get(REASON)),
            it -> Values.none().with(ON, it.on).with(REASON, it.reason));
}
