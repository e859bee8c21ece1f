package throughline.core.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import throughline.core.roadmap.Roadmap;

/**
 * How a sentence is put, whatever it is about: ids and names of the roadmap are replaced by signs, other words that nothing was
 * learned of by another. "When does SSO ship?" and "when does I7 land" are put alike.
 */
final class Wording {
    private static final String KEY_RESULT = "<kr>";
    private static final String OBJECTIVE = "<o>";
    private static final String WORK = "<i>";
    private static final String NAME = "<n>";
    private static final String OTHER = "<x>";

    private static final Pattern PIECES = Pattern.compile("o\\d+-?kr\\d+|[a-z]\\d+|[a-z0-9']+|\\?");
    private static final Pattern KEY_RESULT_ID = Pattern.compile("o\\d+-?kr\\d+");
    private static final Pattern OBJECTIVE_ID = Pattern.compile("o\\d+");
    private static final Pattern WORK_ID = Pattern.compile("[iw]\\d+");

    /** A sentence is shorter; a pasted page is not read to its end. */
    private static final int MOST_WORDS = 60;

    private final Roadmap roadmap;
    private final Predicate<String> isKnown;

    /** @param isKnown whether a word tells how something is asked */
    Wording(Roadmap roadmap, Predicate<String> isKnown) {
        this.roadmap = roadmap;
        this.isKnown = isKnown;
    }

    List<String> of(String text) {
        List<String> signs = new ArrayList<>();
        for (String piece : pieces(text)) {
            String sign = sign(piece);
            boolean repeats = sign.startsWith("<") && !signs.isEmpty() && sign.equals(signs.get(signs.size() - 1));
            if (!repeats) {
                signs.add(sign);
            }
        }
        return signs;
    }

    /** The words and ids of a text, in lower case. */
    static List<String> pieces(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return PIECES.matcher(plain)
                .results()
                .limit(MOST_WORDS)
                .map(MatchResult::group)
                .toList();
    }

    private String sign(String piece) {
        if (KEY_RESULT_ID.matcher(piece).matches()) {
            return KEY_RESULT;
        }
        if (OBJECTIVE_ID.matcher(piece).matches()) {
            return OBJECTIVE;
        }
        if (WORK_ID.matcher(piece).matches()) {
            return WORK;
        }
        if (isKnown.test(piece)) {
            return piece;
        }
        return isInTitle(piece) ? NAME : OTHER;
    }

    /** Whether a title has the word, be it in the other number. */
    private boolean isInTitle(String word) {
        return !roadmap.titled(word).isEmpty()
                || !roadmap.titled(word + "s").isEmpty()
                || !roadmap.titled(word.substring(0, word.length() - 1)).isEmpty();
    }
}
