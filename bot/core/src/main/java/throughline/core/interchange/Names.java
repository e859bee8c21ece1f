package throughline.core.interchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as a file refers to them: case and the width of a gap do not matter. */
final class Names {
    private static final Pattern GAP = Pattern.compile("\\s+");

    private Names() {}

    static String tidy(String name) {
        return GAP.matcher(name.strip()).replaceAll(" ");
    }

    static String folded(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }
}
