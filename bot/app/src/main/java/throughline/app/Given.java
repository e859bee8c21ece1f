package throughline.app;

import java.util.Map;
import java.util.Optional;

/** What was given for each setting: in the environment, or as the default. */
record Given(Map<String, String> defaults, Map<String, String> environment) {
    /** The value, or "" if it is empty. */
    String value(Setting setting) {
        String standard = Optional.ofNullable(defaults.get(setting.key()))
                .orElseThrow(() -> new IllegalStateException("no default for " + setting.key()));
        return environment.getOrDefault(setting.variable(), standard).strip();
    }

    Optional<String> find(Setting setting) {
        return Optional.of(value(setting)).filter(text -> !text.isEmpty());
    }

    Optional<Settings.Secret> secret(Setting setting) {
        return find(setting).map(Settings.Secret::new);
    }

    boolean isGiven(Setting setting) {
        return !value(setting).isEmpty();
    }

    /** @throws Refusal always; shows the value unless it is a secret */
    @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns, so it fits wherever a value is wanted
    <T> T refuse(Setting setting, String advice) {
        String text = setting.isSecret() ? "not as it should be" : "“" + value(setting) + "”";
        throw new Refusal(
                setting.variable() + (isGiven(setting) ? " is " + text + "; " : " is empty; ") + advice + ".");
    }

    /** To be thrown where a setting needs another one. */
    static Refusal missing(Setting setting, Setting because) {
        return new Refusal(
                setting.variable() + " is not given, but " + because.variable() + " is; give both, or neither.");
    }
}
