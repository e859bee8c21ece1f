package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.FlagWords;
import throughline.core.view.Phrases;

/** Says whether what is flagged still holds. */
final class Settle implements Command {
    private static final Usage USAGE = Usage.of(
            "settle",
            "<flagged item> <still right or changed> [because …]",
            "Say whether something still holds after a change above it",
            Intent.FLAG);
    private static final Pattern WORD = Pattern.compile(
            "(?:^|\\s+)(?:(?<right>(?:is\\s+)?(?:still\\s+)?(?:right|holds))|(?<changed>changed|rebuild|re-?decompose))[.!]?$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** The two ways to settle it, each with its command. */
    static Block.Buttons buttons(Item item) {
        return Block.Buttons.of(
                Actions.askFirst("Still right", "settle " + item.id() + " still right"),
                Actions.ask(
                        item.kind() == Kind.WORKSTREAM ? "I'll re-decompose it" : "I'll rebuild it",
                        "settle " + item.id() + " changed"),
                Actions.ask("Show " + item.id(), "show " + item.id()));
    }

    @Override
    public Turn run(Request request) {
        Because given = Because.in(request.whole());
        Matcher word = WORD.matcher(given.text());
        boolean isTold = word.find();
        Named named = Named.in(
                request.roadmap(),
                Names.in(request.roadmap()).only(Kind.INITIATIVE, Kind.WORKSTREAM),
                given.text(),
                isTold ? word.start() : given.text().length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        if (Flag.of(item).isEmpty()) {
            return tell(
                    request,
                    item,
                    Card.of(
                            Phrases.named(item) + " has no flag, so there is nothing to settle.",
                            Block.Buttons.of(Actions.ask("Flags", "flags"))));
        }
        if (!isTold) {
            return tell(request, item, asked(request, item));
        }
        return maySettle(request, item)
                ? settled(request, item, word.group("right") != null, given.reason())
                : tell(request, item, refusal(request, item));
    }

    private static Card asked(Request request, Item item) {
        FlagWords words = new FlagWords(request.scene());
        return Card.of(
                "Does " + Phrases.named(item) + " still hold?",
                new Block.Items(Flag.of(item).stream()
                        .limit(Request.ROWS)
                        .map(flag -> new Block.Items.Row(Prose.of(words.told(flag)), List.of()))
                        .toList()),
                buttons(item));
    }

    private static boolean maySettle(Request request, Item item) {
        return item.owner().filter(request.person().id()::equals).isPresent()
                || Ownership.may(request.person(), item.kind(), Optional.of(item));
    }

    private static Card refusal(Request request, Item item) {
        String who = item.owner()
                .map(owner -> request.scene().people().fullName(owner))
                .orElse(item.kind() == Kind.WORKSTREAM ? "engineering" : "a PM");
        return Card.of(
                "Only " + who + " can say whether " + Phrases.named(item) + " still holds, so nothing was changed.",
                Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id())));
    }

    private static Turn settled(Request request, Item item, boolean isRight, Optional<String> why) {
        List<Change> changes = new ArrayList<>();
        Flag.field(item.kind())
                .ifPresent(field -> Flag.of(item).forEach(flag -> changes.add(unflagged(item, field, flag))));
        if (isRight && item instanceof Initiative bet) {
            changes.add(Change.edited(
                    bet,
                    Initiative.CONFIRMED,
                    Optional.of(new Confirmation(
                            request.scene().today(), request.person().id()))));
        }
        String headline = isRight
                ? "Settled: " + Phrases.named(item) + " still holds."
                : "Settled: " + Phrases.named(item) + " will be "
                        + (item.kind() == Kind.WORKSTREAM ? "decomposed anew." : "rebuilt.");
        return request.tellThere(
                        Card.of(
                                headline,
                                Block.Buttons.of(
                                        isRight
                                                ? Actions.ask("Flags", "flags")
                                                : Actions.askFirst("Edit " + item.id(), "edit " + item.id()),
                                        Actions.ask("Undo", "undo"))),
                        Subject.about(Intent.FLAG, item))
                .recording(
                        changes,
                        Set.of(item.id().text()),
                        Optional.of(why.orElse(isRight ? "it still holds" : "it changes with what is above it")));
    }

    private static Change unflagged(Item item, Field<List<Flag>> field, Flag flag) {
        return new Change.Unlisted<>(item.kind(), item.id(), field, flag);
    }

    private static Turn tell(Request request, Item item, Card card) {
        return request.tell(card, Subject.about(Intent.FLAG, item));
    }
}
