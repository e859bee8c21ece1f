package throughline.core.view;

import java.util.List;
import java.util.Optional;
import throughline.core.people.People;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/**
 * All that anybody outside the organization may know of its roadmap, and the only place that decides it: the themes that are public,
 * with the problems behind them.
 *
 * @param organization "this organization" where it has no name
 * @param themes how many are public
 * @param shown a stretch of them
 */
public record PublicRoadmap(String organization, int themes, List<PublicTheme> shown) {
    private static final int LONGEST_PROBLEM = 300;

    public PublicRoadmap {
        shown = List.copyOf(shown);
    }

    /** At most so many themes after the first ones. */
    public static PublicRoadmap of(Roadmap roadmap, People people, int from, int most) {
        Listing<Theme> themes = roadmap.publicThemes();
        Discretion discretion = new Discretion(roadmap, people);
        return new PublicRoadmap(
                named(roadmap),
                themes.size(),
                themes.from(from)
                        .limit(most)
                        .map(theme -> published(roadmap, discretion, theme))
                        .toList());
    }

    private static PublicTheme published(Roadmap roadmap, Discretion discretion, Theme theme) {
        Optional<String> problem = theme.values()
                .find(Theme.PROBLEM)
                .flatMap(text -> discretion.sentences(text, theme.owner()))
                .map(text -> Rows.clipped(text, LONGEST_PROBLEM));
        return new PublicTheme(
                Phrases.clipped(discretion.line(theme.title(), theme.owner())),
                problem,
                !roadmap.publicWork(theme).isEmpty());
    }

    private static String named(Roadmap roadmap) {
        return roadmap.organization().isEmpty() ? "this organization" : roadmap.organization();
    }
}
