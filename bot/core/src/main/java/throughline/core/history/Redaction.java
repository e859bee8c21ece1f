package throughline.core.history;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

/**
 * Takes words out of facts: those that one commit brought in about an item, wherever facts about this item repeat them, so that
 * the fold never has them. What is kept beside the roadmap may have copied them into texts of its own, such as the command of a
 * proposal, so there they are taken out of the middle of a text too.
 */
public final class Redaction {
    /** What stands there instead. */
    public static final String MARK = "[redacted]";

    private final ItemId item;
    private final Set<String> texts;
    private final Optional<String> why;
    private final Set<String> kin;
    private final Pattern name;
    private final List<Phrase> phrases;

    private Redaction(ItemId item, Set<String> texts, Optional<String> why, Set<String> kin) {
        this.item = item;
        this.texts = texts;
        this.why = why;
        this.kin = kin;
        this.name = Pattern.compile(
                "(?<![\\p{L}\\p{N}-])" + Pattern.quote(item.text()) + "(?![\\p{L}\\p{N}-])", Pattern.CASE_INSENSITIVE);
        this.phrases = texts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Phrase::of)
                .toList();
    }

    /** Of what a commit says about an item, its reason included. */
    public static Redaction of(ChangeSet facts, ItemId item) {
        Set<String> texts = new LinkedHashSet<>();
        facts.about(item).changes().forEach(change -> words(change).forEach(texts::add));
        facts.why().ifPresent(texts::add);
        texts.removeIf(text -> text.isBlank() || text.equals(MARK));
        Set<String> kin = facts.changes().stream()
                .filter(Redaction::isBeside)
                .flatMap(change -> change.about().stream())
                .map(ItemId::folded)
                .collect(Collectors.toSet());
        return new Redaction(item, texts, facts.why().filter(texts::contains), kin);
    }

    /** Whether there is nothing to take out. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whether a text, wherever it is, has any of the words in it. */
    public boolean isIn(String text) {
        return !inside(text, false).equals(text);
    }

    /** The same facts without the words. */
    public ChangeSet of(ChangeSet facts) {
        boolean isBeside = facts.changes().stream().anyMatch(Redaction::isBeside);
        return new ChangeSet(
                facts.stamp(),
                facts.why()
                        .map(reason -> facts.isAbout(item) ? whole(reason) : isBeside ? inside(reason, false) : reason),
                facts.changes().stream().map(this::of).toList());
    }

    private Change of(Change change) {
        if (change.about().filter(id -> id.folded().equals(item.folded())).isPresent()) {
            return reworded(change, this::whole);
        }
        if (isBeside(change)) {
            boolean isNear =
                    change.about().filter(id -> kin.contains(id.folded())).isPresent();
            return reworded(change, text -> inside(text, isNear));
        }
        return why.isPresent() ? reworded(change, this::reason) : change;
    }

    private String whole(String text) {
        return texts.contains(text) ? MARK : text;
    }

    /** A reason is also copied to what else its commit moved. */
    private String reason(String text) {
        return why.filter(reason -> reason.equals(text) && isPhrase(reason))
                .map(same -> MARK)
                .orElse(text);
    }

    /** A single word says nothing by itself, so it is only taken out where it is about the item. */
    private String inside(String text, boolean isNear) {
        if (texts.contains(text)) {
            return MARK;
        }
        boolean all = isNear || name.matcher(text).find();
        String without = text;
        for (Phrase phrase : phrases) {
            if (all || phrase.isLong()) {
                without = phrase.pattern().matcher(without).replaceAll(Matcher.quoteReplacement(MARK));
            }
        }
        return without;
    }

    private static boolean isPhrase(String text) {
        return text.strip().contains(" ");
    }

    /** A text as it is found in others, whatever its case and its line breaks became. */
    private record Phrase(Pattern pattern, boolean isLong) {
        static Phrase of(String text) {
            String words =
                    Stream.of(text.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
            String before = isWord(text.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
            String after = isWord(text.codePointBefore(text.length())) ? "(?![\\p{L}\\p{N}])" : "";
            Pattern pattern = Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return new Phrase(pattern, isPhrase(text));
        }

        private static boolean isWord(int letter) {
            return Character.isLetterOrDigit(letter);
        }
    }

    private static boolean isBeside(Change change) {
        return kind(change).filter(Kind::isBeside).isPresent();
    }

    private static Optional<Kind> kind(Change change) {
        if (change instanceof Change.Added added) {
            return Optional.of(added.item().kind());
        }
        if (change instanceof Change.Removed removed) {
            return Optional.of(removed.kind());
        }
        if (change instanceof Change.Edited<?> edited) {
            return Optional.of(edited.kind());
        }
        if (change instanceof Change.Listed<?> listed) {
            return Optional.of(listed.kind());
        }
        return change instanceof Change.Unlisted<?> unlisted ? Optional.of(unlisted.kind()) : Optional.empty();
    }

    private static Change reworded(Change change, UnaryOperator<String> words) {
        if (change instanceof Change.Added added) {
            return new Change.Added(added.item().reworded(words));
        }
        if (change instanceof Change.Removed removed) {
            return new Change.Removed(
                    removed.kind(), removed.item(), removed.was().map(item -> item.reworded(words)));
        }
        if (change instanceof Change.Edited<?> edited) {
            return reworded(edited, words);
        }
        if (change instanceof Change.Listed<?> listed) {
            return reworded(listed, words);
        }
        return change instanceof Change.Unlisted<?> unlisted ? reworded(unlisted, words) : change;
    }

    private static <V> Change reworded(Change.Edited<V> edited, UnaryOperator<String> words) {
        return new Change.Edited<>(
                edited.kind(),
                edited.item(),
                edited.field(),
                edited.before().map(value -> edited.field().shape().reworded(value, words)),
                edited.after().map(value -> edited.field().shape().reworded(value, words)));
    }

    private static <V> Change reworded(Change.Listed<V> listed, UnaryOperator<String> words) {
        return new Change.Listed<>(
                listed.kind(), listed.item(), listed.field(), element(listed.field(), listed.element(), words));
    }

    private static <V> Change reworded(Change.Unlisted<V> unlisted, UnaryOperator<String> words) {
        return new Change.Unlisted<>(
                unlisted.kind(),
                unlisted.item(),
                unlisted.field(),
                element(unlisted.field(), unlisted.element(), words));
    }

    private static <V> V element(Field<List<V>> list, V element, UnaryOperator<String> words) {
        return list.shape().reworded(List.of(element), words).get(0);
    }

    /** The words that a fact brought in. */
    private static Stream<String> words(Change change) {
        if (change instanceof Change.Added added) {
            return added.item().prose();
        }
        if (change instanceof Change.Removed removed) {
            return removed.was().stream().flatMap(Item::prose);
        }
        if (change instanceof Change.Edited<?> edited) {
            return words(edited);
        }
        if (change instanceof Change.Listed<?> listed) {
            return words(listed);
        }
        return change instanceof Change.Unlisted<?> unlisted ? words(unlisted) : Stream.of();
    }

    private static <V> Stream<String> words(Change.Edited<V> edited) {
        return edited.after().or(edited::before).stream().flatMap(edited.field().shape()::prose);
    }

    private static <V> Stream<String> words(Change.Listed<V> listed) {
        return listed.field().shape().prose(List.of(listed.element()));
    }

    private static <V> Stream<String> words(Change.Unlisted<V> unlisted) {
        return unlisted.field().shape().prose(List.of(unlisted.element()));
    }
}
