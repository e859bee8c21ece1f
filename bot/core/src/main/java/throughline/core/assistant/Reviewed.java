package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Team;
import throughline.core.view.Phrases;

/** Records engineering's feasibility review of an initiative. */
final class Reviewed implements Command {
    private static final Usage USAGE = Usage.of(
            "reviewed", "<initiative> [note]", "Record that engineering looked whether it can be built", Intent.REVIEW);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Named named = Named.longest(request.roadmap(), Moving.among(request), request.whole());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Initiative bet = (Initiative) named.item().get();
        if (!mayReview(request, bet)) {
            return Ownership.instead(request, Kind.WORKSTREAM, named.item(), Intent.REVIEW);
        }
        String note = named.rest().replaceFirst("^[:;,]\\s*", "");
        return recorded(request, bet, Proposal.WORDS.tidied(note));
    }

    /** An engineering lead, or somebody of the team that builds it who does not speak for the product. */
    private static boolean mayReview(Request request, Initiative bet) {
        Person person = request.person();
        boolean isProducts = person.is(Role.PM) || person.is(Role.PRODUCT_LEAD);
        return person.is(Role.ENGINEERING_LEAD) || (!isProducts && isOfTeam(request, bet));
    }

    private static boolean isOfTeam(Request request, Initiative bet) {
        return bet.team()
                .flatMap(id -> request.roadmap().find(id, Team.class))
                .map(team -> team.members().contains(request.person().id())
                        || team.owner().filter(request.person().id()::equals).isPresent())
                .orElseGet(() -> request.person().is(Role.TEAM_MEMBER));
    }

    private static Turn recorded(Request request, Initiative bet, Optional<String> note) {
        FeasibilityReview review =
                new FeasibilityReview(request.scene().today(), request.person().id(), note);
        if (bet.values().all(Initiative.REVIEWS).contains(review)) {
            return request.tell(
                    Card.of("You recorded that review of " + Phrases.named(bet) + " already. Nothing was changed."),
                    Subject.about(Intent.REVIEW, bet));
        }
        return request.tellThere(
                        Card.of(
                                "Recorded: engineering reviewed " + Phrases.named(bet) + ".",
                                new Block.Text(Prose.of(note.map(Phrases::closed)
                                        .orElse("No note was given; add one with reviewed " + bet.id()
                                                + " and a few words."))),
                                Block.Buttons.of(
                                        Actions.ask("Undo", "undo"),
                                        Actions.ask("Show " + bet.id(), "show " + bet.id()))),
                        Subject.about(Intent.REVIEW, bet))
                .recording(
                        List.of(new Change.Listed<>(Kind.INITIATIVE, bet.id(), Initiative.REVIEWS, review)),
                        Set.of(bet.id().text()),
                        Optional.empty());
    }
}
