package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Entry;
import throughline.core.progress.Pace;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.view.Phrases;

/**
 * The one question of a nudge. It follows from the situation, and from the team and the week which of several: the same every time it is
 * computed, and never in the same words two weeks running.
 */
record Query(Angle angle, Initiative about, String words) {
    private static final int ENDING_DAYS = 21;

    /** Why it is asked; the written names are in buttons. */
    enum Angle {
        /** Somebody answered last week that it drifts or is blocked. */
        TROUBLE(true),
        NEW(true),
        ABOVE(true),
        OVERRIDE(false),
        NO_LINE(false),
        FLAT(false),
        BEHIND(false),
        STALE(false),
        DUE(false),
        ENDING(false),
        STEADY(false);

        /** Whether it is about what happened last, and so goes before what is so for some time. */
        private final boolean isNews;

        Angle(boolean isNews) {
            this.isNews = isNews;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Angle> named(String written) {
            return Stream.of(values())
                    .filter(angle -> angle.written().equals(written))
                    .findFirst();
        }
    }

    /** Empty if the team has nothing in Now. */
    static Optional<Query> of(TeamWeek week) {
        List<Query> all = candidates(week);
        List<Query> news = all.stream().filter(query -> query.angle.isNews).toList();
        List<Query> standing = all.stream()
                .filter(query -> !query.angle.isNews && query.angle != Angle.STEADY)
                .toList();
        List<Query> among = !news.isEmpty() ? news : !standing.isEmpty() ? standing : all;
        return among.isEmpty() ? Optional.empty() : Optional.of(among.get(Math.floorMod(turn(week), among.size())));
    }

    /** The question that was asked with this angle about this item, as it would be asked now. */
    static Optional<Query> again(TeamWeek week, Angle angle, Initiative about) {
        return of(week, angle, about).or(() -> of(week, Angle.STEADY, about));
    }

    private static List<Query> candidates(TeamWeek week) {
        List<Query> all = new ArrayList<>();
        for (Angle angle : Angle.values()) {
            week.now().forEach(bet -> of(week, angle, bet).ifPresent(all::add));
        }
        return all;
    }

    private static int turn(TeamWeek week) {
        return week.team().id().text().hashCode() + number(week);
    }

    /** Counts weeks, also over the turn of a year. */
    private static int number(TeamWeek week) {
        LocalDate monday =
                week.basis().week().monday().orElseGet(() -> week.basis().today());
        LocalDate first = LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return (int) ChronoUnit.WEEKS.between(first, monday);
    }

    private static Optional<Query> of(TeamWeek week, Angle angle, Initiative bet) {
        return wordings(week, angle, bet)
                .map(words -> new Query(angle, bet, words.get(Math.floorMod(number(week), words.size()))));
    }

    /** At least two ways to ask, so that no two weeks running have the same; empty if the angle is not that of the item. */
    private static Optional<List<String>> wordings(TeamWeek week, Angle angle, Initiative bet) {
        String id = bet.id().text();
        Optional<KeyResult> keyResult = week.firstOf(bet);
        String metric = keyResult.map(KeyResult::metric).map(Phrases::clipped).orElse("its number");
        return switch (angle) {
            case TROUBLE -> week.trouble(bet).map(answer -> trouble(id, answer));
            case NEW ->
                only(
                        week.isNew(bet) && week.basis().since().isPresent(),
                        id + " is new in Now. Does it start well?",
                        id + " is new in Now. Does everybody know what it should do for " + metric + "?");
            case ABOVE ->
                only(
                        week.isBelow(bet, week.above()),
                        "After the change above: is " + id + " still the right bet?",
                        "Does " + id + " still fit what changed above it?");
            case OVERRIDE ->
                only(
                        Entry.override(bet).isPresent(),
                        id + " is in Now by an override. Is it worth it so far?",
                        "Would " + id + " pass the gate by now, without its override?");
            case NO_LINE ->
                only(
                        keyResult.isEmpty(),
                        id + " has no line to an OKR. Is it still worth its place in Now?",
                        "Which number does " + id + " move? Nobody has drawn a line from it.");
            case FLAT ->
                keyResult
                        .map(Course::of)
                        .filter(Course::isFlat)
                        .map(course -> List.of(
                                "Is " + id + " still the best way to move its number?",
                                capital(metric) + " does not move. Does " + id + " need another try at it?",
                                "What has " + id + " done for " + metric + " that does not show yet?"));
            case BEHIND ->
                only(
                        isBehind(week, keyResult),
                        capital(metric) + " is behind its time. Can " + id + " bring it back?",
                        "Is " + id + " enough to catch up with " + metric + "?");
            case STALE ->
                only(
                        week.isStale(bet),
                        "Nobody touched " + id + " for " + week.age(bet) + " days. Does it go on?",
                        "Is what we say about " + id + " still true, after " + week.age(bet) + " days?");
            case DUE ->
                keyResult
                        .filter(measured -> measured.isCheckInDue(week.basis().today()))
                        .map(measured -> List.of(
                                (measured.lastCheckIn().isEmpty()
                                                ? capital(metric) + " has no figure yet. Does "
                                                : "Nobody checked in on " + metric + " for a while. Does ")
                                        + id + " move it?",
                                "Without a " + (measured.lastCheckIn().isEmpty() ? "" : "new ") + "figure for " + metric
                                        + ": how does " + id + " go?"));
            case ENDING ->
                ending(week)
                        .map(days -> List.of(
                                "The quarter ends in " + days + ". Does " + id + " reach its result by then?",
                                "With " + days + " left in the quarter: what of " + id + " will count?"));
            case STEADY ->
                Optional.of(List.of(
                        "Is " + id + " still the right bet for " + metric + "?",
                        "How does " + id + " go?",
                        "Would you start " + id + " again today, for " + metric + "?"));
        };
    }

    private static Optional<List<String>> only(boolean isSo, String... wordings) {
        return isSo ? Optional.of(List.of(wordings)) : Optional.empty();
    }

    private static List<String> trouble(String id, Alignment answer) {
        String state = answer.state().words();
        String why = answer.why()
                .map(line -> ": " + Phrases.quoted(Phrases.clipped(line)))
                .orElse("");
        return List.of(
                id + " was " + state + " last week" + why + ". Is that solved?",
                "Last week " + id + " was " + state + why + ". How is it now?");
    }

    private static boolean isBehind(TeamWeek week, Optional<KeyResult> keyResult) {
        return keyResult
                .filter(measured -> Pace.of(measured)
                        .flatMap(pace -> pace.speed(
                                week.basis().roadmap(), measured, week.basis().today()))
                        .filter(speed -> speed == Pace.Speed.BEHIND)
                        .isPresent())
                .isPresent();
    }

    private static Optional<String> ending(TeamWeek week) {
        LocalDate today = week.basis().today();
        LocalDate end = today.with(IsoFields.DAY_OF_QUARTER, 1L).plusMonths(3);
        return Optional.of((int) ChronoUnit.DAYS.between(today, end))
                .filter(days -> days <= ENDING_DAYS)
                .map(days -> Phrases.plural(days, "day", "days"));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
