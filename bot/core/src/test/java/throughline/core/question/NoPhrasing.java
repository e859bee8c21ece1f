package throughline.core.question;

import java.util.List;
import java.util.Map;

/** Has not learned anything: sentences are understood by idioms alone. */
public final class NoPhrasing implements Phrasing {
    @Override
    public boolean knows(String word) {
        return false;
    }

    @Override
    public Map<Intent, Double> intents(List<String> sentence, Meaning meaning) {
        return Map.of();
    }

    @Override
    public double productMatter(Meaning meaning) {
        return 0;
    }
}
