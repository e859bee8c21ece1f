package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a card may be in Teams. It takes about 28 KB for a message and 100 KB for an activity (learn.microsoft.com, "Limits and
 * specifications for Microsoft Teams"), counted as UTF-16; the rest of a message needs room too.
 */
final class Limits {
    static final int BYTES = 25_000;
    static final int TEXT = 3_000;
    static final int NOTE = 2_000;
    static final int FACT = 2_000;
    static final int FACT_LABEL = 60;
    static final int HEAD = 60;
    static final int CELL = 500;

    /** More columns than this stand too close to be read; the card is as wide as the window at most. */
    static final int COLUMNS = 8;

    static final int ROW = 1_000;
    static final int LABEL = 200;
    static final int BUTTON = 75;

    /** Longer labels together stand below each other: Teams would shorten them side by side. */
    static final int ABREAST = 45;

    static final int VALUE = 2_000;
    static final int OPTIONS = 100;
    static final int OPTION = 75;

    /** More alternatives than this are a list that opens. */
    static final int EXPANDED = 10;

    /** What a client shows that knows no such cards. */
    static final int FALLBACK = 500;

    private Limits() {}

    /** The size that Teams counts: two bytes a UTF-16 unit. */
    static int bytes(JsonNode card) {
        return 2 * card.toString().length();
    }
}
