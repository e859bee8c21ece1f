package throughline.adapter.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import throughline.core.data.Datum;
import throughline.core.data.Spot;

/**
 * Builds one tree from the events of one document, without recursion. Counts what an alias stands for as if it were
 * written out, so that a short text cannot mean a huge tree.
 */
final class TreeBuilder {
    private static final int DEEPEST = 64;
    private static final int MOST_ALIASES = 50;
    // 100,000 initiatives with twenty filled fields each have about half of that, keys included.
    private static final long MOST_VALUES = 8_000_000;
    private static final int SHORT = 32;
    private static final int MOST_SHARED = 100_000;

    private final Scalars scalars = new Scalars(new Shared(SHORT, MOST_SHARED));
    private final Deque<Branch> open = new ArrayDeque<>();
    private final Map<Anchor, Grown> anchored = new HashMap<>();
    private Optional<Datum> root = Optional.empty();
    private int documents;
    private int aliases;
    private long values;

    void add(Event event) {
        Spot spot = Malformed.spot(event.getStartMark());
        switch (event.getEventId()) {
            case DocumentStart -> beginDocument((DocumentStartEvent) event, spot);
            case SequenceStart, MappingStart -> begin((CollectionStartEvent) event, spot);
            case SequenceEnd, MappingEnd -> end();
            case Scalar -> scalar((ScalarEvent) event, spot);
            case Alias -> alias((AliasEvent) event, spot);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    /** Empty for a text without content. */
    Optional<Datum> root() {
        return root;
    }

    private void beginDocument(DocumentStartEvent event, Spot spot) {
        documents++;
        if (documents > 1) {
            throw new Refused(spot, "a second document begins here; one file is one roadmap, so remove “---”");
        }
        event.getSpecVersion().filter(version -> version.getMajor() != 1).ifPresent(version -> {
            throw new Refused(spot, "expected YAML 1.2");
        });
    }

    private void begin(CollectionStartEvent event, Spot spot) {
        if (open.size() >= DEEPEST) {
            throw new Refused(spot, "nested deeper than " + DEEPEST + " levels");
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        event.getTag()
                .ifPresent(tag -> Scalars.refuseUnless(tag.equals(mapping ? Scalars.MAP : Scalars.SEQ), tag, spot));
        open.push(mapping ? new Branch.Keys(spot, event.getAnchor()) : new Branch.Elements(spot, event.getAnchor()));
    }

    private void end() {
        Branch done = open.pop();
        place(done.grown(), done.anchor());
    }

    private void scalar(ScalarEvent event, Spot spot) {
        place(Grown.leaf(scalars.read(event, spot)), event.getAnchor());
    }

    private void alias(AliasEvent event, Spot spot) {
        aliases++;
        if (aliases > MOST_ALIASES) {
            throw new Refused(spot, "more than " + MOST_ALIASES + " aliases; write the values out");
        }
        Grown meant = anchored.get(event.getAlias());
        if (meant == null) {
            String name = event.getAlias().getValue();
            throw new Refused(
                    spot, "“*" + name + "” refers to nothing; “&" + name + "” has to stand, and end, before it");
        }
        if (open.size() + meant.height() > DEEPEST) {
            throw new Refused(spot, "nested deeper than " + DEEPEST + " levels");
        }
        place(meant, Optional.empty());
    }

    private void place(Grown grown, Optional<Anchor> anchor) {
        values += grown.added();
        if (values > MOST_VALUES) {
            throw new Refused(grown.datum().spot(), "more than 8 million values");
        }
        anchor.ifPresent(name -> anchored.put(name, grown.again()));
        Branch parent = open.peek();
        if (parent == null) {
            root = Optional.of(grown.datum());
        } else {
            parent.add(grown);
        }
    }
}
