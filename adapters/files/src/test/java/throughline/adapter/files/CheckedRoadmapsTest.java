package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.check.Check;
import throughline.core.check.Finding;
import throughline.core.check.Rule;

/** A file with every mistake that the articles name, and one with none. */
class CheckedRoadmapsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String EXPECTED = "# expect: ";

    /** Found by what the gate records of an initiative, which no file has. */
    private static final Set<String> OF_THE_GATE =
            Set.of("entered-by-override", "entered-before-the-gate", "big-bet-unapproved");

    @ParameterizedTest
    @ValueSource(strings = {"seeded.yaml", "without-strategy.yaml", "clean.yaml"})
    void exactly_the_mistakes_that_were_made_are_found(String file) {
        assertEquals(String.join("\n", expected(file)), String.join("\n", found(file)));
    }

    @Test
    void the_seeded_files_have_every_mistake_that_there_is_a_rule_for() {
        Set<String> seeded = Stream.of("seeded.yaml", "without-strategy.yaml")
                .flatMap(file -> expected(file).stream())
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rules = Check.RULES.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        rules.removeAll(OF_THE_GATE);
        assertEquals(rules, seeded);
    }

    /** "I1 no-okr", one for each rule of an "expect" line. */
    private static Set<String> expected(String file) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()).split(" ", -1))
                .flatMap(words -> Stream.of(words).skip(1).map(rule -> words[0] + " " + rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String file) {
        Check check = Check.of(Imports.folded(Imports.understood(text(file))), TODAY);
        return check.all().findings().stream()
                .map(CheckedRoadmapsTest::written)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String written(Finding finding) {
        return finding.item().id() + " " + finding.rule().id();
    }

    private static String text(String file) {
        return Approved.text(Approved.resource(file));
    }
}
