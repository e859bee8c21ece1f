package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Words;
import throughline.core.view.Phrases;

/** Records which key result a piece of work serves that is not on the roadmap, so that the next who asks is told. */
final class RecordWork implements Command {
    private static final Usage USAGE = Usage.of(
            "record",
            "<key result, objective or none>: <text>",
            "Record what work serves that is not on the roadmap",
            Intent.RECORD);
    private static final String TARGET = "target";
    private static final String WORK = "work";

    /** How many key results and objectives a form offers beside "none of them"; more are typed. */
    private static final int OPTIONS = 99;

    /** What was given so far: "O1-KR2: CSV import", or ": CSV import" before a key result is chosen. */
    private record Given(Optional<Target> target, String work) {
        static Given in(Request request) {
            String whole = request.whole();
            int colon = whole.indexOf(':');
            String named = colon < 0 ? "" : whole.substring(0, colon);
            Optional<Target> target = Target.in(request.roadmap(), named);
            String typed = colon < 0 || (target.isEmpty() && !named.isBlank()) ? whole : whole.substring(colon + 1);
            return new Given(
                    target.or(() -> Target.in(request.roadmap(), request.input(TARGET))),
                    request.input(WORK).isBlank() ? typed.strip() : request.input(WORK));
        }

        /** The work as it is kept; empty if it is too long, or has no words by which it would be found again. */
        Optional<String> tidied() {
            return Precedent.WORK.tidied(work).filter(text -> !Words.of(text).isEmpty());
        }
    }

    /** The command that records it; without a target it asks for one. */
    static String command(String target, String work) {
        return "record " + target + ": " + work;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Given given = Given.in(request);
        if (!request.person().keepsRoadmap()) {
            return Ownership.instead(
                    request,
                    Kind.PRECEDENT,
                    Target.objective(request.roadmap(), given.target().flatMap(Target::objective)),
                    Intent.RECORD);
        }
        Optional<String> work = given.tidied();
        Optional<Item> bet = work.flatMap(
                text -> Names.in(request.roadmap()).only(Kind.INITIATIVE).whole(text));
        if (bet.isPresent()) {
            return request.tell(onRoadmap((Initiative) bet.get(), given), Subject.about(Intent.RECORD, bet.get()));
        }
        if (given.target().isEmpty() || work.isEmpty()) {
            return request.tell(form(request, given, work), Answer.of(Intent.RECORD));
        }
        return recorded(request, given.target().get(), work.get());
    }

    private static Card onRoadmap(Initiative bet, Given given) {
        Button show = Actions.ask("Show " + bet.id(), "show " + bet.id());
        Block.Buttons buttons = given.target()
                .flatMap(Target::keyResult)
                .map(keyResult -> Block.Buttons.of(
                        Actions.askFirst("Link it to " + keyResult.id(), "link " + bet.id() + " " + keyResult.id()),
                        show))
                .orElseGet(() -> Block.Buttons.of(show));
        return Card.of(
                Phrases.named(bet) + " is on the roadmap, so its own line counts.",
                new Block.Text(Prose.of("Nothing was changed. Link it to a key result instead.")),
                buttons);
    }

    private static Turn recorded(Request request, Target target, String work) {
        Optional<Precedent> earlier = request.roadmap().precedentOf(work);
        if (earlier.filter(target::isThatOf).isPresent()) {
            return request.tell(
                    already(earlier.get()),
                    Answer.about(Intent.RECORD, earlier.get().id()));
        }
        Precedent precedent = precedent(request, target, work);
        Stream<Change> removed = earlier.stream().map(old -> new Change.Removed(old));
        return request.tellThere(done(request, target, precedent, earlier), Answer.about(Intent.RECORD, precedent.id()))
                .recording(
                        Stream.concat(removed, Stream.of(new Change.Added(precedent)))
                                .toList(),
                        Stream.of(
                                        Stream.of(precedent.id().text()),
                                        target.ids(),
                                        earlier.map(old -> old.id().text()).stream())
                                .flatMap(ids -> ids)
                                .collect(Collectors.toSet()),
                        Optional.empty());
    }

    private static Precedent precedent(Request request, Target target, String work) {
        return (Precedent) Kind.PRECEDENT.item(
                request.roadmap().nextPrecedent(),
                Values.none()
                        .with(Precedent.TEXT, work)
                        .with(Precedent.KEY_RESULTS, target.keyResult().map(keyResult -> List.of(keyResult.id())))
                        .with(Precedent.OBJECTIVE, target.objective())
                        .with(Precedent.BY, request.person().id())
                        .with(Precedent.ON, request.scene().today()));
    }

    private static Card already(Precedent precedent) {
        return Card.of("It is recorded already that " + Phrases.serving(precedent) + " (" + precedent.id()
                + "). Nothing was changed.");
    }

    private static Card done(Request request, Target target, Precedent precedent, Optional<Precedent> earlier) {
        String objective = Target.objective(request.roadmap(), target.objective())
                .map(found -> (target.keyResult().isPresent() ? " of " + found.id() : "") + ", "
                        + Phrases.quoted(found.title()))
                .orElse("");
        String instead = earlier.map(old -> ", instead of " + old(old)).orElse("");
        String undo = earlier.map(old -> command(Target.typed(old), old.title()))
                .orElseGet(() -> ForgetWork.command(precedent));
        return Card.of(
                "Recorded as " + precedent.id() + ": " + Phrases.serving(precedent) + objective + instead + ".",
                Block.Buttons.of(Actions.ask("Undo", undo)));
    }

    private static String old(Precedent earlier) {
        return earlier.objective().isEmpty() ? "no OKR" : Target.typed(earlier);
    }

    private static Card form(Request request, Given given, Optional<String> work) {
        List<Field> fields = new ArrayList<>();
        if (work.isEmpty()) {
            fields.add(Field.text(WORK, "Work", true));
        }
        if (given.target().isEmpty()) {
            fields.add(keyResults(request));
        }
        String command = command(given.target().map(Target::typed).orElse(""), work.orElse(""))
                .strip();
        return Card.of(
                question(given, work),
                new Block.Text(Prose.of("Whoever asks about it next is told what you record.")),
                new Block.Form(
                        fields, Button.primary(Actions.FILL, "Record it", command), problem(request, given, work)));
    }

    private static String question(Given given, Optional<String> work) {
        String named = work.map(text -> Phrases.quoted(Phrases.clipped(text))).orElse("");
        if (given.target().isEmpty()) {
            return "Which key result does " + (work.isEmpty() ? "the work" : named) + " serve?";
        }
        return given.target().get().item().isEmpty()
                ? "Which work serves no OKR?"
                : "Which work serves " + given.target().get().typed() + "?";
    }

    private static Optional<String> problem(Request request, Given given, Optional<String> work) {
        if (work.isEmpty() && !given.work().isBlank()) {
            return Optional.of(
                    "Say the work in words, in at most " + Phrases.digits(Precedent.WORK.longest()) + " characters.");
        }
        if (request.inputs().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(work.isEmpty() ? "Say what the work is." : "Choose the key result that it serves, or none.");
    }

    /** Every key result, and every objective that has none. */
    private static Field keyResults(Request request) {
        Stream<Field.Option> keyResults =
                request.roadmap().all(Kind.KEY_RESULT).stream().map(item -> option(item, ((KeyResult) item).metric()));
        Stream<Field.Option> objectives = request.roadmap().objectives().stream()
                .filter(objective -> request.roadmap().measuring(objective).isEmpty())
                .map(objective -> option(objective, objective.title()));
        Stream<Field.Option> options = Stream.concat(objectives, keyResults).limit(OPTIONS);
        return Field.choice(
                TARGET,
                "Key result",
                Stream.concat(options, Stream.of(new Field.Option(Target.NONE, "None of them")))
                        .toList());
    }

    private static Field.Option option(Item item, String named) {
        return new Field.Option(item.id().text(), item.id() + " " + named);
    }
}
