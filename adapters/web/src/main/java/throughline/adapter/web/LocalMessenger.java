package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import throughline.core.card.PlainText;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Transcript;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sighting;
import throughline.core.people.Account;

/**
 * Speaks in the local chat: saying something there means keeping it, from where the page and scripts fetch it. Works even
 * when the chat's door is closed, so that nothing said to it is stuck in the outbox.
 */
@Singleton
final class LocalMessenger implements Messenger, Carrier {
    private final Transcript transcript;
    private final boolean isOpen;

    /** @param isOpen whether the chat's door is open, so that people see what is kept for them */
    LocalMessenger(
            Transcript transcript, @Property(name = "throughline.local", defaultValue = "false") boolean isOpen) {
        this.transcript = transcript;
        this.isOpen = isOpen;
    }

    @Override
    public String platform() {
        return Account.LOCAL;
    }

    @Override
    public Optional<Place> direct(Account account, Place near) {
        boolean isReached = isOpen && account.platform().equals(platform());
        return isReached
                ? Optional.of(Channel.directOf(new Handle(account.id())).place(Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Place inspect(Place place) {
        return new Channel(place.channel()).place(place.thread());
    }

    @Override
    public String draw(Reply reply, String id) {
        ObjectNode drawn = Json.object()
                .put("v", Json.VERSION)
                .put("visibility", Words.of(reply.visibility()))
                .put("text", PlainText.of(reply.card()))
                .set("card", JsonDraw.of(reply.card()));
        reply.answer().ifPresent(answer -> drawn.set("answer", AnswerJson.of(answer)));
        return drawn.toString();
    }

    @Override
    public void post(Posting posting) {
        transcript.keep(
                posting.place().channel(), posting.id(), Message.of(posting).written());
    }

    @Override
    public void taken(Incoming form) {
        if (form.input() instanceof Input.Tapped tapped) {
            String channel = form.place().channel();
            transcript.since(channel, "").stream()
                    .filter(kept -> kept.id().equals(tapped.message()))
                    .map(kept -> Message.read(kept.message()))
                    .filter(Message::hasForm)
                    .map(message -> message.taken(form.delivery() + ":taken"))
                    .forEach(shut -> transcript.keep(channel, shut.id(), shut.written()));
        }
    }

    @Override
    public List<Allowance> toSend(Posting posting) {
        return List.of();
    }

    @Override
    public List<Allowance> toLook(Posting posting) {
        return List.of();
    }

    @Override
    public Outcome send(Posting posting, Permit permit) {
        post(posting);
        return new Outcome.Accepted(posting.id());
    }

    /** Keeping something again keeps it once, so nobody has to look. */
    @Override
    public Sighting look(Posting posting, Instant since, Permit permit) {
        return new Sighting.Absent();
    }

    /** There are no second copies. */
    @Override
    public Outcome takeBack(Posting posting, String id, Permit permit) {
        return new Outcome.Never("nothing is taken back from the local chat");
    }

    @Override
    public Outcome update(Posting posting, String id) {
        Posting instead =
                new Posting(id, posting.place(), posting.recipient(), posting.payload(), posting.returnPath());
        transcript.replace(posting.place().channel(), id, Message.of(instead).written());
        return new Outcome.Accepted(id);
    }
}
