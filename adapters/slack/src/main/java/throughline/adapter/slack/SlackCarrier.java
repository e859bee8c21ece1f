package throughline.adapter.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sighting;

/**
 * Carries messages to Slack. Each has its posting's id in its metadata, by which it is found again in the channel's history;
 * without the scope to read that, nobody can tell.
 */
final class SlackCarrier implements Carrier {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration A_CHANNEL = Duration.ofSeconds(1);
    private static final int BURST = 5;
    private static final int PAGE = 200;
    private static final int PAGES = 20;
    /** Slack's clock and the store's may differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Api api;
    private final Allowance posts;
    private final Allowance asks;

    SlackCarrier(Api api, int postsPerMinute, int asksPerMinute) {
        this.api = api;
        this.posts = allowance("slack", postsPerMinute);
        this.asks = allowance("slack-asks", asksPerMinute);
    }

    private static Allowance allowance(String bucket, int perMinute) {
        return perMinute <= BURST
                ? new Allowance(bucket, 1, MINUTE.dividedBy(perMinute))
                : new Allowance(bucket, BURST, MINUTE.dividedBy(perMinute));
    }

    @Override
    public String platform() {
        return AccountIds.PLATFORM;
    }

    @Override
    public List<Allowance> toSend(Posting posting) {
        return List.of(posts, new Allowance("slack:" + channel(posting), 1, A_CHANNEL));
    }

    @Override
    public List<Allowance> toLook(Posting posting) {
        return List.of(asks);
    }

    /** What one person alone may see goes to that person's own conversation. */
    private static String channel(Posting posting) {
        return posting.recipient().isEmpty() || posting.place().isDirect()
                ? posting.place().channel()
                : AccountIds.user(posting.recipient());
    }

    private static Optional<String> thread(Posting posting) {
        return channel(posting).equals(posting.place().channel())
                ? posting.place().thread()
                : Optional.empty();
    }

    @Override
    public Outcome send(Posting posting, Permit permit) {
        Drawn drawn = Drawn.read(posting.payload());
        return api.tried(
                permit,
                api.chat(
                        "chat.postMessage",
                        Said.in(channel(posting), drawn).in(thread(posting)).marked(posting.id())),
                sent -> new Outcome.Accepted(sent.getChannel() + "/" + sent.getTs()));
    }

    @Override
    public Sighting look(Posting posting, Instant since, Permit permit) {
        Outcome conversation = conversation(channel(posting), permit);
        return conversation instanceof Outcome.Accepted accepted
                ? lookIn(accepted.id(), posting, since, permit)
                : notSeen(conversation);
    }

    /** A person's own conversation is written to by the person's id, and read by its own. */
    private Outcome conversation(String channel, Permit permit) {
        boolean isPerson = channel.startsWith("U") || channel.startsWith("W");
        return isPerson
                ? api.tried(
                        permit,
                        client -> client.conversationsOpen(r -> r.users(List.of(channel))),
                        opened -> new Outcome.Accepted(opened.getChannel().getId()))
                : new Outcome.Accepted(channel);
    }

    private Sighting lookIn(String channel, Posting posting, Instant since, Permit permit) {
        List<Message> messages = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            Outcome read = page(new Stretch(channel, thread(posting), since, cursor), messages, permit);
            if (!(read instanceof Outcome.Accepted accepted)) {
                return notSeen(read);
            }
            cursor = accepted.id();
            if (cursor.isEmpty()) {
                return seen(channel, posting, messages);
            }
        }
        return new Sighting.Blind("there is too much to read through");
    }

    /** What one call reads: a part of a channel or of a thread in it. */
    private record Stretch(String channel, Optional<String> thread, Instant since, String cursor) {
        String oldest() {
            return String.valueOf(since.minus(SKEW).getEpochSecond());
        }
    }

    private Outcome page(Stretch stretch, List<Message> messages, Permit permit) {
        return stretch.thread()
                .map(thread -> api.<ConversationsRepliesResponse>tried(
                        permit,
                        client -> client.conversationsReplies(r -> r.channel(stretch.channel())
                                .ts(thread)
                                .oldest(stretch.oldest())
                                .limit(PAGE)
                                .cursor(stretch.cursor())
                                .includeAllMetadata(true)),
                        read -> kept(read.getMessages(), read.getResponseMetadata(), messages)))
                .orElseGet(() -> api.<ConversationsHistoryResponse>tried(
                        permit,
                        client -> client.conversationsHistory(r -> r.channel(stretch.channel())
                                .oldest(stretch.oldest())
                                .limit(PAGE)
                                .cursor(stretch.cursor())
                                .includeAllMetadata(true)),
                        read -> kept(read.getMessages(), read.getResponseMetadata(), messages)));
    }

    private static Outcome kept(
            @Nullable List<Message> read, @Nullable ResponseMetadata metadata, List<Message> messages) {
        messages.addAll(Optional.ofNullable(read).orElse(List.of()));
        return new Outcome.Accepted(Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .orElse(""));
    }

    private static Sighting seen(String channel, Posting posting, List<Message> messages) {
        List<String> found = new ArrayList<>(messages.stream()
                .filter(message -> id(message).equals(posting.id()))
                .map(message -> channel + "/" + message.getTs())
                .toList());
        Collections.sort(found);
        if (!found.isEmpty()) {
            return new Sighting.Found(found);
        }
        // Whoever may not read metadata sees the words without our key.
        String text = Drawn.read(posting.payload()).text();
        return messages.stream().anyMatch(message -> id(message).isEmpty() && text.equals(message.getText()))
                ? new Sighting.Blind("there is a message with these words and without our key")
                : new Sighting.Absent();
    }

    private static String id(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(metadata -> Said.EVENT.equals(metadata.getEventType()))
                .map(Message.Metadata::getEventPayload)
                .map(payload -> String.valueOf(payload.get("id")))
                .orElse("");
    }

    private static Sighting notSeen(Outcome outcome) {
        if (outcome instanceof Outcome.NotAccepted not) {
            return new Sighting.NotTold(not.pause(), not.reason());
        }
        return outcome instanceof Outcome.Never never
                ? new Sighting.Blind(never.reason())
                : new Sighting.NotTold(Duration.ZERO, ((Outcome.Unknown) outcome).reason());
    }

    @Override
    public Outcome takeBack(Posting posting, String id, Permit permit) {
        String[] where = id.split("/", 2);
        Outcome outcome = api.tried(
                permit,
                client -> client.chatDelete(r -> r.channel(where[0]).ts(where[1])),
                gone -> new Outcome.Accepted(id));
        return outcome.equals(new Outcome.Never("message_not_found")) ? new Outcome.Accepted(id) : outcome;
    }

    @Override
    public Outcome update(Posting posting, String id) {
        String[] where = id.split("/", 2);
        Drawn drawn = Drawn.read(posting.payload());
        return api.tried(
                api::isTaken,
                api.chat("chat.update", Said.in(where[0], drawn).insteadOf(where[1])),
                changed -> new Outcome.Accepted(id));
    }
}
