package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import throughline.core.conversation.Scene;

/**
 * The times that a sentence names, such as "last monday" or "march 31", and what else it says. "Now" and "today" are none: the one
 * is a horizon as well, and neither lies in the past.
 *
 * @param times in their order, as they would be typed
 * @param rest the sentence without them
 */
record SaidTimes(List<String> times, String rest) {
    /** "The 31st of March 2026" is five words, "the start of the last quarter" six. */
    private static final int MOST_WORDS = 6;

    /** A question is shorter; a pasted page is not read to its end. */
    private static final int LONGEST = 60;

    /** What leads to a time and is no part of it. */
    private static final Set<String> BEFORE = Set.of("""
            and as at back between by early for from in late mid of on over since than to until versus vs with""".split("\\s+"));

    /** What is a time only after such a word. */
    private static final Set<String> WEAK = Set.of("dec jan mar march may mon sat sun wed".split(" "));

    private static final Set<String> NO_TIMES = Set.of("now today week month quarter year".split(" "));

    SaidTimes {
        times = List.copyOf(times);
    }

    static SaidTimes in(String text, Scene scene) {
        String[] said = text.strip().split("\\s+", -1);
        List<String> plain = new ArrayList<>();
        for (String word : said) {
            plain.add(bare(word).toLowerCase(Locale.ROOT));
        }
        List<String> times = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < said.length; ) {
            int length = i < LONGEST ? length(plain, i, scene) : 0;
            if (length == 0) {
                rest.add(said[i]);
            } else {
                times.add(String.join(" ", plain.subList(i, i + length)));
            }
            i += Math.max(1, length);
        }
        return new SaidTimes(times, String.join(" ", rest));
    }

    /** A word without the signs around it, and without "'s". */
    private static String bare(String word) {
        String within = within(word);
        return within.endsWith("'s") || within.endsWith("’s")
                ? within(within.substring(0, within.length() - 2))
                : within;
    }

    private static String within(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.codePointAt(from))) {
            from += Character.charCount(word.codePointAt(from));
        }
        while (from < to && !Character.isLetterOrDigit(word.codePointBefore(to))) {
            to -= Character.charCount(word.codePointBefore(to));
        }
        return word.substring(from, to);
    }

    /** How many words from a place on are the longest time; 0 if none begins there. */
    private static int length(List<String> words, int from, Scene scene) {
        if (BEFORE.contains(words.get(from))) {
            return 0;
        }
        int length = Math.min(MOST_WORDS, words.size() - from);
        while (length > 0 && !isTime(words, from, length, scene)) {
            length--;
        }
        return length;
    }

    private static boolean isTime(List<String> words, int from, int length, Scene scene) {
        String first = words.get(from);
        if (length == 1 && (NO_TIMES.contains(first) || isWeak(words, from))) {
            return false;
        }
        return Moment.of(String.join(" ", words.subList(from, from + length)), scene)
                .filter(moment -> !moment.isNow())
                .isPresent();
    }

    private static boolean isWeak(List<String> words, int from) {
        return WEAK.contains(words.get(from)) && (from == 0 || !BEFORE.contains(words.get(from - 1)));
    }
}
