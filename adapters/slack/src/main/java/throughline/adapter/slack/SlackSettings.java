package throughline.adapter.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How Slack is reached and how it is told from others.
 *
 * @param secrets that Slack signs with, two while they are rotated; empty if Slack does not call us
 * @param api ends with a slash
 */
record SlackSettings(List<String> secrets, Optional<String> botToken, Optional<String> appToken, HttpUrl api) {
    static final String SLACK = "https://slack.com/api/";

    static SlackSettings of(String secrets, String botToken, String appToken, String api) {
        return new SlackSettings(
                Arrays.stream(secrets.split(","))
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty())
                        .toList(),
                given(botToken),
                given(appToken),
                HttpUrl.get(api.endsWith("/") ? api : api + "/"));
    }

    private static Optional<String> given(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    /** Whether the operator sends us to another Slack than the real one. */
    boolean isElsewhere() {
        return !api.equals(HttpUrl.get(SLACK));
    }

    /** What only we and Slack know, the newest first. */
    List<String> sharedSecrets() {
        return secrets.isEmpty() ? appToken.stream().toList() : secrets;
    }

    @Override
    public String toString() {
        return "SlackSettings[" + api + "]";
    }
}
