package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.assistant.SharedAnswers.Drawn;
import throughline.core.card.Card;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Ids;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Pause;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.Turn;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.DeadLetters;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Kind;

/**
 * The shell around the front door: load, turn, commit, and only then speak. A turn whose basis moved meanwhile is run again;
 * that is safe because a turn is a function.
 */
public final class Bot implements Listener {
    /** With the pauses between them, the attempts take up to about two seconds. */
    private static final int ATTEMPTS = 12;

    /** That it was refused relies on nothing but the conversation, so it is rarely refused itself. */
    private static final int EXCUSES = 3;

    /** Of so many initiatives, a slow answer takes about half a second. */
    private static final int LARGE = 10_000;

    /** An input that waited this long lost its process. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    /** What did not arrive for so long is the operator's to send. */
    private static final Duration STALE = Duration.ofDays(7);

    private static final Logger LOG = System.getLogger(Bot.class.getName());

    private final Assistant assistant;
    private final Stores stores;
    private final Map<String, Messenger> messengers;
    private final Surroundings surroundings;
    private final SharedAnswers shared = new SharedAnswers();

    /** What the bot keeps. */
    public record Stores(TurnStore turns, Inbox inbox, Outbox outbox, DeadLetters letters) {}

    /**
     * What the bot cannot compute.
     *
     * @param admins accounts that are made admins at their next word
     */
    public record Surroundings(InstantSource clock, Ids ids, Pause pause, Set<Account> admins) {
        public Surroundings {
            admins = Set.copyOf(admins);
        }
    }

    public Bot(Assistant assistant, Stores stores, List<Messenger> messengers, Surroundings surroundings) {
        this.assistant = assistant;
        this.stores = stores;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Heard> accept(Incoming incoming) {
        return stores.inbox().accept(incoming).map(ticket -> () -> answer(ticket, incoming));
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        Snapshot snapshot = stores.turns().load(Exchange.conversation(incoming));
        Scene scene = scene(snapshot, incoming);
        boolean isShared = isOrdinary(snapshot, scene) && assistant.isSameForAll(incoming.input());
        Optional<List<Drawn>> known = isShared ? shared.find(snapshot.version(), scene) : Optional.empty();
        if (known.isPresent()) {
            return Optional.of(addressed(incoming.delivery(), incoming, known.get()));
        }
        if (isLarge(snapshot) && assistant.isSlow(incoming.input())) {
            return Optional.empty();
        }
        Exchange exchange = new Exchange(incoming.delivery(), incoming, snapshot, scene, turn(scene, snapshot));
        if (!exchange.isQuiet()) {
            return Optional.empty();
        }
        List<Drawn> drawn = drawn(incoming.delivery(), incoming, exchange.turn().replies());
        if (isShared) {
            shared.keep(snapshot.version(), scene, drawn);
        }
        return Optional.of(addressed(incoming.delivery(), incoming, drawn));
    }

    /** Whether a slow answer may come after a platform has stopped waiting for it. */
    private static boolean isLarge(Snapshot snapshot) {
        return snapshot.roadmap().all(Kind.INITIATIVE).size() > LARGE;
    }

    /** A known member of the organization, who does not go on with what is being talked about. */
    private static boolean isOrdinary(Snapshot snapshot, Scene scene) {
        return !scene.isPublic() && Focus.isAside(scene, snapshot.dialogue()) && isStored(snapshot, scene.person());
    }

    private static boolean isStored(Snapshot snapshot, Person person) {
        return snapshot.people().find(person.id()).filter(person::equals).isPresent();
    }

    /** Finishes what a lost process committed, answers what it left in the inbox and sends what it left in the outbox, or has it sent. */
    public void catchUp() {
        stores.turns().finish();
        stores.inbox().waiting(FORGOTTEN).stream()
                .filter(waiting -> speaksOn(waiting.incoming().place()))
                .forEach(this::answerLate);
        List<Posting> waiting = stores.outbox().waiting(FORGOTTEN).stream()
                .filter(posting -> speaksOn(posting.place()))
                .toList();
        waiting.stream().filter(this::isFoundAgain).forEach(this::handOver);
        stores.outbox()
                .sent(send(waiting.stream()
                        .filter(posting -> !isFoundAgain(posting))
                        .toList()));
    }

    private boolean isFoundAgain(Posting posting) {
        return messenger(posting.place().platform()).isFoundAgain(posting);
    }

    /** Nobody knows whether it arrived, so it must not just be sent again. */
    private void handOver(Posting posting) {
        Instant now = surroundings.clock().instant();
        stores.outbox().handOver(posting, now, now.plus(STALE));
    }

    /** Another bot may speak on other platforms, or this one will again: what is for those waits. */
    private boolean speaksOn(Place place) {
        return messengers.containsKey(place.platform());
    }

    /** One input that cannot be answered must not keep the others waiting. */
    private void answerLate(Inbox.Waiting waiting) {
        try {
            answer(waiting.ticket(), waiting.incoming());
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException unanswerable) {
            LOG.log(Level.ERROR, "Input " + waiting.ticket() + " cannot be answered and is dropped", unanswerable);
            stores.inbox().done(waiting.ticket());
        }
    }

    private List<Posting> answer(String ticket, Incoming heard) {
        Incoming incoming = messenger(heard.place().platform()).introduce(heard);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Exchange exchange = exchange(ticket, incoming);
            if (exchange.isQuiet()) {
                return say(exchange);
            }
            Optional<List<Posting>> said = committed(exchange);
            if (said.isPresent()) {
                return said.get();
            }
            surroundings.pause().before(attempt);
        }
        return excused(ticket, incoming);
    }

    /** Commits what follows and speaks; empty if something moved meanwhile. */
    private Optional<List<Posting>> committed(Exchange exchange) {
        Told told = told(exchange);
        return switch (stores.turns().commit(exchange.commit(told.all()))) {
            case COMMITTED -> {
                exchange.turn().decisions().forEach(this::decide);
                stores.outbox().sent(send(told.all()));
                take(exchange);
                yield Optional.of(told.replies());
            }
            case ANSWERED -> Optional.of(List.of());
            case MOVED -> Optional.empty();
        };
    }

    /** What of it fails leaves a form that can be sent once more, as before. */
    private void take(Exchange exchange) {
        boolean isForm = exchange.incoming().input() instanceof Input.Tapped tapped
                && !tapped.inputs().isEmpty();
        boolean isDone = !exchange.turn().changes().isEmpty()
                || !exchange.turn().people().isEmpty();
        if (isForm && isDone) {
            try {
                messenger(exchange.incoming().place().platform()).taken(exchange.incoming());
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, "The form of " + exchange.ticket() + " stays open", away);
            }
        }
    }

    /**
     * Says that nothing was changed, which a commit has to make true: after it, nobody else answers the input. Where even that is
     * refused, the input stays and is answered later.
     */
    private List<Posting> excused(String ticket, Incoming incoming) {
        for (int attempt = 1; attempt <= EXCUSES; attempt++) {
            Optional<List<Posting>> said = committed(excuse(ticket, incoming));
            if (said.isPresent()) {
                return said.get();
            }
        }
        // Another id than that of the answer, which a messenger would take for a repetition.
        List<Posting> kept = postings(ticket + ".kept", incoming, List.of(only(Apology.kept())));
        send(kept);
        return kept;
    }

    private Exchange excuse(String ticket, Incoming incoming) {
        Snapshot snapshot = stores.turns().load(Exchange.conversation(incoming));
        Turn sorry = Turn.say(only(Apology.tooBusy())).leaving(snapshot.dialogue());
        return new Exchange(ticket, incoming, snapshot, scene(snapshot, incoming), sorry);
    }

    /** What does not come to this because the process dies still lies there for the operator to see. */
    private void decide(Turn.Decision decision) {
        boolean lay = decision.isSent()
                ? stores.letters().retry(decision.letter())
                : stores.letters().discard(decision.letter());
        LOG.log(Level.INFO, "letter-decided: {0}, which lay there: {1}", decision, lay);
    }

    private Exchange exchange(String ticket, Incoming incoming) {
        Snapshot snapshot = stores.turns().load(Exchange.conversation(incoming));
        Scene scene = scene(snapshot, incoming);
        return new Exchange(ticket, incoming, snapshot, scene, turn(scene, snapshot));
    }

    private Scene scene(Snapshot snapshot, Incoming incoming) {
        Person person = person(snapshot, incoming);
        return new Scene(
                snapshot.roadmap(),
                snapshot.history(),
                isStored(snapshot, person)
                        ? snapshot.people()
                        : snapshot.people().with(person),
                person,
                incoming,
                surroundings.clock().instant(),
                surroundings.ids().next());
    }

    private Person person(Snapshot snapshot, Incoming incoming) {
        Person person = snapshot.people()
                .find(incoming.account())
                .orElseGet(() -> Person.firstContact(
                        new PersonId(surroundings.ids().next()), incoming.from().name(), incoming.account()));
        return surroundings.admins().contains(incoming.account()) ? person.with(Role.ADMIN) : person;
    }

    private Turn turn(Scene scene, Snapshot snapshot) {
        try {
            return assistant.turn(scene, snapshot.dialogue());
        } catch (StoreUnavailable away) {
            // A turn may read the history; that it cannot is no defect, and the input waits in the inbox.
            throw away;
        } catch (RuntimeException | StackOverflowError broken) {
            String code = code();
            LOG.log(Level.ERROR, "A turn broke; its person has the code " + code, broken);
            return Turn.say(only(Apology.broken(code))).leaving(snapshot.dialogue());
        }
    }

    /**
     * Says what needs no commit. What cannot be said now is committed as it stands: answered later, the input would meet whatever its
     * person has come to since, and "send" would send another thing. If the process dies, the ticket brings it here again.
     */
    private List<Posting> say(Exchange exchange) {
        List<Posting> postings = postings(exchange, exchange.turn().replies());
        List<Posting> sent = send(postings);
        if (sent.size() == postings.size()) {
            stores.inbox().done(exchange.ticket());
        } else {
            List<Posting> unsaid =
                    postings.stream().filter(posting -> !sent.contains(posting)).toList();
            stores.turns().commit(exchange.commit(unsaid));
        }
        return postings;
    }

    private List<Posting> postings(Exchange exchange, List<Reply> replies) {
        return postings(exchange.ticket(), exchange.incoming(), replies);
    }

    /** What is said to the person whose input it was, and to others. */
    private record Told(List<Posting> replies, List<Posting> notices) {
        List<Posting> all() {
            return Stream.concat(replies.stream(), notices.stream()).toList();
        }
    }

    /** What takes the places of messages that stand already; those of another bot, and where outsiders may read along, stay as they are. */
    private List<Posting> updates(Exchange exchange) {
        List<Posting> updates = new ArrayList<>();
        for (Turn.Update update : exchange.turn().updates()) {
            String id = exchange.ticket() + ".u" + (updates.isEmpty() ? "" : updates.size());
            update(exchange, id, update).ifPresent(updates::add);
        }
        return updates;
    }

    private Optional<Posting> update(Exchange exchange, String id, Turn.Update update) {
        if (update.place().isPresent()) {
            return new Outgoing(messengers, stores.outbox())
                    .instead(id, update.place().get(), update);
        }
        Incoming incoming = exchange.incoming();
        Messenger messenger = messenger(incoming.place().platform());
        return Optional.of(new Posting(
                id,
                incoming.place(),
                "",
                messenger.draw(Outgoing.reply(update), update.message()),
                incoming.returnPath(),
                update.message()));
    }

    private Told told(Exchange exchange) {
        Whereabouts whereabouts = new Whereabouts(
                messengers, exchange.scene().people(), exchange.scene().place());
        List<Reply> replies = exchange.turn().replies();
        List<Posting> notices = new ArrayList<>();
        for (Notice notice : exchange.turn().notices()) {
            if (!notice.to().equals(exchange.scene().person().id())) {
                Optional<Whereabouts.Spot> spot = whereabouts.find(notice.to());
                spot.ifPresent(at -> notices.add(at.posting(exchange.ticket() + ".n" + notices.size(), notice.card())));
                replies = spot.isEmpty() ? notice.unreached().map(List::of).orElse(replies) : replies;
            }
        }
        List<Posting> said = Stream.concat(postings(exchange, replies).stream(), updates(exchange).stream())
                .toList();
        return new Told(said, notices);
    }

    private List<Posting> postings(String ticket, Incoming incoming, List<Reply> replies) {
        return addressed(ticket, incoming, drawn(ticket, incoming, replies));
    }

    private List<Drawn> drawn(String ticket, Incoming incoming, List<Reply> replies) {
        Messenger messenger = messenger(incoming.place().platform());
        List<Drawn> drawn = new ArrayList<>();
        for (Reply reply : replies) {
            drawn.add(new Drawn(reply.visibility(), messenger.draw(reply, ticket + "." + drawn.size())));
        }
        return drawn;
    }

    private static List<Posting> addressed(String ticket, Incoming incoming, List<Drawn> drawn) {
        List<Posting> postings = new ArrayList<>();
        for (Drawn reply : drawn) {
            String recipient = reply.visibility() == Reply.Visibility.PRIVATE
                    ? incoming.account().id()
                    : "";
            postings.add(new Posting(
                    ticket + "." + postings.size(),
                    incoming.place(),
                    recipient,
                    reply.payload(),
                    incoming.returnPath()));
        }
        return List.copyOf(postings);
    }

    /** Sends what can be sent and returns it; the rest is tried again later. */
    private List<Posting> send(List<Posting> postings) {
        List<Posting> sent = new ArrayList<>();
        for (Posting posting : postings) {
            try {
                messenger(posting.place().platform()).post(posting);
                sent.add(posting);
            } catch (RuntimeException unreachable) {
                LOG.log(Level.WARNING, "Message " + posting.id() + " could not be sent", unreachable);
            }
        }
        return sent;
    }

    private Messenger messenger(String platform) {
        Messenger messenger = messengers.get(platform);
        if (messenger == null) {
            throw new IllegalStateException("no messenger speaks on " + platform);
        }
        return messenger;
    }

    private static Reply only(Card card) {
        return new Reply(Reply.Visibility.PRIVATE, card, Optional.empty());
    }

    private String code() {
        String id = surroundings.ids().next().toUpperCase(Locale.ROOT);
        return id.substring(Math.max(0, id.length() - 4));
    }
}
