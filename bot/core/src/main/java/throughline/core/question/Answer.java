package throughline.core.question;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.ItemId;

/**
 * What an answer says, for programs.
 *
 * @param entities what the question was about, best first: ids, or for a team its name
 */
public record Answer(Intent intent, List<String> entities, Optional<Line> line) {
    public Answer {
        entities = List.copyOf(entities);
    }

    public static Answer of(Intent intent) {
        return new Answer(intent, List.of(), Optional.empty());
    }

    public static Answer about(Intent intent, ItemId... entities) {
        return new Answer(intent, Arrays.stream(entities).map(ItemId::text).toList(), Optional.empty());
    }

    public Answer with(Line drawn) {
        return new Answer(intent, entities, Optional.of(drawn));
    }
}
