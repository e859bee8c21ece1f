package throughline.adapter.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;

/**
 * Who somebody is and who reads a channel, as Slack tells; remembered for an hour, and longer while Slack does not answer.
 * After three silences in a row nothing is asked for half a minute, so that a dead Slack costs some timeouts and not one a
 * message, and a single slow answer makes nobody else a stranger.
 */
final class Directory {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration SULK = Duration.ofSeconds(30);
    private static final int SILENCES = 3;
    private static final int AT_ONCE = 1_000;
    private static final String HOME = "home";
    private static final Logger LOG = System.getLogger(Directory.class.getName());

    /** What Slack says when the app lacks something that its operator has to give it. */
    private static final Set<String> OPERATORS_TASK = Set.of(
            "missing_scope",
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "no_permission");

    private record Profile(String name, Standing standing) {}

    /** @param name as people write it */
    private record Channel(Reach reach, Optional<String> name) {
        static final Channel UNKNOWN = new Channel(Reach.UNKNOWN, Optional.empty());
    }

    private final Api api;
    private final InstantSource clock;
    private final Remembered<Profile> people;
    private final Remembered<Channel> channels;
    private final Remembered<String> ids;
    private final Remembered<String> home;
    private final Remembered<Boolean> refused;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger silences = new AtomicInteger();
    private volatile Instant silentUntil = Instant.MIN;

    Directory(Api api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
        this.people = new Remembered<>(FRESH, clock);
        this.ids = new Remembered<>(FRESH, clock);
        this.channels = new Remembered<>(FRESH, clock);
        this.home = new Remembered<>(FRESH, clock);
        this.refused = new Remembered<>(SULK, clock);
    }

    /** The same input with everything that Slack tells. Whoever it does not tell about is unverified, and such a channel's reach unknown. */
    Incoming introduce(Incoming incoming) {
        Profile profile = learned(people, incoming.account().id(), () -> profile(incoming))
                .orElseGet(() -> new Profile(incoming.from().name(), Standing.UNVERIFIED));
        return introduced(incoming, profile, isTold(incoming) ? incoming.place() : seen(incoming.place()));
    }

    /**
     * A channel by its name, such as {@code #growth}; what is no name is an id already. A channel that Slack does not list to us is given
     * back as it was named, and Slack refuses what is said there.
     */
    Optional<String> channel(String named) {
        return named.startsWith("#")
                ? learned(ids, named, () -> listed(named.substring(1)).orElse(named))
                : Optional.of(named);
    }

    private Optional<String> listed(String name) {
        String cursor = "";
        do {
            String from = cursor;
            ConversationsListResponse page = api.ask(
                    "conversations.list",
                    client -> client.conversationsList(
                            r -> r.types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                                    .excludeArchived(true)
                                    .limit(AT_ONCE)
                                    .cursor(from)));
            Optional<String> found = Optional.ofNullable(page.getChannels()).orElse(List.of()).stream()
                    .filter(channel -> name.equalsIgnoreCase(channel.getName()))
                    .map(Conversation::getId)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = Optional.ofNullable(page.getResponseMetadata())
                    .map(ResponseMetadata::getNextCursor)
                    .orElse("");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    /** The same place with who reads along there, and what it is called, as {@link #introduce} tells it. */
    Place seen(Place place) {
        return seen(
                place,
                learned(channels, place.channel(), () -> asked(place.channel())).orElse(Channel.UNKNOWN));
    }

    private static Place seen(Place place, Channel channel) {
        return place.with(channel.reach()).called(channel.name());
    }

    /** The same without asking anybody; empty if that takes asking. */
    Optional<Incoming> known(Incoming incoming) {
        Place place = incoming.place();
        Optional<Place> seen = isTold(incoming)
                ? Optional.of(place)
                : channels.fresh(place.channel()).map(channel -> seen(place, channel));
        return people.fresh(incoming.account().id())
                .flatMap(profile -> seen.map(known -> introduced(incoming, profile, known)));
    }

    private static boolean isTold(Incoming incoming) {
        Reach reach = incoming.place().reach();
        return reach == Reach.DIRECT || reach == Reach.EXTERNAL;
    }

    private static Incoming introduced(Incoming incoming, Profile profile, Place place) {
        return new Incoming(
                incoming.delivery(),
                new Speaker(incoming.account(), profile.name(), profile.standing()),
                place,
                incoming.input(),
                incoming.returnPath());
    }

    private <V> Optional<V> learned(Remembered<V> memory, String key, Supplier<V> source) {
        return memory.fresh(key).or(() -> asked(memory, key, source)).or(() -> memory.any(key));
    }

    private <V> Optional<V> asked(Remembered<V> memory, String key, Supplier<V> source) {
        if (clock.instant().isBefore(silentUntil) || refused.fresh(key).isPresent()) {
            return Optional.empty();
        }
        try {
            V value = source.get();
            silences.set(0);
            memory.put(key, value);
            return Optional.of(value);
        } catch (Unsent unsent) {
            if (unsent.isRefusal()) {
                silences.set(0);
                refused.put(key, true);
                warn(unsent);
            } else if (silences.incrementAndGet() >= SILENCES) {
                silentUntil = clock.instant().plus(SULK);
            }
            return Optional.empty();
        }
    }

    private void warn(Unsent unsent) {
        if (OPERATORS_TASK.contains(unsent.error()) && warned.add(unsent.getMessage())) {
            LOG.log(
                    Level.WARNING,
                    "{0}. Until that works, people whom it is about get the public view only: give the app its scopes "
                            + "(users:read, channels:read, groups:read), install it again and check SLACK_BOT_TOKEN",
                    unsent.getMessage());
        }
    }

    private Profile profile(Incoming incoming) {
        String id = AccountIds.user(incoming.account().id());
        User user = api.ask("users.info", client -> client.usersInfo(r -> r.user(id)))
                .getUser();
        if (user == null) {
            throw new Unsent("users.info", "no_user");
        }
        return new Profile(
                Optional.ofNullable(user.getRealName())
                        .filter(name -> !name.isBlank())
                        .orElse(incoming.from().name()),
                isGuest(user) ? Standing.GUEST : Standing.MEMBER);
    }

    private boolean isGuest(User user) {
        return user.isRestricted() || user.isUltraRestricted() || user.isStranger() || isForeign(user);
    }

    private boolean isForeign(User user) {
        String team = Objects.requireNonNullElse(user.getTeamId(), "");
        String ours = team.isEmpty() ? "" : home();
        return !ours.isEmpty() && !team.equals(ours) && !enterpriseTeams(user).contains(ours);
    }

    private static List<String> enterpriseTeams(User user) {
        return Optional.ofNullable(user.getEnterpriseUser())
                .map(User.EnterpriseUser::getTeams)
                .orElse(List.of());
    }

    private String home() {
        return home.fresh(HOME).or(() -> home.any(HOME)).orElseGet(() -> {
            AuthTestResponse told = api.ask("auth.test", client -> client.authTest(r -> r));
            String team = Objects.requireNonNullElse(told.getTeamId(), "");
            home.put(HOME, team);
            return team;
        });
    }

    private Channel asked(String id) {
        Conversation channel = api.ask("conversations.info", client -> client.conversationsInfo(r -> r.channel(id)))
                .getChannel();
        if (channel == null) {
            throw new Unsent("conversations.info", "no_channel");
        }
        return new Channel(isShared(channel) ? Reach.EXTERNAL : Reach.INTERNAL, name(channel));
    }

    /** The channel that everybody is in goes by its first name, whatever it is called by now. */
    private static Optional<String> name(Conversation channel) {
        return channel.isGeneral()
                ? Optional.of("#general")
                : Optional.ofNullable(channel.getName())
                        .filter(name -> !name.isEmpty())
                        .map(name -> "#" + name);
    }

    private static boolean isShared(Conversation channel) {
        return channel.isExtShared() || channel.isPendingExtShared() || (channel.isShared() && !channel.isOrgShared());
    }
}
