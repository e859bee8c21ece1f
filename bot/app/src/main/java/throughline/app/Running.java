package throughline.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/** The bot, answering; until it is closed. */
final class Running implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Running(ApplicationContext context) {
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class);
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
            running.load(settings);
            return running;
        } catch (RuntimeException failure) {
            context.close();
            throw StartFailure.told(failure, settings);
        }
    }

    private void load(Settings settings) {
        RoadmapSource source = new RoadmapSource(settings.roadmap());
        Readiness readiness = context.getBean(Readiness.class);
        server.start();
        readiness.loading("connecting to the store");
        FirstImport firstImport = context.getBean(FirstImport.class);
        readiness.loading("importing " + source.name());
        firstImport.run(source);
        context.getBean(Ticker.class).start();
        readiness.ready();
    }

    int port() {
        return server.getPort();
    }

    /** Finishes the requests that are being answered, then lets go of everything. */
    @Override
    public void close() {
        context.close();
    }
}
