package throughline.core.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import throughline.core.data.Datum;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Reading;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Values of any field, the same ones for the same seed. */
final class RandomValues {
    private static final List<String> WORDS = List.of(
            "guided", "setup", "40 %", "a; size", "why: not", "+ one", "- two", "é", "“q”", "3,5", "none of it");

    private final Random random;
    private final Roadmap roadmap = Acme.roadmap();

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    /** Of each field in one of two cases nothing, if it may have nothing. */
    Values of(Kind kind) {
        Values values = Values.none();
        for (Field<?> field : kind.fields()) {
            if (field.isRequired() || random.nextBoolean()) {
                values = with(values, field);
            }
        }
        return values;
    }

    private <V> Values with(Values values, Field<V> field) {
        return values.with(
                field, datum(field.shape()).flatMap(datum -> field.shape().read(datum, BY_ID)));
    }

    private Optional<Datum> datum(Shape<?> shape) {
        if (shape instanceof Shape.Structure<?> structure) {
            Datum.Writer mapping = Datum.mapping();
            boolean isFilled = false;
            for (Field<?> field : structure.fields()) {
                if (field.isRequired() || random.nextBoolean()) {
                    Optional<Datum> part = datum(field.shape());
                    mapping.put(field.key(), part);
                    isFilled |= part.isPresent();
                }
            }
            return isFilled ? Optional.of(mapping.done()) : Optional.empty();
        }
        if (shape instanceof Shape.Many<?> many) {
            List<Datum> elements = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                datum(many.element()).ifPresent(elements::add);
            }
            return Optional.of(Datum.list(elements.stream().distinct().toList()));
        }
        return scalar(shape);
    }

    private Optional<Datum> scalar(Shape<?> shape) {
        if (shape instanceof Shape.OneOf<?> oneOf) {
            Enum<?>[] all = oneOf.choices().getEnumConstants();
            return Optional.of(Datum.text(Shape.written(all[random.nextInt(all.length)])));
        }
        if (shape instanceof Shape.Numeric numeric) {
            BigDecimal some = numeric.least().add(BigDecimal.valueOf(random.nextInt(3)));
            return Optional.of(Datum.number(some.min(numeric.most())));
        }
        if (shape instanceof Shape.Flag) {
            return Optional.of(Datum.flag(random.nextBoolean()));
        }
        if (shape instanceof Shape.Parsed<?> parsed) {
            return Optional.of(Datum.text(
                    switch (parsed.format()) {
                        case "date" -> "2026-11-21";
                        case "time" -> "09:30";
                        case "date-time" -> "2026-11-20T10:00:00Z";
                        default -> "Europe/Berlin";
                    }));
        }
        if (shape instanceof Shape.PersonRef) {
            return Optional.of(Datum.text(Acme.MAYA.text()));
        }
        if (shape instanceof Shape.ItemRef ref) {
            List<Item> all = roadmap.all(ref.kind()).toList();
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Datum.text(all.get(random.nextInt(all.size())).id().text()));
        }
        return Optional.of(Datum.text(text(shape instanceof Shape.Text text && !text.oneLine())));
    }

    private String text(boolean lines) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(lines && random.nextInt(4) == 0 ? "\n" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static final Reading BY_ID = new Reading() {
        @Override
        public void problem(Spot spot, String message) {
            throw new AssertionError(message);
        }

        @Override
        public <T> T inside(String step, java.util.function.Supplier<T> part) {
            return part.get();
        }

        @Override
        public Optional<PersonId> person(String text, Spot spot) {
            return Optional.of(new PersonId(text));
        }

        @Override
        public Optional<ItemId> item(String text, Spot spot, Kind kind) {
            return Optional.of(new ItemId(text));
        }
    };
}
