package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import throughline.core.roadmap.Objective;
import throughline.core.view.Phrases;

/** Records that an initiative serves a key result. */
final class Link implements Command {
    private static final Usage USAGE = Usage.of(
            "link",
            "<initiative> <key result> [because …]",
            "Record which key result an initiative serves",
            Intent.LINK);
    private static final String INITIATIVE = "initiative";
    private static final String KEY_RESULT = "key_result";
    private static final String REASON = "reason";

    /** How many alternatives a form offers; more are typed. */
    private static final int OPTIONS = 100;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        if (!request.person().keepsRoadmap()) {
            return request.tell(Ownership.refusal(request, named(request)), Answer.of(Intent.LINK));
        }
        Optional<Initiative> initiative = named(request);
        Optional<KeyResult> keyResult = keyResult(request);
        if (initiative.isEmpty() || keyResult.isEmpty()) {
            return request.tell(form(request, initiative), Answer.of(Intent.LINK));
        }
        return linked(request, initiative.get(), keyResult.get());
    }

    private static Turn linked(Request request, Initiative initiative, KeyResult keyResult) {
        Answer answer = Subject.about(Intent.LINK, initiative);
        if (initiative.serves().contains(keyResult.id())) {
            return request.tell(
                    Card.of(Phrases.named(initiative) + " already serves " + keyResult.id() + ". Nothing was changed."),
                    answer);
        }
        Change change = new Change.Listed<>(Kind.INITIATIVE, initiative.id(), Initiative.SERVES, keyResult.id());
        return request.say(recorded(request, initiative, keyResult), answer)
                .recording(
                        List.of(change),
                        Set.of(initiative.id().text(), keyResult.id().text()),
                        reason(request));
    }

    private static Card recorded(Request request, Initiative initiative, KeyResult keyResult) {
        String objective = request.roadmap()
                .find(keyResult.objective(), Objective.class)
                .map(found -> " of " + found.id() + ", " + Phrases.quoted(found.title()))
                .orElse("");
        return Card.of(
                "Recorded: " + Phrases.named(initiative) + " serves " + keyResult.id() + objective + ".",
                new Block.Text(Prose.of(Phrases.progress(keyResult))),
                Block.Buttons.of(
                        Actions.ask("Undo", "unlink " + initiative.id() + " " + keyResult.id() + " yes"),
                        Actions.ask("Show " + initiative.id(), "show " + initiative.id())));
    }

    private static Optional<String> reason(Request request) {
        String[] typed = request.rest().split("(?i)\\bbecause\\b", 2);
        return Stream.of(request.input(REASON), typed.length > 1 ? typed[1].strip() : "")
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Card form(Request request, Optional<Initiative> initiative) {
        List<Field> fields = new ArrayList<>();
        if (initiative.isEmpty()) {
            fields.add(Field.text(INITIATIVE, "Initiative (name or id)", true));
        }
        fields.add(keyResults(request));
        fields.add(Field.text(REASON, "Why", false));
        String command = "link" + initiative.map(found -> " " + found.id()).orElse("");
        return Card.of(
                "Which key result does " + initiative.map(Phrases::named).orElse("the initiative") + " serve?",
                new Block.Form(
                        fields,
                        Button.primary(Actions.FILL, "Record the line", command),
                        problem(request, initiative)));
    }

    private static Optional<String> problem(Request request, Optional<Initiative> initiative) {
        String asked = Stream.of(request.input(INITIATIVE), initiative.isPresent() ? "" : Ownership.name(request))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (initiative.isEmpty() && !asked.isEmpty()) {
            return Optional.of("I find no initiative called " + Phrases.quoted(asked) + ". Give its id, such as I3.");
        }
        boolean sent = !request.inputs().isEmpty();
        return sent && request.input(KEY_RESULT).isEmpty()
                ? Optional.of("Choose the key result that it serves.")
                : Optional.empty();
    }

    private static Field keyResults(Request request) {
        List<Field.Option> options = request.roadmap().all(Kind.KEY_RESULT).stream()
                .limit(OPTIONS)
                .map(item -> new Field.Option(item.id().text(), item.id() + " " + ((KeyResult) item).metric()))
                .toList();
        return Field.choice(KEY_RESULT, "Key result", options);
    }

    private static Optional<Initiative> named(Request request) {
        String text = request.input(INITIATIVE).isEmpty() ? Ownership.name(request) : request.input(INITIATIVE);
        return one(request, Kind.INITIATIVE, text).map(Initiative.class::cast);
    }

    private static Optional<KeyResult> keyResult(Request request) {
        String text = request.input(KEY_RESULT).isEmpty() ? request.rest() : request.input(KEY_RESULT);
        return one(request, Kind.KEY_RESULT, text).map(KeyResult.class::cast);
    }

    /** By exact id or title only: a change is not made on a guess. */
    private static Optional<Item> one(Request request, Kind kind, String text) {
        return Names.in(request.roadmap()).only(kind).find(text) instanceof Names.Found.One one && one.isExact()
                ? Optional.of(one.item())
                : Optional.empty();
    }
}
