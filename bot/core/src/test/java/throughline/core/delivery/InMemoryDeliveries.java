package throughline.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything about deliveries, for tests; its clock is the store's. */
public final class InMemoryDeliveries implements Schedule, Deliveries, Sweeps, DeadLetters, Allowances, Arrivals {
    private final Supplier<Instant> clock;
    private final Waits waits;
    private final Map<String, Instant> schedule = new LinkedHashMap<>();
    private final Map<String, Diary> diaries = new LinkedHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, Instant> sweeps = new LinkedHashMap<>();
    private final Map<String, Instant> buckets = new LinkedHashMap<>();
    private final Map<String, Instant> pauses = new LinkedHashMap<>();
    private int claims;

    private enum Where {
        WAITING,
        OVER,
        DONE
    }

    private static final class Kept {
        private Parcel parcel;
        private final Instant made;
        private Where where = Where.WAITING;
        private Instant notBefore = Instant.MIN;
        private Instant lease = Instant.MIN;
        private String token = "";
        private Optional<Instant> last = Optional.empty();
        private Optional<Instant> first = Optional.empty();
        private int attempts;
        private boolean isUncertain;
        private boolean isSuspect;
        private String id = "";
        private String reason = "";
        private Optional<DeadLetter> letter = Optional.empty();

        Kept(Parcel parcel, Instant made) {
            this.parcel = parcel;
            this.made = made;
        }
    }

    public InMemoryDeliveries(Supplier<Instant> clock, Waits waits) {
        this.clock = clock;
        this.waits = waits;
    }

    @Override
    public synchronized Map<String, Instant> planned() {
        return Map.copyOf(schedule);
    }

    @Override
    public synchronized Map<String, Diary> diaries() {
        return Map.copyOf(diaries);
    }

    @Override
    public synchronized void plan(String ritual, Optional<Instant> due) {
        due.ifPresentOrElse(at -> schedule.put(ritual, at), () -> schedule.remove(ritual));
    }

    @Override
    public synchronized boolean materialise(Round round) {
        if (!round.expected().equals(schedule.get(round.ritual()))) {
            return false;
        }
        round.parcels().forEach(parcel -> kept.putIfAbsent(parcel.id(), new Kept(parcel, clock.get())));
        round.skipped().forEach((id, reason) -> {
            if (!kept.containsKey(id)) {
                Kept skipped = new Kept(none(id), clock.get());
                over(skipped, State.SKIPPED, reason);
                kept.put(id, skipped);
            }
        });
        plan(round.ritual(), round.next());
        round.diary().ifPresent(diary -> diaries.put(round.ritual(), diary));
        return true;
    }

    private static Parcel none(String id) {
        return Parcels.parcel(id);
    }

    @Override
    public synchronized List<Delayed> delayed(int most) {
        return kept.values().stream()
                .filter(one -> one.where == Where.WAITING && one.notBefore.isAfter(clock.get()))
                .sorted(Comparator.comparing(one -> one.notBefore))
                .limit(most)
                .map(one -> new Delayed(one.parcel.id(), one.reason, one.notBefore))
                .toList();
    }

    @Override
    public synchronized List<Waiting> take(int most) {
        return kept.values().stream()
                .filter(one -> one.where == Where.WAITING)
                .filter(one -> !one.notBefore.isAfter(clock.get()) && !one.lease.isAfter(clock.get()))
                .limit(most)
                .map(one -> new Waiting("", one.parcel.id()))
                .toList();
    }

    @Override
    public synchronized Optional<Claim> claim(Waiting waiting) {
        Kept one = kept.get(waiting.id());
        Instant now = clock.get();
        if (one == null || one.where != Where.WAITING || one.lease.isAfter(now) || one.notBefore.isAfter(now)) {
            return Optional.empty();
        }
        Optional<Instant> settled = one.last.map(last -> last.plus(waits.settle()));
        if (settled.filter(now::isBefore).isPresent()) {
            one.notBefore = settled.get();
            return Optional.empty();
        }
        if (one.attempts >= Waits.MOST_CLAIMS) {
            over(one, one.last.isPresent() ? State.HELD : State.DEAD, "it was tried too often");
            return Optional.empty();
        }
        one.attempts++;
        claims++;
        one.token = "c" + claims;
        one.lease = now.plus(waits.lease());
        one.isUncertain = one.last.isPresent();
        Instant since = one.first.orElse(one.made);
        return Optional.of(new Claim(waiting, one.token, one.parcel, one.isUncertain, since, one.attempts));
    }

    @Override
    public synchronized Optional<Permit> begin(Claim claim) {
        Kept one = kept.get(claim.parcel().id());
        Instant now = clock.get();
        Instant latest = one.lease.minus(waits.call());
        boolean isPaused =
                pauses.getOrDefault(claim.parcel().platform(), Instant.MIN).isAfter(now);
        if (!one.token.equals(claim.token()) || !one.id.isEmpty() || now.isAfter(latest) || isPaused) {
            return Optional.empty();
        }
        one.last = Optional.of(now);
        one.first = one.first.or(() -> Optional.of(now));
        one.isSuspect |= one.isUncertain;
        return Optional.of(() -> begin(claim).isPresent());
    }

    @Override
    public synchronized boolean finish(Claim claim, Verdict verdict) {
        Kept one = kept.get(claim.parcel().id());
        if (!one.token.equals(claim.token())) {
            return verdict instanceof Verdict.Done done && isSettledLate(one, done);
        }
        one.lease = Instant.MIN;
        one.token = "";
        boolean isTold = one.id.isEmpty() || verdict instanceof Verdict.Done;
        settle(one, isTold ? verdict : new Verdict.Done(one.id, true));
        return true;
    }

    private boolean isSettledLate(Kept one, Verdict.Done done) {
        if (one.where == Where.DONE) {
            if (!done.id().equals(one.id)) {
                sweeps.put(one.parcel.id(), clock.get());
            }
            return false;
        }
        one.id = done.id();
        one.isSuspect = true;
        if (one.where == Where.WAITING && !one.token.isEmpty()) {
            return false;
        }
        one.letter = Optional.empty();
        settle(one, done);
        return true;
    }

    private void settle(Kept one, Verdict verdict) {
        Instant now = clock.get();
        if (verdict instanceof Verdict.Done done) {
            one.where = Where.DONE;
            one.id = done.id();
            if (one.isSuspect) {
                sweeps.put(one.parcel.id(), now.plus(waits.sweep()));
            }
        } else if (verdict instanceof Verdict.Later later) {
            one.notBefore = now.plus(later.pause());
            one.reason = later.reason();
            one.attempts -= later.isAttempt() ? 0 : 1;
            one.last = later.isClear() ? Optional.empty() : one.last;
        } else if (verdict instanceof Verdict.Unclear unclear) {
            one.reason = unclear.reason();
            one.notBefore = one.last.orElse(now).plus(waits.settle());
        } else if (verdict instanceof Verdict.Held held) {
            over(one, State.HELD, held.reason());
        } else if (verdict instanceof Verdict.Dead dead) {
            over(one, State.DEAD, dead.reason());
        } else if (verdict instanceof Verdict.Skipped skipped) {
            over(one, State.SKIPPED, skipped.reason());
        }
    }

    private void over(Kept one, State state, String reason) {
        one.where = Where.OVER;
        one.letter = Optional.of(new DeadLetter(one.parcel.id(), state, reason, clock.get()));
    }

    @Override
    public synchronized Optional<String> find(String parcel) {
        return Optional.ofNullable(kept.get(parcel))
                .filter(one -> one.where == Where.DONE)
                .map(one -> one.id);
    }

    @Override
    public synchronized List<Suspect> due(int most) {
        List<String> due = sweeps.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(clock.get()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        due.forEach(id -> sweeps.put(id, clock.get().plus(waits.lease())));
        return due.stream()
                .map(kept::get)
                .map(one -> new Suspect(one.parcel, one.first.orElse(one.made)))
                .toList();
    }

    @Override
    public synchronized void clear(Suspect suspect, String id) {
        sweeps.remove(suspect.parcel().id());
    }

    @Override
    public synchronized List<DeadLetter> newest(int most) {
        List<DeadLetter> letters = new ArrayList<>(
                kept.values().stream().flatMap(one -> one.letter.stream()).toList());
        letters.sort(Comparator.comparing(DeadLetter::since).reversed());
        return letters.stream().limit(most).toList();
    }

    @Override
    public synchronized boolean retry(String id) {
        Optional<Kept> letter = letter(id);
        letter.ifPresent(one -> {
            one.where = Where.WAITING;
            one.letter = Optional.empty();
            one.parcel = new Parcel(one.parcel.posting(), one.parcel.due(), Instant.MAX);
            one.last = Optional.empty();
            one.id = "";
            one.attempts = 0;
        });
        return letter.isPresent();
    }

    @Override
    public synchronized boolean discard(String id) {
        Optional<Kept> letter = letter(id);
        letter.ifPresent(one -> one.letter = Optional.empty());
        return letter.isPresent();
    }

    private Optional<Kept> letter(String id) {
        return Optional.ofNullable(kept.get(id)).filter(one -> one.letter.isPresent());
    }

    @Override
    public synchronized Duration take(String platform, List<Allowance> wanted) {
        Instant now = clock.get();
        Instant free = pauses.getOrDefault(platform, now);
        for (Allowance one : wanted) {
            Instant next = buckets.getOrDefault(one.bucket(), now);
            Instant allowed = next.minus(one.interval().multipliedBy(one.burst() - 1L));
            free = allowed.isAfter(free) ? allowed : free;
        }
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        wanted.forEach(one -> {
            Instant next = buckets.getOrDefault(one.bucket(), now);
            buckets.put(one.bucket(), (next.isAfter(now) ? next : now).plus(one.interval()));
        });
        return Duration.ZERO;
    }

    @Override
    public synchronized Duration paused(String platform) {
        Instant now = clock.get();
        return Optional.ofNullable(pauses.get(platform))
                .filter(now::isBefore)
                .map(end -> Duration.between(now, end))
                .orElse(Duration.ZERO);
    }

    @Override
    public Permit permit(String platform) {
        return () -> take(platform, List.of()).isZero();
    }

    @Override
    public synchronized void pause(String platform, Duration length) {
        pauses.merge(platform, clock.get().plus(length), (one, other) -> one.isAfter(other) ? one : other);
    }
}
