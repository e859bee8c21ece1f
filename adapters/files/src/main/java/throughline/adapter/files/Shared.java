package throughline.adapter.files;

import java.util.HashMap;
import java.util.Map;

/** Short texts that a file repeats, each kept once. */
final class Shared {
    private final Map<String, String> texts = new HashMap<>();
    private final int longest;
    private final int most;

    Shared(int longest, int most) {
        this.longest = longest;
        this.most = most;
    }

    String of(String text) {
        if (text.length() > longest || texts.size() >= most) {
            return text;
        }
        String first = texts.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
