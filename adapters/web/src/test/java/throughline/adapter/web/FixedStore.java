package throughline.adapter.web;

import java.util.Optional;
import throughline.core.conversation.Commit;
import throughline.core.conversation.History;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.Version;
import throughline.core.people.People;
import throughline.core.roadmap.Roadmap;

/** A store that always knows the same. */
record FixedStore(Roadmap roadmap, People people) implements TurnStore {
    static FixedStore empty() {
        return new FixedStore(Roadmap.empty(), People.none());
    }

    @Override
    public Snapshot load(String conversation) {
        return new Snapshot(new Version("test", Version.START), roadmap, people, History.NONE, Optional.empty(), "");
    }

    @Override
    public Outcome commit(Commit commit) {
        throw new UnsupportedOperationException("the local chat commits nothing itself");
    }
}
