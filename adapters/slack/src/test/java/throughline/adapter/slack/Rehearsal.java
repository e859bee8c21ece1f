package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.StoreUnavailable;

/** A bot that answers by a script: it introduces and posts as the real one does, and remembers what it heard. */
final class Rehearsal implements Listener {
    private final List<Incoming> heard = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private Function<Incoming, List<Reply>> script = incoming -> List.of();
    private boolean quiet;
    private boolean away;
    private int asked;
    private int beingAnswered;
    private int drawn;
    private Messenger messenger;
    private volatile Delay delay = incoming -> {};

    void speakThrough(Messenger slack) {
        messenger = slack;
    }

    /** Answers whatever comes with these. */
    synchronized void beginAnew(Function<Incoming, List<Reply>> replies) {
        script = replies;
        heard.clear();
        accepted.clear();
        quiet = false;
        away = false;
        asked = 0;
    }

    /** From now on nothing follows but words. */
    synchronized void onlyWords() {
        quiet = true;
    }

    synchronized void goAway() {
        away = true;
    }

    /** Something that happens while an input is persisted. */
    interface Delay {
        void before(Incoming incoming) throws InterruptedException;
    }

    void onAccept(Delay happening) {
        delay = happening;
    }

    @Override
    public Optional<Heard> accept(Incoming incoming) {
        try {
            delay.before(incoming);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return accepted(incoming);
    }

    private synchronized Optional<Heard> accepted(Incoming incoming) {
        if (away) {
            throw new StoreUnavailable("away", new IllegalStateException());
        }
        if (!accepted.add(incoming.delivery())) {
            return Optional.empty();
        }
        heard.add(incoming);
        beingAnswered++;
        return Optional.of(() -> answer(incoming));
    }

    @Override
    public synchronized Optional<List<Posting>> ask(Incoming incoming) {
        if (away) {
            throw new StoreUnavailable("away", new IllegalStateException());
        }
        if (quiet) {
            asked++;
            heard.add(incoming);
            return Optional.of(postings(incoming));
        }
        return Optional.empty();
    }

    private List<Posting> answer(Incoming incoming) {
        try {
            List<Posting> postings = postings(messenger.introduce(incoming));
            postings.forEach(messenger::post);
            return postings;
        } finally {
            answered();
        }
    }

    private synchronized void answered() {
        beingAnswered--;
    }

    /** Waits until everything that was heard is answered. */
    void settle() {
        Awaited.until(() -> assertEquals(0, beingAnswered()));
    }

    private synchronized int beingAnswered() {
        return beingAnswered;
    }

    private synchronized List<Posting> postings(Incoming incoming) {
        List<Posting> postings = new ArrayList<>();
        for (Reply reply : script.apply(incoming)) {
            String id = "t" + ++drawn + ".0";
            String recipient = reply.visibility() == Reply.Visibility.PRIVATE
                    ? incoming.account().id()
                    : "";
            postings.add(
                    new Posting(id, incoming.place(), recipient, messenger.draw(reply, id), incoming.returnPath()));
        }
        return postings;
    }

    synchronized List<Incoming> heard() {
        return List.copyOf(heard);
    }

    /** The triggers of the commands that were persisted. */
    synchronized List<String> persisted() {
        return accepted.stream()
                .map(delivery -> delivery.replace("command:", ""))
                .sorted()
                .toList();
    }

    synchronized int asked() {
        return asked;
    }
}
