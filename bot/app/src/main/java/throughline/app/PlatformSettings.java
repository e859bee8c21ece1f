package throughline.app;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import throughline.app.Settings.Secret;

/** Reads what connects the bot to Slack and to Teams. Half of a connection is refused, so that nobody waits for an answer. */
record PlatformSettings(Given given) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SECRETS = Pattern.compile("[^\\s,]+(\\s*,\\s*[^\\s,]+)?");
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    Optional<Settings.Slack> slack() {
        Optional<Secret> secrets =
                secret(Setting.SLACK_SIGNING_SECRET, SECRETS, "give one, or two with a comma while you change it");
        Optional<Secret> botToken = secret(Setting.SLACK_BOT_TOKEN, TOKEN, "give a token such as xoxb-…");
        Optional<Secret> appToken = secret(Setting.SLACK_APP_TOKEN, TOKEN, "give a token such as xapp-…");
        URI api = address(Setting.SLACK_API_URL);
        if (appToken.isPresent() && botToken.isEmpty()) {
            throw Given.missing(Setting.SLACK_BOT_TOKEN, Setting.SLACK_APP_TOKEN);
        }
        if (botToken.isPresent() && secrets.isEmpty() && appToken.isEmpty()) {
            throw new Refusal("SLACK_BOT_TOKEN is given, but neither SLACK_SIGNING_SECRET (for requests over HTTP) nor "
                    + "SLACK_APP_TOKEN (for Socket Mode) is; give one of the two.");
        }
        return secrets.isPresent() || appToken.isPresent()
                ? Optional.of(new Settings.Slack(secrets, botToken, appToken, api))
                : Optional.empty();
    }

    /** @param bind where the server listens */
    Optional<Settings.Teams> teams(String bind) {
        Optional<Settings.Teams.Registration> registration = registration();
        URI metadata = address(Setting.TEAMS_OPENID_METADATA_URL);
        boolean local = isLocal(bind);
        return registration.isPresent() || local
                ? Optional.of(new Settings.Teams(registration, metadata, local))
                : Optional.empty();
    }

    private Optional<Settings.Teams.Registration> registration() {
        Setting[] needed = {Setting.MICROSOFT_APP_ID, Setting.MICROSOFT_APP_PASSWORD, Setting.MICROSOFT_APP_TENANT_ID};
        for (Setting one : needed) {
            for (Setting other : needed) {
                if (given.isGiven(one) && !given.isGiven(other)) {
                    throw Given.missing(other, one);
                }
            }
        }
        return given.secret(Setting.MICROSOFT_APP_PASSWORD)
                .map(password -> new Settings.Teams.Registration(
                        id(Setting.MICROSOFT_APP_ID), password, id(Setting.MICROSOFT_APP_TENANT_ID)));
    }

    private boolean isLocal(String bind) {
        return switch (given.value(Setting.TEAMS_LOCAL)) {
            case "false" -> false;
            case "true" ->
                isLoopback(bind)
                        || given.<Boolean>refuse(
                                Setting.TEAMS_LOCAL,
                                "but THROUGHLINE_BIND is “" + bind
                                        + "”, and clients without a token are let in on this machine only; bind to "
                                        + "127.0.0.1");
            default -> given.refuse(Setting.TEAMS_LOCAL, "give true or false");
        };
    }

    private String id(Setting setting) {
        String text = given.value(setting);
        return ID.matcher(text).matches() ? text : given.refuse(setting, "give the id as the portal shows it");
    }

    private Optional<Secret> secret(Setting setting, Pattern pattern, String advice) {
        return given.find(setting)
                .map(text -> pattern.matcher(text).matches() ? new Secret(text) : given.refuse(setting, advice));
    }

    /** Tokens go there, so only a program on this machine may be reached in the clear. */
    private URI address(Setting setting) {
        String text = given.value(setting);
        try {
            URI uri = URI.create(text);
            boolean isSafe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri));
            return isSafe && uri.getHost() != null ? uri : unsafe(setting);
        } catch (IllegalArgumentException malformed) {
            return unsafe(setting);
        }
    }

    private URI unsafe(Setting setting) {
        return given.refuse(setting, "give an address that begins with https://, or with http:// on this machine");
    }

    /** Whether a program on this machine stands in for Slack, and only this machine reaches the bot. */
    static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    static boolean isLoopback(String bind) {
        return LOOPBACK.contains(bind) || bind.equals("::1");
    }
}
