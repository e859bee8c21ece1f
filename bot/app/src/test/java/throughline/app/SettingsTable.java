package throughline.app;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's table of settings, made from {@code config/application.yml} and the comment above each key. */
final class SettingsTable {
    private static final String HEAD = "<!-- settings -->\n| Variable | Default | Meaning |\n|---|---|---|\n";
    private static final String END = "<!-- /settings -->\n";
    private static final Pattern SECTION = Pattern.compile("(?m)^(\\w+):\\R((?: .*\\R)+)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^ +# (.+)\\R +([\\w-]+): (.*)$");

    private SettingsTable() {}

    /** The table between its markers. */
    static String of(String application) {
        String rows =
                SECTION.matcher(application).results().map(SettingsTable::rows).collect(Collectors.joining());
        return HEAD + rows + END;
    }

    private static String rows(MatchResult section) {
        return ENTRY.matcher(section.group(2))
                .results()
                .map(entry -> row(section.group(1), entry))
                .collect(Collectors.joining());
    }

    private static String row(String section, MatchResult entry) {
        String value = entry.group(3).equals("\"\"") ? "" : "`" + entry.group(3) + "`";
        String key = section + "." + entry.group(2);
        return "| `" + variable(key) + "` | " + value + " | " + entry.group(1) + " |\n";
    }

    private static String variable(String key) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(key))
                .map(Setting::variable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is no setting"));
    }
}
