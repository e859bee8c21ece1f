package throughline.app;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request has begun and not come to its end in time. An idle timeout would not do: a byte now and then
 * keeps a connection, and what was read of its request, for ever.
 */
final class Deadline extends ChannelInboundHandlerAdapter {
    private final Duration time;

    private boolean isUnfinished;

    @Nullable
    private Future<?> closing;

    Deadline(Duration time) {
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            lift();
            isUnfinished = true;
        }
        if (message instanceof LastHttpContent) {
            lift();
            isUnfinished = false;
        }
        context.fireChannelRead(message);
    }

    /** Most requests come whole: only one that is not there at the end of a read is given a time. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isUnfinished && closing == null) {
            closing = context.executor().schedule(() -> close(context), time.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lift();
        context.fireChannelInactive();
    }

    private static void close(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }

    private void lift() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }
}
