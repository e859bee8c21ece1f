package throughline.adapter.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Reply.Visibility;
import throughline.core.conversation.Transcript;

/** A bot that answers by a script: it posts as the real one does, and remembers what it heard. */
final class Rehearsal implements Listener {
    private final LocalMessenger messenger;
    private final Function<Incoming, List<Reply>> script;
    private final List<Incoming> heard = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();

    Rehearsal(Transcript transcript, Function<Incoming, List<Reply>> script) {
        this.messenger = new LocalMessenger(transcript, true);
        this.script = script;
    }

    @Override
    public synchronized Optional<Heard> accept(Incoming incoming) {
        if (!accepted.add(incoming.delivery())) {
            return Optional.empty();
        }
        heard.add(incoming);
        return Optional.of(() -> answer(incoming));
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        return Optional.empty();
    }

    private synchronized List<Posting> answer(Incoming incoming) {
        List<Posting> postings = new ArrayList<>();
        for (Reply reply : script.apply(incoming)) {
            postings.add(posting("t" + accepted.size() + "." + postings.size(), incoming, reply));
        }
        postings.forEach(messenger::post);
        return postings;
    }

    private Posting posting(String id, Incoming incoming, Reply reply) {
        String recipient =
                reply.visibility() == Visibility.PRIVATE ? incoming.account().id() : "";
        return new Posting(id, incoming.place(), recipient, messenger.draw(reply, id), incoming.returnPath());
    }

    synchronized void forget() {
        heard.clear();
        accepted.clear();
    }

    synchronized List<Incoming> heard() {
        return List.copyOf(heard);
    }

    synchronized Incoming lastHeard() {
        return heard.get(heard.size() - 1);
    }
}
