package throughline.core.view;

import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Item;

/** Why an item is flagged, in words. */
public record FlagWords(Scene scene) {
    /** "rebuild?"; empty if nothing is to be settled. */
    public static Optional<String> mark(Item item) {
        return Flag.of(item).isEmpty() ? Optional.empty() : Optional.of(Flag.question(item.kind()));
    }

    /** "rebuild? Maya changed the target of 7-day activation (O1-KR2) 3 days ago", the newest reason, and how many more. */
    public Optional<String> of(Item item) {
        List<Flag> flags = Flag.of(item);
        return flags.stream()
                .reduce((earlier, later) -> later)
                .map(flag -> Flag.question(item.kind()) + " " + told(flag)
                        + (flags.size() > 1 ? ", and " + (flags.size() - 1) + " more" : ""));
    }

    /** "Maya changed the target of 7-day activation (O1-KR2) today". */
    public String told(Flag flag) {
        String cause = scene.roadmap()
                .find(flag.because())
                .map(Phrases::named)
                .orElse(flag.because().text());
        return scene.people().call(flag.by()) + " changed the " + flag.what() + " of " + cause + " "
                + new Phrases(scene).ago(flag.on());
    }
}
