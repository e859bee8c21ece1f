package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.check.Readiness;
import throughline.core.people.People;
import throughline.core.review.Achieved;
import throughline.core.review.Measurement;
import throughline.core.review.Pack;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Arrived;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kept;
import throughline.core.roadmap.KeyResult;
import throughline.core.view.Phrases;

/** What is known of a quarter's bets, in words. */
record ReviewFacts(Pack pack, People people, LocalDate today) {
    private static final int NAMED = 3;

    String outcomes() {
        return Stream.of(results(), promises()).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** "3 reached their result, 1 didn't, 2 have no measurement." */
    Optional<String> results() {
        int reached = pack.count(Result.REACHED);
        int missed = pack.count(Result.MISSED);
        int unmeasured = pack.count(Result.UNMEASURED);
        int open = pack.count(Result.NOT_DUE);
        List<String> parts = new ArrayList<>();
        if (reached > 0) {
            parts.add(reached + " reached " + (reached == 1 ? "its" : "their") + " result");
        }
        if (missed > 0) {
            parts.add(missed + (reached > 0 ? " didn't" : " missed " + (missed == 1 ? "its" : "their") + " result"));
        }
        if (unmeasured > 0) {
            parts.add(unmeasured + (unmeasured == 1 ? " has" : " have") + " no measurement");
        }
        if (open > 0) {
            parts.add(open + (open == 1 ? " is" : " are") + " not due yet");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts) + ".");
    }

    /** "Bets promised at high confidence came true 2 of 4 times." */
    private Optional<String> promises() {
        return pack.calibration().stream()
                .findFirst()
                .map(kept -> "Bets promised at " + kept.promised().title() + " confidence came true " + kept.kept()
                        + " of " + kept.of() + (kept.of() == 1 ? " time." : " times."));
    }

    Block.Items.Row row(Pack.Entry entry) {
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(result(entry)));
        entry.bet()
                .entered()
                .flatMap(Admission::confidence)
                .ifPresent(promised -> details.add(Prose.of("promised at " + promised.title() + " confidence")));
        if (entry.isOverride()) {
            details.add(Prose.of("entered by override"));
        }
        entry.found().ifPresent(found -> details.add(Prose.of(found.verdict().words())));
        return new Block.Items.Row(Prose.strong(name(entry.bet())), details);
    }

    static String name(Item bet) {
        return bet.id() + " " + Phrases.clipped(bet.title());
    }

    /** What is gone has only an id. */
    private String name(ItemId bet) {
        return pack.roadmap().find(bet).map(ReviewFacts::name).orElse(bet.text());
    }

    private static String result(Pack.Entry entry) {
        Achieved achieved = entry.achieved();
        Optional<Finding> found = entry.found();
        Result result = found.map(Finding::result).orElse(achieved.result());
        String figures = found.flatMap(Finding::measured)
                .or(() -> Optional.of(achieved.measurements().stream()
                                .flatMap(measurement -> figure(measurement).stream())
                                .collect(Collectors.joining(", ")))
                        .filter(all -> !all.isEmpty()))
                .map(all -> ": " + Phrases.clipped(all))
                .orElse("");
        return switch (result) {
            case REACHED -> "reached its result" + figures;
            case MISSED -> "missed its result" + figures;
            case UNMEASURED -> achieved.measurements().isEmpty() ? "no success criteria" : "no measurement";
            case NOT_DUE -> "not due yet" + figures;
        };
    }

    private static Optional<String> figure(Measurement measurement) {
        String instead = measurement.result() == Result.MISSED
                ? measurement
                        .criterion()
                        .target()
                        .map(target -> " instead of " + target)
                        .orElse("")
                : "";
        return measurement.figure().map(figure -> figure + instead);
    }

    /** Drift, overrides and what nothing works for; at the end with calibration and the places of the next quarter. */
    Block shown(boolean isEnd) {
        List<Block.Facts.Fact> facts = new ArrayList<>();
        if (isEnd) {
            calibration().ifPresent(words -> facts.add(fact("Promises", words)));
        }
        facts.add(fact("Drift", drift()));
        if (!pack.overrides().isEmpty()) {
            facts.add(fact("Overrides", listed(pack.overrides(), this::override)));
        }
        if (!pack.idle().isEmpty()) {
            facts.add(fact("OKRs without work", listed(pack.idle(), ReviewFacts::idle)));
        }
        if (isEnd) {
            facts.add(fact("Next quarter", places()));
            facts.add(fact("In Next", next()));
        }
        return new Block.Facts(facts);
    }

    static Block.Facts.Fact fact(String label, String value) {
        return new Block.Facts.Fact(label, Prose.of(value));
    }

    static <T> String listed(List<T> all, java.util.function.Function<T, String> words) {
        String some = all.stream().limit(NAMED).map(words).collect(Collectors.joining("; "));
        return all.size() > NAMED ? some + "; and " + (all.size() - NAMED) + " more" : some;
    }

    /** "high 2 of 4, medium 1 of 1". */
    private Optional<String> calibration() {
        List<Kept> all = pack.calibration();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .map(kept ->
                                kept.promised().title() + " confidence came true " + kept.kept() + " of " + kept.of())
                        .collect(Collectors.joining(", ")));
    }

    private String drift() {
        List<Arrived> drift = pack.drift();
        return drift.isEmpty()
                ? "nothing came into Now after the quarter's first two weeks"
                : drift.size() + " of " + pack.held() + " came into Now after the first two weeks: "
                        + listed(drift, this::arrived);
    }

    private String arrived(Arrived one) {
        String way = one.instead()
                .map(out -> " for " + name(out))
                .orElse(
                        one.way().equals(Optional.of(Admission.Way.OVERRIDE))
                                ? " by override, nothing went out"
                                : " without a swap");
        return name(one.initiative()) + " on " + day(one.on()) + " by " + people.call(one.by()) + way;
    }

    private String override(Pack.Entry entry) {
        Optional<Admission> entered = entry.bet().entered();
        return name(entry.bet())
                + entered.flatMap(Admission::by)
                        .map(by -> " by " + people.call(by))
                        .orElse("")
                + entered.flatMap(Admission::reason)
                        .map(reason -> " (" + Phrases.quoted(Phrases.clipped(reason)) + ")")
                        .orElse("");
    }

    private static String idle(KeyResult keyResult) {
        return keyResult.id() + " " + Phrases.clipped(keyResult.metric());
    }

    private String places() {
        return pack.places().stream()
                .map(places -> (pack.places().size() > 1 ? product(places) : "") + free(places))
                .collect(Collectors.joining("; "));
    }

    private static String free(Capacity places) {
        int free = Math.max(0, places.limit() - places.taken());
        return free + " of " + places.limit() + " places in Now " + (free == 1 ? "is" : "are") + " free";
    }

    private static String product(Capacity places) {
        return places.product().map(Item::title).map(title -> title + ": ").orElse("");
    }

    private String next() {
        List<Initiative> next = pack.next();
        return next.isEmpty() ? "nothing of yours" : listed(next, this::candidate);
    }

    private String candidate(Initiative bet) {
        int missing = Readiness.forNow(pack.roadmap(), bet).missing().size();
        return name(bet) + (missing == 0 ? ", ready for Now" : ", lacks " + Phrases.plural(missing, "thing", "things"));
    }

    /** "3 keep going, 1 is re-scoped, 1 stops, 1 is done". */
    String verdicts() {
        List<String> parts = new ArrayList<>();
        add(parts, Verdict.KEEP, "keeps going", "keep going");
        add(parts, Verdict.RESCOPE, "is re-scoped", "are re-scoped");
        add(parts, Verdict.STOP, "stops", "stop");
        add(parts, Verdict.DONE, "is done", "are done");
        return String.join(", ", parts);
    }

    private void add(List<String> parts, Verdict verdict, String one, String many) {
        int count = pack.count(verdict);
        if (count > 0) {
            parts.add(Phrases.plural(count, one, many));
        }
    }

    String day(LocalDate day) {
        return Phrases.day(day, today);
    }
}
