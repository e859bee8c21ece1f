package throughline.core.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.KeyResult;

/** Check-ins as rows, the newest first: the figure, when, how sure and a line of context. */
public record CheckInRows(Scene scene) {

    /** Empty if nothing was measured. */
    public Optional<Block> of(KeyResult keyResult, int most) {
        List<CheckIn> newestFirst = new ArrayList<>(keyResult.checkIns());
        Collections.reverse(newestFirst);
        return newestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Items(
                        newestFirst.stream().limit(most).map(this::row).toList()));
    }

    private Block.Items.Row row(CheckIn checkIn) {
        String sure =
                checkIn.confidence().map(level -> level.title() + " confidence").orElse("");
        String note = checkIn.note().orElse("");
        return new Block.Items.Row(
                Prose.strong(checkIn.value()).then(" " + new Phrases(scene).ago(checkIn.on())),
                Stream.of(sure, note)
                        .filter(text -> !text.isEmpty())
                        .map(Prose::of)
                        .toList());
    }
}
