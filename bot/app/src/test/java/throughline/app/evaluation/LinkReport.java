package throughline.app.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well lines are drawn from new requests to objectives. */
record LinkReport(List<LinkResult> results) {
    private static final int FEW = 3;

    Stream<String> lines() {
        return Stream.of(
                        Stream.of(results.size() + " link questions, "
                                + withLine().size() + " of them with a line"),
                        Stream.of(row("", "top-1", "top-" + FEW), best("all", withLine())),
                        groups(LinkResult::organization),
                        groups(result -> result.question().difficulty()),
                        Stream.of(row("key result", keyResult(), "")),
                        threshold())
                .flatMap(Function.identity());
    }

    private Stream<String> groups(Function<LinkResult, String> by) {
        return withLine().stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> best("  " + group.getKey(), group.getValue()));
    }

    private static String best(String name, List<LinkResult> of) {
        return row(
                name, Share.of(of, result -> result.isAmongBest(1)), Share.of(of, result -> result.isAmongBest(FEW)));
    }

    private Share keyResult() {
        List<LinkResult> clear = results.stream()
                .filter(result -> !result.question().keyResults().isEmpty())
                .toList();
        return Share.of(clear, LinkResult::hasRightKeyResult);
    }

    private Stream<String> threshold() {
        return Stream.of(
                "at the shipped threshold",
                row("  right line", rightlyDrawn(), ""),
                row("  silent without one", rightlySilent(), ""),
                row("  mean of both", String.format(Locale.ROOT, "%.3f", mean()), ""));
    }

    Share rightlyDrawn() {
        return Share.of(withLine(), LinkResult::isRightlyDrawn);
    }

    Share rightlySilent() {
        return Share.of(
                results.stream().filter(result -> !result.question().hasLine()).toList(), LinkResult::isSilent);
    }

    double mean() {
        return (rightlyDrawn().value() + rightlySilent().value()) / 2;
    }

    private List<LinkResult> withLine() {
        return results.stream().filter(result -> result.question().hasLine()).toList();
    }

    private static String row(String name, Object first, Object second) {
        return String.format(Locale.ROOT, "%-28s%-22s%s", name, first, second).stripTrailing();
    }
}
