package throughline.core.assistant;

import java.util.List;
import throughline.core.question.Names;
import throughline.core.roadmap.Spelling;

/** Whether an item that was found by some words is meant by them, or only has one of them too. */
final class Likeness {
    private static final int SHORTEST_STEM = 4;

    private Likeness() {}

    /** True if the title has all the words, in spite of slips, or if they have the whole title. */
    static boolean isMeant(Names.Found.One found, String text) {
        List<String> words = Names.telling(text);
        List<String> title = Names.telling(found.item().title());
        return found.fit() != Names.Fit.NEAR || covers(title, words) || (title.size() > 1 && covers(words, title));
    }

    private static boolean covers(List<String> some, List<String> others) {
        return others.stream().allMatch(other -> some.stream().anyMatch(one -> isLike(one, other)));
    }

    private static boolean isLike(String one, String other) {
        return one.equals(other) || Spelling.isSlip(one, other) || isStem(one, other) || isStem(other, one);
    }

    private static boolean isStem(String stem, String word) {
        return stem.length() >= SHORTEST_STEM && word.startsWith(stem);
    }
}
