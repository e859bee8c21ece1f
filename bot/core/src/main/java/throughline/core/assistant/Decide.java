package throughline.core.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.check.Readiness;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.decision.ReadTripwire;
import throughline.core.decision.Ruling;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Tripwire;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** Decides what somebody asked for: in one line, or in a form. */
final class Decide implements Command {
    private static final Usage USAGE = Usage.of(
            "decide",
            "<request> <swap, now, next, later, decline, override> because … [revisit if …]",
            "Decide about a request, with the reason and what would bring it back",
            Intent.DECISION);

    /** Months after which a decision comes back whose decider named nothing. */
    private static final int USUAL_TERM = 3;

    private static final Pattern REVISIT = Pattern.compile(
            "[\\s;.,]+revisit\\s*(?=(?:if|when|on|by|in|once|at)\\s|[<>≤≥:]|\\d)[:\\s]*(?<wire>.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WHAT = Pattern.compile(
            "^(?<what>accept(?:\\s+the\\s+swap)?|swap|now|next|later|decline[d]?|override|finish)\\b[\\s:,]*"
                    + "(?:(?:for|instead\\s+of)\\s+)?(?<out>(?!to\\b)\\S+)?(?:\\s+to\\s+(?<to>next|later|done))?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<Receipt.What> INTO_NOW =
            Set.of(Receipt.What.SWAP, Receipt.What.NOW, Receipt.What.OVERRIDE);

    private static final String AGAIN = "again";
    private static final String FINISH = "finish";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String[] parts = request.whole().strip().split("\\s+", 2);
        Optional<FeatureRequest> asked = request.roadmap().beside(parts[0], FeatureRequest.class);
        if (asked.isEmpty()) {
            return which(request, parts[0]);
        }
        Case held = new Case(request.roadmap(), asked.get());
        String rest = parts.length > 1 ? parts[1].strip() : "";
        return new Deciding(request, held).on(rest);
    }

    private static Turn which(Request request, String named) {
        return request.tell(
                Card.of(
                        named.isEmpty()
                                ? "Which request? Type " + USAGE.typed() + "."
                                : "There is no request " + Phrases.quoted(Phrases.clipped(named)) + ".",
                        new Block.Text(Prose.of("For example: decide R4 decline because two accounts ask; revisit if"
                                + " O1-KR1 > 30 %")),
                        Block.Buttons.of(Actions.askFirst("Decisions", "decisions"))),
                Answer.of(Intent.DECISION));
    }

    /** What somebody gave so far. */
    private record Draft(Map<String, String> given, boolean finish) {
        static Draft in(Request request, String text) {
            Map<String, String> given = new LinkedHashMap<>();
            Matcher revisit = REVISIT.matcher(text);
            boolean hasWire = revisit.find();
            if (hasWire) {
                given.put(CaseCard.TRIPWIRE, revisit.group("wire").strip());
            }
            Because because = Because.in(hasWire ? text.substring(0, revisit.start()) : text);
            because.reason().ifPresent(reason -> given.put(CaseCard.REASON, reason));
            Matcher what = WHAT.matcher(because.text());
            boolean isTold = what.matches();
            boolean finish = isTold && what.group("what").equalsIgnoreCase(FINISH);
            if (isTold && !finish) {
                given.put(CaseCard.WHAT, written(what.group("what")));
                Optional.ofNullable(what.group("out")).ifPresent(out -> given.put(CaseCard.OUT, out));
                Optional.ofNullable(what.group("to")).ifPresent(to -> given.put(CaseCard.TO, to));
            } else if (!because.text().isEmpty() && because.reason().isEmpty() && !isTold) {
                given.put(CaseCard.REASON, because.text());
            }
            Stream.of(CaseCard.WHAT, CaseCard.OUT, CaseCard.TO, CaseCard.REASON, CaseCard.TRIPWIRE)
                    .filter(field -> !request.input(field).isEmpty())
                    .forEach(field -> given.put(field, request.input(field)));
            return new Draft(given, finish);
        }

        private static String written(String what) {
            String plain = what.toLowerCase(Locale.ROOT);
            return plain.startsWith("accept") ? "swap" : plain.startsWith("decline") ? "decline" : plain;
        }

        Optional<Receipt.What> what() {
            return Optional.ofNullable(given.get(CaseCard.WHAT)).flatMap(what -> switch (what) {
                case "swap" -> Optional.of(Receipt.What.SWAP);
                case "now" -> Optional.of(Receipt.What.NOW);
                case "next" -> Optional.of(Receipt.What.NEXT);
                case "later" -> Optional.of(Receipt.What.LATER);
                case "decline" -> Optional.of(Receipt.What.DECLINED);
                case "override" -> Optional.of(Receipt.What.OVERRIDE);
                default -> Optional.empty();
            });
        }

        Optional<String> reason() {
            return FeatureRequest.WORDS.tidied(given.getOrDefault(CaseCard.REASON, ""));
        }

        Horizon to() {
            return Horizon.valueOf(given.getOrDefault(CaseCard.TO, "next").toUpperCase(Locale.ROOT));
        }
    }

    /** One decision being made. */
    private record Deciding(Request request, Case held) {
        private FeatureRequest asked() {
            return held.request();
        }

        private PersonId me() {
            return request.person().id();
        }

        private LocalDate today() {
            return request.scene().today();
        }

        private CaseCard card() {
            return new CaseCard(request.scene(), held);
        }

        Turn on(String rest) {
            if (!request.person().keepsRoadmap()) {
                return tell(refusal());
            }
            boolean again = rest.equalsIgnoreCase(AGAIN)
                    || rest.toLowerCase(Locale.ROOT).startsWith(AGAIN + " ");
            Draft draft =
                    Draft.in(request, again ? rest.substring(AGAIN.length()).strip() : rest);
            Case.Stage stage = held.stage();
            if (stage instanceof Case.Stage.Withdrawn) {
                return tell(withdrawn());
            }
            if (stage instanceof Case.Stage.Decided decided && !again) {
                return tell(already(decided.receipt()));
            }
            if (draft.finish()) {
                return finished(stage);
            }
            if (draft.given().isEmpty() && request.inputs().isEmpty()) {
                return tell(card().toDecide());
            }
            return ruled(draft);
        }

        private Card refusal() {
            String who = asked().pm()
                    .map(person -> request.scene().people().fullName(person) + ", or another PM,")
                    .orElse("a PM");
            return Card.of(
                    "Only " + who + " decides about " + card().name() + ", so nothing was changed.",
                    Block.Buttons.of(Actions.ask("Show " + asked().id(), "show " + asked().id())));
        }

        private Card withdrawn() {
            return Card.of(
                    request.scene().people().call(asked().author()) + " withdrew " + card().name()
                            + ". There is nothing to decide.",
                    Block.Buttons.of(Actions.ask("Decisions", "decisions")));
        }

        private Card already(Receipt receipt) {
            ReceiptCard told = new ReceiptCard(request.scene(), receipt);
            return Card.of(
                    card().name() + " is decided already: " + told.what() + " (" + receipt.id() + ").",
                    new Block.Text(Prose.of(request.scene().people().call(receipt.decider()) + ": "
                            + Phrases.quoted(Phrases.closed(receipt.reason())))),
                    Block.Buttons.of(
                            Actions.ask("See " + receipt.id(), "show " + receipt.id()),
                            Actions.ask("Decide again", "decide " + asked().id() + " again")));
        }

        private Turn finished(Case.Stage stage) {
            if (stage instanceof Case.Stage.Cleared cleared) {
                return new Concluding(request, held, cleared.receipt()).byDecider();
            }
            return tell(
                    stage instanceof Case.Stage.WithOwner || stage instanceof Case.Stage.Disputed
                            ? Card.of(
                                    card().name() + " waits for "
                                            + held.standing()
                                                    .flatMap(receipt ->
                                                            receipt.values().find(Receipt.ASKED_OF))
                                                    .map(request.scene().people()::call)
                                                    .orElse("an answer")
                                            + ", so nothing was moved.",
                                    Block.Buttons.of(Actions.ask("Decide otherwise", "decide " + asked().id())))
                            : card().toDecide());
        }

        /* What is given */

        private Turn ruled(Draft draft) {
            Map<String, String> problems = new LinkedHashMap<>();
            if (draft.what().isEmpty()) {
                problems.put(CaseCard.WHAT, "Choose what becomes of it.");
            }
            if (draft.reason().isEmpty()) {
                problems.put(CaseCard.REASON, "A decision needs a reason: the requester reads it.");
            }
            Optional<Initiative> over = placing().over();
            if (over.isPresent() && draft.what().filter(INTO_NOW::contains).isPresent()) {
                problems.put(
                        CaseCard.WHAT,
                        Placing.isOver(over.get()) + ". Decide that it goes to Next to take it up again.");
            }
            Optional<Tripwire> tripwire = tripwire(draft, problems);
            Optional<Initiative> out = out(draft);
            if (draft.what().equals(Optional.of(Receipt.What.SWAP))) {
                swapProblem(out, draft).ifPresent(problem -> problems.put(CaseCard.OUT, problem));
            }
            if (!problems.isEmpty()) {
                String first = problems.values().iterator().next();
                return tell(card().toDecide("Not decided yet. " + first, draft.given(), problems));
            }
            String reason = draft.reason().orElseThrow();
            return switch (draft.what().orElseThrow()) {
                case SWAP -> swapped(draft, reason, tripwire, out.orElseThrow());
                case NOW -> placed(Receipt.What.NOW, reason, tripwire, placing().inNow(reason));
                case OVERRIDE -> overridden(reason, tripwire);
                case NEXT ->
                    again(
                            over,
                            placed(
                                    Receipt.What.NEXT,
                                    reason,
                                    tripwire,
                                    placing().in(Horizon.NEXT, reason)));
                case LATER, JOINED ->
                    again(
                            over,
                            placed(
                                    Receipt.What.LATER,
                                    reason,
                                    tripwire,
                                    placing().in(Horizon.LATER, reason)));
                case DECLINED -> declined(reason, tripwire);
            };
        }

        /** That something is taken up again is said. */
        private static Turn again(Optional<Initiative> over, Turn placed) {
            return over.filter(bet -> !placed.changes().isEmpty())
                    .map(bet -> placed.ending(new Block.Note(
                            Prose.of(Phrases.named(bet) + " was " + Moving.written(bet.horizon()) + " before."))))
                    .orElse(placed);
        }

        /** What the gate lets in is no override. */
        private Turn overridden(String reason, Optional<Tripwire> tripwire) {
            Placing placing = placing().overriding(reason);
            boolean isAgainst = placing.found()
                    .flatMap(Initiative::entered)
                    .filter(entry -> entry.way() == Admission.Way.OVERRIDE)
                    .isPresent();
            return placed(isAgainst ? Receipt.What.OVERRIDE : Receipt.What.NOW, reason, tripwire, placing);
        }

        /** What an earlier decision made of it stays, because others may build it already. */
        private Turn declined(String reason, Optional<Tripwire> tripwire) {
            Turn made = made(
                    new Ruling(Receipt.What.DECLINED, reason, tripwire, Optional.empty(), Optional.empty()),
                    placing(),
                    true);
            return placing()
                    .found()
                    .filter(bet -> ByHorizon.OPEN.contains(bet.horizon()))
                    .map(bet -> made.ending(new Block.Note(Prose.of(Phrases.named(bet) + " stays in "
                            + bet.horizon().title() + ". To take it out: drop " + bet.id() + " because …"))))
                    .orElse(made);
        }

        private Placing placing() {
            return Placing.of(request, me(), asked());
        }

        private Optional<Tripwire> tripwire(Draft draft, Map<String, String> problems) {
            String typed = draft.given().getOrDefault(CaseCard.TRIPWIRE, "");
            if (typed.isBlank()) {
                return usual(draft);
            }
            ReadTripwire.Read read = reading(request, asked().keyResult()).of(typed);
            if (read instanceof ReadTripwire.Read.Problem problem) {
                problems.put(CaseCard.TRIPWIRE, problem.words());
                return Optional.empty();
            }
            return Optional.of(((ReadTripwire.Read.Understood) read).tripwire());
        }

        /** What is in Now needs none; all else comes back after a while. */
        private Optional<Tripwire> usual(Draft draft) {
            boolean waits = draft.what()
                    .filter(what ->
                            what == Receipt.What.NEXT || what == Receipt.What.LATER || what == Receipt.What.DECLINED)
                    .isPresent();
            LocalDate day = today().plusMonths(USUAL_TERM);
            return waits
                    ? Optional.of(new Tripwire(
                            "in " + USUAL_TERM + " months",
                            Optional.empty(),
                            Tripwire.Term.AT_LATEST,
                            Optional.of(day)))
                    : Optional.empty();
        }

        private Optional<Initiative> out(Draft draft) {
            return Optional.ofNullable(draft.given().get(CaseCard.OUT))
                    .flatMap(text ->
                            Names.in(request.roadmap()).only(Kind.INITIATIVE).whole(text))
                    .map(Initiative.class::cast)
                    .or(() -> draft.given().containsKey(CaseCard.OUT) ? Optional.empty() : card().out());
        }

        private Optional<String> swapProblem(Optional<Initiative> out, Draft draft) {
            if (out.isEmpty()) {
                return Optional.of(
                        draft.given().containsKey(CaseCard.OUT) || asked().out().isPresent()
                                ? "What should go out is not on the roadmap any more. Choose another."
                                : "Choose what goes out of Now.");
            }
            Optional<Initiative> own = asked().initiative()
                    .flatMap(id -> request.roadmap().find(id, Initiative.class))
                    .filter(bet -> bet.horizon() == Horizon.NOW);
            if (own.isPresent()) {
                return Optional.of(Phrases.named(own.get()) + " is in Now already, so nothing has to go out for it.");
            }
            boolean isIn = out.get().horizon() == Horizon.NOW;
            return isIn
                    ? Optional.empty()
                    : Optional.of(Phrases.named(out.get()) + " is in "
                            + out.get().horizon().title() + " by now, so it makes no room. Choose another.");
        }

        /* What follows */

        private Turn placed(Receipt.What what, String reason, Optional<Tripwire> tripwire, Placing placing) {
            if (placing.isRefused()) {
                boolean isThere =
                        asked().initiative().flatMap(request.roadmap()::find).isPresent();
                return isThere ? open(placing.refused().orElseThrow()) : tell(notYet(placing));
            }
            return made(new Ruling(what, reason, tripwire, placing.bet(), Optional.empty()), placing, true);
        }

        /** What is not on the roadmap yet can't be filled in either: it goes to Next first. */
        private Card notYet(Placing placing) {
            Roadmap after = placing.after();
            Optional<Initiative> bet = placing.found();
            List<String> missing = new ArrayList<>(
                    bet.map(found -> Readiness.forNow(after, found).told()).orElse(List.of()));
            if (bet.map(found -> Capacity.of(after, found).isFull()).orElse(false)) {
                missing.add(Readiness.NO_PLACE);
            }
            return Card.of(
                    "Nothing is decided yet: " + card().name() + " is not ready for Now.",
                    new Block.Text(Prose.of("It lacks " + Phrases.listed(missing)
                            + ". Decide that it goes to Next, fill it in there, and decide again; or let it in against"
                            + " the gate.")),
                    Block.Buttons.of(Actions.askFirst("Decide otherwise", "decide " + asked().id())),
                    new Block.Note(Prose.of("You can also type: decide " + asked().id() + " next because …")));
        }

        /** A gate stands before it: nothing is decided yet. */
        private Turn open(Turn refused) {
            return refused.words()
                    .ending(new Block.Note(Prose.of("Nothing is decided yet. Decide that it goes to Next first: decide "
                            + asked().id() + " next because …; or let it in: decide " + asked().id()
                            + " override because …")));
        }

        private Turn swapped(Draft draft, String reason, Optional<Tripwire> tripwire, Initiative out) {
            Optional<PersonId> owner = out.owner()
                    .filter(person -> !person.equals(me()))
                    .filter(person -> request.scene().people().find(person).isPresent());
            Placing there = placing().somewhere(Horizon.NEXT);
            if (there.isRefused()) {
                return open(there.refused().orElseThrow());
            }
            Ruling.Swap swap = new Ruling.Swap(out.id(), draft.to(), owner);
            Ruling ruling = new Ruling(Receipt.What.SWAP, reason, tripwire, there.bet(), Optional.of(swap));
            if (owner.isPresent()) {
                return made(ruling, there, false);
            }
            Placing moved = placing().instead(out.id(), draft.to(), reason);
            if (moved.isRefused()) {
                return made(ruling, there, false);
            }
            boolean isSwapped = moved.after()
                    .find(out.id(), Initiative.class)
                    .filter(bet -> bet.horizon() == Horizon.NOW)
                    .isEmpty();
            return isSwapped
                    ? made(ruling, moved, true)
                    : made(new Ruling(Receipt.What.NOW, reason, tripwire, moved.bet(), Optional.empty()), moved, true)
                            .ending(new Block.Note(
                                    Prose.of("A place was free, so " + Phrases.named(out) + " stays in Now.")));
        }

        private Turn made(Ruling ruling, Placing placing, boolean isFinal) {
            Receipt receipt = held.receipt(ruling, me(), today(), isFinal);
            List<Change> changes = new ArrayList<>(placing.changes());
            changes.addAll(held.deciding(receipt));
            Set<String> basis = new HashSet<>(placing.reliedOn());
            basis.addAll(held.basis());
            basis.add(receipt.id().text());
            ruling.swap().ifPresent(swap -> basis.add(swap.out().text()));
            Outcomes outcomes = new Outcomes(request, held, receipt, placing.after());
            return tell(isFinal ? outcomes.decided() : waiting(receipt, placing))
                    .recording(changes, basis, Optional.of(ruling.reason()))
                    .notifying(isFinal ? outcomes.toRequesters() : waitingNotices(receipt));
        }

        private Card waiting(Receipt receipt, Placing placing) {
            Roadmap after = placing.after();
            List<String> missing = placing.found()
                    .map(bet -> Readiness.forNow(after, bet).told())
                    .orElse(List.of());
            String bet = placing.bet().map(ItemId::text).orElse("It");
            List<Block> blocks = new ArrayList<>();
            if (!missing.isEmpty()) {
                blocks.add(new Block.Text(Prose.of(
                        "Until then " + bet + " is in Next. For Now it lacks " + Phrases.listed(missing) + ".")));
            }
            CaseCard.returns(after, receipt)
                    .ifPresent(told -> blocks.add(new Block.Note(Prose.of("Revisit " + told + "."))));
            Optional<PersonId> asks = receipt.values().find(Receipt.ASKED_OF);
            blocks.add(
                    missing.isEmpty()
                            ? Block.Buttons.of(Actions.ask("Decide otherwise", "decide " + asked().id()))
                            : Block.Buttons.of(
                                    Actions.askFirst(
                                            "Fill in what is missing", "edit " + bet + " complete; horizon: now"),
                                    Actions.ask("Decide otherwise", "decide " + asked().id())));
            String title = receipt.out()
                    .map(id -> new Phrases(request.scene()).title(id) + " (" + id + ")")
                    .orElse("another");
            return new Card(
                    Prose.strong(asks.map(person -> "Recorded as " + receipt.id() + ": "
                                    + request.scene().people().call(person) + " is asked first whether " + title
                                    + " may go.")
                            .orElse("Recorded as " + receipt.id() + ": " + bet + " takes the place of " + title
                                    + " once it is complete.")),
                    blocks);
        }

        private List<Notice> waitingNotices(Receipt receipt) {
            Optional<PersonId> owner = receipt.values().find(Receipt.ASKED_OF);
            Card cannot = Card.of(
                    "Recorded as " + receipt.id() + ", but I can't reach "
                            + owner.map(request.scene().people()::fullName).orElse("the owner") + ".",
                    new Block.Text(Prose.of("It waits until that answer is there, or a product lead gives it: agree "
                            + receipt.id() + ".")),
                    Block.Buttons.of(Actions.ask("Decide otherwise", "decide " + asked().id())));
            Stream<Notice> asking = owner.stream()
                    .map(person -> new Notice(
                            person,
                            card().toOwner(receipt),
                            Optional.of(new Reply(Reply.Visibility.PRIVATE, cannot, Optional.of(answer())))));
            Stream<Notice> telling = asked().people().stream()
                    .filter(person -> !person.equals(me()) && !owner.equals(Optional.of(person)))
                    .filter(person -> owner.isPresent())
                    .filter(request.scene().people()::hearsOfRequests)
                    .map(person -> new Notice(person, card().underWay(receipt), Optional.empty()));
            return Stream.concat(asking, telling).toList();
        }

        private Answer answer() {
            return Answer.about(Intent.DECISION, asked().id());
        }

        private Turn tell(Card card) {
            return request.tell(card, answer());
        }
    }

    /** Reads tripwires as things are now. */
    static ReadTripwire reading(Request request, Optional<ItemId> usual) {
        Roadmap roadmap = request.roadmap();
        return new ReadTripwire(
                name -> Names.in(roadmap).only(Kind.KEY_RESULT).whole(name).map(KeyResult.class::cast),
                usual.flatMap(id -> roadmap.find(id, KeyResult.class)),
                request.scene().today());
    }

    /** Whoever may decide in general: the PM that it waits for, or all. */
    static Stream<Person> deciders(Request request, FeatureRequest asked) {
        Optional<Person> pm = asked.pm().flatMap(request.scene().people()::find).filter(Person::keepsRoadmap);
        return pm.map(Stream::of)
                .orElseGet(() -> request.scene().people().stream().filter(Person::keepsRoadmap));
    }
}
