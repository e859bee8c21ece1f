package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import throughline.core.card.PlainText;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Transcript;
import throughline.core.people.Account;

/**
 * Speaks in the local chat: saying something there means keeping it, from where the page and scripts fetch it. Works even
 * when the chat's door is closed, so that nothing said to it is stuck in the outbox.
 */
@Singleton
final class LocalMessenger implements Messenger {
    private final Transcript transcript;

    LocalMessenger(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public String platform() {
        return Account.LOCAL;
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
}
