package throughline.core.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Field;
import throughline.core.card.Field.Kind;
import throughline.core.card.Field.Option;
import throughline.core.people.Person;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Shape;

/** How each shape is asked for: a choice where the alternatives are known and few, else text. */
final class Inquiry {
    /** What is chosen to leave something open. */
    static final String NONE = "none";

    /** Of more than these a name is typed. */
    private static final int MOST = 100;

    /** Numbers that every platform shows as such. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");

    private final Known known;
    private final Map<String, List<String>> texts;

    Inquiry(Known known, Map<String, List<String>> texts) {
        this.known = known;
        this.texts = texts;
    }

    /** Whether it is chosen among alternatives, so that "none" is one of them. */
    static boolean isChosen(Shape<?> shape) {
        return shape instanceof Shape.OneOf<?>
                || shape instanceof Shape.Flag
                || isReference(shape)
                || (shape instanceof Shape.Many<?> many && isReference(many.element()));
    }

    private static boolean isReference(Shape<?> shape) {
        return shape instanceof Shape.PersonRef || shape instanceof Shape.ItemRef;
    }

    Field of(Part part) {
        List<String> initials = initials(part);
        Field field = new Field(
                part.id(),
                kind(part, initials),
                part.label(),
                part.required(),
                options(part, initials),
                initials,
                Optional.of(hint(part)));
        return field.kind() == Kind.TEXT && initials.size() > 1
                ? field.startingWith(String.join(", ", initials))
                : field;
    }

    private List<String> initials(Part part) {
        Shape<?> element = part.shape() instanceof Shape.Many<?> many ? many.element() : part.shape();
        List<String> initials = texts.getOrDefault(part.id(), List.of());
        boolean isTyped = element instanceof Shape.PersonRef && !isFew(element);
        return isTyped ? initials.stream().map(known::written).toList() : initials;
    }

    private static String hint(Part part) {
        return part.shape() instanceof Shape.Many<?> many && Texts.isLines(many)
                ? part.help() + " (one per line)"
                : part.help();
    }

    private Kind kind(Part part, List<String> initials) {
        Shape<?> shape = part.shape();
        if (shape instanceof Shape.Numeric) {
            boolean isShown =
                    initials.stream().allMatch(text -> NUMBER.matcher(text).matches());
            return isShown ? Kind.NUMBER : Kind.TEXT;
        }
        if (shape instanceof Shape.Parsed<?> parsed) {
            return parsed.format().equals("date") ? Kind.DATE : Kind.TEXT;
        }
        if (shape instanceof Shape.Many<?> many) {
            return isReference(many.element()) && isFew(many.element()) ? Kind.CHOICES : Kind.TEXT;
        }
        if (shape instanceof Shape.PersonRef) {
            return Kind.PERSON;
        }
        return isChosen(shape) && isFew(shape) ? Kind.CHOICE : Kind.TEXT;
    }

    private boolean isFew(Shape<?> shape) {
        if (shape instanceof Shape.ItemRef ref) {
            int size = known.roadmap().all(ref.kind()).size();
            return size > 0 && size <= MOST;
        }
        return !(shape instanceof Shape.PersonRef)
                || (known.people().size() > 0 && known.people().size() <= MOST);
    }

    /** What is chosen now comes first, so that no platform cuts it off. */
    private List<Option> options(Part part, List<String> initials) {
        Shape<?> element = part.shape() instanceof Shape.Many<?> many ? many.element() : part.shape();
        if (!isChosen(element) || !isFew(element)) {
            return List.of();
        }
        List<Option> all = alternatives(element).toList();
        boolean isSeveral = element != part.shape();
        boolean mayBeEmpty = !part.required() && !isSeveral && !initials.isEmpty();
        return Stream.of(
                        all.stream().filter(option -> isReference(element) && initials.contains(option.value())),
                        all.stream().filter(option -> !isReference(element) || !initials.contains(option.value())),
                        mayBeEmpty ? Stream.of(new Option(NONE, "None")) : Stream.<Option>empty())
                .flatMap(options -> options)
                .toList();
    }

    private Stream<Option> alternatives(Shape<?> shape) {
        if (shape instanceof Shape.OneOf<?> oneOf) {
            return Stream.of(oneOf.choices().getEnumConstants())
                    .map(Shape::written)
                    .map(name -> new Option(name, Part.label(name)));
        }
        if (shape instanceof Shape.ItemRef ref) {
            return known.roadmap().all(ref.kind()).stream().map(Inquiry::option);
        }
        return shape instanceof Shape.PersonRef
                ? known.people().stream().map(Inquiry::option)
                : Stream.of(new Option("yes", "Yes"), new Option("no", "No"));
    }

    private static Option option(Item item) {
        return new Option(
                item.id().text(),
                item.kind() == throughline.core.roadmap.Kind.TEAM ? item.title() : item.id() + " " + item.title());
    }

    private static Option option(Person person) {
        return new Option(person.id().text(), person.name());
    }
}
