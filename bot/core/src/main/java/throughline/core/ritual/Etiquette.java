package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.people.PersonId;
import throughline.core.ritual.Verdict.Dropped;
import throughline.core.ritual.Verdict.Reason;

/**
 * Whether something is said that nobody asked for: the only place that decides it. One message per person and day, in working hours,
 * never twice unanswered, and at once no more when somebody says so.
 */
public final class Etiquette {
    /** After so many without an answer nothing more is said. */
    public static final int PATIENCE = 2;

    /** A person's message of a day has no more kinds of sections; what is left over waits for the next working morning. */
    public static final int SECTIONS = 4;

    /** Nor more of one kind. */
    static final int OF_A_KIND = 5;

    /** Nor more in all: what chats take in one message has room for these, however long they are. */
    static final int PARTS = 8;

    private static final Comparator<Wish> IMPORTANCE =
            Comparator.comparing(Wish::urgency).thenComparing(Wish::topic);

    private Etiquette() {}

    /**
     * What happened before.
     *
     * @param unanswered how many of the last messages that wanted an answer got none, in a row
     * @param leadKnows whether the lead was told of that
     * @param last when something was said unasked the last time
     */
    public record Past(int unanswered, boolean leadKnows, Optional<Instant> last) {
        public static final Past NONE = new Past(0, false, Optional.empty());

        boolean isGivenUp() {
            return unanswered >= PATIENCE;
        }
    }

    /** A person that something is to be said to. */
    public record Person(PersonId id, Working working, Wants wants, Past past) {}

    /**
     * A team's channel that something is to be said in.
     *
     * @param isSetUp whether somebody wanted it there
     * @param isGeneral whether everybody of the organization is in it
     * @param isInternal whether nobody from outside reads along
     */
    public record Channel(
            Working working, Wants wants, Past past, boolean isSetUp, boolean isGeneral, boolean isInternal) {}

    /** What of it a person is told. */
    public static Verdict toPerson(List<Wish> wishes, Person person, Instant now) {
        List<Wish> say = new ArrayList<>();
        List<Wish> proactive = new ArrayList<>();
        List<Wish> asleep = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        LocalDate today = person.working().day(now);
        for (Wish wish : wishes) {
            Optional<Reason> reason = against(wish, person);
            if (reason.isPresent()) {
                dropped.add(new Dropped(wish, reason.get()));
            } else {
                boolean isAsleep = !wish.isAwaited()
                        && person.wants().wakes(wish.about(), today).isPresent();
                (wish.isAwaited() ? say : isAsleep ? asleep : proactive).add(wish);
            }
        }
        Verdict awake = proactive.isEmpty()
                ? new Verdict(say, List.of(), Optional.empty(), dropped, tellsLead(dropped, person.past()))
                : timed(say, proactive, dropped, person, now);
        return asleep.isEmpty() ? awake : awake.waiting(asleep, wake(asleep, person, today));
    }

    /** The first working morning on which one of them is spoken of again. */
    private static Optional<Instant> wake(List<Wish> asleep, Person person, LocalDate today) {
        return asleep.stream()
                .flatMap(wish -> person.wants().wakes(wish.about(), today).stream())
                .min(Comparator.naturalOrder())
                .flatMap(person.working()::workday)
                .map(person.working()::morning);
    }

    private static Optional<Reason> against(Wish wish, Person person) {
        if (wish.actors().contains(person.id())) {
            return Optional.of(Reason.ACTED);
        }
        return wish.isAwaited() ? Optional.empty() : against(wish, person.wants(), person.past());
    }

    private static Optional<Reason> against(Wish wish, Wants wants, Past past) {
        if (wants.isOff()) {
            return Optional.of(Reason.OFF);
        }
        return past.isGivenUp() || wish.unanswered() >= PATIENCE ? Optional.of(Reason.UNANSWERED) : Optional.empty();
    }

    private static Verdict timed(
            List<Wish> say, List<Wish> proactive, List<Dropped> dropped, Person person, Instant now) {
        Optional<Instant> when = when(person, now);
        if (when.isEmpty()) {
            proactive.forEach(wish -> dropped.add(new Dropped(wish, Reason.NEVER_WORKING)));
            return new Verdict(say, List.of(), Optional.empty(), dropped, false);
        }
        if (when.get().isAfter(now)) {
            return new Verdict(say, proactive, when, dropped, false);
        }
        List<Wish> sorted = proactive.stream().sorted(IMPORTANCE).toList();
        Set<Wish.Topic> topics = sorted.stream()
                .map(Wish::topic)
                .distinct()
                .limit(SECTIONS)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.Topic.class)));
        Map<Wish.Topic, Integer> counts = new EnumMap<>(Wish.Topic.class);
        List<Wish> left = new ArrayList<>();
        for (Wish wish : sorted) {
            boolean hasRoom = topics.contains(wish.topic())
                    && say.size() < PARTS
                    && counts.merge(wish.topic(), 1, Integer::sum) <= OF_A_KIND;
            (hasRoom ? say : left).add(wish);
        }
        Optional<Instant> next = left.isEmpty() ? Optional.empty() : tomorrow(person.working(), now);
        return new Verdict(say, left, next, dropped, false);
    }

    private static Optional<Instant> tomorrow(Working working, Instant now) {
        return working.workday(working.day(now).plusDays(1)).map(working::morning);
    }

    /** Now, or the next working morning on which the person is neither snoozing nor was told something. */
    private static Optional<Instant> when(Person person, Instant now) {
        Working working = person.working();
        LocalDate today = working.day(now);
        LocalDate first = person.wants().snoozed().filter(today::isBefore).orElse(today);
        boolean isTold =
                person.past().last().map(working::day).filter(today::equals).isPresent();
        if (first.equals(today)) {
            // Before the morning's word everything that the night brought is waited for.
            boolean isTime = working.isWorking(now) && !now.isBefore(working.morning(today));
            return !isTold && isTime ? Optional.of(now) : isTold ? tomorrow(working, now) : working.nextMorning(now);
        }
        return working.workday(first).map(working::morning);
    }

    /**
     * Whether something is said in a team's channel, which has no wish of its own to wait: what would come too late is not said.
     *
     * @param until as in {@link Occurrence}
     */
    public static Verdict toChannel(Wish wish, Channel channel, Instant until, Instant now) {
        LocalDate today = channel.working().day(now);
        Optional<Reason> reason = against(channel)
                .or(() -> against(wish, channel.wants(), channel.past()))
                .or(() -> channel.wants().isSnoozed(today) ? Optional.of(Reason.SNOOZED) : Optional.empty());
        if (reason.isPresent()) {
            return dropped(wish, reason.get(), channel.past());
        }
        if (channel.working().isWorking(now)) {
            return new Verdict(List.of(wish), List.of(), Optional.empty(), List.of(), false);
        }
        Optional<Instant> morning = channel.working().nextMorning(now).filter(later -> !later.isAfter(until));
        return morning.isEmpty()
                ? dropped(wish, Reason.TOO_LATE, channel.past())
                : new Verdict(List.of(), List.of(wish), morning, List.of(), false);
    }

    private static Optional<Reason> against(Channel channel) {
        if (!channel.isSetUp()) {
            return Optional.of(Reason.NOT_SET_UP);
        }
        if (channel.isGeneral()) {
            return Optional.of(Reason.GENERAL_CHANNEL);
        }
        return channel.isInternal() ? Optional.empty() : Optional.of(Reason.OUTSIDERS);
    }

    private static Verdict dropped(Wish wish, Reason reason, Past past) {
        List<Dropped> dropped = List.of(new Dropped(wish, reason));
        return new Verdict(List.of(), List.of(), Optional.empty(), dropped, tellsLead(dropped, past));
    }

    /** Once, when the patience is over. */
    private static boolean tellsLead(List<Dropped> dropped, Past past) {
        return !past.leadKnows() && dropped.stream().anyMatch(one -> one.reason() == Reason.UNANSWERED);
    }
}
