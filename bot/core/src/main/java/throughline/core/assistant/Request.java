package throughline.core.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * A command that somebody gave.
 *
 * @param command the whole command as it would be typed, so that it can be repeated
 * @param rest what followed the verb, without a final "all"
 * @param all whether everything is wanted in one answer
 * @param inputs what was filled in, if the command came from a form
 * @param visibility who sees the answer
 * @param door where other commands are given from here
 */
record Request(
        Scene scene,
        String command,
        String rest,
        boolean all,
        Map<String, List<String>> inputs,
        Reply.Visibility visibility,
        Door door) {

    /** Where a command is given as if somebody had said it. */
    interface Door {
        /** Nothing is given where only one question is answered. */
        Door SHUT = (scene, command, inputs, trial) -> {
            throw new IllegalStateException("no command is given from here");
        };

        /** Where it is only looked at what would follow. */
        Door TRIAL = (scene, command, inputs, trial) -> SHUT.given(scene, command, inputs, trial);

        /** @param trial whether it is only looked at what would follow */
        Turn given(Scene scene, String command, Map<String, List<String>> inputs, boolean trial);
    }

    Request(
            Scene scene,
            String command,
            String rest,
            boolean all,
            Map<String, List<String>> inputs,
            Reply.Visibility visibility) {
        this(scene, command, rest, all, inputs, visibility, Door.SHUT);
    }

    /** Whether it is only looked at what would follow: nothing is proposed then, and no gate asks. */
    boolean isTrial() {
        return door == Door.TRIAL;
    }

    /** How many rows an answer shows unless all are wanted. */
    static final int ROWS = 5;

    /** So many rows are the most that an answer over everything holds. */
    static final int MOST = 200;

    /** The same, about something else. */
    Request about(String other) {
        return new Request(scene, command, other, all, inputs, visibility, door);
    }

    /** The same as if these were recorded. */
    Request with(List<Change> changes) {
        Roadmap after = roadmap()
                .on(new ChangeSet(
                        new Stamp(scene.now(), person().id(), scene.place().written()), Optional.empty(), changes));
        Scene later = new Scene(
                after, scene.history(), scene.people(), scene.person(), scene.incoming(), scene.now(), scene.fresh());
        return new Request(later, command, rest, all, inputs, visibility);
    }

    Roadmap roadmap() {
        return scene.roadmap();
    }

    Person person() {
        return scene.person();
    }

    int rows() {
        return all ? Integer.MAX_VALUE : ROWS;
    }

    /** What followed the verb, a final "all" included: free text may end so. */
    String whole() {
        return all ? (rest + " all").strip() : rest;
    }

    /** What was filled in, or "". */
    String input(String field) {
        return inputs.getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    Turn say(Card card, Answer answer) {
        return Turn.say(new Reply(visibility, shareable(card), Optional.of(answer)));
    }

    /** Says something where it was asked, without an offer to share it. */
    Turn tellThere(Card card, Answer answer) {
        return Turn.say(new Reply(visibility, card, Optional.of(answer)));
    }

    /** Says something that only the person should see, wherever it was asked. */
    Turn tell(Card card, Answer answer) {
        return Turn.say(new Reply(Reply.Visibility.PRIVATE, card, Optional.of(answer)));
    }

    private Card shareable(Card card) {
        boolean hidden =
                visibility == Reply.Visibility.PRIVATE && !scene.place().isDirect();
        return hidden ? card.with(Button.plain(Actions.SHARE, "Share here", command)) : card;
    }
}
