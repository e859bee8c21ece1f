package throughline.core.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.progress.Figure;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Tripwire;

/** A tripwire over a roadmap: what it says, and whether it tripped. */
public record Wire(Roadmap roadmap, Tripwire tripwire) {

    /** What became of it on a day. */
    public sealed interface Outcome {
        /** Nothing happened, and it may still happen. */
        record Waiting() implements Outcome {}

        /** It can't happen any more: the decision stands. */
        record Lapsed() implements Outcome {}

        /** @param what what happened, in words: "tickets per account (O2-KR1) is 1.1" */
        record Tripped(String what) implements Outcome {}
    }

    static final Outcome WAITING = new Outcome.Waiting();
    static final Outcome LAPSED = new Outcome.Lapsed();

    /** To go on after "It comes back": "when tickets per account (O2-KR1) falls below 1.2 by 31 March 2027". */
    public String told() {
        Optional<String> day = tripwire.by().map(Days::told);
        return tripwire.condition()
                .map(condition -> "when " + named(condition) + " " + verb(condition) + " " + condition.figure()
                        + day.map(this::term).orElse(""))
                .orElseGet(() -> "on " + day.orElse("no day"));
    }

    private String term(String day) {
        return switch (tripwire.term()) {
            case UNTIL -> " by " + day;
            case ON -> " on " + day;
            case AT_LATEST -> ", on " + day + " at the latest";
        };
    }

    private String verb(Tripwire.Condition condition) {
        boolean isStill = tripwire.term() == Tripwire.Term.ON;
        return switch (condition.comparison()) {
            case BELOW -> isStill ? "is still below" : "falls below";
            case AT_MOST -> isStill ? "is still at most" : "falls to";
            case AT_LEAST -> isStill ? "is still at least" : "reaches";
            case ABOVE -> isStill ? "is still above" : "passes";
        };
    }

    private String named(Tripwire.Condition condition) {
        return roadmap.find(condition.keyResult(), KeyResult.class)
                .map(found -> found.metric() + " (" + found.id() + ")")
                .orElse(condition.keyResult().text());
    }

    public Outcome on(LocalDate today) {
        Optional<Tripwire.Condition> condition = tripwire.condition();
        Outcome measured = condition.map(it -> measured(it, today)).orElse(WAITING);
        boolean isDay = tripwire.by().filter(day -> !today.isBefore(day)).isPresent();
        boolean bringsBack = condition.isEmpty() || tripwire.term() == Tripwire.Term.AT_LATEST;
        return measured.equals(WAITING) && isDay && bringsBack
                ? new Outcome.Tripped(tripwire.by().map(Days::told).orElse("The day") + " has come")
                : measured;
    }

    private Outcome measured(Tripwire.Condition condition, LocalDate today) {
        Optional<KeyResult> keyResult = roadmap.find(condition.keyResult(), KeyResult.class);
        if (keyResult.isEmpty()) {
            return new Outcome.Tripped(condition.keyResult() + ", which it waits for, is no longer on the roadmap");
        }
        boolean isOn = tripwire.term() == Tripwire.Term.ON;
        if (isOn && tripwire.by().filter(today::isBefore).isPresent()) {
            return WAITING;
        }
        boolean isOver = tripwire.term() == Tripwire.Term.UNTIL
                && tripwire.by().filter(today::isAfter).isPresent();
        return figure(keyResult.get())
                .filter(figure -> holds(condition, figure))
                .<Outcome>map(figure -> new Outcome.Tripped(named(condition) + " is " + figure))
                .orElse(isOver || isOn ? LAPSED : WAITING);
    }

    /**
     * The last figure that counts: what is measured after the term does not. On the day alone, what was never measured is what it was at
     * the beginning.
     */
    private Optional<String> figure(KeyResult keyResult) {
        List<CheckIn> counting = keyResult.checkIns().stream()
                .filter(checkIn -> tripwire.term() == Tripwire.Term.AT_LATEST
                        || tripwire.by().map(day -> !checkIn.on().isAfter(day)).orElse(true))
                .toList();
        if (counting.isEmpty()) {
            return tripwire.term() == Tripwire.Term.ON ? keyResult.baseline() : Optional.empty();
        }
        return Optional.of(keyResult.figure(counting.get(counting.size() - 1)));
    }

    /** Whether a figure in any text is on the side that trips. */
    static boolean holds(Tripwire.Condition condition, String figure) {
        return Figure.in(condition.figure())
                .flatMap(limit -> Figure.in(figure)
                        .flatMap(read -> read.in(limit))
                        .filter(number -> condition.comparison().holds(number, limit.number())))
                .isPresent();
    }
}
