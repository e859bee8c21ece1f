package throughline.adapter.teams;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.Permit;

/** Whether one call has left: until then it can be called off, and certainly did not arrive. */
final class Leaving {
    private static final Duration UNTOLD = Duration.ofSeconds(30);

    private final Permit permit;
    private volatile boolean hasLeft;
    private volatile Duration retryAfter = UNTOLD;

    Leaving(Permit permit) {
        this.permit = permit;
    }

    boolean hasLeft() {
        return hasLeft;
    }

    /** What Teams asked for, or what we wait where it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** The last step before something is written to the connection. */
    Response watched(Interceptor.Chain chain) throws IOException {
        if (!isPermitted()) {
            throw new IOException("it was called off: its time was over");
        }
        hasLeft = true;
        Response response = chain.proceed(chain.request());
        retryAfter = Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.max(Long.parseLong(seconds), 1)))
                .orElse(UNTOLD);
        return response;
    }

    /** What is thrown here must be an {@link IOException}: it is thrown on a thread of OkHttp's. */
    private boolean isPermitted() throws IOException {
        try {
            return permit.isOpen();
        } catch (StoreUnavailable away) {
            throw new IOException("it was called off: nobody could tell whether it may leave", away);
        }
    }
}
