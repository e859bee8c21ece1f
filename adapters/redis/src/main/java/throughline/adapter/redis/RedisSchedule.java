package throughline.adapter.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;

/** Rituals in a sorted set, by when they are due. */
final class RedisSchedule implements Schedule {
    /** How long an occurrence is remembered when it is over: longer than the longest ritual's period. */
    static final int REMEMBERED_DAYS = 120;

    private static final Script MATERIALISE = Script.named("primary", "materialise");

    private final Redis redis;
    private final String organization;
    private final Key schedule;
    private final Key diaries;

    RedisSchedule(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.schedule = Keys.schedule(organization);
        this.diaries = Keys.diaries(organization);
    }

    @Override
    public Map<String, Instant> planned() {
        return redis.scores(schedule).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Instant.ofEpochMilli(Math.round(entry.getValue()))));
    }

    @Override
    public Map<String, Diary> diaries() {
        return redis.hash(diaries).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> DiaryJson.read(entry.getValue())));
    }

    @Override
    public void plan(String ritual, Optional<Instant> due) {
        due.ifPresentOrElse(
                at -> redis.putScore(schedule, ritual, (double) at.toEpochMilli()),
                () -> redis.removeMember(schedule, ritual));
    }

    @Override
    public boolean materialise(Round round) {
        List<Key> keys = new ArrayList<>(List.of(
                schedule, Keys.primary(organization), Keys.deliveries(organization), Keys.dead(organization), diaries));
        List<String> arguments = new ArrayList<>(List.of(
                round.ritual(),
                millis(round.expected()),
                round.next().map(RedisSchedule::millis).orElse(""),
                String.valueOf(REMEMBERED_DAYS),
                round.diary().map(DiaryJson::write).orElse(""),
                String.valueOf(round.parcels().size())));
        for (Parcel parcel : round.parcels()) {
            keys.add(Keys.occurrence(organization, parcel.id()));
            arguments.addAll(List.of(
                    parcel.id(), millis(parcel.due()), millis(parcel.until()), PostingJson.write(parcel.posting())));
        }
        round.skipped().forEach((id, reason) -> {
            keys.add(Keys.occurrence(organization, id));
            arguments.addAll(List.of(id, reason));
        });
        return redis.run(MATERIALISE, keys, arguments).equals(1L);
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }
}
