package throughline.app;

import java.util.List;
import java.util.Optional;
import throughline.core.question.Language;
import throughline.core.question.Meaning;
import throughline.core.question.Recall;
import throughline.core.roadmap.Roadmap;

/** Stands where a model of language and an index will be: the bot then goes by words and titles alone. */
final class NoModelYet implements Language, Recall {
    @Override
    public Optional<Meaning> meaning(String text) {
        return Optional.empty();
    }

    @Override
    public List<Hit> search(Roadmap roadmap, String text, int most) {
        return List.of();
    }
}
