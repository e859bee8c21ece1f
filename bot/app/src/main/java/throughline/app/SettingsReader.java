package throughline.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import throughline.core.roadmap.Spelling;

/** Reads the settings from their defaults and the environment; the first that is not as it should be stops the start. */
final class SettingsReader {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?");
    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern REDIS = Pattern.compile("rediss?(-cluster|-sentinel)?://\\S+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> PLATFORMS = Set.of("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "MICROSOFT_APP_ID");

    private final Map<String, String> defaults;
    private final Map<String, String> environment;

    SettingsReader(Map<String, String> defaults, Map<String, String> environment) {
        this.defaults = defaults;
        this.environment = environment;
    }

    /** @throws Refusal in one sentence that names the setting */
    Settings read() {
        refuseUnknown();
        return new Settings(port(), bind(), data(), roadmap(), local(), clock(), organization(), redis());
    }

    private void refuseUnknown() {
        List<String> known = Setting.variables();
        environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.OURS) && !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal("There is no setting " + name + "; " + advice(name, known));
                });
    }

    private static String advice(String name, List<String> known) {
        return Spelling.closest(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> "those there are: " + String.join(", ", known) + ".");
    }

    private int port() {
        String text = value(Setting.PORT);
        boolean isPort = text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535;
        return isPort ? Integer.parseInt(text) : refuse(Setting.PORT, "give a port from 0 to 65535");
    }

    private String bind() {
        return matching(Setting.BIND, ADDRESS, "give an address of this machine, such as 127.0.0.1 or 0.0.0.0");
    }

    private Path data() {
        Path directory = path(Setting.DATA, "give a directory");
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            return refuse(Setting.DATA, "that is a file; give a directory");
        }
        if (Files.exists(directory) && !Files.isWritable(directory)) {
            return refuse(Setting.DATA, "that directory is not writable; give one that is");
        }
        return directory;
    }

    private Optional<Path> roadmap() {
        if (value(Setting.ROADMAP).isEmpty()) {
            return Optional.empty();
        }
        Path file = path(Setting.ROADMAP, "give a roadmap file");
        if (!Files.exists(file)) {
            return refuse(Setting.ROADMAP, "there is no such file; give a roadmap file, or unset it for the sample");
        }
        if (Files.isDirectory(file)) {
            return refuse(Setting.ROADMAP, "that is a directory; give a roadmap file");
        }
        if (!Files.isReadable(file)) {
            return refuse(Setting.ROADMAP, "that file is not readable; give one that is");
        }
        return Optional.of(file);
    }

    private boolean local() {
        return switch (value(Setting.LOCAL).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "" -> PLATFORMS.stream().noneMatch(this::isGiven);
            default -> refuse(Setting.LOCAL, "give true or false");
        };
    }

    private Settings.Time clock() {
        return switch (value(Setting.CLOCK).toLowerCase(Locale.ROOT)) {
            case "system" -> Settings.Time.SYSTEM;
            case "settable" -> settable();
            default -> refuse(Setting.CLOCK, "give system or settable");
        };
    }

    /** A clock that anybody on this machine may move must never time what real people read. */
    private Settings.Time settable() {
        boolean realSlack = isAnyGiven("SLACK_") && !LOOPBACK.contains(slackHost());
        boolean realTeams = isAnyGiven("MICROSOFT_") || isAnyGiven("TEAMS_");
        return realSlack || realTeams
                ? refuse(
                        Setting.CLOCK, (realSlack ? "but Slack" : "but Teams") + " is set up; take one of the two away")
                : Settings.Time.SETTABLE;
    }

    private String slackHost() {
        try {
            String host =
                    URI.create(environment.getOrDefault("SLACK_API_URL", "")).getHost();
            return Objects.requireNonNullElse(host, "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private String organization() {
        return matching(Setting.ORGANIZATION, ORGANIZATION, "give up to 40 letters, digits and hyphens");
    }

    private Optional<Settings.Secret> redis() {
        String uri = value(Setting.REDIS);
        if (!uri.isEmpty() && !REDIS.matcher(uri).matches()) {
            // The value may hold a password.
            throw new Refusal(
                    "REDIS_URI does not begin with redis://, rediss://, redis-cluster:// or redis-sentinel://; "
                            + "give an address such as redis://localhost:6379, or unset it for the built-in Redis.");
        }
        return uri.isEmpty() ? Optional.empty() : Optional.of(new Settings.Secret(uri));
    }

    private String matching(Setting setting, Pattern pattern, String advice) {
        String text = value(setting);
        return pattern.matcher(text).matches() ? text : refuse(setting, advice);
    }

    private Path path(Setting setting, String advice) {
        try {
            String text = value(setting);
            return text.isEmpty() ? refuse(setting, advice) : Path.of(text);
        } catch (InvalidPathException malformed) {
            return refuse(setting, advice);
        }
    }

    private String value(Setting setting) {
        String standard = Optional.ofNullable(defaults.get(setting.key()))
                .orElseThrow(() -> new IllegalStateException("no default for " + setting.key()));
        return environment.getOrDefault(setting.variable(), standard).strip();
    }

    private boolean isGiven(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private boolean isAnyGiven(String beginning) {
        Predicate<String> matches = name -> name.startsWith(beginning);
        return environment.keySet().stream().filter(matches).anyMatch(this::isGiven);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns, so it fits wherever a value is wanted
    private <T> T refuse(Setting setting, String advice) {
        String text = value(setting);
        throw new Refusal(
                setting.variable() + (text.isEmpty() ? " is empty; " : " is “" + text + "”; ") + advice + ".");
    }
}
