package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.ARTIFACTS;
import static throughline.core.check.statement.Lexicon.CHANGING;
import static throughline.core.check.statement.Lexicon.COMPARATIVES;
import static throughline.core.check.statement.Lexicon.MEASURES;
import static throughline.core.check.statement.Lexicon.PIECES;
import static throughline.core.check.statement.Lexicon.REPAIRING;
import static throughline.core.check.statement.Lexicon.WORKING;

import java.util.regex.Pattern;
import throughline.core.check.statement.Statement.Layer;

/** "Take your top three roadmap items and ask yourself honestly: what layer are they defined at?" ("From Roadmap to Reality"). */
final class Layers {
    private static final Pattern MEANS = Pattern.compile("\\b(?:by \\p{L}+ing|with an?|through an?|via)\\b");

    private Layers() {}

    static Layer of(Sentence whole) {
        Sentence sentence = whole.withoutLead();
        if (isTask(sentence)) {
            return Layer.TASK;
        }
        return isOutcome(sentence) ? Layer.STRATEGY : Layer.INITIATIVE;
    }

    private static boolean isTask(Sentence sentence) {
        return REPAIRING.contains(sentence.first())
                || (WORKING.contains(sentence.first()) && sentence.from(1).hasAny(PIECES));
    }

    /** A change without a capability that would bring it about. */
    private static boolean isOutcome(Sentence sentence) {
        if (COMPARATIVES.contains(sentence.first())) {
            return sentence.hasAny(MEASURES);
        }
        return CHANGING.contains(sentence.first())
                && !MEANS.matcher(sentence.text()).find()
                && !ARTIFACTS.contains(sentence.last());
    }
}
