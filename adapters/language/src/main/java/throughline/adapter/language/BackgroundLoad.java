package throughline.adapter.language;

import java.util.Optional;
import throughline.core.question.Loading;
import throughline.core.roadmap.Roadmap;

/** Loads what takes time on a thread of its own, which gives way to all others. */
final class BackgroundLoad implements Loading {
    private final SentenceModel language;
    private final Thread thread;
    private volatile Runnable then = () -> {};

    @SuppressWarnings("ThreadPriorityCheck") // Where the system heeds it, answers come first; nothing relies on it.
    BackgroundLoad(SentenceModel language, WordIndex recall, LearnedPhrasing phrasing) {
        this.language = language;
        thread = new Thread(
                () -> {
                    load(language, recall, phrasing);
                    then.run();
                },
                "language");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    private static void load(SentenceModel language, WordIndex recall, LearnedPhrasing phrasing) {
        phrasing.load();
        language.load();
        // The first search takes longer than all others.
        recall.search(Roadmap.empty(), "objective", 1);
    }

    @Override
    public void start(Runnable next) {
        then = next;
        thread.start();
    }

    @Override
    public Optional<String> missing() {
        return language.missing();
    }

    /** Waits for what is being loaded: in the middle of it, nothing can be closed. */
    void close() throws InterruptedException {
        thread.join();
    }
}
