package throughline.app;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's table of settings, made from {@code config/application.yml} and the comment above each key. */
final class SettingsTable {
    private static final String HEAD = "<!-- settings -->\n| Variable | Default | Meaning |\n|---|---|---|\n";
    private static final String END = "<!-- /settings -->\n";
    private static final Pattern ENTRY = Pattern.compile("(?m)^ +# (.+)\\R +(\\w+): (.*)$");

    private SettingsTable() {}

    /** The table between its markers. */
    static String of(String application) {
        String rows =
                ENTRY.matcher(application).results().map(SettingsTable::row).collect(Collectors.joining());
        return HEAD + rows + END;
    }

    private static String row(MatchResult entry) {
        String value = entry.group(3).equals("\"\"") ? "" : "`" + entry.group(3) + "`";
        return "| `" + variable(entry.group(2)) + "` | " + value + " | " + entry.group(1) + " |\n";
    }

    private static String variable(String key) {
        return Setting.variables().stream()
                .filter(variable -> variable.toLowerCase(Locale.ROOT).endsWith("_" + key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is no setting"));
    }
}
