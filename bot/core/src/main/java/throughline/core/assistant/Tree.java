package throughline.core.assistant;

import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.TreeView;
import throughline.core.view.View;

/** The Opportunity Solution Tree, whole or from one item on. */
final class Tree implements Command {
    private static final String VERB = "tree";
    private static final Usage USAGE =
            Usage.of(VERB, "[item] [page N]", "From key result over theme and initiative to experiment", Intent.TREE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Page page = Page.of(request.rest(), request.all());
        String name = Page.without(request.rest()).strip();
        TreeView tree = new TreeView(request.scene());
        if (name.isEmpty()) {
            return said(request, new Paged(tree.view(), VERB, page), Answer.of(Intent.TREE));
        }
        return new Subject(request.about(name), USAGE)
                .answer(
                        Names.in(request.roadmap()).only(Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.INITIATIVE),
                        item -> of(request, item, tree.view(item), page));
    }

    private static Turn of(Request request, Item item, View view, Page page) {
        return said(request, new Paged(view, VERB + " " + item.id(), page), Subject.about(Intent.TREE, item));
    }

    private static Turn said(Request request, Paged paged, Answer answer) {
        return request.say(paged.card(Actions.ask("Show OKRs", "okrs")), answer);
    }
}
