package throughline.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.question.Lines;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/** For one team: its Now, Next and Later with their lines, and where the key results stand that its Now should move. */
public final class TeamView {
    private static final int MOST_KEY_RESULTS = 4;

    private final Scene scene;
    private final Roadmap roadmap;
    private final Team team;

    public TeamView(Scene scene, Team team) {
        this.scene = scene;
        this.roadmap = scene.roadmap();
        this.team = team;
    }

    public View view() {
        Rows rows = ByHorizon.OPEN.stream().map(this::column).reduce(Rows::then).orElseThrow();
        return new View(headline(), keyResults(), rows, List.of(new Block.Note(Prose.of(people()))));
    }

    /** What the team has in Now, and whether it has a line. */
    public String headline() {
        Listing<Initiative> now = roadmap.in(Horizon.NOW, team);
        if (now.isEmpty()) {
            return team.title() + " has nothing in Now.";
        }
        long orphans = now.stream().filter(bet -> bet.serves().isEmpty()).count();
        String bets = team.title() + ": " + Phrases.plural(now.size(), "bet", "bets") + " in Now";
        if (orphans == 0) {
            return bets + (now.size() == 1 ? ", with a line to an OKR." : ", all with a line to an OKR.");
        }
        return bets + ", " + orphans + " without a line to an OKR.";
    }

    /** Who leads it and where it talks. */
    public String people() {
        String lead =
                team.owner().map(id -> "Led by " + scene.people().fullName(id)).orElse("No lead is recorded");
        return lead + team.channel().map(channel -> " · " + channel).orElse("");
    }

    private Rows column(Horizon horizon) {
        Listing<Initiative> bets = roadmap.in(horizon, team);
        return new BetRows(scene)
                .of(horizon.title() + ": " + Phrases.plural(bets.size(), "bet", "bets"), bets, TeamView::about);
    }

    private static Stream<String> about(Initiative bet, Phrases phrases) {
        return Stream.concat(
                bet.owner().map(phrases::call).stream(),
                bet.horizon() == Horizon.NOW ? Stream.of(Phrases.confidence(bet)) : Stream.of());
    }

    private List<Block> keyResults() {
        Lines lines = new Lines(roadmap);
        List<KeyResult> served = roadmap.in(Horizon.NOW, team).stream()
                .flatMap(lines::keyResultsOf)
                .distinct()
                .limit(MOST_KEY_RESULTS + 1L)
                .toList();
        List<Block.Facts.Fact> facts = new ArrayList<>();
        served.stream().limit(MOST_KEY_RESULTS).forEach(keyResult -> facts.add(fact(keyResult)));
        if (served.size() > MOST_KEY_RESULTS) {
            facts.add(new Block.Facts.Fact("And more", Prose.of("type “okrs” for all")));
        }
        return facts.isEmpty() ? List.of() : List.of(new Block.Facts(facts));
    }

    private static Block.Facts.Fact fact(KeyResult keyResult) {
        Optional<String> when = Phrases.byWhen(keyResult);
        return new Block.Facts.Fact(
                keyResult.id().text(),
                Prose.of(Rows.clipped(
                        Phrases.progress(keyResult) + when.map(by -> " " + by).orElse(""), 150)));
    }
}
