package throughline.core.card;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of text with emphasis. It holds what people wrote as they wrote it: escaping is the drawer's work, so nothing here
 * can be mistaken for markup.
 */
public record Prose(List<Span> spans) {
    /** A piece of text in one style. */
    public record Span(String text, Style style) {}

    /** How a piece of text stands out. Never the only carrier of a meaning. */
    public enum Style {
        PLAIN,
        STRONG,
        EMPHASIS
    }

    private static final Prose EMPTY = new Prose(List.of());

    public Prose {
        spans = List.copyOf(spans);
    }

    public static Prose empty() {
        return EMPTY;
    }

    public static Prose of(String text) {
        return EMPTY.then(text);
    }

    public static Prose strong(String text) {
        return EMPTY.thenStrong(text);
    }

    public static Prose emphasis(String text) {
        return EMPTY.thenEmphasis(text);
    }

    public Prose then(String text) {
        return then(new Span(text, Style.PLAIN));
    }

    public Prose thenStrong(String text) {
        return then(new Span(text, Style.STRONG));
    }

    public Prose thenEmphasis(String text) {
        return then(new Span(text, Style.EMPHASIS));
    }

    public Prose then(Prose more) {
        List<Span> longer = new ArrayList<>(spans.size() + more.spans.size());
        longer.addAll(spans);
        longer.addAll(more.spans);
        return new Prose(longer);
    }

    Prose then(Span span) {
        if (span.text().isEmpty()) {
            return this;
        }
        List<Span> longer = new ArrayList<>(spans);
        longer.add(span);
        return new Prose(longer);
    }

    /** Puts {@code separator} between the parts; empty parts are left out. */
    public static Prose join(String separator, List<Prose> parts) {
        List<Span> joined = new ArrayList<>();
        for (Prose part : parts) {
            if (!part.isEmpty()) {
                if (!joined.isEmpty() && !separator.isEmpty()) {
                    joined.add(new Span(separator, Style.PLAIN));
                }
                joined.addAll(part.spans);
            }
        }
        return new Prose(joined);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The text without emphasis. */
    public String plain() {
        if (spans.size() == 1) {
            return spans.get(0).text();
        }
        StringBuilder plain = new StringBuilder();
        spans.forEach(span -> plain.append(span.text()));
        return plain.toString();
    }
}
