package throughline.core.interchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.roadmap.ItemId;

/** Gives ids that continue after the highest one in use: after I3 and I7 comes I8. */
final class Numbering {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)0*(\\d{1,9})", Pattern.DOTALL);

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> highest = new HashMap<>();

    void use(ItemId id) {
        used.add(id.folded());
        Matcher numbered = NUMBERED.matcher(id.text().toUpperCase(Locale.ROOT));
        if (numbered.matches()) {
            highest.merge(numbered.group(1), Integer.valueOf(numbered.group(2)), Integer::max);
        }
    }

    /** @param prefix such as "I", or "O2-KR" */
    ItemId next(String prefix) {
        String key = prefix.toUpperCase(Locale.ROOT);
        int number = highest.getOrDefault(key, 0) + 1;
        while (used.contains(ItemId.folded(prefix + number))) {
            number++;
        }
        ItemId id = new ItemId(prefix + number);
        use(id);
        return id;
    }
}
