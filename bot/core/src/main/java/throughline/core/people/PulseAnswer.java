package throughline.core.people;

import java.util.Optional;

/**
 * What somebody answered to a pulse. It is in the erasable record alone and shown to nobody; once the team's figure is made, only that
 * there was an answer is left.
 *
 * @param pulse its id
 * @param isRight whether the person knew it; empty once it is counted
 */
public record PulseAnswer(String pulse, Optional<Boolean> isRight) {
    public PulseAnswer counted() {
        return new PulseAnswer(pulse, Optional.empty());
    }
}
