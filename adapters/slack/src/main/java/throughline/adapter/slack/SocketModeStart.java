package throughline.adapter.slack;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

/** Begins to listen when the bot is up, and ends with it. */
record SocketModeStart(SocketMode socketMode) implements ApplicationEventListener<ServerStartupEvent> {
    @Override
    public void onApplicationEvent(ServerStartupEvent up) {
        socketMode.start();
    }

    void close() throws InterruptedException {
        socketMode.close();
    }
}
