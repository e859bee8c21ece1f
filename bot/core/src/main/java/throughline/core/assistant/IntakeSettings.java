package throughline.core.assistant;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.IntakeChannel;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Values;

/** Where requests are shown that are filed from now on: set up by who keeps the roadmap. */
final class IntakeSettings {
    static final Pattern SAID = Pattern.compile("intake\\s+(?<channel>here|#\\S+|off)", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final ChannelNames names;

    IntakeSettings(Request request) {
        this.request = request;
        this.names = new ChannelNames(request);
    }

    /** Where requests are shown that are filed from now on. */
    Turn said(String channel) {
        if (!request.person().keepsRoadmap()) {
            return request.tell(
                    Card.of(
                            "Only a PM, a product lead or an admin says where requests are shown. Nothing was changed.",
                            Block.Buttons.of(Actions.ask("What is set up?", "settings"))),
                    Answer.of(Intent.SETTINGS));
        }
        Optional<IntakeChannel> before = request.roadmap().intake();
        if (channel.equalsIgnoreCase("off")) {
            Turn turn = request.tellThere(
                    Card.of("Requests are shown in no channel. Who decides is told in private, as always."),
                    Answer.of(Intent.SETTINGS));
            return before.map(intake -> turn.recording(
                            List.of(new Change.Removed(Kind.INTAKE, intake.id())),
                            Set.of(intake.id().text()),
                            Optional.empty()))
                    .orElse(turn);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<String> place = names.place(channel, problems);
        if (place.isEmpty() || !problems.isEmpty()) {
            return request.tell(
                    Card.of("Nothing was changed. " + String.join(" ", problems.values())), Answer.of(Intent.SETTINGS));
        }
        Change change = before.map(intake -> Change.edited(intake, IntakeChannel.CHANNEL, place))
                .orElseGet(() -> new Change.Added(Kind.INTAKE.item(
                        request.roadmap().nextBeside(Kind.INTAKE),
                        Values.none()
                                .with(IntakeChannel.CHANNEL, place)
                                .with(
                                        IntakeChannel.AFTER,
                                        request.roadmap().requests().stream()
                                                .map(Item::id)
                                                .max(Comparator.naturalOrder())))));
        return request.tellThere(
                        Card.of(
                                "Each request that is filed from now on is shown in " + names.name(place.get()) + ".",
                                new Block.Text(Prose.of("Who decides is told in private as well.")),
                                Block.Buttons.of(Actions.ask("Stop that", "settings intake off"))),
                        Answer.of(Intent.SETTINGS))
                .recording(
                        List.of(change), Set.of(change.about().map(ItemId::text).orElse("")), Optional.empty());
    }

    /** What holds, in a row among the other settings; empty where requests are shown nowhere. */
    Optional<Block.Items.Row> row() {
        return request.roadmap()
                .intake()
                .map(intake -> new Block.Items.Row(
                        Prose.strong("Requests"), List.of(Prose.of("are shown in " + names.name(intake.channel())))));
    }
}
