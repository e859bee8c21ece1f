package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Language;
import throughline.core.question.LanguageContract;
import throughline.core.question.Meaning;

class SentenceModelTest extends LanguageContract {
    private static final SentenceModel MODEL = new SentenceModel(Network::load);

    @BeforeAll
    static void load() {
        MODEL.load();
    }

    @AfterAll
    static void close() throws Exception {
        MODEL.close();
    }

    @Override
    protected Language language() {
        return MODEL;
    }

    @ParameterizedTest
    @CsvSource({
        "bulk export to Excel, download all records as a spreadsheet, faster search results",
        "let people sign in with their company account, single sign-on, invoices in the billing page",
        "users give up before they finish the setup, onboarding has too many steps, a mobile app for iPads"
    })
    void what_means_the_same_is_near_without_a_common_word(String text, String near, String far) {
        assertTrue(
                meaning(text).likeness(meaning(near)) > meaning(text).likeness(meaning(far)) + 0.2,
                () -> meaning(text).likeness(meaning(near)) + " against "
                        + meaning(text).likeness(meaning(far)));
    }

    @Test
    void a_meaning_has_the_models_breadth() {
        assertEquals(384, meaning("roadmap").direction().length);
    }

    @Test
    void what_was_asked_before_is_not_computed_again() {
        assertSame(meaning("asked twice"), meaning("asked twice"));
    }

    @Test
    void many_may_ask_at_once() throws Exception {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "question number " + i).toList();
        SentenceModel other = loaded();
        List<Callable<List<Meaning>>> askers = IntStream.range(0, 8)
                .<Callable<List<Meaning>>>mapToObj(i -> () -> texts.stream()
                        .map(text -> other.meaning(text).orElseThrow())
                        .toList())
                .toList();
        List<Meaning> expected = texts.stream().map(SentenceModelTest::meaning).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<Meaning>> answers : threads.invokeAll(askers)) {
                assertEquals(expected, answers.get());
            }
        } finally {
            threads.shutdown();
            other.close();
        }
    }

    @Test
    void before_it_is_loaded_nothing_means_anything() {
        SentenceModel early = new SentenceModel(Network::load);
        assertEquals(Optional.empty(), early.meaning("roadmap"));
        assertEquals(Optional.of("loading the language model"), early.missing());
        assertEquals(Optional.empty(), MODEL.missing());
    }

    @Test
    void a_model_that_does_not_load_says_why_and_lets_the_bot_go_on() {
        SentenceModel broken = new SentenceModel(() -> {
            throw new IllegalStateException("outer", new IOException("disk full\nin a second line"));
        });
        broken.load();
        assertEquals(Optional.empty(), broken.meaning("roadmap"));
        assertEquals(
                Optional.of("the language model could not be loaded: java.io.IOException: disk full"),
                broken.missing());
    }

    @Test
    void a_library_that_does_not_load_is_no_end_either() {
        SentenceModel broken = new SentenceModel(() -> {
            throw new UnsatisfiedLinkError("libonnxruntime.so");
        });
        broken.load();
        assertTrue(broken.missing().orElseThrow().endsWith("libonnxruntime.so"));
    }

    @Test
    void closed_while_it_is_asked_it_knows_nothing_more() throws Exception {
        SentenceModel other = loaded();
        ExecutorService asker = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch answers = new CountDownLatch(3);
            Future<?> asked = asker.submit(() -> askUntilClosed(other, answers));
            answers.await();
            other.close();
            other.close();
            asked.get();
            assertEquals(Optional.empty(), other.meaning("a question that was not asked before"));
        } finally {
            asker.shutdown();
        }
    }

    private static void askUntilClosed(Language language, CountDownLatch answers) {
        int asked = 0;
        while (language.meaning("question " + asked).isPresent()) {
            asked++;
            answers.countDown();
        }
    }

    private static SentenceModel loaded() {
        SentenceModel model = new SentenceModel(Network::load);
        model.load();
        return model;
    }

    private static Meaning meaning(String text) {
        return MODEL.meaning(text).orElseThrow();
    }
}
