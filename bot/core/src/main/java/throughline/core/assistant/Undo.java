package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.conversation.History;
import throughline.core.conversation.Turn;
import throughline.core.history.Inverse;
import throughline.core.history.Undos;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.News;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Workstream;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** Takes back one's own last change, or does again what was taken back. What others changed since is never overwritten unasked. */
record Undo(Usage usage) implements Command {
    /** What is older is not taken back. */
    private static final Set<Field<?>> WORDS_ON_ITEMS =
            Set.of(KeyResult.CHECK_INS, Initiative.REVIEWS, Initiative.FLAGS, Workstream.FLAGS);

    private static final Duration REACH = Duration.ofDays(30);

    /** What is older, or about more than one item, is shown before it is taken back. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** No answer looks at more commits. */
    private static final int MOST = 1_000;

    /** What is said beside the number or the item: "undo my last change to I3 please". */
    private static final Pattern TALK = Pattern.compile(
            "^(?:(?:that|this|it|last|please|pls|what i (?:just )?(?:did|changed)|(?:(?:my|the) )?(?:very )?(?:last )?"
                    + "(?:change|edit)|i (?:just )?made|to|of|on)(?:\\s+|$))+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile(
            "(?<what>.*?)\\s*(?<how>\\b(?:anyway|rest|yes))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Behind such a word stands an item, also where its id is a number. */
    private static final Pattern OF_ITEM =
            Pattern.compile("(?:.*\\s)?(?:of|to|on)\\s+\\S+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Undo undo() {
        return new Undo(Usage.of(
                "undo",
                "[number or item] [anyway]",
                "Take back your last change, an earlier one by its number, or your last one of an item",
                Intent.UNDO));
    }

    static Undo redo() {
        return new Undo(Usage.of("redo", "[anyway]", "Do again what you took back last", Intent.UNDO));
    }

    /** The command that takes back one's last change of an item. */
    static String of(ItemId item) {
        return "undo " + (NUMBER.matcher(item.text()).matches() ? "of " : "") + item;
    }

    /**
     * What is to be taken back, and how.
     *
     * @param isOfItem whether it is said to be an item
     */
    private record Plea(Request request, String what, boolean isOfItem, String how, List<History.Entry> history) {
        boolean isNumber() {
            return !isOfItem && NUMBER.matcher(what).matches();
        }

        boolean isAnyway() {
            return how.equals("anyway");
        }

        boolean isConfirmed() {
            return !how.isEmpty();
        }

        Inverse inverse(History.Entry entry) {
            List<History.Entry> later = Undos.in(history).after(entry);
            return Inverse.of(entry.facts(), request.roadmap(), later, isAnyway());
        }
    }

    @Override
    public Turn run(Request request) {
        Matcher words = WORDS.matcher(request.rest());
        if (!words.matches()) {
            throw new IllegalStateException("every text matches");
        }
        Instant from = request.scene().now().minus(REACH);
        Plea plea = new Plea(
                request,
                TALK.matcher(words.group("what")).replaceFirst(""),
                OF_ITEM.matcher(words.group("what")).matches(),
                Optional.ofNullable(words.group("how")).orElse("").toLowerCase(java.util.Locale.ROOT),
                request.scene().history().back(from, MOST));
        Optional<History.Entry> entry = isRedo() ? again(plea) : chosen(plea);
        return entry.map(found -> about(plea, found)).orElseGet(() -> tell(request, nothing(plea)));
    }

    private boolean isRedo() {
        return usage.verb().equals("redo");
    }

    private static Optional<History.Entry> again(Plea plea) {
        Undos undos = Undos.in(plea.history());
        return undos.undoneBy(plea.request().person().id())
                .filter(entry -> plea.what().isEmpty() || plea.what().equals("#" + entry.id()));
    }

    private static Optional<History.Entry> chosen(Plea plea) {
        Stream<History.Entry> own =
                Undos.in(plea.history()).by(plea.request().person().id()).stream();
        String what = plea.what();
        if (what.startsWith("#")) {
            return own.filter(entry -> what.equals("#" + entry.id())).findFirst();
        }
        // What is as it was before has nothing to take back, so it is passed over.
        Stream<History.Entry> open = own.filter(entry -> hasEffect(plea.inverse(entry)));
        if (what.isEmpty() || plea.isNumber()) {
            int number = what.isEmpty() ? 1 : Math.max(1, Integer.parseInt(what));
            return open.skip(number - 1L).findFirst();
        }
        Optional<ItemId> item = item(plea);
        return open.filter(entry -> item.filter(entry.facts()::isAbout).isPresent())
                .findFirst();
    }

    private static boolean hasEffect(Inverse inverse) {
        return !inverse.facts().isEmpty() || !inverse.conflicts().isEmpty();
    }

    /** By name, or by the id of what is no longer on the roadmap. */
    private static Optional<ItemId> item(Plea plea) {
        return Names.in(plea.request().roadmap())
                .whole(plea.what())
                .map(Item::id)
                .or(() -> Optional.of(plea.what()).filter(ItemId::fits).map(ItemId::new));
    }

    private Card nothing(Plea plea) {
        if (isRedo()) {
            return Card.of("You took nothing back that I could do again.", changes());
        }
        boolean isItem =
                !plea.what().isEmpty() && !plea.isNumber() && !plea.what().startsWith("#");
        if (isItem) {
            return notOwn(plea);
        }
        boolean isImport = plea.history().stream()
                .filter(entry -> entry.facts()
                        .stamp()
                        .by()
                        .equals(plea.request().person().id()))
                .findFirst()
                .filter(entry -> ChangeWords.isImport(entry.facts()))
                .isPresent();
        return isImport
                ? imported("Your last change")
                : Card.of(
                        "I find no change of yours from the last " + REACH.toDays() + " days to take back.", changes());
    }

    private static Card notOwn(Plea plea) {
        Request request = plea.request();
        String asked = Phrases.quoted(Phrases.clipped(plea.what()));
        Optional<History.Entry> last = item(plea)
                .flatMap(id -> request.scene().history().about(id, 1).stream().findFirst());
        if (last.isEmpty()) {
            return Card.of("I find nothing called " + asked + " that was changed.", changes());
        }
        if (ChangeWords.isImport(last.get().facts())) {
            return imported(item(plea)
                    .flatMap(id -> request.roadmap().find(id))
                    .map(Phrases::named)
                    .orElse(asked));
        }
        return Card.of(
                "You changed nothing about " + asked + " in the last " + REACH.toDays() + " days.",
                new Block.Text(Prose.of("The last change was by "
                        + Changes.who(request, last.get().facts()) + ", "
                        + Changes.when(request, last.get().facts()) + ". Ask who made it, or change it again.")),
                Block.Buttons.of(Actions.ask("Every change", "history " + plea.what())));
    }

    private static Card imported(String what) {
        return Card.of(
                what + " came with a file, which is not taken back item by item.",
                new Block.Text(Prose.of("Import the earlier file again, or change what is wrong.")),
                changes());
    }

    private static Block changes() {
        return Block.Buttons.of(Actions.ask("What changed", "changes"));
    }

    private Turn about(Plea plea, History.Entry entry) {
        Request request = plea.request();
        Inverse inverse = plea.inverse(entry);
        boolean isTouched = !inverse.conflicts().isEmpty()
                && !plea.isAnyway()
                && !plea.how().equals("rest");
        if (!mayTakeBack(request, inverse)) {
            Optional<Item> item = entry.facts().changes().stream()
                    .flatMap(change -> change.about().stream())
                    .flatMap(id -> request.roadmap().find(id).stream())
                    .findFirst();
            return tell(request, Ownership.refusal(request, item));
        }
        if (isTouched) {
            return tell(request, conflict(plea, entry, inverse));
        }
        if (inverse.facts().isEmpty()) {
            return tell(request, lost(plea, entry, inverse));
        }
        List<ItemId> missing = missing(request, inverse);
        if (!missing.isEmpty()) {
            return tell(request, missing(missing));
        }
        Optional<Item> held = held(request, inverse);
        if (held.isPresent()) {
            return tell(request, held(held.get()));
        }
        Optional<Gate.Verdict.Refused> refused = Gate.returning(
                request, inverse.facts(), Undos.in(plea.history()).after(entry));
        if (refused.isPresent()) {
            return tell(request, refused(request, refused.get()));
        }
        if (!plea.isConfirmed() && isLarge(request, entry)) {
            return request.tellThere(confirmation(plea, entry), Answer.of(Intent.UNDO))
                    .leaving(Optional.of(new Confirming(command(entry, "yes"), "changes")));
        }
        return done(plea, entry, inverse);
    }

    /** What is gone by now, and what would come back hangs on it. */
    private static List<ItemId> missing(Request request, Inverse inverse) {
        Roadmap now = request.roadmap();
        Roadmap after = after(request, inverse.facts());
        return inverse.facts().stream()
                .flatMap(fact -> fact.about().stream())
                .distinct()
                .flatMap(item -> Footing.missing(after, item)
                        .filter(id -> Footing.missing(now, item).noneMatch(id::equals)))
                .distinct()
                .toList();
    }

    private static Card missing(List<ItemId> ids) {
        boolean isOne = ids.size() == 1;
        ItemId first = ids.get(0);
        return Card.of(
                Phrases.listed(ids.stream()
                                .limit(Request.ROWS)
                                .map(ItemId::text)
                                .toList())
                        + (isOne ? " is" : " are") + " no longer on the roadmap, and what you would take back hangs on "
                        + (isOne ? "it" : "them") + ", so nothing was changed.",
                new Block.Text(Prose.of("Bring back what is missing first: who removed it types undo " + first + ".")),
                Block.Buttons.of(Actions.ask("What became of " + first, "history " + first)));
    }

    private static Roadmap after(Request request, List<Change> facts) {
        Stamp stamp = new Stamp(request.scene().now(), request.person().id(), "");
        return request.roadmap().on(new ChangeSet(stamp, Optional.empty(), facts));
    }

    /** What would go although something else, which stays, names it. */
    private static Optional<Item> held(Request request, Inverse inverse) {
        Set<ItemId> going = inverse.facts().stream()
                .filter(Change.Removed.class::isInstance)
                .flatMap(fact -> fact.about().stream())
                .collect(Collectors.toSet());
        Roadmap after = after(
                request,
                inverse.facts().stream()
                        .filter(fact -> !(fact instanceof Change.Removed))
                        .toList());
        return going.stream()
                .flatMap(id -> after.find(id).stream())
                .filter(item -> Remove.referringTo(after, item).anyMatch(by -> !going.contains(by)))
                .findFirst();
    }

    private static Card held(Item item) {
        return Card.of(
                "Something else refers to " + Phrases.named(item) + " by now, so nothing was taken back.",
                new Block.Text(Prose.of("Remove it instead: you see first what goes with it.")),
                Block.Buttons.of(
                        Actions.ask("Remove " + item.id(), "remove " + item.id()),
                        Actions.ask("Every change", "history " + item.id())));
    }

    private static boolean mayTakeBack(Request request, Inverse inverse) {
        return inverse.facts().stream().allMatch(fact -> mayTakeBack(request, fact));
    }

    /** Who could make a change by what they are to the item, such as its product's lead, may take it back as well. */
    private static boolean mayTakeBack(Request request, Change fact) {
        Optional<Item> item = fact.about().flatMap(request.roadmap()::find).or(() -> returning(fact));
        return isWord(fact)
                || Ownership.may(request.person(), kind(fact), Optional.empty())
                || Ownership.may(request.person(), kind(fact), item)
                || (sets(fact, Initiative.APPROVED)
                        && item.filter(Initiative.class::isInstance)
                                .filter(bet -> Approvers.may(request, (Initiative) bet))
                                .isPresent())
                || (sets(fact, Initiative.CONFIRMED)
                        && item.flatMap(Item::owner)
                                .filter(request.person().id()::equals)
                                .isPresent());
    }

    private static Optional<Item> returning(Change fact) {
        return fact instanceof Change.Added added ? Optional.of(added.item()) : Optional.empty();
    }

    private static boolean sets(Change fact, Field<?> field) {
        return fact instanceof Change.Edited<?> edited && edited.field().equals(field);
    }

    /** A check-in, a review, and a flag that followed from something else: who may not edit the item may still say these. */
    private static boolean isWord(Change fact) {
        return (fact instanceof Change.Unlisted<?> unlisted && WORDS_ON_ITEMS.contains(unlisted.field()))
                || (fact instanceof Change.Listed<?> listed && WORDS_ON_ITEMS.contains(listed.field()));
    }

    private static Kind kind(Change fact) {
        if (fact instanceof Change.Added added) {
            return added.item().kind();
        }
        if (fact instanceof Change.Removed removed) {
            return removed.kind();
        }
        if (fact instanceof Change.Edited<?> edited) {
            return edited.kind();
        }
        return fact instanceof Change.Listed<?> listed ? listed.kind() : ((Change.Unlisted<?>) fact).kind();
    }

    /** What would come into Now by it may not be there. */
    private static Card refused(Request request, Gate.Verdict.Refused refused) {
        Initiative bet = refused.arrival().bet();
        String headline = refused.readiness().isReady()
                ? "It would bring " + Phrases.named(bet) + " into Now, which is full ("
                        + Capacity.of(request.roadmap(), bet).told() + ")."
                : NotReady.headline(bet, refused.readiness().missing());
        Card card = Card.of(headline + " Nothing was changed.");
        return (refused.readiness().isReady()
                        ? card
                        : card.with(NotReady.rows(refused.readiness().missing())))
                .with(Block.Buttons.of(
                        Actions.ask("Move it to Now", "move " + bet.id() + " now"),
                        Actions.ask("What changed", "history " + bet.id())));
    }

    private static boolean isLarge(Request request, History.Entry entry) {
        boolean isOld =
                entry.facts().stamp().at().isBefore(request.scene().now().minus(FRESH));
        return isOld || items(entry).size() > 1;
    }

    private static List<ItemId> items(History.Entry entry) {
        return entry.facts().changes().stream()
                .filter(change -> !(change instanceof Change.Added added && added.item() instanceof News))
                .flatMap(change -> change.about().stream())
                .distinct()
                .toList();
    }

    private String command(History.Entry entry, String how) {
        return usage.verb() + " #" + entry.id() + " " + how;
    }

    private Card confirmation(Plea plea, History.Entry entry) {
        String what = isRedo() ? "Do it again: what you took back " : "Take back what you did ";
        return Card.of(
                what + Changes.when(plea.request(), entry.facts()) + "?",
                lines(plea.request(), plea.inverse(entry).facts(), "would be: "),
                Block.Buttons.of(
                        Button.destructive(
                                Actions.ASK, isRedo() ? "Do it again" : "Take it back", command(entry, "yes")),
                        Actions.ask("Leave it", "changes")));
    }

    /** What would follow, or followed, fact by fact. */
    private static Block lines(Request request, List<Change> facts, String before) {
        ChangeWords words = new ChangeWords(request.scene());
        List<Block.Items.Row> rows = new ArrayList<>(facts.stream()
                .filter(ChangeWords::isTold)
                .limit(Request.ROWS)
                .map(change -> new Block.Items.Row(Prose.of(before + words.of(change)), List.of()))
                .toList());
        if (facts.size() > Request.ROWS) {
            rows.add(new Block.Items.Row(Prose.of("and " + (facts.size() - Request.ROWS) + " more"), List.of()));
        }
        return new Block.Items(rows);
    }

    private Card conflict(Plea plea, History.Entry entry, Inverse inverse) {
        Request request = plea.request();
        ChangeWords words = new ChangeWords(request.scene());
        List<Block.Items.Row> rows = inverse.conflicts().stream()
                .limit(Request.ROWS)
                .map(conflict -> new Block.Items.Row(
                        Prose.of("yours: " + words.of(conflict.fact())), since(request, words, conflict)))
                .toList();
        List<Button> buttons = new ArrayList<>();
        if (!inverse.facts().isEmpty()) {
            buttons.add(Actions.ask("Take back the rest", command(entry, "rest")));
        }
        if (inverse.conflicts().stream().anyMatch(conflict -> !conflict.isLost())) {
            buttons.add(Button.destructive(Actions.ASK, "Overwrite it", command(entry, "anyway")));
        }
        buttons.add(Actions.ask("Leave it", "changes"));
        return Card.of(
                "The same was changed again since, so nothing was taken back.",
                new Block.Items(rows),
                new Block.Buttons(buttons));
    }

    private static List<Prose> since(Request request, ChangeWords words, Inverse.Conflict conflict) {
        return conflict.later()
                .map(later -> Stream.concat(
                                Stream.of(Prose.strong(Changes.who(request, later.facts()))
                                        .then(", " + Changes.when(request, later.facts()))),
                                later.facts().changes().stream()
                                        .filter(ChangeWords::isTold)
                                        .limit(3)
                                        .map(change -> Prose.of(words.of(change))))
                        .toList())
                .orElse(List.of(Prose.of("what it was before is not known")));
    }

    private Card lost(Plea plea, History.Entry entry, Inverse inverse) {
        return Card.of(
                "There is nothing left of this to take back, so nothing was changed.",
                lines(
                        plea.request(),
                        inverse.conflicts().stream().map(Inverse.Conflict::fact).toList(),
                        ""),
                Block.Buttons.of(
                        Actions.ask("Every change", "history " + items(entry).get(0))));
    }

    private Turn done(Plea plea, History.Entry entry, Inverse inverse) {
        Request request = plea.request();
        List<Change> facts = new ArrayList<>(inverse.facts());
        facts.add(new Change.TakenBack(entry.id()));
        Set<String> basis = new HashSet<>(inverse.reliedOn());
        items(entry).forEach(item -> basis.add(item.text()));
        Roadmap after = after(request, inverse.facts());
        inverse.facts().stream()
                .flatMap(fact -> fact.about().stream())
                .flatMap(id -> after.find(id).stream())
                .flatMap(Footing::of)
                .forEach(id -> basis.add(id.text()));
        basis.add(Change.TakenBack.relied(entry.id()));
        if (Gate.touchesNow(request.roadmap(), inverse.facts())) {
            basis.add(Change.NOW);
        }
        ItemId first = items(entry).get(0);
        return request.tellThere(doneCard(plea, entry, inverse), Answer.about(Intent.UNDO, first))
                .recording(facts, basis, Optional.of(isRedo() ? "done again" : "taken back"));
    }

    private Card doneCard(Plea plea, History.Entry entry, Inverse inverse) {
        Request request = plea.request();
        ChangeWords words = new ChangeWords(request.scene());
        List<Change> facts = isRedo() ? inverse.facts() : entry.facts().changes();
        List<Change> told = facts.stream().filter(ChangeWords::isTold).toList();
        // What nobody else is told of, such as what somebody watches, has no words.
        String what = told.isEmpty()
                ? "what you did " + Changes.when(request, entry.facts())
                : told.size() == 1 ? words.of(told.get(0)) : counted(request, told);
        List<Button> buttons = new ArrayList<>();
        buttons.add(isRedo() ? Actions.ask("Undo", "undo") : Actions.ask("Redo", "redo"));
        ItemId first = items(entry).get(0);
        request.roadmap().find(first).ifPresent(item -> buttons.add(Actions.ask("Every change", "history " + first)));
        return Card.of(
                (isRedo() ? "Done again: " : "Taken back: ") + Phrases.closed(what),
                lines(request, inverse.facts(), ""),
                new Block.Buttons(buttons));
    }

    /** "2 changes of Guided setup (I3)"; of several items as "3 changes of Audit log (I13) and one more". */
    private static String counted(Request request, List<Change> told) {
        List<ItemId> about = told.stream()
                .flatMap(change -> change.about().stream())
                .distinct()
                .toList();
        String more = about.size() > 1 ? " and " + (about.size() == 2 ? "one" : about.size() - 1) + " more" : "";
        String first = about.stream()
                .limit(1)
                .map(id -> request.roadmap().find(id).map(Phrases::named).orElse(id.text()))
                .map(name -> " of " + name + more)
                .collect(Collectors.joining());
        return Phrases.plural(told.size(), "change", "changes") + first;
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.UNDO));
    }
}
