package throughline.core.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What people could type to ping somebody, to forge a link or to dress up their words, on whichever platform. */
public final class Markup {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([\\\\nrt]))");

    private Markup() {}

    /** Each of them once, more than a hundred. */
    public static List<String> all() {
        try (InputStream file = Objects.requireNonNull(Markup.class.getResourceAsStream("/markup.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Markup::unescaped)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(found.group(1), 16))
                                : sign(found.group(2))));
    }

    private static String sign(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }
}
