package throughline.adapter.redis;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Version;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Roadmap;

/** Folds the roadmap of an earlier moment, from the nearest checkpoint, page by page; the last one is kept while memory allows. */
final class AsOf {
    private static final Script AFTER = Script.named("after");
    private static final int PAGE = 500;

    private final Redis redis;
    private final String organization;
    private final Checkpoints checkpoints;
    private volatile SoftReference<Then> latest = new SoftReference<>(new Then("", Instant.EPOCH, Roadmap.empty()));

    AsOf(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.checkpoints = new Checkpoints(redis, organization);
    }

    /** What nothing that is recorded later can change. */
    private record Then(String history, Instant moment, Roadmap roadmap) {}

    Roadmap roadmap(Instant moment, Version last) {
        return Optional.ofNullable(latest.get())
                .filter(then -> then.history.equals(last.history()) && then.moment.equals(moment))
                .map(Then::roadmap)
                .orElseGet(() -> fold(moment, last));
    }

    private Roadmap fold(Instant moment, Version last) {
        Optional<SnapshotJson.Frozen> start = checkpoints.before(moment, last);
        Roadmap roadmap = start.map(SnapshotJson.Frozen::roadmap).orElse(Roadmap.empty());
        String known = start.map(frozen -> frozen.version().entry()).orElse(Version.START);
        while (!known.equals(last.entry())) {
            List<Page.Entry> page = page(known, last.entry());
            for (Page.Entry entry : page) {
                ChangeSet facts = entry.read();
                if (facts.stamp().at().isAfter(moment)) {
                    latest = new SoftReference<>(new Then(last.history(), moment, roadmap));
                    return roadmap;
                }
                roadmap = roadmap.on(facts);
            }
            known = page.isEmpty() ? last.entry() : page.get(page.size() - 1).id();
        }
        return roadmap;
    }

    private List<Page.Entry> page(String known, String last) {
        List<String> arguments = List.of(known, last, String.valueOf(PAGE));
        return Page.entries((List<?>) redis.run(AFTER, List.of(Keys.log(organization)), arguments));
    }
}
