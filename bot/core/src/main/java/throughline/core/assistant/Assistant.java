package throughline.core.assistant;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Reply.Visibility;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.intake.ChoosingOkr;
import throughline.core.intake.ChoosingSwap;
import throughline.core.intake.Estimating;
import throughline.core.intake.Intake;
import throughline.core.intake.Joining;
import throughline.core.intake.MeetingAlike;
import throughline.core.intake.Telling;
import throughline.core.intake.WithoutOkr;
import throughline.core.question.Answer;
import throughline.core.question.Idioms;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Names;
import throughline.core.question.Phrasing;
import throughline.core.question.Recall;
import throughline.core.question.Understanding;
import throughline.core.review.Concluding;
import throughline.core.review.Explaining;
import throughline.core.review.Judging;
import throughline.core.review.Opening;
import throughline.core.review.Walk;
import throughline.core.roadmap.Horizon;

/**
 * The front door: every command, dialogue and button is listed here. A turn is a function of what is known and what came in;
 * it has no effect.
 */
public final class Assistant {
    private static final String ALL = " all";
    /** After a verb, so many words may be a name or two; more of them are a sentence. */
    private static final int MOST_NAMES = 2;

    /** What people ask in sentences that happen to begin with a command's verb. */
    private static final Set<Intent> ASKED_IN_WORDS = EnumSet.of(
            Intent.NOW,
            Intent.NEXT,
            Intent.LATER,
            Intent.WHY,
            Intent.WHEN,
            Intent.WHO_OWNS,
            Intent.STATUS_OF,
            Intent.TEAM_WORK,
            Intent.PROGRESS_OF_KR,
            Intent.CHECK,
            Intent.CONSTRAINTS,
            Intent.NON_GOALS,
            Intent.CHANGES,
            Intent.ORPHANS,
            Intent.WHY_NOT);

    /** What people ask in sentences that begin with a command's verb only if no name follows it: "mix of big and small bets". */
    private static final Set<Intent> ASKED_ABOUT_MORE = EnumSet.of(
            Intent.COMPARE,
            Intent.MIX,
            Intent.DIAGNOSE,
            Intent.AS_OF,
            Intent.DIFF,
            Intent.SLIP,
            Intent.VIEW,
            Intent.TREE);

    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:all|are|between|below|by|every\\w*|for|from|how|in|is|my|of|on|our|the|to|under|what|which|with)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Show open flags": no item is called so, and the list depends on who asks. */
    private static final Pattern SHOW_A_LIST = Pattern.compile(
            "show (?:\\w+ )?(?:proposals|flags|comments|questions|tree|history|watch ?list|portfolio)\\W*",
            Pattern.CASE_INSENSITIVE);

    /** "Check in O2-KR1 42" is no check of anything; as long as the verb. */
    private static final Pattern CHECKING_IN = Pattern.compile("check in(?=\\s+\\S*KR\\d)", Pattern.CASE_INSENSITIVE);

    private static final String CHECK_IN = "check-in";

    private static final Pattern END_OF_VERB = Pattern.compile("[\\s:?.,]");

    private final Help help = new Help(this);
    private final Command show = new Show();

    private final Requesting requesting;
    private final Reviewing reviewing = new Reviewing();

    private final List<Command> commands;
    private final PlainWords plainWords;

    /** One that says nothing unasked. */
    public Assistant(Language language, Recall recall, Phrasing phrasing) {
        this(language, recall, phrasing, Unasked.NONE);
    }

    public Assistant(Language language, Recall recall, Phrasing phrasing, Unasked unasked) {
        WhichOkr whichOkr = new WhichOkr(language, recall, phrasing);
        requesting = new Requesting(language, recall, phrasing);
        AskOwner askOwner = new AskOwner(language, recall);
        commands = List.of(
                new InHorizon(Horizon.NOW),
                new InHorizon(Horizon.NEXT),
                new InHorizon(Horizon.LATER),
                new Okrs(),
                whichOkr,
                new WhatServes(),
                new Progress(),
                new Diagnose(),
                new CheckRoadmap(),
                new LayerOf(),
                new Orphans(),
                new Why(),
                new WhyNot(),
                new When(),
                new Who(),
                new OnRoadmap(),
                new Limits(Intent.CONSTRAINTS),
                new Limits(Intent.NON_GOALS),
                new TradeOff(),
                new ScoreItem(),
                new Compare(),
                new BetMix(),
                new Changes(),
                new HistoryOf(),
                new AsOf(this),
                new Diff(),
                new SlipOf(),
                show,
                new TeamWork(),
                new Views(),
                new Tree(),
                new Add(),
                new Edit(),
                new Move(),
                new Approve(),
                new Done(),
                new Drop(),
                new Own(),
                new CheckInKeyResult(),
                new Remove(),
                new Link(),
                new Unlink(),
                new RecordWork(),
                new ForgetWork(),
                new Proposals(),
                new AcceptProposal(),
                new DeclineProposal(),
                new WithdrawProposal(),
                new AskBack(),
                new ReplyOn(),
                new Decide(),
                new Agree(),
                new ObjectTo(),
                new Overrule(),
                new Uphold(),
                new Revisit(),
                new Decisions(),
                new Flags(),
                new Settle(),
                new ShareHorizon(),
                new CommentOn(),
                new Comments(),
                new Reviewed(),
                new WatchItem(),
                new Unwatch(),
                new Watching(),
                Undo.undo(),
                Undo.redo(),
                askOwner,
                new AnswerQuestion(),
                new OpenQuestions(),
                requesting,
                new MyRequests(),
                reviewing,
                new Nudging(unasked),
                new AnswerPulse(),
                new ShowSync(),
                new ReadCascade(askOwner),
                new Snooze(),
                new Settings(unasked),
                new PublicView(),
                new Accounts(),
                new Roles(),
                new ForgetPerson(),
                new Redact(),
                new Operate(unasked.operations()),
                help);
        plainWords = new PlainWords(
                this,
                new Understanding(language, recall, phrasing),
                new NotUnderstood(this, language, recall),
                whichOkr);
    }

    /** The dialogues whose state a store may hold. */
    public static Dialogues dialogues() {
        return new Dialogues(List.of(
                DidYouMean.STORED,
                Confirming.STORED,
                Holding.STORED,
                Focus.STORED,
                Telling.STORED,
                MeetingAlike.STORED,
                Joining.STORED,
                ChoosingOkr.STORED,
                WithoutOkr.STORED,
                Estimating.STORED,
                ChoosingSwap.STORED,
                throughline.core.intake.Confirming.STORED,
                Opening.STORED,
                Judging.STORED,
                Explaining.STORED,
                Concluding.STORED));
    }

    public List<Usage> usages() {
        return commands.stream().map(Command::usage).toList();
    }

    /** What follows from an input. */
    public Turn turn(Scene scene, Optional<Dialogue> open) {
        if (scene.isPublic() || (scene.place().reach() == Place.Reach.UNKNOWN && isSeenByAll(scene))) {
            // An open dialogue waits: who could not be verified for a moment goes on with it.
            return new PublicView().given(scene).leaving(open);
        }
        Turn turn = Unanswered.stopping(answered(scene, open), scene);
        return scene.place().reach() == Place.Reach.UNKNOWN && isSeenByAll(turn)
                ? new PublicView().given(scene).leaving(open)
                : Ripples.after(Intakes.after(ClosingLoop.after(turn, scene), scene), scene);
    }

    /** What somebody asked for in private may be put before all, such as a horizon that is shared. */
    private static boolean isSeenByAll(Turn turn) {
        return turn.replies().stream().anyMatch(reply -> reply.visibility() == Visibility.PUBLIC);
    }

    private Turn answered(Scene scene, Optional<Dialogue> open) {
        if (open.isPresent() && open.get() instanceof Intake intake) {
            return besideRequest(scene, intake);
        }
        if (open.isPresent() && open.get() instanceof Walk walk) {
            return besideReview(scene, walk);
        }
        Optional<Response> response = open.flatMap(dialogue -> dialogue.on(scene));
        if (response.isPresent() && response.get() instanceof Turn turn) {
            return turn;
        }
        if (response.isPresent() && response.get() instanceof Response.Means means) {
            return Focus.after(said(scene, means.command(), visibility(scene), Map.of()), scene, open);
        }
        return Focus.after(fresh(scene), scene, open);
    }

    /**
     * What is no command goes on with the request that is in progress; whatever else is asked is answered, and the request stays as it
     * is. In a thread of several it is its author's alone.
     */
    private Turn besideRequest(Scene scene, Intake open) {
        boolean isTap = scene.input() instanceof Input.Tapped tapped
                && (tapped.action().equals(Actions.ASK) || tapped.action().equals(Actions.FILL));
        String text = said(scene.input());
        Map<String, List<String>> inputs =
                scene.input() instanceof Input.Tapped tapped && tapped.action().equals(Actions.FILL)
                        ? tapped.inputs()
                        : Map.of();
        Request request = new Request(
                scene,
                text,
                text.substring(Math.min(text.length(), verb(text).length())).strip(),
                false,
                inputs,
                Visibility.PRIVATE,
                this::given);
        boolean isRequest = requesting.usage().answersTo(verb(text));
        if (isRequest && (isTap || scene.input() instanceof Input.Said)) {
            return requesting.given(request, Optional.of(open));
        }
        return isAnswer(scene, request, open, text)
                ? requesting.heard(request, open, text)
                : fresh(scene).leaving(Optional.of(open));
    }

    private boolean isAnswer(Scene scene, Request request, Intake open, String text) {
        return scene.input() instanceof Input.Said said
                && said.manner() == Input.Manner.OPEN
                && Requesting.isOwn(request, open)
                && !text.isEmpty()
                && !Unreadable.isTooLong(text)
                && (given(withoutAll(text)).isEmpty() || Intake.isWord(text));
    }

    /**
     * What is no command is said to the step of the review that is open; whatever else is asked is answered, and the step stays. Its
     * buttons say whole commands, so they need none to be open.
     */
    private Turn besideReview(Scene scene, Walk open) {
        String text = said(scene.input());
        Request request = new Request(scene, text, text, false, Map.of(), Visibility.PRIVATE, this::given);
        boolean isAnswer = scene.input() instanceof Input.Said said
                && said.manner() == Input.Manner.OPEN
                && Reviewing.isOwn(request, open)
                && !text.isEmpty()
                && !Unreadable.isTooLong(text)
                && (open.isMeant(text) || (given(withoutAll(text)).isEmpty() && open.takes(text)));
        if (isAnswer) {
            return reviewing.heard(request, open, text);
        }
        Turn turn = fresh(scene);
        boolean isReview =
                scene.input() instanceof Input.Tapped || reviewing.usage().answersTo(verb(text));
        return turn.next().isPresent() || isReview ? turn : turn.leaving(Optional.of(open));
    }

    private static String said(Input input) {
        return input instanceof Input.Tapped tapped
                ? tapped.value().strip()
                : ((Input.Said) input).text().strip();
    }

    /** Whether what was said is a command whose answer does not depend on who asks. */
    boolean isSameForAll(Input input) {
        return input instanceof Input.Said said
                && isSameForAll(withoutAll(said.text().strip()));
    }

    /** Whether the answer may take seconds where there is much to read: a slow command's, and that of any sentence. */
    boolean isSlow(Input input) {
        return input instanceof Input.Said said && isSlow(withoutAll(said.text().strip()));
    }

    private boolean isSlow(String text) {
        return given(text)
                .map(command -> command.isSlow()
                        || isSentence(
                                command, text.substring(verb(text).length()).strip()))
                .orElse(true);
    }

    private boolean isSameForAll(String text) {
        return given(text)
                .filter(Command::isSameForAll)
                .filter(command ->
                        !isSentence(command, text.substring(verb(text).length()).strip()))
                .isPresent();
    }

    /** The command that a text gives; none where its first word only begins a sentence. */
    private Optional<Command> given(String text) {
        return find(verb(text)).filter(found -> !beginsSentence(found, text));
    }

    private static String withoutAll(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(ALL)
                ? text.substring(0, text.length() - ALL.length()).strip()
                : text;
    }

    private static String verb(String text) {
        return CHECKING_IN.matcher(text).lookingAt() ? CHECK_IN : END_OF_VERB.split(text, 2)[0];
    }

    private Turn fresh(Scene scene) {
        if (scene.input() instanceof Input.Tapped tapped) {
            return tapped(scene, tapped);
        }
        Input.Said said = (Input.Said) scene.input();
        return said(scene, said.text(), visibility(scene), Map.of());
    }

    private Turn tapped(Scene scene, Input.Tapped tapped) {
        return switch (tapped.action()) {
            case Actions.ASK -> said(scene, tapped.value(), Visibility.PRIVATE, Map.of());
            case Actions.SHARE -> said(scene, tapped.value(), Visibility.PUBLIC, Map.of());
            case Actions.FILL -> said(scene, tapped.value(), Visibility.PRIVATE, tapped.inputs());
            default -> outdated(scene);
        };
    }

    private Turn said(Scene scene, String text, Visibility visibility, Map<String, List<String>> inputs) {
        return said(scene, text, visibility, inputs, this::given);
    }

    private Turn given(Scene scene, String command, Map<String, List<String>> inputs, boolean trial) {
        return said(scene, command, visibility(scene), inputs, trial ? Request.Door.TRIAL : this::given);
    }

    private Turn said(
            Scene scene, String text, Visibility visibility, Map<String, List<String>> inputs, Request.Door door) {
        String plain = text.strip();
        String asked = withoutAll(plain);
        boolean all = !asked.equals(plain);
        if (Unreadable.isTooLong(plain)) {
            return new Request(scene, "help", "", false, Map.of(), visibility)
                    .tellThere(Unreadable.tooLong(plain), Answer.of(Intent.UNKNOWN));
        }
        Optional<Command> command = given(asked);
        String rest =
                command.isPresent() ? asked.substring(verb(asked).length()).strip() : asked;
        Request request = new Request(scene, plain, rest, all, inputs, visibility, door);
        if (command.isPresent() && inputs.isEmpty() && isSentence(command.get(), rest)) {
            return ofSentence(command.get(), request, asked);
        }
        return command.map(known -> known.run(request)).orElseGet(() -> inPlainWords(request));
    }

    /** A sentence that begins with a command's verb, such as "why are we doing this", unless what follows is a plain name. */
    private Turn ofSentence(Command command, Request request, String sentence) {
        boolean isName = Names.in(request.roadmap()).whole(request.rest()).isPresent();
        return isName
                ? command.run(request)
                : plainWords.understood(request.about(sentence)).orElseGet(() -> command.run(request));
    }

    /** Whether a verb that also asks in plain words is followed by more than a name or two, or by none. */
    private static boolean isSentence(Command command, String rest) {
        Intent intent = command.usage().intent();
        return (ASKED_IN_WORDS.contains(intent) && rest.split("\\s+", MOST_NAMES + 1).length > MOST_NAMES)
                || (ASKED_ABOUT_MORE.contains(intent) && NO_NAME.matcher(rest).matches());
    }

    /** Whether the first word only begins a sentence: "help me see why …", "show me our OKRs". */
    private boolean beginsSentence(Command command, String text) {
        if (Idioms.ritual(text).isPresent()) {
            return true;
        }
        return command == help
                ? !help.isAskedFor(text)
                : command == show
                        && (SHOW_A_LIST.matcher(text).matches()
                                || Idioms.view(text).isPresent()
                                || Idioms.of(text)
                                        .filter(meaning -> meaning.verb().contains("okr"))
                                        .isPresent());
    }

    private Turn inPlainWords(Request request) {
        return request.rest().isEmpty() ? help.run(request) : plainWords.answer(request);
    }

    Optional<Command> find(Intent intent) {
        return commands.stream()
                .filter(command -> command.usage().intent() == intent)
                .findFirst();
    }

    Optional<Command> find(String verb) {
        return commands.stream()
                .filter(command -> command.usage().answersTo(verb))
                .findFirst();
    }

    /** The answer is as public as the question; a direct conversation and a slash command are private. */
    static Visibility visibility(Scene scene) {
        boolean open = scene.input() instanceof Input.Said said && said.manner() == Input.Manner.OPEN;
        return open && !scene.place().isDirect() ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    /** Whether everybody in the place would see the answer. */
    private static boolean isSeenByAll(Scene scene) {
        boolean isShared =
                scene.input() instanceof Input.Tapped tapped && tapped.action().equals(Actions.SHARE);
        return isShared || visibility(scene) == Visibility.PUBLIC;
    }

    private static Turn outdated(Scene scene) {
        Request request = new Request(scene, "help", "", false, Map.of(), Visibility.PRIVATE);
        return request.tell(
                Card.of(
                        "This card is too old for me.",
                        new Block.Text(Prose.of("Nothing was changed. Ask again and use the new one.")),
                        Block.Buttons.of(Actions.ask("What can I ask?", "help"))),
                Answer.of(Intent.UNKNOWN));
    }
}
