package throughline.core.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Input;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.question.FollowUp;
import throughline.core.question.Names;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** The one item that the last answer was about, so that "and who owns it?" is about it too. */
record Focus(ItemId about) implements Dialogue {
    private static final Field<ItemId> ABOUT =
            Field.required("about", Shape.anyItem(), "The id of what was talked about");

    static final Stored<Focus> STORED = new Stored<>(
            "focus",
            1,
            new Shape.Structure<>(
                    "what was talked about",
                    List.of(ABOUT),
                    values -> new Focus(values.get(ABOUT)),
                    it -> Values.none().with(ABOUT, it.about)),
            Focus.class);

    /** Who comes back later has to say again what it is about. */
    private static final Duration LIFETIME = Duration.ofDays(14);

    /** What people ask more about. */
    private static final Set<Kind> KINDS =
            Set.of(Kind.INITIATIVE, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME, Kind.WORKSTREAM, Kind.TEAM);

    /**
     * The turn, after which the conversation is about the one item that its answer names, or about what it was before if the
     * answer names nothing. A command leaves that as it is, so that it needs no commit; a question of the bot's own goes before.
     */
    static Turn after(Turn turn, Scene scene, Optional<Dialogue> before) {
        if (turn.next().isPresent()) {
            return turn;
        }
        List<String> named = isOpen(scene) ? named(turn, scene) : List.of();
        if (named.size() > 1) {
            return turn;
        }
        Optional<Dialogue> now = named.stream()
                .flatMap(entity -> item(scene, entity).stream())
                .<Dialogue>map(item -> new Focus(item.id()))
                .findFirst();
        return turn.leaving(now.or(() -> before.filter(Focus.class::isInstance)));
    }

    /** Whether nothing is open but a focus that the input does not refer to. */
    static boolean isAside(Scene scene, Optional<Dialogue> open) {
        return open.isEmpty()
                || (open.get() instanceof Focus focus && focus.on(scene).isEmpty());
    }

    /** Whether everybody in the conversation heard what was asked. */
    private static boolean isOpen(Scene scene) {
        return scene.input() instanceof Input.Said said && said.manner() == Input.Manner.OPEN;
    }

    /** What the answers are about that everybody in the conversation sees. */
    private static List<String> named(Turn turn, Scene scene) {
        return turn.replies().stream()
                .filter(reply -> scene.place().isDirect() || reply.visibility() == Reply.Visibility.PUBLIC)
                .flatMap(reply -> reply.answer().stream())
                .flatMap(answer -> answer.entities().stream())
                .distinct()
                .toList();
    }

    private static Optional<Item> item(Scene scene, String entity) {
        return scene.roadmap()
                .find(entity)
                .or(() -> Names.in(scene.roadmap()).only(Kind.TEAM).whole(entity))
                .filter(item -> KINDS.contains(item.kind()));
    }

    @Override
    public Optional<Response> on(Scene scene) {
        return scene.input() instanceof Input.Said said
                ? command(scene, said.text()).map(Response.Means::new)
                : Optional.empty();
    }

    private Optional<String> command(Scene scene, String text) {
        Optional<Item> item = scene.roadmap().find(about);
        return item.flatMap(found -> FollowUp.of(text, found))
                .filter(command -> Names.in(scene.roadmap()).whole(text).isEmpty());
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(LIFETIME);
    }
}
