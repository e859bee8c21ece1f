package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.Transcript;

/** The local chat: people say and tap things, and see what was said where they are. */
@Singleton
final class Chat {
    private static final String LATER =
            "I have what you said, and answer it here as soon as my store is back. You need not send it again.";

    private final Listener listener;
    private final Transcript transcript;
    private final Answered answered = new Answered();

    Chat(Listener listener, Transcript transcript) {
        this.listener = listener;
        this.transcript = transcript;
    }

    /** @return the bot's new messages that the person sees there; of a repeated delivery the same ones, while they are remembered */
    ArrayNode hear(Utterance utterance) {
        String delivery = delivery(utterance);
        if (!utterance.text().isEmpty()) {
            Message typed = Message.typed(delivery, utterance);
            transcript.keep(utterance.channel().stored(), delivery, typed.written());
        }
        List<Posting> said = answered.orElse(
                delivery,
                () -> listener.accept(incoming(delivery, utterance))
                        .map(Chat::answer)
                        .orElse(List.of()));
        return shown(said.stream().map(Message::of).filter(one -> one.isIn(utterance.channel())), utterance.person());
    }

    /** What is persisted is answered later; whoever sent it again would say it twice. */
    private static List<Posting> answer(Heard heard) {
        try {
            return heard.answer();
        } catch (StoreUnavailable away) {
            throw new Refusal(HttpStatus.ACCEPTED, LATER);
        }
    }

    /** Unique to what the person did; a sender's own id counts among that person's only. */
    private static String delivery(Utterance utterance) {
        String id = utterance.id().orElseGet(() -> UUID.randomUUID().toString());
        return utterance.person().account() + ":" + id;
    }

    private static Incoming incoming(String delivery, Utterance utterance) {
        return new Incoming(
                delivery,
                Speaker.member(utterance.person().account(), utterance.name()),
                utterance.channel().place(utterance.thread()),
                utterance.deed().input(),
                "");
    }

    /** What the bot said there, as far as the person sees it, oldest first. */
    ArrayNode said(Handle person, Channel channel, String after) {
        return seen(person, channel, after, Message::isBots);
    }

    /** What everybody said there, as far as the person sees it, oldest first. */
    ArrayNode everything(Handle person, Channel channel, String after) {
        return seen(person, channel, after, any -> true);
    }

    private ArrayNode seen(Handle person, Channel channel, String after, Predicate<Message> wanted) {
        return channel.isOpenTo(person)
                ? shown(
                        transcript.since(channel.stored(), after).stream()
                                .map(kept -> Message.read(kept.message()))
                                .filter(wanted),
                        person)
                : Json.array();
    }

    private static ArrayNode shown(Stream<Message> messages, Handle person) {
        return Json.array(messages.filter(message -> message.isVisibleTo(person))
                .map(Message::shown)
                .toList());
    }
}
