package throughline.core.assistant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Reply.Visibility;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Version;

/**
 * Answers that are the same for everybody, as drawn for the first who asked. Forgotten as soon as anything is recorded: a turn is a
 * function of the version, so within one version there is nothing that could make an answer wrong.
 */
final class SharedAnswers {
    /** Enough for what people ask between two changes; more would only be kept for nobody. */
    private static final int MOST = 1_000;

    private volatile Since since = new Since(new Version("", Version.START));

    /** What such an answer depends on, besides the version. */
    private record Question(String platform, Input input, Place.Reach reach, LocalDate today, ZoneId zone) {}

    /** A reply in the platform's form. */
    record Drawn(Visibility visibility, String payload) {}

    private record Since(Version version, Map<Question, List<Drawn>> answers) {
        Since(Version version) {
            this(version, new ConcurrentHashMap<>());
        }
    }

    Optional<List<Drawn>> find(Version version, Scene scene) {
        Since current = since;
        return current.version.equals(version)
                ? Optional.ofNullable(current.answers.get(question(scene)))
                : Optional.empty();
    }

    void keep(Version version, Scene scene, List<Drawn> answer) {
        Since current = since;
        if (!current.version.equals(version) || current.answers.size() >= MOST) {
            current = new Since(version);
            since = current;
        }
        current.answers.put(question(scene), List.copyOf(answer));
    }

    private static Question question(Scene scene) {
        return new Question(
                scene.place().platform(), scene.input(), scene.place().reach(), scene.today(), scene.zone());
    }
}
