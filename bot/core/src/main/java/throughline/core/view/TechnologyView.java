package throughline.core.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Workstream;

/** For engineering leads: the open technical bets, and which others wait for them. */
public final class TechnologyView {
    private static final int ENABLED = 2;
    private static final int MOST_WORKSTREAMS = 50;

    private final Roadmap roadmap;
    private final Phrases phrases;

    public TechnologyView(Scene scene) {
        this.roadmap = scene.roadmap();
        this.phrases = new Phrases(scene);
    }

    public View view() {
        Listing<Initiative> bets = roadmap.technical();
        if (bets.isEmpty()) {
            return View.empty("No open bet is marked as technology.");
        }
        ByHorizon counts = ByHorizon.of(horizon -> roadmap.technical(horizon).size());
        String share = Shares.of(counts.in(Horizon.NOW), roadmap.in(Horizon.NOW).size());
        return new View(
                Phrases.plural(bets.size(), "technical bet is", "technical bets are") + " open: " + counts.words()
                        + (share.isEmpty() ? "" : ", " + share + " of Now") + ".",
                List.of(),
                Rows.of(bets, bet -> new Rows.Entry(bet.horizon().title(), row(bet))),
                List.of());
    }

    private Block.Items.Row row(Initiative bet) {
        return Rows.row(
                BetRows.name(bet),
                List.of(
                        enables(bet),
                        Stream.of(
                                        Optional.of(BetRows.line(bet)),
                                        bet.team().map(phrases::title),
                                        Optional.of(Phrases.confidence(bet)),
                                        built(bet))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" · "))));
    }

    private String enables(Initiative bet) {
        Listing<Initiative> enabled = roadmap.needing(bet);
        List<String> first = enabled.first(ENABLED).stream()
                .map(other -> Rows.clipped(Phrases.named(other), 60) + ", "
                        + other.horizon().title())
                .toList();
        int more = enabled.size() - first.size();
        return first.isEmpty()
                ? "no bet is recorded that needs it"
                : "enables " + String.join("; ", first) + (more > 0 ? " and " + Phrases.digits(more) + " more" : "");
    }

    /** "2 of 5 workstreams done". */
    private Optional<String> built(Initiative bet) {
        Listing<Workstream> work = roadmap.building(bet);
        long done = work.stream()
                .limit(MOST_WORKSTREAMS)
                .filter(one -> one.values()
                        .find(Workstream.STATUS)
                        .filter(status -> status == Workstream.Status.DONE)
                        .isPresent())
                .count();
        return work.isEmpty() || work.size() > MOST_WORKSTREAMS
                ? Optional.empty()
                : Optional.of(done + " of " + Phrases.plural(work.size(), "workstream", "workstreams") + " done");
    }
}
