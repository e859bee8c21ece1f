package throughline.core.conversation;

import java.util.Optional;
import throughline.core.people.People;
import throughline.core.roadmap.Roadmap;

/**
 * What a store knows at one moment about the organization and one conversation.
 *
 * @param history what led here
 * @param mark tells this state of the dialogue from other ones; to be handed back with the {@link Commit}
 */
public record Snapshot(
        Version version, Roadmap roadmap, People people, History history, Optional<Dialogue> dialogue, String mark) {}
