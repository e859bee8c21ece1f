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
    WHAT_SERVES,
    ORPHANS,
    CHANGES,
    NON_GOALS,
    CONSTRAINTS,
    ON_ROADMAP,
    PROGRESS_OF_KR,
    CHECK,
    LAYER,
    DIAGNOSE,
    TRADEOFF,
    SCORE,
    COMPARE,
    MIX,
    WHY_NOT,
    MY_REQUESTS,
    QUESTIONS,
    ASK_OWNER,
    ANSWER,
    OUT_OF_SCOPE,
    HELP,
    LINK,
    RECORD,
    PROPOSAL,
    FLAG,
    SHARE,
    COMMENT,
    REVIEW,
    WATCH,
    ADD,
    EDIT,
    MOVE,
    CHECK_IN,
    REMOVE,
    PUBLIC_VIEW,
    VIEW,
    TREE,
    ACCOUNT,
    ROLE,
    HISTORY,
    AS_OF,
    DIFF,
    SLIP,
    UNDO,
    ERASE,
    REDACT,
    UNKNOWN;

    /** The written name, such as {@code which_okr}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
