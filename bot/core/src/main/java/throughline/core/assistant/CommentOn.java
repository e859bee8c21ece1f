package throughline.core.assistant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Share;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** Says something to a horizon that was shared: evidence of the initiative it names, or of all that were in it. */
final class CommentOn implements Command {
    private static final Usage USAGE = Usage.of(
            "comment",
            "<shared horizon> [<initiative>:] <text>",
            "Say what you think of a horizon that was shared",
            Intent.COMMENT);

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** The one that is named, else the last one. */
    static Optional<Share> share(Request request, String word) {
        return request.roadmap().beside(word, Share.class).or(() -> latest(request));
    }

    static Optional<Share> latest(Request request) {
        return request.roadmap().shares().stream().max(Comparator.comparing(Item::id));
    }

    @Override
    public Turn run(Request request) {
        String text = request.whole().strip();
        String first = text.split("\\s+", 2)[0];
        Optional<Share> share = share(request, first);
        if (share.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "Nothing is shared for comments yet, so nothing was recorded.",
                            new Block.Text(
                                    Prose.of("What you know of an initiative is evidence. Type: add evidence, what"
                                            + " you saw, for and its id.")),
                            Block.Buttons.of(Actions.ask("Show Now", "now"))));
        }
        boolean isNamed = first.equalsIgnoreCase(share.get().id().text());
        return given(
                request, share.get(), isNamed ? text.substring(first.length()).strip() : text);
    }

    private static Turn given(Request request, Share share, String text) {
        int colon = text.indexOf(':');
        Optional<Initiative> typed = colon < 1 ? Optional.empty() : bet(request, share, text.substring(0, colon));
        Optional<Initiative> about = typed.or(() -> bet(request, share, request.input(ShareCard.ITEM)));
        String words = request.input(ShareCard.WORDS).isEmpty()
                ? typed.isPresent() ? text.substring(colon + 1) : text
                : request.input(ShareCard.WORDS);
        return Proposal.WORDS
                .tidied(words)
                .map(said -> recorded(request, share, about, said))
                .orElseGet(() -> tell(request, ShareCard.of(request, share)));
    }

    private static Optional<Initiative> bet(Request request, Share share, String name) {
        return Moving.among(request)
                .whole(name.strip())
                .map(Initiative.class::cast)
                .filter(bet -> share.items().contains(bet.id()));
    }

    private static Turn recorded(Request request, Share share, Optional<Initiative> about, String said) {
        Evidence evidence = (Evidence) Kind.EVIDENCE.item(
                request.roadmap().free(Kind.EVIDENCE),
                Values.none()
                        .with(Evidence.STATEMENT, said)
                        .with(Evidence.ORIGIN, Evidence.Origin.STAKEHOLDER)
                        .with(Evidence.INITIATIVE, about.map(Item::id))
                        .with(
                                Evidence.INITIATIVES,
                                Optional.of(share.items()).filter(items -> about.isEmpty() && !items.isEmpty()))
                        .with(Evidence.SOURCE, share.source())
                        .with(Evidence.ON, request.scene().today())
                        .with(Evidence.VOICE, voice(request)));
        String what =
                about.map(Phrases::named).orElse("all of " + share.horizon().title());
        Card told = Card.of(
                request.scene().people().call(request.person().id()) + " commented on " + what + ".",
                new Block.Text(Prose.of(Phrases.quoted(said))),
                Block.Buttons.of(Actions.ask("All comments", "comments " + share.id())),
                new Block.Note(Prose.of("Kept as evidence " + evidence.id() + ".")));
        return request.tell(
                        Card.of(
                                "Your comment on " + what + " is kept as evidence (" + evidence.id() + ").",
                                new Block.Text(Prose.of(Phrases.quoted(said))),
                                Block.Buttons.of(
                                        Actions.ask("Undo", "undo"),
                                        Actions.ask("All comments", "comments " + share.id()))),
                        Answer.about(Intent.COMMENT, evidence.id()))
                .recording(
                        List.of(new Change.Added(evidence)),
                        Set.of(evidence.id().text(), share.id().text()),
                        Optional.empty())
                .notifying(List.of(new Notice(share.by(), told, Optional.empty())));
    }

    /** A role and not a name: names stand in no fact. */
    private static String voice(Request request) {
        return request.person().roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.COMMENT));
    }
}
