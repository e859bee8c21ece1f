package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everybody_gets_an_own_answer() {
        Together<Integer, Integer> together = new Together<>(
                questions -> questions.stream().map(one -> one * 2).toList());
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 2_000)
                .mapToObj(question -> CompletableFuture.supplyAsync(() -> together.ask(question), threads))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(i * 2, answers.get(i).join());
        }
    }

    @Test
    void who_asks_during_a_fetch_shares_the_next_one() throws InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        Together<Integer, Integer> together = new Together<>(questions -> {
            sizes.add(questions.size());
            begun.countDown();
            quietly(others);
            return questions;
        });
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        AtomicInteger asking = new AtomicInteger();
        answers.add(CompletableFuture.supplyAsync(() -> together.ask(0), threads));
        begun.await();
        List<Thread> waiting = IntStream.rangeClosed(1, 5)
                .mapToObj(question -> new Thread(() -> {
                    asking.incrementAndGet();
                    together.ask(question);
                }))
                .toList();
        waiting.forEach(Thread::start);
        Awaited.until(
                Duration.ofSeconds(10), () -> waiting.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
        others.countDown();
        answers.get(0).join();
        for (Thread one : waiting) {
            one.join();
        }
        assertEquals(List.of(1, 5), sizes);
        assertEquals(5, asking.get());
    }

    private static void quietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_failure_is_everybodys_and_the_next_is_served() {
        AtomicInteger calls = new AtomicInteger();
        Together<Integer, Integer> together = new Together<>(questions -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return questions;
        });
        assertThrows(IllegalStateException.class, () -> together.ask(1));
        assertEquals(2, together.ask(2));
    }

    @Test
    void a_failure_among_many_leaves_nobody_waiting() {
        AtomicInteger calls = new AtomicInteger();
        Together<Integer, Integer> together = new Together<>(questions -> {
            if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("away");
            }
            return questions;
        });
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 500)
                .mapToObj(question -> CompletableFuture.supplyAsync(() -> together.ask(question), threads))
                .toList();
        for (CompletableFuture<Integer> answer : answers) {
            try {
                assertTrue(answer.join() >= 0);
            } catch (CompletionException failed) {
                assertEquals("away", failed.getCause().getMessage());
            }
        }
    }
}
