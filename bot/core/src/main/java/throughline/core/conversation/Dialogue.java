package throughline.core.conversation;

import java.time.Duration;
import java.util.Optional;
import throughline.core.roadmap.Shape;

/**
 * What is known so far in a conversation: of one person in one place, or of everybody in a thread of a channel. Implemented by
 * records that hold exactly that; stored under a written name, so that a class may be renamed.
 */
public interface Dialogue {
    /**
     * What to make of the next input in this state. Empty means that the input is not about this dialogue: it is taken as if
     * none were open, so an open question never captures what was not its answer.
     */
    Optional<Response> on(Scene scene);

    /** How this state is stored. */
    Stored<?> stored();

    /** How long after it was stored it is forgotten, for a state that nobody waits for; empty for never. */
    default Optional<Duration> lifetime() {
        return Optional.empty();
    }

    /**
     * How a kind of state is stored.
     *
     * @param name a written constant
     * @param version grows when the shape does; older ones stay readable
     */
    record Stored<D extends Dialogue>(String name, int version, Shape<D> shape, Class<D> type) {}
}
