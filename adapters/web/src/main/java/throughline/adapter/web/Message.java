package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.PlainText;
import throughline.core.card.Prose;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply.Visibility;

/** A message of the local chat as the transcript keeps it. */
record Message(ObjectNode kept) {
    private static final String RECIPIENT = "recipient";
    private static final String FROM = "from";

    /** Something the bot said; the payload is a reply as {@link LocalMessenger} drew it. */
    static Message of(Posting posting) {
        ObjectNode kept = envelope(
                        posting.id(), posting.place().channel(), posting.place().thread())
                .put(RECIPIENT, posting.recipient());
        if (posting.isUpdate()) {
            kept.put("replaces", posting.replaces());
        }
        kept.setAll(Json.own(posting.payload()));
        return new Message(kept);
    }

    /** Something a person typed. A command is seen by its author alone, as on every platform. */
    static Message typed(String id, Utterance utterance) {
        boolean isPrivate = utterance.isCommand();
        return new Message(envelope(id, utterance.channel().stored(), utterance.thread())
                .put(RECIPIENT, isPrivate ? utterance.person().text() : "")
                .put("visibility", Words.of(isPrivate ? Visibility.PRIVATE : Visibility.PUBLIC))
                .put(FROM, utterance.person().text())
                .put("name", utterance.name())
                .put("text", utterance.text()));
    }

    static Message read(String written) {
        return new Message(Json.own(written));
    }

    private static ObjectNode envelope(String id, String channel, Optional<String> thread) {
        return Json.object()
                .put("v", Json.VERSION)
                .put("id", id)
                .put("channel", channel)
                .put("thread", thread.orElse(null));
    }

    String id() {
        return kept.path("id").asText();
    }

    String written() {
        return kept.toString();
    }

    boolean isBots() {
        return !kept.has(FROM);
    }

    boolean isIn(Channel channel) {
        return kept.path("channel").asText().equals(channel.stored());
    }

    boolean isVisibleTo(Handle person) {
        String recipient = kept.path(RECIPIENT).asText();
        return recipient.isEmpty() || recipient.equals(person.text());
    }

    boolean hasForm() {
        return !kept.path("card").path("fields").isEmpty();
    }

    /** What takes the place of this one when its form was sent. */
    Message taken(String id) {
        String asked = kept.path("text").asText().lines().findFirst().orElse("");
        Card card = Card.of(asked, new Block.Note(Prose.of("Sent.")));
        return new Message(kept.deepCopy()
                .put("id", id)
                .put("replaces", id())
                .put("text", PlainText.of(card))
                .set("card", JsonDraw.of(card)));
    }

    /** As its readers get it. */
    ObjectNode shown() {
        String stored = kept.path("channel").asText();
        ObjectNode shown = kept.deepCopy().put("channel", new Channel(stored).shown());
        shown.remove("v");
        shown.remove(RECIPIENT);
        return shown;
    }
}
