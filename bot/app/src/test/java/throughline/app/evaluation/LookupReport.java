package throughline.app.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well questions about the roadmap are understood. */
record LookupReport(List<LookupResult> results) {
    Stream<String> lines() {
        return Stream.of(
                        Stream.of(results.size() + " lookups"),
                        Stream.of(row("", "intent", "entity, given the intent"), told("all", results)),
                        byIntent().entrySet().stream().map(group -> told("  " + group.getKey(), group.getValue())),
                        Stream.of(
                                row("off-topic recognized", recognized(), ""),
                                row("real taken for off-topic", mistaken(), "")))
                .flatMap(Function.identity());
    }

    private Map<String, List<LookupResult>> byIntent() {
        return results.stream()
                .collect(
                        Collectors.groupingBy(result -> result.question().intent(), TreeMap::new, Collectors.toList()));
    }

    private static String told(String name, List<LookupResult> of) {
        return row(name, Share.of(of, LookupResult::hasRightIntent), new LookupReport(of).entity());
    }

    Share intent() {
        return Share.of(results, LookupResult::hasRightIntent);
    }

    /** Among those whose intent was understood. */
    Share entity() {
        return Share.of(only(LookupResult::hasRightIntent), LookupResult::hasRightEntity);
    }

    Share recognized() {
        return Share.of(only(result -> result.question().isOffTopic()), LookupResult::isTakenForOffTopic);
    }

    Share mistaken() {
        return Share.of(only(result -> !result.question().isOffTopic()), LookupResult::isTakenForOffTopic);
    }

    private List<LookupResult> only(Predicate<LookupResult> wanted) {
        return results.stream().filter(wanted).toList();
    }

    private static String row(String name, Object first, Object second) {
        return String.format(Locale.ROOT, "%-28s%-22s%s", name, first, second).stripTrailing();
    }
}
