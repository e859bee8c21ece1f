package throughline.core.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may decide; the written name is what files and stores hold. */
public enum Role {
    STAKEHOLDER("stakeholder"),
    TEAM_MEMBER("team member"),
    PM("PM"),
    ENGINEERING_LEAD("engineering lead"),
    PRODUCT_LEAD("product lead"),
    ADMIN("admin");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** As somebody typed it: {@code pm}, {@code product lead}, {@code product_lead}. */
    public static Optional<Role> named(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(values())
                .filter(role -> role.written().equals(wanted))
                .findFirst();
    }

    /** As people read it: "engineering lead". */
    public String title() {
        return title;
    }

    /** As files have it: {@code engineering_lead}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
