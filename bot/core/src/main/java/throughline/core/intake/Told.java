package throughline.core.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** What is asked for, whose problem it solves, and what speaks for it. */
public record Told(
        String title,
        String problem,
        List<String> customers,
        Optional<Evidence.Origin> origin,
        Optional<String> source,
        Optional<Estimate> revenue) {
    public Told {
        customers = List.copyOf(customers);
    }

    /** A title ends where a reason begins. */
    private static final Pattern END =
            Pattern.compile("[,;:\\n]|\\s[–—-]\\s|[.!?](?:\\s|$)|\\s(?:because|so that|since)\\s");

    private static final int LONGEST_TITLE = 120;

    static final Shape<Told> SHAPE = new Shape.Structure<>(
            "what is asked for",
            List.of(
                    FeatureRequest.TITLE,
                    FeatureRequest.PROBLEM,
                    FeatureRequest.CUSTOMERS,
                    FeatureRequest.ORIGIN,
                    FeatureRequest.SOURCE,
                    FeatureRequest.REVENUE),
            values -> new Told(
                    values.get(FeatureRequest.TITLE),
                    values.get(FeatureRequest.PROBLEM),
                    values.all(FeatureRequest.CUSTOMERS),
                    values.find(FeatureRequest.ORIGIN),
                    values.find(FeatureRequest.SOURCE),
                    values.find(FeatureRequest.REVENUE)),
            Told::values);

    /** From a sentence or some paragraphs: its beginning is the title. Empty if there are no words in it, or too many. */
    public static Optional<Told> of(String text) {
        return FeatureRequest.PROBLEM_TEXT
                .tidied(text)
                .filter(tidy -> tidy.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(tidy ->
                        new Told(heading(tidy), tidy, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String heading(String text) {
        String first = END.split(text, 2)[0].strip();
        String heading = first.codePoints().anyMatch(Character::isLetterOrDigit) ? first : text.strip();
        String line = capital(heading.replaceAll("\\s+", " ").replaceFirst("(?i)^(?:an?|the|some) (?=\\S)", ""));
        return line.length() <= LONGEST_TITLE
                ? line
                : line.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
    }

    /** A name such as "iOS" stays as it is. */
    private static String capital(String line) {
        String word = line.split(" ", 2)[0];
        return word.chars().noneMatch(Character::isUpperCase)
                ? line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1)
                : line;
    }

    /** What it is compared with others by. */
    public String words() {
        boolean isSaid = problem.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
        return isSaid ? problem : title + ". " + problem;
    }

    Values values() {
        return Values.none()
                .with(FeatureRequest.TITLE, title)
                .with(FeatureRequest.PROBLEM, problem)
                .with(FeatureRequest.CUSTOMERS, Optional.of(customers).filter(some -> !some.isEmpty()))
                .with(FeatureRequest.ORIGIN, origin)
                .with(FeatureRequest.SOURCE, source)
                .with(FeatureRequest.REVENUE, revenue);
    }
}
