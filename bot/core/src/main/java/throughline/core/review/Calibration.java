package throughline.core.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Kept;

/** The confidence that bets entered Now with, held against what came true. */
final class Calibration {
    private static final List<Confidence> HIGHEST_FIRST = List.of(Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW);

    private Calibration() {}

    /** The highest confidence first; those of which nothing can be told by now are left out. */
    static List<Kept> of(Collection<Finding> findings) {
        return HIGHEST_FIRST.stream().flatMap(level -> of(findings, level)).toList();
    }

    private static Stream<Kept> of(Collection<Finding> findings, Confidence level) {
        List<Boolean> told = findings.stream()
                .filter(finding -> finding.promised().equals(Optional.of(level)))
                .flatMap(finding -> finding.cameTrue().stream())
                .toList();
        int kept = (int) told.stream().filter(isTrue -> isTrue).count();
        return told.isEmpty() ? Stream.of() : Stream.of(new Kept(level, kept, told.size()));
    }
}
