package throughline.app;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Gives every connection of the server a {@link Deadline} for its requests. */
@Singleton
final class Deadlines implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /** A platform's request is a few kilobytes and comes in one go. */
    private static final Duration TIME = Duration.ofSeconds(10);

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OnConnection(Optional.empty()));
        return event.getBean();
    }

    private record OnConnection(Optional<Channel> connection) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OnConnection(Optional.of(channel));
        }

        @Override
        public void onStreamPipelineBuilt() {
            connection.ifPresent(channel -> channel.pipeline()
                    .addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "deadline", new Deadline(TIME)));
        }
    }
}
