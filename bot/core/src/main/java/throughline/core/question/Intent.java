package throughline.core.question;

import java.util.Locale;

/** What somebody wants to know. */
public enum Intent {
    NOW,
    NEXT,
    LATER,
    OKRS,
    WHICH_OKR,
    WHY,
    WHEN,
    WHO_OWNS,
    STATUS_OF,
    TEAM_WORK,
    HELP,
    LINK,
    PUBLIC_VIEW,
    ACCOUNT,
    ROLE,
    UNKNOWN;

    /** The written name, such as {@code which_okr}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
