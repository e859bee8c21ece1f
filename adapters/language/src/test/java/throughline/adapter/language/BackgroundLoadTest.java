package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundLoadTest {
    @Test
    void who_starts_it_does_not_wait_and_who_closes_it_does() throws Exception {
        CountDownLatch allowed = new CountDownLatch(1);
        try (SentenceModel language = new SentenceModel(() -> {
                    allowed.await();
                    return Network.load();
                });
                WordIndex recall = new WordIndex()) {
            BackgroundLoad load = new BackgroundLoad(language, recall, new LearnedPhrasing());
            AtomicBoolean known = new AtomicBoolean();
            load.start(() -> known.set(language.meaning("roadmap").isPresent()));
            assertEquals(Optional.of("loading the language model"), load.missing());
            allowed.countDown();
            load.close();
            assertEquals(Optional.empty(), load.missing());
            assertTrue(known.get(), "what comes then finds it loaded, and is waited for");
        }
    }

    @Test
    void what_never_began_is_closed_at_once() throws Exception {
        try (SentenceModel language = new SentenceModel(Network::load);
                WordIndex recall = new WordIndex()) {
            new BackgroundLoad(language, recall, new LearnedPhrasing()).close();
        }
    }
}
