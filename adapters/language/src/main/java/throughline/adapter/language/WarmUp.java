package throughline.adapter.language;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import throughline.core.roadmap.Roadmap;

/** Loads what takes time, on a thread of its own that gives way to all others, when the bot is up. */
final class WarmUp implements ApplicationEventListener<ServerStartupEvent> {
    private final Thread thread;

    @SuppressWarnings("ThreadPriorityCheck") // Where the system heeds it, answers come first; nothing relies on it.
    WarmUp(SentenceModel language, WordIndex recall) {
        thread = new Thread(() -> run(language, recall), "language");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    private static void run(SentenceModel language, WordIndex recall) {
        language.load();
        recall.search(Roadmap.empty(), "warm", 1);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent up) {
        thread.start();
    }

    /** Waits for what is being loaded: in the middle of it, nothing can be closed. */
    void close() throws InterruptedException {
        thread.join();
    }
}
