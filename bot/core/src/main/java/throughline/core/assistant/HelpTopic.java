package throughline.core.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What help is divided into, so that it fits one message. A command that no other topic names is one that asks. */
@SuppressWarnings("ImmutableEnumChecker") // the sets never change; their type cannot say so
enum HelpTopic {
    ASKING("Ask about the roadmap"),
    WEIGHING("Check and weigh it", "check", "layer", "diagnose", "score", "compare", "mix", "trade-off"),
    KEEPING(
            "Keep it",
            "add",
            "edit",
            "move",
            "approve",
            "done",
            "drop",
            "own",
            "check-in",
            "remove",
            "link",
            "unlink",
            "record",
            "forget",
            "undo",
            "redo"),
    DECIDING(
            "Decide together",
            "proposals",
            "accept",
            "decline",
            "withdraw",
            "ask-back",
            "reply",
            "flags",
            "settle",
            "share",
            "comment",
            "comments",
            "reviewed",
            "watch",
            "unwatch",
            "watching",
            "ask-owner",
            "answer",
            "questions"),
    REQUESTING("Request something", "request", "requests"),
    ANSWERING("Decide about requests", "decide", "agree", "object", "overrule", "uphold", "revisit", "decisions"),
    REMEMBERING("Look back", "review", "changes", "history", "as-of", "diff", "slip"),
    HEARING("Be told without asking", "nudge", "pulse", "sync", "cascade", "snooze", "settings"),
    ARRANGING("Set it up", "account", "role", "forget-person", "redact", "operations", "help");

    private final String title;
    private final Set<String> verbs;

    HelpTopic(String title, String... verbs) {
        this.title = title;
        this.verbs = Set.of(verbs);
    }

    static Optional<HelpTopic> named(String text) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** As people read it: "Keep it". */
    String title() {
        return title;
    }

    /** As it is typed after {@code help}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<String> verbs() {
        return verbs;
    }

    /** Those of the commands that belong here, in their order. */
    List<Usage> of(List<Usage> all) {
        return all.stream().filter(usage -> of(usage) == this).toList();
    }

    private static HelpTopic of(Usage usage) {
        return Arrays.stream(values())
                .filter(topic -> topic.verbs.contains(usage.verb()))
                .findFirst()
                .orElse(ASKING);
    }
}
