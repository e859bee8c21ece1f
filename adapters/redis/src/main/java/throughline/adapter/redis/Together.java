package throughline.adapter.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Answers those who ask at the same time in one go: who asks while an answer is being fetched takes part in the next one. So an
 * answer is never older than its question, and many askers cost hardly more than one.
 */
final class Together<Q, A> {
    /** More at once would make a script that Redis's other clients wait for. */
    private static final int MOST = 256;

    private final Function<List<Q>, List<A>> source;
    private final Object turn = new Object();
    private List<Asker<Q, A>> waiting = new ArrayList<>();
    private boolean isBusy;

    /** @param source gives an answer for each question, in their order; is asked by one thread at a time */
    Together(Function<List<Q>, List<A>> source) {
        this.source = source;
    }

    /** Somebody who waits for the answer or, if that comes empty, has to fetch the answers of all who wait. */
    private record Asker<Q, A>(Q question, CompletableFuture<Optional<A>> answer) {
        Optional<A> await() {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    A ask(Q question) {
        Asker<Q, A> mine = new Asker<>(question, new CompletableFuture<>());
        boolean isFirst;
        synchronized (turn) {
            waiting.add(mine);
            isFirst = !isBusy;
            isBusy = true;
        }
        Optional<A> answer = isFirst ? Optional.empty() : mine.await();
        return answer.orElseGet(this::fetched);
    }

    /** Fetches for everybody who waits, of whom the caller is one. */
    private A fetched() {
        List<Asker<Q, A>> all = everybody();
        try {
            List<A> answers = source.apply(all.stream().map(Asker::question).toList());
            for (int i = 0; i < answers.size(); i++) {
                all.get(i).answer().complete(Optional.of(answers.get(i)));
            }
            return answers.get(0);
        } catch (RuntimeException | Error failed) {
            all.forEach(asker -> asker.answer().completeExceptionally(failed));
            throw failed;
        } finally {
            passOn();
        }
    }

    /** The one who fetches is always the first: it was the only one, or it was told to because it had waited longest. */
    private List<Asker<Q, A>> everybody() {
        synchronized (turn) {
            List<Asker<Q, A>> all = waiting.subList(0, Math.min(MOST, waiting.size()));
            waiting = new ArrayList<>(waiting.subList(all.size(), waiting.size()));
            return all;
        }
    }

    private void passOn() {
        Optional<Asker<Q, A>> next;
        synchronized (turn) {
            next = waiting.stream().findFirst();
            isBusy = next.isPresent();
        }
        next.ifPresent(asker -> asker.answer().complete(Optional.empty()));
    }
}
