package throughline.adapter.slack;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.Permit;

/** Whether the call that this thread makes has left: until then it can be called off, and certainly did not arrive. */
final class Leaving implements AutoCloseable {
    static final int TOO_MANY = 429;

    private static final ThreadLocal<@Nullable Leaving> CURRENT = new ThreadLocal<>();

    private final Permit permit;
    private boolean hasLeft;

    private Leaving(Permit permit) {
        this.permit = permit;
    }

    static Leaving begin(Permit permit) {
        Leaving leaving = new Leaving(permit);
        CURRENT.set(leaving);
        return leaving;
    }

    boolean hasLeft() {
        return hasLeft;
    }

    /**
     * The last step before something is written to the connection. OkHttp asks again on its own when a server is away and says
     * that it need not wait: not if it does not see that.
     */
    static Response watched(Interceptor.Chain chain) throws IOException {
        Leaving current = CURRENT.get();
        if (current != null) {
            current.leave();
        }
        Response response = chain.proceed(chain.request());
        return response.code() == TOO_MANY
                ? response
                : response.newBuilder().removeHeader("Retry-After").build();
    }

    private void leave() throws IOException {
        if (!isPermitted()) {
            throw new IOException("it was called off: its time was over");
        }
        hasLeft = true;
    }

    private boolean isPermitted() throws IOException {
        try {
            return permit.isOpen();
        } catch (StoreUnavailable away) {
            throw new IOException("it was called off: nobody could tell whether it may leave", away);
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
