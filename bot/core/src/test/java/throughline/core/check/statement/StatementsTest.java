package throughline.core.check.statement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often statements are read as people labelled them. Rules are written by what four fifths of the statements show; the fifth
 * held back, chosen by the hash of its text, only counts, and no statement of it is ever printed.
 */
class StatementsTest {
    private static final double PRECISION = 0.9;
    private static final double RECALL = 0.85;
    private static final int FIFTH = 5;
    private static final String FRESH = "fresh-eyes";

    /** A question to a statement, the file whose statements it is asked of, and the label that means yes. */
    @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state; the JDK's types cannot say so
    enum Reading {
        OUTPUT("objectives", "output", Set.of("objective"), Statement::describesOutput),
        SOLUTION("strategies", "solution", Set.of("strategy"), Statement::prescribesSolution),
        DATE(
                "dates",
                "date",
                Set.of("title", "description"),
                statement -> statement.hardDate().isPresent()),
        VAGUE("targets", "vague", Set.of("target"), Statement::isVague),
        ACTIVITY("metrics", "activity", Set.of("metric"), Statement::countsActivity),
        ABSTRACT("titles", "abstract", Set.of(), statement -> statement.layer() == Statement.Layer.STRATEGY),
        TASK("titles", "task", Set.of(), statement -> statement.layer() == Statement.Layer.TASK);

        private final String file;
        private final String label;
        private final Set<String> kinds;
        private final Predicate<Statement> says;

        Reading(String file, String label, Set<String> kinds, Predicate<Statement> says) {
            this.file = file;
            this.label = label;
            this.kinds = kinds;
            this.says = says;
        }

        Score of(boolean held) {
            return score(Labelled.in(file)
                    .filter(labelled -> labelled.isHeldBack() == held)
                    .toList());
        }

        /** What somebody wrote who had not seen the readers; half of it is for learning from. */
        Score ofFresh(boolean seen) {
            return score(Labelled.in(FRESH)
                    .filter(labelled -> kinds.contains(labelled.kind) && labelled.isSeen() == seen)
                    .toList());
        }

        private Score score(List<Labelled> some) {
            return new Score(
                    count(some, labelled -> is(labelled) && says(labelled)),
                    count(some, labelled -> !is(labelled) && says(labelled)),
                    count(some, labelled -> is(labelled) && !says(labelled)));
        }

        private static int count(List<Labelled> some, Predicate<Labelled> counts) {
            return (int) some.stream().filter(counts).count();
        }

        private boolean is(Labelled labelled) {
            return labelled.label.equals(label);
        }

        private boolean says(Labelled labelled) {
            return says.test(new Statement(labelled.text));
        }

        /** What is read wrongly, never of what is held back. */
        List<String> misread() {
            return Labelled.in(file)
                    .filter(labelled -> !labelled.isHeldBack() && is(labelled) != says(labelled))
                    .map(labelled -> (is(labelled) ? "missed " : "wrong  ") + labelled.text)
                    .toList();
        }
    }

    record Labelled(String text, String kind, String label) {
        static Stream<Labelled> in(String file) {
            return text(file)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Labelled(cells[0], cells[1], cells[2]));
        }

        private static String text(String file) {
            try (InputStream in = StatementsTest.class.getResourceAsStream("/statements/" + file + ".tsv")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        boolean isSeen() {
            return Integer.bitCount(text.hashCode()) % 2 == 0;
        }

        boolean isHeldBack() {
            return (text.hashCode() & Integer.MAX_VALUE) % FIFTH == 0;
        }
    }

    record Score(int right, int wrong, int missed) {
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "precision %.2f recall %.2f (%d of %d)", precision(), recall(), right, right + missed);
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void what_is_held_back_is_read_as_people_labelled_it(Reading reading) {
        Score known = reading.of(false);
        Score held = reading.of(true);
        System.out.println(reading + " known: " + known + ", held back: " + held);
        if (Boolean.getBoolean("misread")) {
            reading.misread().forEach(line -> System.out.println("  " + line));
        }
        assertTrue(held.precision() >= PRECISION, () -> reading + " " + held);
        assertTrue(held.recall() >= RECALL, () -> reading + " " + held);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reading.class,
            names = {"OUTPUT", "SOLUTION", "DATE", "VAGUE", "ACTIVITY"})
    void what_was_written_without_seeing_the_readers_is_read_as_labelled(Reading reading) {
        Score unseen = reading.ofFresh(false);
        System.out.println(reading + " fresh, seen: " + reading.ofFresh(true) + ", unseen: " + unseen);
        assertTrue(unseen.precision() >= PRECISION, () -> reading + " " + unseen);
        assertTrue(unseen.recall() >= RECALL, () -> reading + " " + unseen);
    }

    @Test
    void enough_is_labelled_and_half_of_it_is_good() {
        List<Labelled> all = Stream.of("objectives", "strategies", "dates", "targets", "metrics", "titles")
                .flatMap(Labelled::in)
                .toList();
        long good = all.stream().filter(labelled -> labelled.label.isEmpty()).count();
        assertTrue(all.size() >= 240 && Math.abs(2 * good - all.size()) <= all.size() / 10, good + " of " + all.size());
    }
}
