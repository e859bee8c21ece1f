package throughline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every setting, under its key in {@code config/application.yml} and the variable that overrides it. */
enum Setting {
    PORT("throughline.port"),
    BIND("throughline.bind"),
    DATA("throughline.data"),
    ROADMAP("throughline.roadmap"),
    LOCAL("throughline.local"),
    CLOCK("throughline.clock"),
    ORGANIZATION("throughline.organization"),
    REDIS("redis.uri");

    /** Variables that begin so are ours; any that is not a setting is a slip of the hand. */
    static final String OURS = "THROUGHLINE_";

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String variable() {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
