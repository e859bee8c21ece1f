package throughline.core.assistant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
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
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.review.Around;
import throughline.core.review.Concluding;
import throughline.core.review.Explaining;
import throughline.core.review.Heard;
import throughline.core.review.Judging;
import throughline.core.review.Opening;
import throughline.core.review.Outcome;
import throughline.core.review.Pack;
import throughline.core.review.Walk;
import throughline.core.ritual.Agenda;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** Reviews what of somebody's was in Now in a quarter, one by one; begins it, and goes on where its author left it. */
final class Reviewing implements Command {
    static final String VERB = "review";

    private static final Usage USAGE = Usage.of(
            VERB,
            "[start | <initiative> [keep, re-scope, stop or done, …] | pause | close | remind <day>]",
            "Review what of yours was in Now this quarter: results, what becomes of each, what you learned",
            Intent.QUARTER_REVIEW);

    private static final Pattern QUARTER = Pattern.compile(
            "(?:the\\s+)?(?<quarter>\\d{4}-[QM]\\d{1,2}|q[1-4](?:\\s+(?:fy)?\\d{4})?|last\\s+quarter)(?:\\s+(?<rest>.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern THIS = Pattern.compile(
            "(?:my |our |the |this )*(?:quarter|bets|initiatives|roadmap|everything)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BET = Pattern.compile(
            "(?<bet>\\S+)(?:\\s+(?<instead>instead))?(?:\\s+explain\\s+(?<verdict>keep|rescope|stop|done))?(?:\\s+(?<said>.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern VERDICT = Pattern.compile(
            "(?<bet>.+?)\\s+(?<said>(?:keep|re-?\\s?scope|stop|drop|done)\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** How long before a quarter's review the one before may still be made up for. */
    private static final int AHEAD = 14;

    private static final int SOON = 2;

    /** So many quarters are looked back. */
    private static final int BACK = 40;

    /** What somebody says who only wants to see. */
    private static final Set<String> LOOKS =
            Set.of("", "start", "go on", "resume", "pack", "pack all", "all", "close", "pause");

    private static final int LONGEST_REASON = 1_000;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String rest = request.whole().replaceFirst("^[\\s:,.?!-]+", "");
        Matcher named = QUARTER.matcher(rest);
        Optional<Quarter> quarter = named.matches() ? quarter(request, named.group("quarter")) : Optional.empty();
        if (quarter.filter(one -> one.from().isAfter(request.scene().today())).isPresent()) {
            return notBegun(request, named.group("quarter"));
        }
        String given = quarter.isPresent()
                ? Optional.ofNullable(named.group("rest")).orElse("").strip()
                : rest;
        String asked = given.replaceFirst("(?i)(?:^|[\\s,]+)please[.!]?$", "");
        String words = THIS.matcher(asked).matches() ? "" : asked;
        Pack pack = quarter.map(one -> pack(request, one)).orElseGet(() -> due(request));
        return against(request, pack)
                .orElseGet(() -> pack.isClosed() ? closed(request, pack, words) : said(request, pack, words));
    }

    /** Why somebody has nothing to review; empty if there is something. */
    private static Optional<Turn> against(Request request, Pack pack) {
        if (pack.entries().isEmpty()) {
            return Optional.of(nothing(request, pack));
        }
        return request.person().keepsRoadmap()
                ? Optional.empty()
                : Optional.of(tell(
                        request,
                        Card.of(
                                "Only a PM, a product lead or an admin reviews a quarter.",
                                Block.Buttons.of(Actions.ask("Show Now", "now")))));
    }

    /** What was said in the open conversation, and is no command. */
    Turn heard(Request request, Walk open, String text) {
        Pack pack = pack(request, open.quarter());
        return against(request, pack)
                .orElseGet(() -> pack.isClosed()
                        ? closed(request, pack, text)
                        : followed(request, pack, open.step(new Heard(text, request.inputs()), around(request, pack))));
    }

    static boolean isOwn(Request request, Walk open) {
        return open.author().equals(request.person().id());
    }

    /* Which review */

    static Pack pack(Request request, Quarter quarter) {
        return Pack.of(
                request.roadmap(),
                request.scene().history(),
                request.person(),
                quarter,
                agenda(request).reviewDay(request.person(), quarter));
    }

    private static Agenda agenda(Request request) {
        return new Agenda(request.roadmap(), Set.of());
    }

    /** By its key, or by what people call it: the latest so called that has begun. */
    private static Optional<Quarter> quarter(Request request, String written) {
        Quarter now = Quarters.of(request.roadmap(), request.scene().today());
        if (written.toLowerCase(Locale.ROOT).startsWith("last")) {
            return Optional.of(now.previous());
        }
        Month starts = Quarters.starts(request.roadmap());
        String name = written.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Quarter.of(written)
                .or(() -> Stream.iterate(now, Quarter::previous)
                        .limit(BACK)
                        .filter(one -> one.name(starts).equals(name)
                                || one.title(starts).replace("FY", "").equals(name.replace("FY", "")))
                        .findFirst());
    }

    /**
     * That of this quarter; that of the one before as long as it is open and this quarter's is not at hand, or if it was never begun and
     * this quarter has only begun.
     */
    private static Pack due(Request request) {
        LocalDate today = request.scene().today();
        Quarter now = Quarters.of(request.roadmap(), today);
        Optional<Review> before = request.roadmap().review(request.person().id(), now.previous());
        boolean isAtHand =
                !today.isBefore(agenda(request).reviewDay(request.person(), now).minusDays(AHEAD));
        boolean isOpen = before.isPresent()
                ? before.get().closed().isEmpty() && !isAtHand
                : today.isBefore(now.from().plusDays(AHEAD));
        return Optional.of(isOpen)
                .filter(is -> is)
                .map(is -> pack(request, now.previous()))
                .filter(pack -> !pack.entries().isEmpty())
                .orElseGet(() -> pack(request, now));
    }

    private static Around around(Request request, Pack pack) {
        return new Around(pack, request.scene().today());
    }

    private static ReviewCard card(Request request, Pack pack) {
        return new ReviewCard(
                pack,
                request.scene().people(),
                request.scene().today(),
                remindable(
                        agenda(request), request.person(), pack, request.scene().today()),
                request.all());
    }

    /** A working day in a few days, before the review is due; after that one that is not long after. */
    static Optional<LocalDate> remindable(Agenda agenda, Person person, Pack pack, LocalDate today) {
        LocalDate last = pack.day().isAfter(today.plusDays(SOON)) ? pack.day() : today.plusDays(AHEAD);
        return today.plusDays(SOON)
                .datesUntil(last.plusDays(1))
                .filter(agenda.working(person)::isWorkday)
                .findFirst();
    }

    /* What is said */

    private Turn said(Request request, Pack pack, String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        Walk here = Walk.at(pack);
        return switch (plain) {
            case "" -> shown(request, pack, new Outcome.On(here, welcome(here)));
            case "start", "go on", "resume" -> shown(request, pack, new Outcome.On(Walk.next(pack), Optional.empty()));
            case "pack", "pack all", "all" -> shown(request, pack, new Outcome.On(opening(pack), Optional.empty()));
            case "close" -> stepped(request, pack, concluding(pack), plain);
            case "conclude back" -> stepped(request, pack, concluding(pack), "back");
            case "pause" -> stepped(request, pack, here, plain);
            case "remind" -> stepped(request, pack, here, "remind me");
            default -> plain.startsWith("remind") ? stepped(request, pack, here, words) : ofOne(request, pack, words);
        };
    }

    private static Optional<String> welcome(Walk here) {
        return here instanceof Opening ? Optional.empty() : Optional.of("You were here.");
    }

    private Turn stepped(Request request, Pack pack, Walk step, String words) {
        return followed(request, pack, step.step(Heard.said(words), around(request, pack)));
    }

    private static Opening opening(Pack pack) {
        return new Opening(pack.person().id(), pack.quarter());
    }

    private static Concluding concluding(Pack pack) {
        return new Concluding(pack.person().id(), pack.quarter());
    }

    private Turn ofOne(Request request, Pack pack, String words) {
        Matcher bet = BET.matcher(words);
        Optional<Item> byId = bet.matches() ? request.roadmap().find(bet.group("bet")) : Optional.empty();
        if (byId.isEmpty()) {
            Optional<Turn> byName = ofNamed(request, pack, words);
            if (byName.isPresent()) {
                return byName.get();
            }
        }
        if (byId.filter(Initiative.class::isInstance).isEmpty()) {
            return gone(request, pack, bet, words);
        }
        ItemId id = byId.get().id();
        boolean isInstead = bet.group("instead") != null;
        String said = Optional.ofNullable(bet.group("said")).orElse("").strip();
        Optional<Verdict> explained = Optional.ofNullable(bet.group("verdict"))
                .map(verdict -> Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
        return explained
                .map(verdict -> followed(
                        request,
                        pack,
                        new Explaining(pack.person().id(), pack.quarter(), id, verdict, isInstead)
                                .step(new Heard(said, request.inputs()), around(request, pack))))
                .orElseGet(() -> judging(request, pack, id, isInstead, said));
    }

    /** One by its name, alone or before what becomes of it; of a name that is only near nothing is recorded, it is shown. */
    private Optional<Turn> ofNamed(Request request, Pack pack, String words) {
        Names names = Names.in(request.roadmap()).only(Kind.INITIATIVE);
        Matcher verdict = VERDICT.matcher(words);
        Optional<Item> whole = names.whole(words);
        if (whole.isEmpty() && verdict.matches()) {
            String name = verdict.group("bet");
            return names.whole(name)
                    .map(bet -> judging(request, pack, bet.id(), false, verdict.group("said")))
                    .or(() -> near(names, pack, name).map(id -> judging(request, pack, id, false, "")));
        }
        return whole.map(Item::id).or(() -> near(names, pack, words)).map(id -> judging(request, pack, id, false, ""));
    }

    private static Optional<ItemId> near(Names names, Pack pack, String name) {
        return names.find(name) instanceof Names.Found.One one
                        && pack.entry(one.item().id()).isPresent()
                ? Optional.of(one.item().id())
                : Optional.empty();
    }

    /** An old button of what was removed meanwhile, or words that name nothing. */
    private Turn gone(Request request, Pack pack, Matcher bet, String words) {
        Matcher judged = VERDICT.matcher(words);
        boolean isOfCard =
                judged.matches() || (bet.matches() && (bet.group("instead") != null || bet.group("verdict") != null));
        String name = judged.matches() ? judged.group("bet") : isOfCard ? bet.group("bet") : words;
        return shown(
                request,
                pack,
                new Outcome.On(
                        isOfCard ? Walk.next(pack) : Walk.at(pack),
                        Optional.of(Phrases.quoted(Phrases.clipped(name))
                                + " is nothing that you review. This is where you are.")));
    }

    private Turn judging(Request request, Pack pack, ItemId id, boolean isInstead, String said) {
        boolean isAsked = said.isEmpty() && request.inputs().isEmpty();
        boolean wasFound = pack.entry(id).flatMap(Pack.Entry::found).isPresent();
        Judging step = new Judging(pack.person().id(), pack.quarter(), id, isInstead || (isAsked && wasFound));
        if (pack.entry(id).isEmpty()) {
            return shown(request, pack, (Outcome.On) step.answered(Heard.said(said), around(request, pack)));
        }
        return isAsked
                ? shown(request, pack, new Outcome.On(step, Optional.empty()))
                : followed(request, pack, step.step(new Heard(said, request.inputs()), around(request, pack)));
    }

    /* What comes of it */

    private Turn followed(Request request, Pack pack, Outcome outcome) {
        if (outcome instanceof Outcome.On on) {
            return shown(request, pack, on);
        }
        if (outcome instanceof Outcome.Found found) {
            return found(request, pack, found);
        }
        if (outcome instanceof Outcome.Reminded reminded) {
            return reminded(request, pack, reminded);
        }
        return outcome instanceof Outcome.Closed
                ? closing(request, pack)
                : tell(request, card(request, pack).paused());
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.QUARTER_REVIEW));
    }

    private static Turn shown(Request request, Pack pack, Outcome.On on) {
        return tell(request, card(request, pack).of(on)).leaving(Optional.of(on.state()));
    }

    private static Turn notBegun(Request request, String quarter) {
        return tell(
                request,
                Card.of(
                        quarter.toUpperCase(Locale.ROOT) + " has not begun, so there is nothing to review.",
                        Block.Buttons.of(Actions.ask("Your review", VERB))));
    }

    private static Turn nothing(Request request, Pack pack) {
        return tell(
                request,
                Card.of(
                        "Nothing of yours was in Now in " + pack.title() + ", so there is nothing to review.",
                        new Block.Text(Prose.of("A review is about the initiatives that you own.")),
                        Block.Buttons.of(Actions.ask("Show Now", "now"))));
    }

    /**
     * The facts that it was found, and that it is moved by the command that anybody would give, through every gate. What was learned
     * is the reason of a move; of what stays everybody hears it when the review is closed.
     */
    private Turn found(Request request, Pack pack, Outcome.Found found) {
        Finding finding = found.finding();
        Initiative bet = pack.entry(finding.initiative()).orElseThrow().bet();
        Optional<Turn> moved = command(pack, bet, finding)
                .map(command -> request.door().given(request.scene(), command, Map.of(), false));
        if (moved.filter(turn -> turn.changes().isEmpty() || isProposal(turn)).isPresent()) {
            return moved.get().leaving(Optional.of(found.from()));
        }
        List<Change> changes = new ArrayList<>(recorded(request, pack, finding));
        Set<String> basis =
                new HashSet<>(Set.of(id(request, pack).text(), bet.id().text()));
        moved.ifPresent(turn -> {
            changes.addAll(turn.changes());
            basis.addAll(turn.reliedOn());
        });
        if (finding.verdict() == Verdict.KEEP
                && moved.isEmpty()
                && bet.horizon().isOpen()) {
            changes.add(confirmed(request, bet));
        }
        Request later = request.with(changes);
        Pack after = pack.after(later.roadmap(), finding);
        String note = bet.id() + " " + Phrases.clipped(bet.title()) + ": "
                + finding.verdict().words() + ". " + after.reviewed() + " of "
                + after.entries().size() + " reviewed.";
        return shown(later, after, new Outcome.On(Walk.next(after), Optional.of(note)))
                .recording(changes, basis, moved.flatMap(turn -> finding.learned()));
    }

    private static boolean isProposal(Turn turn) {
        return turn.changes().stream()
                .anyMatch(change ->
                        change instanceof Change.Added added && added.item().kind() == Kind.PROPOSAL);
    }

    private static Optional<String> command(Pack pack, Initiative bet, Finding finding) {
        String why = finding.learned()
                .map(words -> words.substring(0, Math.min(LONGEST_REASON, words.length())))
                .orElse("reviewed in " + pack.title());
        boolean isOpen = bet.horizon().isOpen();
        return switch (finding.verdict()) {
            case KEEP, RESCOPE -> isOpen ? Optional.empty() : Optional.of("move " + bet.id() + " now because " + why);
            case DONE ->
                bet.horizon() == Horizon.DONE ? Optional.empty() : Optional.of("done " + bet.id() + " because " + why);
            case STOP ->
                bet.horizon() == Horizon.DROPPED
                        ? Optional.empty()
                        : Optional.of("drop " + bet.id() + " yes because " + why);
        };
    }

    private static Change confirmed(Request request, Initiative bet) {
        return Change.edited(
                bet,
                Initiative.CONFIRMED,
                Optional.of(new Confirmation(
                        request.scene().today(), request.person().id())));
    }

    /* The record */

    private static ItemId id(Request request, Pack pack) {
        return pack.review().map(Item::id).orElseGet(() -> request.roadmap().nextBeside(Kind.REVIEW));
    }

    private static Values begun(Pack pack) {
        return begun(pack.person(), pack.quarter(), pack.title());
    }

    /** A review of which nothing is recorded yet. */
    static Values begun(Person person, Quarter quarter, String title) {
        return Values.none()
                .with(Review.BY, person.id())
                .with(Review.FROM, quarter.from())
                .with(Review.QUARTER, title);
    }

    private static List<Change> recorded(Request request, Pack pack, Finding finding) {
        if (pack.review().isEmpty()) {
            return List.of(new Change.Added(
                    Kind.REVIEW.item(id(request, pack), begun(pack).with(Review.FINDINGS, List.of(finding)))));
        }
        Review review = pack.review().get();
        List<Change> changes = new ArrayList<>();
        review.finding(finding.initiative())
                .ifPresent(before ->
                        changes.add(new Change.Unlisted<>(Kind.REVIEW, review.id(), Review.FINDINGS, before)));
        changes.add(new Change.Listed<>(Kind.REVIEW, review.id(), Review.FINDINGS, finding));
        return changes;
    }

    private Turn reminded(Request request, Pack pack, Outcome.Reminded asked) {
        LocalDate today = request.scene().today();
        Optional<LocalDate> day = Until.day(asked.when(), today)
                .flatMap(from -> agenda(request).working(request.person()).workday(from));
        if (day.isEmpty()) {
            return shown(
                    request,
                    pack,
                    new Outcome.On(
                            asked.state(),
                            Optional.of("On which day? Say it like “remind me Thursday” or “remind me 2026-12-17”.")));
        }
        Change change = pack.review()
                .map(review -> Change.edited(review, Review.REMIND, day))
                .orElseGet(() -> new Change.Added(
                        Kind.REVIEW.item(id(request, pack), begun(pack).with(Review.REMIND, day))));
        return tell(request, card(request, pack).reminded(day.get()))
                .recording(List.of(change), Set.of(id(request, pack).text()), Optional.empty());
    }

    private Turn closing(Request request, Pack pack) {
        Review review = pack.review().orElseThrow();
        List<Change> changes = new ArrayList<>();
        changes.add(
                Change.edited(review, Review.CLOSED, Optional.of(request.scene().today())));
        changes.add(Change.edited(
                review,
                Review.HELD,
                Optional.of(BigDecimal.valueOf(pack.entries().size()))));
        if (!pack.calibration().isEmpty()) {
            changes.add(Change.edited(review, Review.CALIBRATION, Optional.of(pack.calibration())));
        }
        if (!pack.drift().isEmpty()) {
            changes.add(Change.edited(review, Review.DRIFT, Optional.of(pack.drift())));
        }
        if (review.remind().isPresent()) {
            changes.add(Change.edited(review, Review.REMIND, Optional.empty()));
        }
        return tell(request, card(request, pack).closed(false))
                .recording(changes, Set.of(review.id().text()), Optional.empty());
    }

    private static <V> Change emptied(Review review, Field<V> field) {
        return Change.edited(review, field, Optional.empty());
    }

    /** One that is closed takes nothing more, and says so. */
    private Turn closed(Request request, Pack pack, String words) {
        Review review = pack.review().orElseThrow();
        if (!words.equalsIgnoreCase("again")) {
            return tell(request, card(request, pack).closed(!LOOKS.contains(words.toLowerCase(Locale.ROOT))));
        }
        List<Change> changes = Stream.of(Review.CLOSED, Review.HELD, Review.CALIBRATION, Review.DRIFT)
                .filter(field -> review.values().find(field).isPresent())
                .map(field -> emptied(review, field))
                .toList();
        Request later = request.with(changes);
        Pack open = pack(later, pack.quarter());
        return shown(later, open, new Outcome.On(opening(open), Optional.of("It is open again.")))
                .recording(changes, Set.of(review.id().text()), Optional.empty());
    }
}
