package throughline.adapter.teams;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of this machine that do not leave it. */
final class Loopback {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String NAME = "(?:localhost|127(?:\\." + BYTE + "){3}|::1|\\[::1])";
    private static final Pattern HOST = Pattern.compile(NAME);
    private static final Pattern HOST_AND_PORT = Pattern.compile(NAME + "(?::\\d{1,5})?");

    private Loopback() {}

    static boolean isName(String host) {
        return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** As a {@code Host} header has it. */
    static boolean isHostHeader(String host) {
        return HOST_AND_PORT.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
