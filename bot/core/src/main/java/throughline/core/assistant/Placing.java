package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.view.Phrases;

/**
 * Brings what was asked for to its place, by the commands that anybody would give and by the rights of who decides, so that every gate
 * stands before it. Nothing of it is recorded yet.
 *
 * @param changes the facts so far
 * @param reliedOn what they rely on
 * @param bet what it became; empty as long as it is not on the roadmap
 * @param refused what was said instead of going on
 */
record Placing(
        Request request,
        PersonId decider,
        FeatureRequest asked,
        List<Change> changes,
        Set<String> reliedOn,
        Optional<ItemId> bet,
        Optional<Turn> refused) {

    Placing {
        changes = List.copyOf(changes);
        reliedOn = Set.copyOf(reliedOn);
    }

    static Placing of(Request request, PersonId decider, FeatureRequest asked) {
        Optional<ItemId> bet = asked.initiative()
                .filter(id -> request.roadmap().find(id, Initiative.class).isPresent());
        return new Placing(request, decider, asked, List.of(), Set.of(), bet, Optional.empty());
    }

    boolean isRefused() {
        return refused.isPresent();
    }

    /** The roadmap as it will be. */
    Roadmap after() {
        Stamp stamp = new Stamp(
                request.scene().now(), decider, request.scene().place().written());
        return request.roadmap().on(new ChangeSet(stamp, Optional.empty(), changes));
    }

    Optional<Initiative> found() {
        return bet.flatMap(id -> after().find(id, Initiative.class));
    }

    /** What it became, if that is done or dropped: nothing brings it back into Now unsaid. */
    Optional<Initiative> over() {
        return found().filter(initiative -> !initiative.horizon().isOpen());
    }

    /** "Bulk export (I15) is dropped". */
    static String isOver(Initiative initiative) {
        return Phrases.named(initiative) + " is " + Moving.written(initiative.horizon());
    }

    /** On the roadmap, wherever it is; if it is not there yet, in this horizon. */
    Placing somewhere(Horizon horizon) {
        return bet.isPresent() ? this : given(new RequestedBet(request, asked).command(horizon, decider));
    }

    /** In Next or Later. */
    Placing in(Horizon horizon, String reason) {
        Placing there = somewhere(horizon);
        return there.isIn(horizon) ? there : there.moved(Moving.written(horizon), reason);
    }

    /** In Now, where a place is free. */
    Placing inNow(String reason) {
        Placing there = somewhere(Horizon.NEXT);
        return there.isIn(Horizon.NOW) ? there : there.moved("now", reason);
    }

    /** In Now for another one. */
    Placing instead(ItemId out, Horizon to, String reason) {
        Placing there = somewhere(Horizon.NEXT);
        return there.isIn(Horizon.NOW)
                ? there
                : there.moved("now instead of " + out + " to " + Moving.written(to), reason);
    }

    /** In Now against the gate. */
    Placing overriding(String reason) {
        Placing there = somewhere(Horizon.NEXT);
        return there.isIn(Horizon.NOW) ? there : there.moved("now override", reason);
    }

    private boolean isIn(Horizon horizon) {
        return found().filter(initiative -> initiative.horizon() == horizon).isPresent();
    }

    private Placing moved(String where, String reason) {
        return bet.map(id -> given("move " + id + " " + where + " because " + reason))
                .orElse(this);
    }

    private Placing given(String command) {
        if (isRefused()) {
            return this;
        }
        Turn made = request.door().given(scene(), command, Map.of(), false);
        boolean isProposed = made.changes().stream()
                .anyMatch(change ->
                        change instanceof Change.Added added && added.item().kind() == Kind.PROPOSAL);
        if (made.changes().isEmpty() || isProposed) {
            return new Placing(request, decider, asked, changes, reliedOn, bet, Optional.of(made));
        }
        List<Change> more = new ArrayList<>(changes);
        more.addAll(made.changes());
        Set<String> basis = new HashSet<>(reliedOn);
        basis.addAll(made.reliedOn());
        Optional<ItemId> there = bet.or(() -> added(made));
        return new Placing(request, decider, asked, more, basis, there, Optional.empty());
    }

    private static Optional<ItemId> added(Turn made) {
        return made.changes().stream()
                .filter(Change.Added.class::isInstance)
                .map(change -> ((Change.Added) change).item())
                .filter(Initiative.class::isInstance)
                .map(Item::id)
                .findFirst();
    }

    /** Where the decider gives the next command. */
    private Scene scene() {
        Scene scene = request.scene();
        Person person = scene.people().find(decider).orElse(scene.person());
        return new Scene(
                after(), scene.history(), scene.people(), person, scene.incoming(), scene.now(), scene.fresh());
    }
}
