package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.interchange.Import;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Roadmap;

class LargeRoadmapTest {
    private static String file(int initiatives) {
        StringBuilder file = new StringBuilder("""
                org: Acme
                objectives:
                  - id: O1
                    title: Grow
                    key_results: [{title: Active, target: 55 %}, {title: Paying, target: 12 %}]
                themes: [{title: Start, serves: [O1], kpi: Active teams}]
                initiatives:
                """);
        for (int i = 1; i <= initiatives; i++) {
            file.append("""
                      - id: I%d
                        title: Some improvement number %d
                        description: What the product will do for those who use it, in a sentence or two of plain words.
                        horizon: %s
                        serves: [O1-KR%d]
                        theme: T1
                        owner: Person Number%d
                        team: Team %d
                        constraints: [Works on a phone]
                        non_goals: [Everything else]
                        confidence: {problem: {level: high, evidence: Interviews}, solution: {level: medium}}
                        confirmed: {on: 2026-11-02, by: Person Number%d}
                    """.formatted(i, i, i % 100 == 0 ? "now" : "later", i % 2 + 1, i % 300, i % 40, i % 300));
        }
        return file.toString();
    }

    /** Time on the processor, so that a busy machine does not count. */
    private static Duration cost(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    @Test
    void ten_thousand_initiatives_import_in_one_go() {
        String file = file(10_000);
        Duration parsing = cost(() -> Imports.tree(file));
        List<Import.Understood> understood = new ArrayList<>();
        Duration importing = cost(() -> understood.add(Imports.understood(file)));
        Roadmap roadmap = Imports.folded(understood.get(0));
        assertEquals(10_000, roadmap.initiatives().size());
        assertEquals(100, roadmap.in(Horizon.NOW).size());
        assertEquals(40, roadmap.teams().size());
        assertTrue(parsing.compareTo(Duration.ofSeconds(3)) < 0, () -> "parsing took " + parsing);
        assertTrue(importing.compareTo(Duration.ofSeconds(6)) < 0, () -> "parsing and reading took " + importing);
    }

    @Test
    void thousands_of_mistakes_are_told_in_bounded_time() {
        String file = file(2_000).replace("serves: [O1-KR", "serves: [O9-KR").replace("horizon: later", "horizont: x");
        List<String> told = new ArrayList<>();
        Duration reading = cost(() -> told.addAll(Imports.told(Imports.read(file))));
        assertEquals(2_000 + 2 * 1_980, told.size());
        assertTrue(reading.compareTo(Duration.ofSeconds(20)) < 0, () -> "reading took " + reading);
    }
}
