package throughline.core.assistant;

import java.util.Optional;
import throughline.core.conversation.Turn;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;

/** What stands between an initiative and a horizon. Every way into a horizon asks here. */
final class Gate {
    private Gate() {}

    /**
     * What to say instead of letting the initiative in; empty if it may pass. Everything does as yet.
     *
     * @param bet as it would be there
     */
    static Optional<Turn> into(Horizon horizon, Request request, Initiative bet) {
        return Optional.empty();
    }
}
