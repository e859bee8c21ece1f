package throughline.adapter.web;

import java.util.Locale;

/** Names of constants as the local chat's JSON has them. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
