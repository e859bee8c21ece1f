package throughline.core.interchange;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import throughline.core.people.Role;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;

/** What a file says about a person, and what it means to be named in it. */
final class Membership {
    static final String KEY = "people";
    static final int LONGEST_NAME = 100;

    static final Field<String> NAME =
            Field.required("name", Shape.line(LONGEST_NAME), "The full name, as the rest of the file has it");
    static final Field<List<Role>> ROLES = Field.of(
            "roles", Shape.many(Shape.oneOf(Role.class)), "What the person may decide; else what the file implies");
    static final Field<String> TITLE = Field.of("title", Shape.line(), "What the person does");
    static final Field<String> DEPARTMENT = Field.of("department", Shape.line(), "Where the person works");
    static final Field<String> EMAIL = Field.of(
            "email",
            new Shape.Parsed<>(
                    "an e-mail address like maya@example.com", "email", Membership::address, UnaryOperator.identity()),
            "The work e-mail address");
    static final Field<java.time.ZoneId> ZONE = Field.of("zone", Shape.zone(), "The time zone");

    static final List<Field<?>> FIELDS = List.of(NAME, ROLES, TITLE, DEPARTMENT, EMAIL, ZONE);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int LONGEST_ADDRESS = 254;

    private Membership() {}

    private static String address(String text) {
        if (text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("not an address");
        }
        return text;
    }

    /** The role of somebody whom an item of this kind names under this key. */
    static Role implied(Optional<Kind> kind, String key) {
        if (kind.isPresent() && key.equals("owner")) {
            return switch (kind.get()) {
                case OBJECTIVE, THEME, INITIATIVE -> Role.PM;
                case STRATEGY -> Role.PRODUCT_LEAD;
                default -> Role.TEAM_MEMBER;
            };
        }
        if (kind.isPresent() && key.equals("lead")) {
            return kind.get() == Kind.PRODUCT ? Role.PRODUCT_LEAD : Role.ENGINEERING_LEAD;
        }
        return Role.TEAM_MEMBER;
    }
}
