package throughline.adapter.slack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.Outcome;
import throughline.core.people.Account;

/** Speaks in Slack: in the response that waits for it, by the address that came with the input, or through the Web API. */
final class SlackMessenger implements Messenger {
    private static final Logger LOG = System.getLogger(SlackMessenger.class.getName());
    private static final Duration KNOWN_AS_SENT = Duration.ofDays(1);
    private static final Set<String> NOT_THERE =
            Set.of("not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived", "no_bot_token");

    private final Api api;
    private final Directory directory;
    private final ReturnPaths paths;
    private final Waiting waiting;
    private final Arrivals arrivals;
    private final SlackCarrier carrier;
    private final Remembered<Boolean> sent;

    /** @param carrier updates what it carried, of which {@code arrivals} tells where it is */
    SlackMessenger(
            Api api,
            Directory directory,
            ReturnPaths paths,
            Waiting waiting,
            InstantSource clock,
            Arrivals arrivals,
            SlackCarrier carrier) {
        this.api = api;
        this.directory = directory;
        this.paths = paths;
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.carrier = carrier;
        this.sent = new Remembered<>(KNOWN_AS_SENT, clock);
    }

    @Override
    public String platform() {
        return AccountIds.PLATFORM;
    }

    @Override
    public Incoming introduce(Incoming incoming) {
        return directory.introduce(incoming);
    }

    /** Whoever is written to by the user's id gets it in the own conversation with the bot; that takes a token. */
    @Override
    public Optional<Place> direct(Account account, Place near) {
        boolean isReached = api.isUsable() && account.platform().equals(platform());
        return isReached
                ? Optional.of(
                        new Place(platform(), AccountIds.user(account.id()), Optional.empty(), Place.Reach.DIRECT))
                : Optional.empty();
    }

    @Override
    public Place inspect(Place place) {
        return directory.channel(place.channel()).map(this::seen).orElseGet(() -> place.with(Place.Reach.UNKNOWN));
    }

    /** What Slack does not list to us it will not take either: that is told by who tries. */
    private Place seen(String channel) {
        Place place = new Place(platform(), channel, Optional.empty(), Place.Reach.INTERNAL);
        return channel.startsWith("#") ? place : directory.seen(place);
    }

    @Override
    public String draw(Reply reply, String id) {
        return Drawn.of(reply.card(), id).written();
    }

    /** What answers by an address that came with the input, or is seen by one person in a channel, is in no history. */
    @Override
    public boolean isFoundAgain(Posting posting) {
        return api.isUsable()
                && posting.returnPath().isEmpty()
                && !posting.isUpdate()
                && (!isPrivate(posting) || posting.place().isDirect());
    }

    @Override
    public void post(Posting posting) {
        if (sent.fresh(posting.id()).isPresent()) {
            return;
        }
        Drawn drawn = Drawn.read(posting.payload());
        if (!isPrivate(posting) || !waiting.take(posting.returnPath(), drawn)) {
            send(posting, drawn, paths.open(posting.returnPath()));
        }
        sent.put(posting.id(), true);
    }

    /** Tells whoever did something, and nobody else; without a return address, nobody. */
    void tell(String returnPath, Drawn notice) {
        paths.say(paths.open(returnPath), notice, true, Optional.empty());
    }

    private void send(Posting posting, Drawn drawn, ReturnPath path) {
        if (posting.isUpdate()) {
            replace(posting, drawn, path);
            return;
        }
        if (drawn.form().isPresent() && isOpened(posting, drawn.form().get(), path)) {
            return;
        }
        if (isPrivate(posting) && drawn.form().isEmpty() && isShownInModal(posting, drawn, path)) {
            return;
        }
        if (isPrivate(posting)) {
            whisper(posting, drawn, path);
        } else {
            say(posting, drawn, path);
        }
    }

    /** By the address of the tap; later on, where it is known to have arrived. */
    private void replace(Posting posting, Drawn drawn, ReturnPath path) {
        if (!paths.replace(path, drawn)) {
            arrivals.find(posting.replaces())
                    .ifPresentOrElse(
                            id -> update(posting, id),
                            () -> LOG.log(
                                    Level.INFO,
                                    "Message {0} stays as it is: its address takes no answers any more",
                                    posting.replaces()));
        }
    }

    private void update(Posting posting, String id) {
        Outcome outcome = carrier.update(posting, id);
        api.pause(outcome);
        if (outcome instanceof Outcome.Never never) {
            LOG.log(Level.INFO, "Message {0} stays as it is: {1}", posting.replaces(), never.reason());
        } else if (!(outcome instanceof Outcome.Accepted)) {
            throw new Unsent("chat.update", String.valueOf(outcome));
        }
    }

    private static boolean isPrivate(Posting posting) {
        return !posting.recipient().isEmpty();
    }

    private boolean isOpened(Posting posting, Drawn.Form form, ReturnPath path) {
        if (!api.isUsable() || (path.view().isEmpty() && !paths.opensModals(path))) {
            return false;
        }
        Optional<String> metadata = new Asked(posting.place(), path.url(), posting.id(), form).metadata();
        if (metadata.isEmpty()) {
            return false;
        }
        String view =
                form.view().deepCopy().put("private_metadata", metadata.get()).toString();
        try {
            if (path.view().isEmpty()) {
                api.ask(
                        "views.open",
                        client -> client.viewsOpen(
                                r -> r.triggerId(path.trigger()).viewAsString(view)));
            } else {
                api.ask(
                        "views.update",
                        client -> client.viewsUpdate(r -> r.viewId(path.view()).viewAsString(view)));
            }
            return true;
        } catch (Unsent unsent) {
            LOG.log(Level.INFO, "{0}; the form is sent as a message", unsent.getMessage());
            return false;
        }
    }

    /** What comes of a tap in a modal takes its place. */
    private boolean isShownInModal(Posting posting, Drawn drawn, ReturnPath path) {
        Optional<String> metadata = path.view().isEmpty() || !api.isUsable()
                ? Optional.empty()
                : new Asked(posting.place(), path.url(), posting.id(), "", "").metadata();
        return metadata.isPresent()
                && isUpdated(
                        path, BlockDraw.told(drawn.blocks(), metadata.get()).toString());
    }

    private boolean isUpdated(ReturnPath path, String view) {
        try {
            api.ask(
                    "views.update",
                    client -> client.viewsUpdate(r -> r.viewId(path.view()).viewAsString(view)));
            return true;
        } catch (Unsent unsent) {
            LOG.log(Level.INFO, "{0}; it is said as a message", unsent.getMessage());
            return false;
        }
    }

    private void whisper(Posting posting, Drawn drawn, ReturnPath path) {
        Place place = posting.place();
        if (paths.say(path, drawn, true, place.thread())) {
            return;
        }
        String user = AccountIds.user(posting.recipient());
        try {
            if (place.isDirect()) {
                post(posting, drawn, place.channel(), place.thread());
            } else {
                postEphemeral(drawn, place, user);
            }
        } catch (Unsent unsent) {
            if (!api.isUsable() || !NOT_THERE.contains(unsent.error())) {
                throw unsent;
            }
            // Where the bot is not let in, the person still gets the answer.
            post(posting, drawn, user, Optional.empty());
        }
    }

    private void say(Posting posting, Drawn drawn, ReturnPath path) {
        try {
            post(posting, drawn, posting.place().channel(), posting.place().thread());
        } catch (Unsent unsent) {
            if (!NOT_THERE.contains(unsent.error())
                    || !paths.say(path, drawn, false, posting.place().thread())) {
                throw unsent;
            }
        }
    }

    private void post(Posting posting, Drawn drawn, String channel, Optional<String> thread) {
        api.say("chat.postMessage", Said.in(channel, drawn).in(thread).marked(posting.id()));
    }

    private void postEphemeral(Drawn drawn, Place place, String user) {
        api.say(
                "chat.postEphemeral",
                Said.in(place.channel(), drawn).in(place.thread()).to(user));
    }
}
