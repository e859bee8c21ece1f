package throughline.core.people;

import java.util.Locale;

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

    /** As people read it: "engineering lead". */
    public String title() {
        return title;
    }

    /** As files have it: {@code engineering_lead}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
