package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** An initiative and a key result, as a command names them: "onboarding wizard O1-KR1 because …". */
record Pair(String name, Optional<Initiative> initiative, Optional<KeyResult> keyResult, Optional<String> reason) {
    private static final Pattern REASON = Pattern.compile(" because ", Pattern.CASE_INSENSITIVE);

    /** A change is not made on a guess: the initiative by id or whole title, the key result by id. */
    static Pair in(Roadmap roadmap, String text) {
        String[] parts = REASON.split(text, 2);
        List<String> words = List.of(parts[0].strip().split("\\s+", -1));
        Optional<KeyResult> keyResult = words.stream()
                .flatMap(word -> found(roadmap, word, KeyResult.class))
                .findFirst();
        String name = String.join(
                " ",
                words.stream()
                        .filter(word ->
                                found(roadmap, word, KeyResult.class).findAny().isEmpty())
                        .toList());
        Optional<Initiative> initiative = initiative(roadmap, name);
        return new Pair(
                name, initiative, keyResult, parts.length > 1 ? Optional.of(parts[1].strip()) : Optional.empty());
    }

    static Optional<Initiative> initiative(Roadmap roadmap, String name) {
        return Names.in(roadmap).only(Kind.INITIATIVE).find(name) instanceof Names.Found.One one && one.isExact()
                ? Optional.of((Initiative) one.item())
                : Optional.empty();
    }

    /** What to say about a name that fits no initiative exactly. */
    static String unknown(Roadmap roadmap, String name) {
        Names.Found found = Names.in(roadmap).only(Kind.INITIATIVE).find(name);
        List<Item> near = found instanceof Names.Found.One one
                ? List.of(one.item())
                : found instanceof Names.Found.Several several ? several.items() : ((Names.Found.Nothing) found).near();
        return "I find no initiative called " + Phrases.quoted(name) + ". "
                + (near.isEmpty() ? "Give its id, such as I3." : "Did you mean " + Subject.either(near) + "?");
    }

    private static <T extends Item> Stream<T> found(Roadmap roadmap, String word, Class<T> type) {
        return roadmap.find(word).filter(type::isInstance).map(type::cast).stream();
    }
}
