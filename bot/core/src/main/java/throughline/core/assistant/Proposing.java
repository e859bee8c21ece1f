package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.edit.Seen;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Values;

/** A change of somebody else's layer, which becomes a proposal to whoever may make it. */
record Proposing(Request request, Kind layer, Optional<Item> named, Intent intent) {
    /** Of those who may decide so many are told at once. */
    private static final int MOST_TOLD = 5;

    private static final Set<Intent> ASKING = Set.of(Intent.ADD, Intent.CHECK_IN);

    Turn turn() {
        Trial tried = Trial.of(request, request.command(), request.inputs());
        // A doubt of theirs is cleared up before anybody else is asked.
        Trial trial = ASKING.contains(intent) ? tried : tried.confirmed(request);
        if (trial.changes().isEmpty()) {
            return trial.turn();
        }
        Optional<String> why = trial.turn()
                .why()
                .or(() -> Because.afterFields(request.command()).reason());
        String command = new Canonical(request, trial.changes(), why).command().orElse(trial.command());
        Optional<Proposal> same = request
                .roadmap()
                .openProposalsBy(request.person().id())
                .stream()
                .filter(open -> open.title().equalsIgnoreCase(command))
                .findFirst();
        return same.map(open -> request.tell(ProposalCard.already(request, open), answer(open)))
                .orElseGet(() -> recorded(trial, command, why));
    }

    private Turn recorded(Trial trial, String command, Optional<String> why) {
        Optional<Item> about = named.or(() -> trial.changes().stream()
                .flatMap(change -> change.about().stream())
                .flatMap(id -> request.roadmap().find(id).stream())
                .findFirst());
        Deciders deciders = new Deciders(request, layer, about);
        Optional<Person> to = deciders.first();
        Proposal proposal = (Proposal) Kind.PROPOSAL.item(
                request.roadmap().nextBeside(Kind.PROPOSAL),
                Values.none()
                        .with(Proposal.COMMAND, command)
                        .with(Proposal.LAYER, layer)
                        .with(Proposal.ABOUT, about.map(Item::id))
                        .with(Proposal.SEEN, seen(about, trial.changes()))
                        .with(Proposal.REASON, why.flatMap(Proposal.WORDS::tidied))
                        .with(Proposal.AUTHOR, request.person().id())
                        .with(Proposal.ON, request.scene().today())
                        .with(Proposal.TO, to.map(Person::id))
                        .with(Proposal.STATE, Proposal.State.OPEN));
        List<Person> told =
                to.map(List::of).orElseGet(() -> deciders.all().limit(MOST_TOLD).toList());
        Reply unreached = new Reply(
                Reply.Visibility.PRIVATE, ProposalCard.unsent(request, proposal), Optional.of(answer(proposal)));
        return request.tell(
                        told.isEmpty() ? unreached.card() : ProposalCard.sent(request, proposal, told),
                        answer(proposal))
                .recording(List.of(new Change.Added(proposal)), reliedOn(proposal, about), Optional.empty())
                .notifying(told.stream()
                        .map(person -> new Notice(
                                person.id(), ProposalCard.toDecide(request, proposal), Optional.of(unreached)))
                        .toList());
    }

    private static Set<String> reliedOn(Proposal proposal, Optional<Item> about) {
        List<String> ids = new ArrayList<>(List.of(proposal.id().text()));
        about.map(item -> item.id().text()).ifPresent(ids::add);
        return Set.copyOf(ids);
    }

    /** What the item looked like in the fields that would change. */
    private static Optional<String> seen(Optional<Item> about, List<Change> changes) {
        return about.flatMap(item -> {
            List<Field<?>> fields = changes.stream()
                    .filter(change -> change.about().filter(item.id()::equals).isPresent())
                    .flatMap(Proposing::field)
                    .distinct()
                    .toList();
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Seen.of(fields, item.values()).written());
        });
    }

    private static Stream<Field<?>> field(Change change) {
        if (change instanceof Change.Edited<?> edited) {
            return Stream.of(edited.field());
        }
        if (change instanceof Change.Listed<?> listed) {
            return Stream.of(listed.field());
        }
        return change instanceof Change.Unlisted<?> unlisted ? Stream.of(unlisted.field()) : Stream.of();
    }

    private static Answer answer(Proposal proposal) {
        return Answer.about(
                Intent.PROPOSAL,
                Stream.concat(Stream.of(proposal.id()), proposal.about().stream())
                        .toArray(ItemId[]::new));
    }
}
