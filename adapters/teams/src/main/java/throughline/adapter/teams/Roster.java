package throughline.adapter.teams;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Place;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;

/** Tells members from guests, as Teams' roster does. Its answers are remembered, and used while it does not answer. */
final class Roster {
    private static final Logger LOG = System.getLogger(Roster.class.getName());
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration NOT_ASKED_AGAIN = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final String GUEST = "guest";

    /** Roles of people who are in the directory; who joins a meeting without an account has another one. */
    private static final Set<String> IN_DIRECTORY = Set.of("", "user", "owner", GUEST);

    /**
     * An answer.
     *
     * @param member empty if there never was one
     * @param until when the roster is asked again
     */
    private record Told(Optional<Member> member, Instant until) {}

    /**
     * Whose members there are.
     *
     * @param tenant the organization's; empty if it is not known
     * @param trusting whether who cannot be looked up is a member: for clients on this machine
     */
    record House(Optional<String> tenant, boolean trusting) {}

    private final Courier courier;
    private final References references;
    private final House house;
    private final InstantSource clock;
    private final Map<String, Told> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > MOST;
        }
    };

    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    Roster(Courier courier, References references, House house, InstantSource clock) {
        this.courier = courier;
        this.references = references;
        this.house = house;
        this.clock = clock;
    }

    Incoming introduce(Incoming incoming) {
        Optional<Member> member = member(incoming);
        Speaker speaker = new Speaker(incoming.account(), incoming.from().name(), standing(member));
        Place place = incoming.place().isDirect() || !isShared(incoming.place().channel(), member)
                ? incoming.place()
                : incoming.place().with(Place.Reach.EXTERNAL);
        return new Incoming(incoming.delivery(), speaker, place, incoming.input(), incoming.returnPath());
    }

    /** Where no outsider ever spoke, none reads along. */
    Place inspect(Place place) {
        return place.with(isShared(place.channel()) ? Place.Reach.EXTERNAL : Place.Reach.INTERNAL);
    }

    /** An outsider who once spoke there reads along when members speak. */
    private boolean isShared(String channel, Optional<Member> member) {
        if (member.filter(this::isOutsider).isPresent()) {
            references.learnOutsiders(channel);
        }
        return isShared(channel) || (member.isEmpty() && !house.trusting());
    }

    /** What was learned once is asked for no more. */
    private boolean isShared(String channel) {
        if (!shared.contains(channel) && references.hasOutsiders(channel)) {
            shared.add(channel);
        }
        return shared.contains(channel);
    }

    private Standing standing(Optional<Member> member) {
        if (member.isEmpty()) {
            return house.trusting() ? Standing.MEMBER : Standing.UNVERIFIED;
        }
        return member.get().role().equalsIgnoreCase(GUEST) || isOutsider(member.get())
                ? Standing.GUEST
                : Standing.MEMBER;
    }

    private boolean isOutsider(Member member) {
        return isForeign(member) || !IN_DIRECTORY.contains(member.role().toLowerCase(Locale.ROOT));
    }

    private boolean isForeign(Member member) {
        return !member.tenant().isEmpty()
                && house.tenant()
                        .filter(own -> !own.equalsIgnoreCase(member.tenant()))
                        .isPresent();
    }

    private Optional<Member> member(Incoming incoming) {
        String key = incoming.place().channel() + "|" + incoming.account().id();
        Told before = remembered(key);
        if (before.until().isAfter(clock.instant())) {
            return before.member();
        }
        Told now = ask(incoming, before);
        synchronized (known) {
            known.put(key, now);
        }
        return now.member();
    }

    private Told remembered(String key) {
        synchronized (known) {
            return known.getOrDefault(key, new Told(Optional.empty(), Instant.MIN));
        }
    }

    private Told ask(Incoming incoming, Told before) {
        try {
            Address where = references
                    .root(incoming.place())
                    .orElseThrow(() -> new IllegalStateException("nobody told where that is"));
            Member member = courier.member(where, incoming.account().id());
            return new Told(Optional.of(member), clock.instant().plus(REMEMBERED));
        } catch (Undelivered | IllegalStateException unreachable) {
            LOG.log(Level.DEBUG, "The roster did not answer: {0}", unreachable.getMessage());
            return new Told(before.member(), clock.instant().plus(NOT_ASKED_AGAIN));
        }
    }
}
