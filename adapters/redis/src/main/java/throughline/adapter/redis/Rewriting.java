package throughline.adapter.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import throughline.core.conversation.Version;
import throughline.core.history.Redaction;
import throughline.core.roadmap.ChangeSet;

/**
 * Copies the log without some words and puts the copy in its place, under another history, so that every bot folds anew. It goes page by
 * page, so that nobody waits for long; what is committed meanwhile is looked at like the rest. Who begins anew goes on where
 * another one stopped.
 */
final class Rewriting {
    private static final Script AFTER = Script.named("after");
    private static final Script COPY = Script.named("copy");
    private static final String END = Long.MAX_VALUE + "-" + Long.MAX_VALUE;

    private final Redis redis;
    private final String organization;
    private final String name;
    private final Redaction redaction;
    private final int page;
    private final String before;
    private final String after = UUID.randomUUID().toString();
    private String copied = Version.START;
    private boolean isDone;

    /**
     * Begins to copy the log that there is now.
     *
     * @param name the entry that says that the words are to be taken out
     * @param page how many entries are copied at once
     */
    Rewriting(Redis redis, String organization, String name, Redaction redaction, int page) {
        this.redis = redis;
        this.organization = organization;
        this.name = name;
        this.redaction = redaction;
        this.page = page;
        this.before = redis.text(Keys.history(organization)).orElse("");
    }

    /** Until the log is another one; false if it became so by somebody else, who may have taken other words out. */
    boolean run() {
        boolean isMore = true;
        while (isMore) {
            isMore = copy(read());
        }
        return isDone;
    }

    /** What follows in the log. */
    List<Page.Entry> read() {
        List<String> arguments = List.of(copied, END, String.valueOf(page));
        return Page.entries((List<?>) redis.run(AFTER, List.of(Keys.log(organization)), arguments));
    }

    /** Copies what was read; false if the log is another one now. */
    boolean copy(List<Page.Entry> entries) {
        String upto =
                entries.isEmpty() ? copied : entries.get(entries.size() - 1).id();
        List<String> arguments = new ArrayList<>(List.of(name, before, after, copied, upto));
        for (Page.Entry entry : entries) {
            ChangeSet facts = entry.read();
            ChangeSet without = redaction.of(facts);
            if (!without.equals(facts)) {
                arguments.addAll(List.of(entry.id(), FactsJson.write(without)));
            }
        }
        List<?> reply = (List<?>) redis.run(
                COPY,
                List.of(
                        Keys.history(organization),
                        Keys.log(organization),
                        Keys.rewritten(organization, name),
                        Keys.redactions(organization),
                        Keys.snapshot(organization)),
                arguments);
        copied = (String) reply.get(1);
        isDone = "DONE".equals(reply.get(0));
        return "MORE".equals(reply.get(0));
    }
}
