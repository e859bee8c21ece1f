package throughline.core.score;

import java.util.List;
import java.util.Locale;

/** A way to weigh initiatives. */
public enum Measure {
    CD3("CD3", "cost of delay a week ÷ weeks of work"),
    COST_OF_DELAY("Cost of delay", "what a week of waiting costs"),
    RICE("RICE", "reach × impact × confidence ÷ effort"),
    DHM("DHM", "delight + hard to copy + margin"),
    LNO("LNO", "leverage before neutral before overhead"),
    CONFIDENCE("Confidence", "the lowest of problem, solution and outcome"),
    MOSCOW("MoSCoW", "the place in its release"),
    SIZE("Bet size", "how much is at stake");

    /** Those that put items in an order, the one that is asked first in front: it weighs value against time. */
    static final List<Measure> RANKING = List.of(CD3, COST_OF_DELAY, RICE, DHM, LNO, CONFIDENCE);

    private final String title;
    private final String meaning;

    Measure(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** The title as it stands inside a sentence: "CD3", "cost of delay". */
    public String word() {
        return Character.isUpperCase(title.charAt(1)) || this == MOSCOW ? title : title.toLowerCase(Locale.ROOT);
    }

    /** What it is, in a few words or as a formula. */
    public String meaning() {
        return meaning;
    }
}
