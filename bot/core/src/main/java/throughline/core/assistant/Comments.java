package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Share;
import throughline.core.view.Phrases;

/** What was said to a horizon that was shared; to the last one unless another is named. */
final class Comments implements Command {
    private static final Usage USAGE =
            Usage.of("comments", "[shared horizon]", "What others said to a horizon that was shared", Intent.COMMENTS);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String named = Page.without(request.rest());
        Optional<Share> share = CommentOn.share(request, named);
        if (share.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Nothing is shared for comments yet.",
                            Block.Buttons.of(Actions.ask("Share Now", "share now"))),
                    Answer.of(Intent.COMMENTS));
        }
        Listing<Evidence> all = request.roadmap().evidenceFrom(share.get().source());
        Page page = Page.of(request.rest(), request.all());
        List<Evidence> shown = all.from(page.from()).limit(page.rows()).toList();
        return request.tell(
                card(request, share.get(), all.size(), page, shown),
                Answer.about(Intent.COMMENTS, shown.stream().map(Evidence::id).toArray(ItemId[]::new)));
    }

    private static Card card(Request request, Share share, int size, Page page, List<Evidence> shown) {
        String what = share.horizon().title() + ", shared by "
                + request.scene().people().call(share.by()) + " "
                + new Phrases(request.scene()).ago(share.on()) + " (" + share.id() + ")";
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.ask("Comment", "comment " + share.id()));
        if (size == 0) {
            return Card.of("Nobody has commented yet on " + what + ".", new Block.Buttons(buttons));
        }
        if (page.from() + shown.size() < size) {
            buttons.add(
                    page.isFirstAnswer()
                            ? Actions.ask("Show all " + size, "comments " + share.id() + " page 1")
                            : Actions.ask("Next page", "comments " + share.id() + " page " + (page.number() + 1)));
        }
        return Card.of(
                Phrases.plural(size, "comment", "comments") + " on " + what + ".",
                new Block.Items(
                        shown.stream().map(evidence -> row(request, evidence)).toList()),
                new Block.Buttons(buttons));
    }

    private static Block.Items.Row row(Request request, Evidence evidence) {
        String about = evidence.values()
                .find(Evidence.INITIATIVE)
                .map(id -> request.roadmap().find(id).map(Phrases::named).orElse(id.text()))
                .orElse("on all of it");
        String who = request.roadmap()
                .lastTouched(evidence.id())
                .map(stamp -> request.scene().people().call(stamp.by()))
                .orElse("somebody");
        return new Block.Items.Row(
                Prose.strong(evidence.id().text()).then(" " + Phrases.quoted(Phrases.clipped(evidence.title()))),
                List.of(Prose.of(about), Prose.of(who)));
    }
}
