package throughline.core.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Place;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;

/** What would follow if somebody gave a command who may do everything; nothing of it is recorded. */
record Trial(String command, Turn turn) {
    static Trial of(Request request, String command) {
        return of(request, command, Map.of());
    }

    static Trial of(Request request, String command, Map<String, List<String>> inputs) {
        return new Trial(command, request.door().given(entitled(request.scene()), command, inputs, true));
    }

    List<Change> changes() {
        return turn.changes();
    }

    /** The same after the question whether to do it was answered with yes, if one was asked. */
    Trial confirmed(Request request) {
        return turn.next().flatMap(Trial::yes).map(yes -> of(request, yes)).orElse(this);
    }

    private static Optional<String> yes(Dialogue dialogue) {
        if (dialogue instanceof Holding holding) {
            return Optional.of(holding.command());
        }
        return dialogue instanceof Confirming confirming ? Optional.of(confirming.yes()) : Optional.empty();
    }

    /** In a direct conversation, where every question that a command asks is left open to be seen. */
    private static Scene entitled(Scene scene) {
        Incoming incoming = scene.incoming();
        Person person = Ownership.entitled(scene.person());
        return new Scene(
                scene.roadmap(),
                scene.history(),
                scene.people(),
                person,
                new Incoming(
                        incoming.delivery(),
                        incoming.from(),
                        incoming.place().with(Place.Reach.DIRECT),
                        incoming.input(),
                        incoming.returnPath()),
                scene.now(),
                scene.fresh());
    }
}
