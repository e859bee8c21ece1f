package throughline.core.check;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import throughline.core.roadmap.Item;

/**
 * One mistake that a roadmap can have.
 *
 * @param id as it is written in findings, such as {@code output-objective}; never changed, because people quote it
 * @param why why it matters, one sentence
 * @param test what is wrong with something, if anything
 * @param <T> what it is about: an item of one kind, or the whole roadmap
 */
public record Rule<T>(
        String id, Severity severity, Source source, String why, BiFunction<Look, T, Stream<Fault>> test) {

    /**
     * What is wrong with one item.
     *
     * @param what what was found, as a clause about the item
     * @param rewrite what to write or do instead, made from the item's own data
     * @param fix the command that begins to repair it
     */
    public record Fault(Item item, String what, String rewrite, Optional<String> fix) {
        static Stream<Fault> of(Item item, String what, String rewrite, String fix) {
            return Stream.of(new Fault(item, what, rewrite, Optional.of(fix)));
        }
    }

    /** A rule for something of which it finds at most one fault. */
    static <T> Rule<T> of(
            String id, Severity severity, Source source, String why, BiFunction<Look, T, Stream<Fault>> test) {
        return new Rule<>(id, severity, source, why, test);
    }

    Stream<Finding> on(Look look, T subject) {
        return test.apply(look, subject).map(fault -> new Finding(this, fault));
    }
}
