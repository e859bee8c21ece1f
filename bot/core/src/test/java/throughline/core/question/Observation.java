package throughline.core.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

/** What is seen of a text before it is weighed: the weights are fitted to this. */
public record Observation(Roadmap roadmap, Language language, Recall recall, Phrasing phrasing) {
    /** For each objective, how near the work is from each side. */
    public Map<String, List<Double>> line(String work) {
        Map<String, List<Double>> seen = new LinkedHashMap<>();
        Optional<Meaning> meaning = language.meaning(work);
        meaning.ifPresent(known -> new Inference(roadmap, language, recall, phrasing)
                .sides(work, known)
                .forEach(sides -> seen.put(
                        sides.objective().id().text(),
                        Stream.of(Sides.Side.values()).map(sides::of).toList())));
        return seen;
    }

    /** For each item of these kinds that may be meant, how well it fits from each side. */
    public Map<String, List<Double>> items(String text, Set<Kind> kinds) {
        Map<String, List<Double>> seen = new LinkedHashMap<>();
        new Resolution(roadmap, language, recall, phrasing)
                .fitting(text, kinds)
                .forEach(fitting -> seen.put(
                        fitting.item().kind() == Kind.TEAM
                                ? fitting.item().title()
                                : fitting.item().id().text(),
                        new ArrayList<>(fitting.sides().values())));
        return seen;
    }

    /** The kinds of items that an intent is about. */
    public static Set<Kind> kinds(Intent intent) {
        return Understanding.kinds(intent);
    }

    public List<String> wording(String text) {
        return new Wording(roadmap, phrasing::knows).of(text);
    }
}
