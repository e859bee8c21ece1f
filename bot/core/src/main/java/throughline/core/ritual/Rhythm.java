package throughline.core.ritual;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a ritual happens: a local time on the days of a beat. A day without work moves it to the next working day of its period. A
 * local time that a change of the clocks skips comes later by as much; one that comes twice is the first.
 *
 * @param catchUp how long after it was due it is still said
 */
public record Rhythm(Beat beat, LocalTime time, Working working, Duration catchUp) {
    /** Weekly nudges are still welcome a day later. */
    public static final Duration WEEKLY_CATCH_UP = Duration.ofHours(24);

    /** A quarter's reminder is good for a week. */
    public static final Duration QUARTERLY_CATCH_UP = Duration.ofDays(7);

    /** No beat has more days than this to look at before one is a working day. */
    private static final int MOST_AHEAD = 60;

    /**
     * Whose ritual it is and what was done so far.
     *
     * @param ritual as in {@link Occurrence}
     * @param since nothing that was due before this counts: the ritual was not set up yet
     * @param last the last period that was said or skipped
     */
    public record Story(String ritual, String subject, Instant since, Optional<Period> last) {
        private boolean isOver(Period period) {
            return last.filter(done -> period.compareTo(done) <= 0).isPresent();
        }
    }

    /**
     * What fell due up to a moment and was not done yet. Whatever was changed about the rhythm, no period comes twice.
     */
    public Due due(Story story, Instant now) {
        List<Occurrence> past = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Beat.Day day = beat.from(first(story));
        for (int ahead = 0; ahead < MOST_AHEAD; day = beat.from(day.date().plusDays(1))) {
            if (story.isOver(day.period())) {
                continue;
            }
            Optional<Occurrence> actual = moved(story, day);
            Occurrence one = actual.isPresent() ? actual.get() : occurrence(story, day, day.date());
            ahead += one.isDue(now) ? 0 : 1;
            if (one.due().isBefore(story.since())) {
                continue;
            }
            if (actual.isPresent() && !one.isDue(now)) {
                return fallen(past, skipped, actual, now);
            }
            if (one.isDue(now)) {
                add(one, actual.isPresent(), past, skipped);
            }
        }
        return fallen(past, skipped, Optional.empty(), now);
    }

    private LocalDate first(Story story) {
        LocalDate since = working.day(story.since()).minusDays(8);
        return story.last().map(Period::openFrom).filter(since::isBefore).orElse(since);
    }

    private static void add(Occurrence one, boolean hasWorkday, List<Occurrence> past, List<Skipped> skipped) {
        if (hasWorkday) {
            past.add(one);
        } else {
            skipped.add(new Skipped(one, Skipped.Reason.NO_WORKDAY));
        }
    }

    private static Due fallen(List<Occurrence> past, List<Skipped> skipped, Optional<Occurrence> next, Instant now) {
        List<Skipped> all = new ArrayList<>(skipped);
        Optional<Occurrence> ready = past.isEmpty()
                ? Optional.empty()
                : Optional.of(past.get(past.size() - 1)).filter(latest -> !latest.isLate(now));
        past.stream()
                .filter(one -> ready.filter(one::equals).isEmpty())
                .forEach(one ->
                        all.add(new Skipped(one, one.isLate(now) ? Skipped.Reason.LATE : Skipped.Reason.OVERTAKEN)));
        all.sort((one, other) ->
                one.occurrence().due().compareTo(other.occurrence().due()));
        return new Due(ready, all, next);
    }

    private Optional<Occurrence> moved(Story story, Beat.Day day) {
        return working.workday(day.date())
                .filter(actual -> !actual.isAfter(beat.latest(day)))
                .map(actual -> occurrence(story, day, actual));
    }

    private Occurrence occurrence(Story story, Beat.Day day, LocalDate actual) {
        Instant due = actual.atTime(time).atZone(working.zone()).toInstant();
        return new Occurrence(story.ritual(), story.subject(), day.period(), due, due.plus(catchUp));
    }
}
