package throughline.core.question;

import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/**
 * A text on the roadmap that tells what an objective is about.
 *
 * @param source the item that has it
 */
record Part(Aspect aspect, Item source, String text) {
    /** So many initiatives of a key result are looked at; more of them say nothing new about it. */
    private static final int INITIATIVES = 25;

    /** What kind of text it is. */
    enum Aspect {
        TITLE,
        WHY,
        KEY_RESULT,
        THEME,
        INITIATIVE,
        /** Work that somebody recorded for the objective; it counts as an initiative would. */
        PRECEDENT
    }

    /** All of an objective's, in reading order. */
    static Stream<Part> of(Roadmap roadmap, Objective objective) {
        return Stream.of(
                        Stream.of(new Part(Aspect.TITLE, objective, objective.title())),
                        objective.why().map(why -> new Part(Aspect.WHY, objective, why)).stream(),
                        roadmap.measuring(objective).stream()
                                .map(keyResult -> new Part(Aspect.KEY_RESULT, keyResult, said(keyResult))),
                        roadmap.themesOf(objective).stream().map(theme -> new Part(Aspect.THEME, theme, theme.title())),
                        roadmap.measuring(objective).stream()
                                .flatMap(keyResult -> roadmap.serving(keyResult).first(INITIATIVES).stream())
                                .distinct()
                                .map(initiative -> new Part(Aspect.INITIATIVE, initiative, said(initiative))),
                        roadmap.precedentsFor(objective).first(INITIATIVES).stream()
                                .map(precedent -> new Part(Aspect.PRECEDENT, precedent, precedent.title())))
                .flatMap(parts -> parts);
    }

    /** What an item says about itself in one sentence: its title, and what makes it plain. */
    static String said(Item item) {
        if (item instanceof KeyResult keyResult) {
            return with(
                    keyResult.title(), keyResult.values().find(KeyResult.METRIC).orElse(""));
        }
        if (item instanceof Initiative initiative) {
            return with(
                    initiative.title(),
                    initiative.values().find(Initiative.DESCRIPTION).orElse(""));
        }
        if (item instanceof Objective objective) {
            return with(objective.title(), objective.why().orElse(""));
        }
        return item instanceof Theme theme
                ? with(theme.title(), theme.values().find(Theme.PROBLEM).orElse(""))
                : item.title();
    }

    private static String with(String title, String more) {
        return more.isEmpty() || more.equals(title) ? title : title + ": " + more;
    }
}
