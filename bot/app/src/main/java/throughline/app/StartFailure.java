package throughline.app;

import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.conversation.StoreUnavailable;

/** Turns what went wrong on the way up into a sentence for the operator. */
final class StartFailure {
    private StartFailure() {}

    /** A refusal for what an operator can put right; anything else as it is. */
    static RuntimeException told(RuntimeException failure, Settings settings) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> refusal(cause, settings).stream())
                .findFirst()
                .<RuntimeException>map(refusal -> refusal)
                .orElse(failure);
    }

    private static Optional<Refusal> refusal(Throwable cause, Settings settings) {
        return cause instanceof Refusal refusal
                ? Optional.of(refusal)
                : sentence(cause, settings).map(sentence -> new Refusal(sentence, cause));
    }

    private static Optional<String> sentence(Throwable cause, Settings settings) {
        if (cause instanceof SocketException) {
            return Optional.of(unbound(cause, settings));
        }
        if (cause instanceof UnresolvedAddressException) {
            return Optional.of(noSuchAddress(settings));
        }
        if (cause instanceof StoreUnavailable) {
            return Optional.of(noStore(cause, settings));
        }
        return namesSetting(message(cause)) ? Optional.of(message(cause)) : Optional.empty();
    }

    /** An adapter that finds a setting wrong says so in a sentence that begins with its name. */
    private static boolean namesSetting(String message) {
        return Setting.variables().stream().anyMatch(message::startsWith);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static String unbound(Throwable cause, Settings settings) {
        String why = message(cause).toLowerCase(Locale.ROOT);
        if (why.contains("cannot assign")) {
            return noSuchAddress(settings);
        }
        return why.contains("permission")
                ? "THROUGHLINE_PORT is " + settings.port() + ", which this user may not open; give a port above 1023."
                : "THROUGHLINE_PORT is " + settings.port()
                        + ", which another program uses already; stop that or give another port.";
    }

    private static String noSuchAddress(Settings settings) {
        return "THROUGHLINE_BIND is “" + settings.bind()
                + "”, which is no address of this machine; give one that is, such as 127.0.0.1.";
    }

    private static String noStore(Throwable cause, Settings settings) {
        String why =
                message(cause).replaceFirst("^Redis could not be \\w+: ", "").replaceFirst("\\.$", "");
        return settings.redis().isPresent()
                ? "REDIS_URI does not lead to a usable Redis (" + why + "); start it or correct the address."
                : "THROUGHLINE_DATA: the built-in Redis cannot be used (" + why + "); give another directory.";
    }
}
