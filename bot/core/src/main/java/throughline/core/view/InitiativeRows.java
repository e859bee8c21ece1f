package throughline.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.question.Lines;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;

/** Initiatives as rows: what it is, whose, how sure, its line and how fresh that is. Never a date. */
public final class InitiativeRows {
    private final Scene scene;
    private final Phrases phrases;

    public InitiativeRows(Scene scene) {
        this.scene = scene;
        this.phrases = new Phrases(scene);
    }

    public Block.Items of(Stream<Initiative> initiatives) {
        return new Block.Items(initiatives.map(this::row).toList());
    }

    private Block.Items.Row row(Initiative initiative) {
        List<Prose> details = new ArrayList<>(phrases.lineOf(initiative));
        details.add(Prose.of(String.join(" · ", about(initiative))));
        return new Block.Items.Row(Prose.strong(initiative.id() + " " + Phrases.clipped(initiative.title())), details);
    }

    private List<String> about(Initiative initiative) {
        return Stream.of(
                        initiative.team().map(phrases::title),
                        initiative.owner().map(phrases::call),
                        Optional.of(Phrases.confidence(initiative)),
                        overridden(initiative),
                        Optional.of(phrases.freshness(initiative)),
                        phrases.unconfirmed(initiative),
                        FlagWords.mark(initiative),
                        checkInDue(initiative))
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Who let it into Now against the gate: the urgency tax is never out of sight. */
    private Optional<String> overridden(Initiative initiative) {
        boolean isThere = initiative.horizon() == Horizon.NOW
                && initiative
                        .entered()
                        .filter(entry -> entry.way() == Admission.Way.OVERRIDE)
                        .isPresent();
        return isThere ? phrases.entered(initiative) : Optional.empty();
    }

    private Optional<String> checkInDue(Initiative initiative) {
        return new Lines(scene.roadmap())
                .keyResultsOf(initiative)
                .filter(keyResult -> keyResult.lastCheckIn().isPresent() && keyResult.isCheckInDue(scene.today()))
                .findFirst()
                .map(keyResult -> keyResult.id() + " has no check-in for 30 days");
    }
}
