package throughline.core.roadmap;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far two spellings are apart. */
public final class Spelling {
    private Spelling() {}

    /** The candidate that is nearest, if a slip of the hand explains the difference. */
    public static Optional<String> closest(String text, Collection<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isSlip(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether the two are within one slip for 4 to 7 letters, or two for more; shorter words have to be right. */
    public static boolean isSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int allowed = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
        return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
    }

    /** Whether the two are one word in two forms, such as "policy" and "policies", or with one slip. */
    public static boolean isForm(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        boolean isStem = shorter >= 3 && shared >= Math.max(3, shorter - 1);
        boolean isNear = shorter >= 4 && Math.abs(one.length() - other.length()) <= 1;
        return one.equals(other) || isStem || (isNear && distance(one, other) <= 1);
    }

    /** Insertions, deletions, substitutions and swaps of neighbors (optimal string alignment distance). */
    public static int distance(String one, String other) {
        int[] twoAgo = new int[other.length() + 1];
        int[] previous = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    current[j] = Math.min(current[j], twoAgo[j - 2] + 1);
                }
            }
            int[] spare = twoAgo;
            twoAgo = previous;
            previous = current;
            current = spare;
        }
        return previous[other.length()];
    }
}
