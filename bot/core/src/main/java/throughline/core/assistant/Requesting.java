package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.intake.Around;
import throughline.core.intake.Heard;
import throughline.core.intake.Intake;
import throughline.core.intake.Outcome;
import throughline.core.intake.Session;
import throughline.core.intake.Similar;
import throughline.core.intake.Telling;
import throughline.core.intake.Told;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Inference;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Line.Candidate;
import throughline.core.question.Phrasing;
import throughline.core.question.Recall;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Voice;
import throughline.core.roadmap.Watch;
import throughline.core.view.Phrases;

/** Asks for something to be built: opens the dialogue of {@link Intake}, and goes on with it. */
final class Requesting implements Command {
    private static final Usage USAGE = Usage.of(
            "request",
            "[what you need]",
            "Ask for something to be built, and say what you would trade for it",
            Intent.REQUEST);

    /** Before a request that takes the place of the one in progress. */
    private static final String NEW = "new:";

    /** A card's id, its step and what was tapped on it. */
    private static final Pattern TAPPED = Pattern.compile(
            "([A-Za-z0-9]{1,64})\\.(tell|alike|join|okr|none|estimate|swap|send)(?:\\s+(.*))?", Pattern.DOTALL);

    private static final int LONGEST = 1_400;

    private final Language language;
    private final Recall recall;
    private final Phrasing phrasing;

    Requesting(Language language, Recall recall, Phrasing phrasing) {
        this.language = language;
        this.recall = recall;
        this.phrasing = phrasing;
    }

    /** What a button of a step says. */
    static String command(Intake state, String word) {
        return (USAGE.verb() + " " + state.session().card() + "." + state.step() + " " + word).strip();
    }

    /** The command that begins a request; a button carries no more of it. */
    static String command(String text) {
        return USAGE.verb() + " " + text.substring(0, Math.min(LONGEST, text.length()));
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return given(request, Optional.empty());
    }

    /** The command, while a request may be in progress. */
    Turn given(Request request, Optional<Intake> open) {
        String text = request.whole().replaceFirst("^[\\s:,.?!-]+", "");
        Matcher tapped = TAPPED.matcher(text);
        if (tapped.matches()) {
            return tapped(request, open, tapped);
        }
        boolean isNew = text.startsWith(NEW);
        Optional<Intake> own = open.filter(intake -> isOwn(request, intake));
        if (own.isPresent() && !isNew) {
            return inProgress(request, own.get(), text);
        }
        if (open.isPresent() && own.isEmpty()) {
            return refused(request, open.get());
        }
        String wanted = isNew ? text.substring(NEW.length()).strip() : text;
        Session session = Session.begun(
                request.scene().fresh(), request.person().id(), request.scene().today());
        return shown(
                request,
                new Outcome.On(
                        Telling.begun(session, wanted, around(request)),
                        Told.of(wanted).isPresent() || wanted.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        "Say it in at most " + FeatureRequest.PROBLEM_TEXT.longest() + " characters."),
                        Map.of(),
                        Map.of()));
    }

    /** What was said in the open conversation, and is no command. */
    Turn heard(Request request, Intake open, String text) {
        return followed(request, open, open.step(new Heard(text, request.inputs()), around(request)));
    }

    static boolean isOwn(Request request, Intake open) {
        return open.session().author().equals(request.person().id());
    }

    private Around around(Request request) {
        Scene scene = request.scene();
        return new Around(scene, new Around.Sight() {
            @Override
            public List<Item> alike(Told told) {
                return new Similar(scene.roadmap(), language, recall).to(told);
            }

            @Override
            public List<Candidate> ranked(Told told) {
                return new Inference(scene.roadmap(), language, recall, phrasing)
                        .of(told.words())
                        .line()
                        .candidates();
            }
        });
    }

    /* What is tapped */

    private Turn tapped(Request request, Optional<Intake> open, Matcher tapped) {
        String card = tapped.group(1);
        Optional<FeatureRequest> sent = request.roadmap().requestSentWith(card);
        if (sent.isPresent()) {
            return already(request, sent.get()).leaving(open.map(intake -> intake));
        }
        if (open.isEmpty() || !open.get().session().card().equals(card)) {
            return done(request).leaving(open.map(intake -> intake));
        }
        if (!isOwn(request, open.get())) {
            return refused(request, open.get());
        }
        Intake state = open.get();
        String word = Optional.ofNullable(tapped.group(3)).orElse("").strip();
        return state.step().equals(tapped.group(2))
                ? heard(request, state, word)
                : shown(request, noted(state, "That card was of another step. This is where you are."));
    }

    private static Outcome.On noted(Intake state, String note) {
        return new Outcome.On(state, Optional.of(note), Map.of(), Map.of());
    }

    private static Turn already(Request request, FeatureRequest sent) {
        return request.tell(
                Card.of(
                        "Already sent: " + sent.id() + ". Nothing was filed twice.",
                        Block.Buttons.of(Actions.ask("See " + sent.id(), "requests " + sent.id()))),
                Answer.about(Intent.REQUEST, sent.id()));
    }

    private static Turn done(Request request) {
        return request.tell(
                Card.of(
                        "That card is done with, so this tap did nothing.",
                        new Block.Text(Prose.of("What you sent stands under your requests.")),
                        Block.Buttons.of(
                                Actions.ask("Your requests", "requests"), Actions.ask("New request", USAGE.verb()))),
                Answer.of(Intent.REQUEST));
    }

    private static Turn refused(Request request, Intake open) {
        String author = request.scene().people().call(open.session().author());
        return request.tell(
                        Card.of(
                                "This is " + author + "'s request, so only " + author + " can go on with it.",
                                new Block.Text(
                                        Prose.of("Ask for yours outside this thread: /roadmap " + USAGE.verb() + ".")),
                                Block.Buttons.of(Actions.ask("Open requests", "requests open"))),
                        Answer.of(Intent.REQUEST))
                .leaving(Optional.of(open));
    }

    private Turn inProgress(Request request, Intake open, String text) {
        if (text.isEmpty()) {
            return shown(request, noted(open, "You were here."));
        }
        return request.tell(
                        Card.of(
                                "You have not sent your other request yet.",
                                new Block.Text(Prose.of("It is kept for 14 days; a new one takes its place.")),
                                Block.Buttons.of(
                                        Actions.askFirst("Go on with it", USAGE.verb()),
                                        Actions.ask("Start the new one", USAGE.verb() + " " + NEW + " " + text))),
                        Answer.of(Intent.REQUEST))
                .leaving(Optional.of(open));
    }

    /* What comes of it */

    private Turn followed(Request request, Intake before, Outcome outcome) {
        if (outcome instanceof Outcome.On on) {
            return shown(request, on.state().equals(before) ? on : touched(request, on));
        }
        if (outcome instanceof Outcome.Filed filed) {
            return filed(request, filed);
        }
        return outcome instanceof Outcome.Joined joined ? joined(request, joined) : left(request);
    }

    private static Outcome.On touched(Request request, Outcome.On on) {
        Session session = on.state().session();
        Session today =
                new Session(session.card(), session.author(), request.scene().today(), false);
        return new Outcome.On(on.state().at(today), on.note(), on.problems(), on.typed());
    }

    private Turn shown(Request request, Outcome.On on) {
        return request.tell(new IntakeCard(request, around(request), on).card(), Answer.of(Intent.REQUEST))
                .leaving(Optional.of(on.state()));
    }

    private static Turn left(Request request) {
        return request.tell(
                Card.of(
                        "Nothing was filed.",
                        Block.Buttons.of(Actions.ask("New request", USAGE.verb()), Actions.ask("Show Now", "now"))),
                Answer.of(Intent.REQUEST));
    }

    /** As it would be filed. */
    static FeatureRequest preview(Request request, Session session, Values values) {
        Optional<Item> objective = values.find(FeatureRequest.OBJECTIVE).flatMap(request.roadmap()::find);
        Optional<PersonId> pm = Knower.deciding(request, objective).map(Person::id);
        return (FeatureRequest) Kind.REQUEST.item(
                request.roadmap().nextBeside(Kind.REQUEST),
                values.with(FeatureRequest.AUTHOR, session.author())
                        .with(FeatureRequest.ON, request.scene().today())
                        .with(FeatureRequest.STATE, FeatureRequest.State.FILED)
                        .with(FeatureRequest.CARD, session.card())
                        .with(FeatureRequest.PM, pm));
    }

    private static Turn filed(Request request, Outcome.Filed filed) {
        FeatureRequest asked = preview(request, filed.session(), filed.values());
        Set<String> basis = new HashSet<>(Set.of(asked.id().text()));
        Stream.of(asked.objective(), asked.keyResult(), asked.out())
                .flatMap(Optional::stream)
                .forEach(id -> basis.add(id.text()));
        if (asked.swap() == FeatureRequest.Swap.NOT_NEEDED) {
            basis.add(Change.NOW);
        }
        Card card = new RequestCard(request, asked).filed();
        Answer answer = Answer.about(Intent.REQUEST, asked.id());
        // Only what was submitted is seen by all; the steps before were its author's.
        Reply.Visibility visibility =
                request.scene().place().isDirect() ? Reply.Visibility.PRIVATE : Reply.Visibility.PUBLIC;
        return Turn.say(new Reply(visibility, card, Optional.of(answer)))
                .recording(List.of(new Change.Added(asked)), basis, Optional.empty())
                .notifying(asked.pm().stream()
                        .map(pm -> new Notice(pm, new RequestCard(request, asked).arrived(), Optional.empty()))
                        .toList());
    }

    private static Turn joined(Request request, Outcome.Joined joined) {
        Item item = request.roadmap().find(joined.with()).orElseThrow();
        return item instanceof FeatureRequest asked
                ? joined(request, asked, joined.told())
                : joined(request, (Initiative) item, joined.told());
    }

    private static Turn joined(Request request, FeatureRequest asked, Told told) {
        PersonId me = request.person().id();
        List<Voice> earlier = asked.voices().stream()
                .filter(voice -> voice.person().equals(me))
                .toList();
        Voice voice = new Voice(
                        me,
                        told.customers(),
                        told.revenue(),
                        Optional.of(told.problem()),
                        request.scene().today())
                .after(earlier);
        List<Change> changes = new ArrayList<>();
        earlier.forEach(
                each -> changes.add(new Change.Unlisted<>(Kind.REQUEST, asked.id(), FeatureRequest.VOICES, each)));
        changes.add(new Change.Listed<>(Kind.REQUEST, asked.id(), FeatureRequest.VOICES, voice));
        boolean isThere = asked.people().contains(me);
        int people = asked.people().size() + (isThere ? 0 : 1);
        String joined = (isThere ? " said more about " : " joined ") + asked.id() + ", "
                + Phrases.quoted(Phrases.clipped(asked.title()));
        String by = request.person().firstName() + joined;
        Card card = Card.of(
                "You" + joined + ": " + (people == 1 ? "one wants" : people + " want") + " it now.",
                new Block.Text(Prose.of("You hear what becomes of it, as its author does.")),
                Block.Buttons.of(Actions.ask("See " + asked.id(), "requests " + asked.id())));
        Card news = Card.of(
                by + ".",
                new Block.Text(Prose.of(Phrases.quoted(told.problem()))),
                Block.Buttons.of(Actions.ask("See " + asked.id(), "requests " + asked.id())));
        return request.tellThere(card, Answer.about(Intent.REQUEST, asked.id()))
                .recording(changes, Set.of(asked.id().text()), Optional.empty())
                .notifying(Stream.concat(
                                Stream.of(asked.author()).filter(request.scene().people()::hearsOfRequests),
                                asked.pm().stream())
                        .distinct()
                        .filter(person -> !person.equals(request.person().id()))
                        .filter(person -> request.scene().people().find(person).isPresent())
                        .map(person -> new Notice(person, news, Optional.empty()))
                        .toList());
    }

    /** What is on the roadmap gets evidence, and who brings it watches what becomes of it. */
    private static Turn joined(Request request, Initiative bet, Told told) {
        ItemId id = request.roadmap().free(Kind.EVIDENCE);
        Item evidence = Kind.EVIDENCE.item(
                id,
                Values.none()
                        .with(Evidence.STATEMENT, told.problem())
                        .with(Evidence.ORIGIN, told.origin().orElse(Evidence.Origin.STAKEHOLDER))
                        .with(Evidence.INITIATIVE, bet.id())
                        .with(Evidence.SOURCE, told.source())
                        .with(Evidence.ON, request.scene().today())
                        .with(Evidence.VOICE, voice(told.customers()))
                        .with(Evidence.REVENUE, told.revenue().map(Estimate::middle)));
        List<Change> changes = new ArrayList<>(List.of(new Change.Added(evidence)));
        Set<String> basis = new HashSet<>(Set.of(id.text(), bet.id().text()));
        boolean watches = request.roadmap().watching(bet.id()).stream()
                .anyMatch(watch -> watch.by().equals(request.person().id()));
        if (!watches) {
            Item watch = Kind.WATCH.item(
                    request.roadmap().nextBeside(Kind.WATCH),
                    Values.none()
                            .with(Watch.ITEM, bet.id())
                            .with(Watch.BY, request.person().id())
                            .with(Watch.ON, request.scene().today()));
            changes.add(new Change.Added(watch));
            basis.add(watch.id().text());
        }
        return request.tellThere(
                        Card.of(
                                "You joined " + Phrases.named(bet) + ": what you said is evidence on it (" + id + ").",
                                new Block.Text(
                                        Prose.of("It is in " + bet.horizon().title() + ". You hear when it moves.")),
                                Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id()))),
                        Answer.about(Intent.REQUEST, bet.id()))
                .recording(changes, basis, Optional.empty())
                .notifying(bet.owner().stream()
                        .filter(owner -> !owner.equals(request.person().id()))
                        .filter(owner -> request.scene().people().find(owner).isPresent())
                        .map(owner -> new Notice(
                                owner,
                                Card.of(
                                        request.person().firstName() + " asks for " + Phrases.named(bet) + " too.",
                                        new Block.Text(Prose.of(Phrases.quoted(told.problem()))),
                                        Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id()))),
                                Optional.empty()))
                        .toList());
    }

    private static Optional<String> voice(List<String> customers) {
        String joined = String.join(", ", customers);
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined.substring(0, Math.min(300, joined.length())));
    }

    /** Offers it to who asks in passing: "can we have …". */
    static Card offer(Request request, String wanted) {
        return Card.of(
                "Do you want to request " + Phrases.quoted(Phrases.clipped(wanted)) + "?",
                new Block.Text(
                        Prose.of("Five short steps: the problem, the objective, what it would change, what it would"
                                + " replace in Now, and the trade-off to confirm. What is here already comes first.")),
                Block.Buttons.of(
                        Actions.askFirst("Request it", command(wanted)),
                        Actions.ask("Is it planned?", "planned " + wanted)));
    }
}
