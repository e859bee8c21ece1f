package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
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
            "Record which key result an initiative serves, which objective a theme serves, or what it needs first",
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
        Because given = Because.in(request.rest());
        Optional<Connection> other = Connection.in(request.roadmap(), given.text())
                .filter(connection -> connection.to().kind() != Kind.KEY_RESULT);
        if (other.isPresent()) {
            return connected(request, other.get(), given.reason());
        }
        Pair pair = Pair.in(request.roadmap(), request.rest());
        Optional<Initiative> initiative =
                pair.initiative().or(() -> Pair.initiative(request.roadmap(), request.input(INITIATIVE)));
        if (!request.person().keepsRoadmap()) {
            return Ownership.instead(request, Kind.INITIATIVE, initiative, Intent.LINK);
        }
        Optional<KeyResult> keyResult = pair.keyResult()
                .or(() -> request.roadmap()
                        .find(request.input(KEY_RESULT))
                        .filter(KeyResult.class::isInstance)
                        .map(KeyResult.class::cast));
        if (initiative.isEmpty() || keyResult.isEmpty()) {
            return request.tell(form(request, pair, initiative), Answer.of(Intent.LINK));
        }
        return linked(request, initiative.get(), keyResult.get(), reason(request, pair));
    }

    private static Turn connected(Request request, Connection connection, Optional<String> why) {
        Item from = connection.from();
        if (!Ownership.may(request.person(), from.kind(), Optional.of(from))) {
            return Ownership.instead(request, from.kind(), Optional.of(from), Intent.LINK);
        }
        Edits edits = new Edits(request, from, List.of(connection.made()));
        return connection.isThere()
                ? request.tell(edits.nothingChanged(), Subject.about(Intent.LINK, from))
                : edits.recorded(Intent.LINK, why);
    }

    private static Turn linked(Request request, Initiative initiative, KeyResult keyResult, Optional<String> reason) {
        Answer answer = Subject.about(Intent.LINK, initiative);
        if (initiative.serves().contains(keyResult.id())) {
            return request.tell(
                    Card.of(Phrases.named(initiative) + " already serves " + keyResult.id() + ". Nothing was changed."),
                    answer);
        }
        Change change = new Change.Listed<>(Kind.INITIATIVE, initiative.id(), Initiative.SERVES, keyResult.id());
        return request.tellThere(recorded(request, initiative, keyResult), answer)
                .recording(
                        List.of(change),
                        Set.of(initiative.id().text(), keyResult.id().text()),
                        reason);
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

    private static Optional<String> reason(Request request, Pair pair) {
        return Optional.of(request.input(REASON))
                .filter(text -> !text.isBlank())
                .or(pair::reason);
    }

    private static Card form(Request request, Pair pair, Optional<Initiative> initiative) {
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
                        problem(request, pair, initiative)));
    }

    private static Optional<String> problem(Request request, Pair pair, Optional<Initiative> initiative) {
        String asked = request.input(INITIATIVE).isBlank() ? pair.name() : request.input(INITIATIVE);
        if (initiative.isEmpty() && !asked.isBlank()) {
            return Optional.of(Pair.unknown(request.roadmap(), asked));
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
}
