package throughline.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.roadmap.Change;

/**
 * What follows from an input: a value, so that running a turn has no effect and may be repeated.
 *
 * @param next the state of the dialogue afterwards; empty when nothing is being talked about
 * @param reliedOn ids, or the counts named in {@link Change}, that must not have moved when the turn is committed
 * @param why the author's reason for the changes
 */
public record Turn(
        Optional<Dialogue> next, List<Change> changes, List<Reply> replies, Set<String> reliedOn, Optional<String> why)
        implements Response {
    public Turn {
        changes = List.copyOf(changes);
        replies = List.copyOf(replies);
        reliedOn = Set.copyOf(reliedOn);
    }

    /** Says something and leaves no dialogue open. */
    public static Turn say(Reply reply) {
        return new Turn(Optional.empty(), List.of(), List.of(reply), Set.of(), Optional.empty());
    }

    /** The same, with this dialogue open afterwards. */
    public Turn leaving(Optional<Dialogue> state) {
        return new Turn(state, changes, replies, reliedOn, why);
    }

    public Turn recording(List<Change> facts, Set<String> basis, Optional<String> reason) {
        return new Turn(next, facts, replies, basis, reason);
    }
}
