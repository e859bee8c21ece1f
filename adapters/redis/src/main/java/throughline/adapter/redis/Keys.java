package throughline.adapter.redis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Spells every key; nothing else does. All keys of an organization have its id as their hash tag, so that they are on one node of
 * a cluster and one script may use them together.
 */
final class Keys {
    /** How long a commit is known to have been stored, in seconds: much longer than anybody asks again. */
    static final int COMMITTED_SECONDS = 3_600;

    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final String FOR_EVER = "none";
    private static final String COMMIT = "a commit";

    /**
     * What a key looks like.
     *
     * @param pattern the key with {@code {T}} for the organization and other parts in angle brackets
     * @param type the type in Redis
     * @param lifetime after which Redis forgets it
     * @param writer what writes it
     * @param holds what is in it
     * @param example one such key
     */
    record Shape(String pattern, String type, String lifetime, String writer, String holds, String example) {
        private Key key(String organization) {
            return new Key(pattern.replace("{T}", "{" + organization + "}"));
        }

        private Key key(String organization, String part) {
            return new Key(
                    key(organization).text().replaceFirst("<\\w+>", java.util.regex.Matcher.quoteReplacement(part)));
        }
    }

    private static final Shape HISTORY = new Shape(
            "tl:{T}:history",
            "string",
            FOR_EVER,
            "the first load",
            "random id of this log; another one means another log",
            "tl:{acme}:history");
    private static final Shape LOG = new Shape(
            "tl:{T}:log",
            "stream",
            FOR_EVER,
            COMMIT,
            "the facts, one entry a commit: `f` is a stored `facts`, `p` the entry that moved each name before",
            "tl:{acme}:log");
    private static final Shape TOUCHED = new Shape(
            "tl:{T}:touched",
            "hash",
            FOR_EVER,
            COMMIT,
            "what a turn may rely on, folded to upper case, to the entry of the log that moved it last",
            "tl:{acme}:touched");
    private static final Shape PEOPLE =
            new Shape("tl:{T}:people", "hash", FOR_EVER, COMMIT, "person id to a stored `person`", "tl:{acme}:people");
    private static final Shape SNAPSHOT = new Shape(
            "tl:{T}:snapshot",
            "string",
            FOR_EVER,
            "any bot, after 500 facts",
            "a stored `snapshot`, gzipped; only shortens the fold, may be deleted",
            "tl:{acme}:snapshot");
    private static final Shape CHECKPOINTS = new Shape(
            "tl:{T}:checkpoints",
            "hash",
            FOR_EVER,
            "any bot, with a snapshot",
            "entry of the log to a stored `checkpoint`; only shortens the fold of an earlier day, may be deleted",
            "tl:{acme}:checkpoints");
    private static final Shape CHECKPOINT = new Shape(
            "tl:{T}:checkpoint:<entry>",
            "string",
            FOR_EVER,
            "any bot, with a snapshot",
            "a stored `snapshot`, gzipped, as of this entry; may be deleted",
            "tl:{acme}:checkpoint:1712-3");
    private static final Shape REDACTIONS = new Shape(
            "tl:{T}:redactions",
            "hash",
            "while words are taken out",
            "a commit; the bot that has taken the words out of all keys takes out",
            "entry of the log with a `redacted` fact to the history that its copy is of",
            "tl:{acme}:redactions");
    private static final Shape REWRITTEN = new Shape(
            "tl:{T}:rewritten:<redaction>",
            "stream",
            "while words are taken out",
            "the bot that takes words out of the log",
            "a part of the log without these words; becomes the log",
            "tl:{acme}:rewritten:1712-3");
    private static final Shape DIALOGUE = new Shape(
            "tl:{T}:dialogue:<conversation>",
            "string",
            "none; 14 days for what was talked about",
            COMMIT,
            "a stored `dialogue`, until it is over",
            "tl:{acme}:dialogue:local:dm:p1");
    private static final Shape INBOX = new Shape(
            "tl:{T}:inbox",
            "stream",
            FOR_EVER,
            "the inbox; a commit takes out",
            "inputs that wait: `f` is a stored `incoming`, the entry is the ticket",
            "tl:{acme}:inbox");
    private static final Shape SEEN = new Shape(
            "tl:{T}:seen:<delivery>",
            "string",
            "26 hours, 2 minutes for a tap",
            "the inbox",
            "that a delivery came: who accepted it, and its ticket",
            "tl:{acme}:seen:local-17");
    private static final Shape OUTBOX = new Shape(
            "tl:{T}:outbox",
            "stream",
            FOR_EVER,
            "a commit; the outbox takes out",
            "messages to send: `f` is a stored `posting`",
            "tl:{acme}:outbox");
    private static final Shape UNSENT = new Shape(
            "tl:{T}:unsent",
            "hash",
            FOR_EVER,
            "a commit; the outbox takes out",
            "posting id to its entry in the outbox",
            "tl:{acme}:unsent");
    private static final Shape COMMITTED = new Shape(
            "tl:{T}:committed:<commit>",
            "string",
            "1 hour",
            COMMIT,
            "that a commit was stored, for who did not hear it; the newest entry of the log then",
            "tl:{acme}:committed:7c2e");
    private static final Shape TRANSCRIPT = new Shape(
            "tl:{T}:transcript:<channel>",
            "list",
            FOR_EVER,
            "the local chat",
            "stored `kept`, oldest first",
            "tl:{acme}:transcript:#growth");
    private static final Shape KEPT = new Shape(
            "tl:{T}:kept:<channel>",
            "hash",
            FOR_EVER,
            "the local chat",
            "message id to its place in the transcript",
            "tl:{acme}:kept:#growth");
    private static final Shape CLOCK = new Shape(
            "tl:{T}:clock",
            "string",
            FOR_EVER,
            "a settable clock",
            "a stored `clock`: where it was put last",
            "tl:{acme}:clock");

    private static final Shape ADDRESSES = new Shape(
            "tl:{T}:addresses:<platform>",
            "hash",
            FOR_EVER,
            "the platform's messenger",
            "a place or a person to a stored `address`: how it is reached",
            "tl:{acme}:addresses:teams");

    private static final Shape SCHEDULE = new Shape(
            "tl:{T}:schedule",
            "zset",
            FOR_EVER,
            "whoever plans a ritual; materialising",
            "ritual to when it is next due, in milliseconds",
            "tl:{acme}:schedule");
    private static final Shape DIARIES = new Shape(
            "tl:{T}:diaries",
            "hash",
            FOR_EVER,
            "materialising",
            "ritual to a stored `diary`: what it has behind it",
            "tl:{acme}:diaries");
    private static final Shape OCCURRENCE = new Shape(
            "tl:{T}:occurrence:<occurrence>",
            "hash",
            "120 days after it is over",
            "materialising; the outbox; deliveries",
            "how far an occurrence is: `state`, `token` of who holds it, `lease`, `last` and `first` call, `id` on the platform; "
                    + "`f` is a stored `posting`, until it arrived",
            "tl:{acme}:occurrence:nudge:growth:2026-W47");
    private static final Shape DELIVERIES = new Shape(
            "tl:{T}:deliveries",
            "stream",
            FOR_EVER,
            "materialising; the outbox; deliveries",
            "occurrences to be sent now, for the group `bots`",
            "tl:{acme}:deliveries");
    private static final Shape DELAYED = new Shape(
            "tl:{T}:delayed",
            "zset",
            FOR_EVER,
            "deliveries",
            "occurrence to when it is tried again, in milliseconds of Redis",
            "tl:{acme}:delayed");
    private static final Shape DEAD = new Shape(
            "tl:{T}:dead",
            "stream",
            FOR_EVER,
            "deliveries; an operator takes out",
            "occurrences that are held, dead or skipped, with the reason",
            "tl:{acme}:dead");
    private static final Shape SWEEPS = new Shape(
            "tl:{T}:sweeps",
            "zset",
            FOR_EVER,
            "deliveries",
            "occurrence to when second copies of it are looked for, in milliseconds of Redis",
            "tl:{acme}:sweeps");
    private static final Shape PRIMARY = new Shape(
            "tl:{T}:primary",
            "hash",
            FOR_EVER,
            "deliveries",
            "`run` id of the primary that was seen last, and when it `changed`",
            "tl:{acme}:primary");
    private static final Shape PAUSED = new Shape(
            "tl:{T}:paused:<platform>",
            "string",
            "as long as the platform said",
            "deliveries",
            "that nothing is sent to a platform",
            "tl:{acme}:paused:slack");
    private static final Shape BUCKET = new Shape(
            "tl:{T}:bucket:<bucket>",
            "string",
            "until it is full",
            "deliveries",
            "when a bucket of tokens is full again, in milliseconds of Redis",
            "tl:{acme}:bucket:slack:C1");

    /** Every shape, as the documentation lists them. */
    static final List<Shape> SHAPES = List.of(
            HISTORY,
            LOG,
            TOUCHED,
            PEOPLE,
            SNAPSHOT,
            CHECKPOINTS,
            CHECKPOINT,
            REDACTIONS,
            REWRITTEN,
            DIALOGUE,
            INBOX,
            SEEN,
            OUTBOX,
            UNSENT,
            COMMITTED,
            TRANSCRIPT,
            KEPT,
            CLOCK,
            ADDRESSES,
            SCHEDULE,
            DIARIES,
            OCCURRENCE,
            DELIVERIES,
            DELAYED,
            DEAD,
            SWEEPS,
            PRIMARY,
            PAUSED,
            BUCKET);

    private Keys() {}

    /**
     * Checks an organization's id.
     *
     * @throws IllegalArgumentException if it cannot be a hash tag
     */
    static String organization(String id) {
        if (!ORGANIZATION.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "throughline.organization must have 1 to 64 letters, digits, dots, hyphens or underscores.");
        }
        return id;
    }

    static Key history(String organization) {
        return HISTORY.key(organization);
    }

    static Key log(String organization) {
        return LOG.key(organization);
    }

    static Key touched(String organization) {
        return TOUCHED.key(organization);
    }

    static Key people(String organization) {
        return PEOPLE.key(organization);
    }

    static Key snapshot(String organization) {
        return SNAPSHOT.key(organization);
    }

    static Key checkpoints(String organization) {
        return CHECKPOINTS.key(organization);
    }

    static Key checkpoint(String organization, String entry) {
        return CHECKPOINT.key(organization, entry);
    }

    static Key rewritten(String organization, String redaction) {
        return REWRITTEN.key(organization, redaction);
    }

    static Key redactions(String organization) {
        return REDACTIONS.key(organization);
    }

    static Key dialogue(String organization, String conversation) {
        return DIALOGUE.key(organization, conversation);
    }

    /** Finds the dialogues of all conversations. */
    static String everyDialogue(String organization) {
        return DIALOGUE.key(organization, "*").text();
    }

    static Key inbox(String organization) {
        return INBOX.key(organization);
    }

    static Key seen(String organization, String delivery) {
        return SEEN.key(organization, delivery);
    }

    static Key outbox(String organization) {
        return OUTBOX.key(organization);
    }

    static Key unsent(String organization) {
        return UNSENT.key(organization);
    }

    static Key committed(String organization, String commit) {
        return COMMITTED.key(organization, commit);
    }

    static Key transcript(String organization, String channel) {
        return TRANSCRIPT.key(organization, channel);
    }

    static Key kept(String organization, String channel) {
        return KEPT.key(organization, channel);
    }

    static Key clock(String organization) {
        return CLOCK.key(organization);
    }

    static Key addresses(String organization, String platform) {
        return ADDRESSES.key(organization, platform);
    }

    static Key schedule(String organization) {
        return SCHEDULE.key(organization);
    }

    static Key diaries(String organization) {
        return DIARIES.key(organization);
    }

    static Key occurrence(String organization, String occurrence) {
        return OCCURRENCE.key(organization, occurrence);
    }

    static Key deliveries(String organization) {
        return DELIVERIES.key(organization);
    }

    static Key delayed(String organization) {
        return DELAYED.key(organization);
    }

    static Key dead(String organization) {
        return DEAD.key(organization);
    }

    static Key sweeps(String organization) {
        return SWEEPS.key(organization);
    }

    static Key primary(String organization) {
        return PRIMARY.key(organization);
    }

    static Key paused(String organization, String platform) {
        return PAUSED.key(organization, platform);
    }

    static Key bucket(String organization, String bucket) {
        return BUCKET.key(organization, bucket);
    }

    /** The table of the documentation. */
    static String table() {
        StringBuilder table = new StringBuilder("| key | type | lifetime | written by | holds | example |\n");
        table.append("| --- | --- | --- | --- | --- | --- |\n");
        for (Shape shape : SHAPES) {
            table.append("| `%s` | %s | %s | %s | %s | `%s` |\n"
                    .formatted(shape.pattern, shape.type, shape.lifetime, shape.writer, shape.holds, shape.example));
        }
        return table.toString();
    }
}
