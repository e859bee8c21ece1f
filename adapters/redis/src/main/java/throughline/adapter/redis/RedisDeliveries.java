package throughline.adapter.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import throughline.core.delivery.Claim;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Verdict;
import throughline.core.delivery.Waits;

/** Parcels in a stream that all bots read as one group. Leases and delays go by Redis' clock. */
final class RedisDeliveries implements Deliveries {
    private static final Script TAKE = Script.named("primary", "take");
    private static final Script CLAIM = Script.named("primary", "claim");
    private static final Script BEGIN = Script.named("primary", "begin");
    private static final Script FINISH = Script.named("primary", "finish");

    private final Redis redis;
    private final String organization;
    private final Waits waits;
    private final String bot = UUID.randomUUID().toString();
    private final Key deliveries;
    private final Key delayed;

    RedisDeliveries(Redis redis, String organization, Waits waits) {
        this.redis = redis;
        this.organization = organization;
        this.waits = waits;
        this.deliveries = Keys.deliveries(organization);
        this.delayed = Keys.delayed(organization);
    }

    @Override
    public List<Delayed> delayed(int most) {
        return redis.scores(delayed).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(most)
                .map(entry -> delayed(entry.getKey(), Instant.ofEpochMilli(Math.round(entry.getValue()))))
                .toList();
    }

    private Delayed delayed(String id, Instant until) {
        String reason = redis.fields(occurrence(id), List.of("err")).get(0);
        return new Delayed(id, Optional.ofNullable(reason).orElse("it has to settle"), until);
    }

    @Override
    public List<Waiting> take(int most) {
        List<?> reply = (List<?>) redis.run(
                TAKE, List.of(deliveries, delayed), List.of(bot, millis(waits.lease()), String.valueOf(most)));
        List<Waiting> taken = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            taken.add(new Waiting((String) reply.get(i), (String) reply.get(i + 1)));
        }
        return taken;
    }

    @Override
    public Optional<Claim> claim(Waiting waiting) {
        String token = UUID.randomUUID().toString();
        List<Key> keys = List.of(
                occurrence(waiting.id()), Keys.primary(organization), deliveries, delayed, Keys.dead(organization));
        List<String> arguments = List.of(
                waiting.entry(),
                waiting.id(),
                token,
                millis(waits.lease()),
                millis(waits.settle()),
                millis(waits.suspicion()),
                String.valueOf(Waits.MOST_CLAIMS));
        return Optional.ofNullable((List<?>) redis.run(CLAIM, keys, arguments))
                .map(reply -> claim(waiting, token, reply));
    }

    private static Claim claim(Waiting waiting, String token, List<?> reply) {
        Parcel parcel = parcel((String) reply.get(0), instant(reply.get(1)), instant(reply.get(2)));
        return new Claim(
                waiting, token, parcel, reply.get(5).equals("1"), instant(reply.get(3)), Integer.parseInt((String)
                        reply.get(4)));
    }

    static Parcel parcel(String posting, Instant due, Instant until) {
        return new Parcel(PostingJson.read(posting), due, until);
    }

    static Instant instant(Object millis) {
        return Instant.ofEpochMilli(Long.parseLong((String) millis));
    }

    @Override
    public Optional<Permit> begin(Claim claim) {
        return Optional.<Permit>of(new Fresh(() -> left(claim), System::nanoTime))
                .filter(Permit::isOpen);
    }

    private Duration left(Claim claim) {
        List<Key> keys = List.of(
                occurrence(claim.parcel().id()),
                Keys.primary(organization),
                Keys.paused(organization, claim.parcel().platform()));
        Object left = redis.run(BEGIN, keys, List.of(claim.token(), millis(waits.call())));
        return left == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong((String) left));
    }

    @Override
    public boolean finish(Claim claim, Verdict verdict) {
        List<Key> keys = List.of(
                occurrence(claim.parcel().id()),
                deliveries,
                delayed,
                Keys.dead(organization),
                Keys.sweeps(organization));
        List<String> arguments = new ArrayList<>(List.of(
                claim.waiting().entry(),
                claim.parcel().id(),
                claim.token(),
                millis(waits.settle()),
                millis(waits.sweep()),
                String.valueOf(RedisSchedule.REMEMBERED_DAYS)));
        arguments.addAll(words(verdict));
        return redis.run(FINISH, keys, arguments).equals(1L);
    }

    private static List<String> words(Verdict verdict) {
        if (verdict instanceof Verdict.Done done) {
            return List.of("done", done.id());
        }
        if (verdict instanceof Verdict.Later later) {
            return List.of(
                    "later", millis(later.pause()), flag(later.isAttempt()), flag(later.isClear()), later.reason());
        }
        if (verdict instanceof Verdict.Unclear unclear) {
            return List.of("unclear", unclear.reason());
        }
        if (verdict instanceof Verdict.Held held) {
            return List.of("HELD", held.reason());
        }
        return verdict instanceof Verdict.Dead dead
                ? List.of("DEAD", dead.reason())
                : List.of("SKIPPED", ((Verdict.Skipped) verdict).reason());
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private Key occurrence(String id) {
        return Keys.occurrence(organization, id);
    }

    static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
