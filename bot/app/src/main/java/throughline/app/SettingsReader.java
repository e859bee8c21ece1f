package throughline.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.delivery.Waits;
import throughline.core.people.Account;
import throughline.core.roadmap.Spelling;

/** Reads the settings from their defaults and the environment; the first that is not as it should be stops the start. */
final class SettingsReader {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?");
    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern REDIS = Pattern.compile("rediss?(-cluster|-sentinel)?://\\S+");
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern ADMIN = Pattern.compile("(slack|teams|local):\\S+");

    private final Given given;

    SettingsReader(Map<String, String> defaults, Map<String, String> environment) {
        this.given = new Given(defaults, environment);
    }

    /** @throws Refusal in one sentence that names the setting */
    Settings read() {
        refuseUnknown();
        PlatformSettings platforms = new PlatformSettings(given);
        String bind = bind();
        Optional<Settings.Slack> slack = platforms.slack();
        Optional<Settings.Teams> teams = platforms.teams(bind);
        return new Settings(
                port(),
                bind,
                data(),
                roadmap(),
                calendar(),
                local(slack.isPresent() || teams.isPresent()),
                clock(slack, teams),
                organization(),
                admins(),
                redis(),
                waits(),
                slack,
                teams);
    }

    private void refuseUnknown() {
        List<String> known = Setting.variables();
        given.environment().keySet().stream()
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
        return file(Setting.ROADMAP, "a roadmap file", " for the sample");
    }

    private Optional<Path> calendar() {
        return file(Setting.CALENDAR, "a calendar file", "");
    }

    /** @param otherwise what holds when it is not given */
    private Optional<Path> file(Setting setting, String what, String otherwise) {
        if (value(setting).isEmpty()) {
            return Optional.empty();
        }
        Path file = path(setting, "give " + what);
        if (!Files.exists(file)) {
            return refuse(setting, "there is no such file; give " + what + ", or unset it" + otherwise);
        }
        if (Files.isDirectory(file)) {
            return refuse(setting, "that is a directory; give " + what);
        }
        if (!Files.isReadable(file)) {
            return refuse(setting, "that file is not readable; give one that is");
        }
        return Optional.of(file);
    }

    private boolean local(boolean isConnected) {
        return switch (value(Setting.LOCAL).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "" -> !isConnected;
            default -> refuse(Setting.LOCAL, "give true or false");
        };
    }

    private Settings.Time clock(Optional<Settings.Slack> slack, Optional<Settings.Teams> teams) {
        return switch (value(Setting.CLOCK).toLowerCase(Locale.ROOT)) {
            case "system" -> Settings.Time.SYSTEM;
            case "settable" -> settable(slack, teams);
            default -> refuse(Setting.CLOCK, "give system or settable");
        };
    }

    /** A clock that anybody on this machine may move must never time what real people read. */
    private Settings.Time settable(Optional<Settings.Slack> slack, Optional<Settings.Teams> teams) {
        if (slack.filter(set -> !PlatformSettings.isLoopback(set.api())).isPresent()) {
            return refuse(Setting.CLOCK, "but Slack is set up; take one of the two away");
        }
        if (teams.filter(set -> set.registration().isPresent()).isPresent()) {
            return refuse(Setting.CLOCK, "but Teams is set up; take one of the two away");
        }
        return Settings.Time.SETTABLE;
    }

    private String organization() {
        return matching(Setting.ORGANIZATION, ORGANIZATION, "give up to 40 letters, digits and hyphens");
    }

    private Set<Account> admins() {
        return Stream.of(value(Setting.ADMINS).split("[,\\s]+", -1))
                .filter(text -> !text.isEmpty())
                .map(this::admin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Account admin(String text) {
        if (!ADMIN.matcher(text).matches()) {
            return refuse(
                    Setting.ADMINS,
                    "give accounts such as slack:U024BE7LH or teams:7f3c…, with commas between; the bot tells you yours "
                            + "when you ask it “account”");
        }
        String[] parts = text.split(":", 2);
        return new Account(parts[0], parts[1]);
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

    private Waits waits() {
        return Waits.of(
                seconds(Setting.DELIVERY_LEASE), seconds(Setting.DELIVERY_SETTLE), seconds(Setting.DELIVERY_SWEEP));
    }

    private Duration seconds(Setting setting) {
        String text = matching(setting, SECONDS, "give whole seconds, from 1 to 9999");
        return Duration.ofSeconds(Long.parseLong(text));
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
        return given.value(setting);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns, so it fits wherever a value is wanted
    private <T> T refuse(Setting setting, String advice) {
        return given.refuse(setting, advice);
    }
}
