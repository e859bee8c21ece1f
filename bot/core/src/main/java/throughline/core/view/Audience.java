package throughline.core.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.roadmap.Spelling;

/** Whom a view is for ("The Product Manager's Guide to Road Maps", Views for audiences). */
public enum Audience {
    THEME("executives: the themes with their KPI, OKRs and bets", "themes executive executives"),
    RELEASE("engineering, marketing and sales: bets by release window", "releases launch marketing sales"),
    TECHNOLOGY("engineering leads: technical bets and what they enable", "technical tech engineering"),
    PORTFOLIO("product leaders: whether all bets drive the goals, and their mix", "mix bets"),
    PUBLIC("customers: the public themes and the problems behind them", "customer customers"),
    TREE("everybody: key result, theme, initiative, experiment", "ost"),
    BOARD("everybody: Now, Next and Later side by side", "kanban"),
    TEAM("one team: its Now, Next and Later, and the key results", "teams");

    private final String help;
    private final String others;

    /** @param others other words for it, with spaces between */
    Audience(String help, String others) {
        this.help = help;
        this.others = others;
    }

    /** By its name or another word for it, whatever the case. */
    public static Optional<Audience> of(String word) {
        return Arrays.stream(values())
                .filter(audience -> audience.word().equalsIgnoreCase(word)
                        || List.of(audience.others.split(" ")).contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The one whose name is nearest, if a slip of the hand explains the difference. */
    public static Optional<Audience> near(String word) {
        return Spelling.closest(
                        word, Arrays.stream(values()).map(Audience::word).toList())
                .flatMap(Audience::of);
    }

    /** As it is typed after "view". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whom it is for, and what it shows. */
    public String help() {
        return help;
    }
}
