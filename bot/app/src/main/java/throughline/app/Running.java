package throughline.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import throughline.core.question.Loading;

/** The bot, answering; until it is closed. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApplicationContext context;
    private final CountDownLatch prepared = new CountDownLatch(1);

    private Running(ApplicationContext context) {
        this.context = context;
    }

    /** @throws Refusal if it cannot start as things are; nothing is left running then */
    static Running start(Settings settings) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                // Settings are checked before they come here, so nothing may slip in past them.
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .properties(Framework.properties(settings))
                .singletons(settings)
                .build();
        try {
            Running running = new Running(context.start());
            running.open(settings);
            return running;
        } catch (RuntimeException failure) {
            context.close();
            throw StartFailure.told(failure, settings);
        }
    }

    /** Opens the port and loads the roadmap at the same time: until both are done, {@code /health} says what is missing. */
    private void open(Settings settings) {
        CompletableFuture<Void> loaded =
                CompletableFuture.runAsync(() -> load(new RoadmapSource(settings.roadmap())), Running::onItsOwnThread);
        try {
            server().start();
        } finally {
            // What is being opened can only be closed when it is open.
            loaded.handle((done, failure) -> true).join();
        }
        loaded.join();
        context.getBean(Ticker.class).start();
        if (settings.clock() == Settings.Time.SYSTEM) {
            // Where the clock is moved, each stop sees its own things sent before it goes on: the ticker does that.
            context.getBean(Delivering.class).start();
        }
        context.getBean(Readiness.class).ready();
        context.getBean(Loading.class).start(() -> {
            Ticker.run(context.getBean(Preparation.class));
            prepared.countDown();
        });
    }

    /** Waits until everything is done that a start leaves for later, or for half a minute. */
    void awaitPrepared() throws InterruptedException {
        boolean unused = prepared.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void onItsOwnThread(Runnable task) {
        new Thread(task, "load").start();
    }

    private void load(RoadmapSource source) {
        Readiness readiness = context.getBean(Readiness.class);
        readiness.loading("connecting to the store");
        FirstImport firstImport = context.getBean(FirstImport.class);
        readiness.loading("importing " + source.name());
        firstImport.run(source);
    }

    private EmbeddedServer server() {
        return context.getBean(EmbeddedServer.class);
    }

    int port() {
        return server().getPort();
    }

    /** Finishes the requests that are being answered, then lets go of everything. */
    @Override
    public void close() {
        context.close();
    }
}
