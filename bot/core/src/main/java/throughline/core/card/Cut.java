package throughline.core.card;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** Shortens text to a platform's limit, counted in UTF-16 units. The cut shows, and never halves a character. */
public final class Cut {
    private static final String MARK = "…";

    /** From this limit on there is room to say how much was cut. */
    private static final int ROOMY = 200;

    private Cut() {}

    public static String text(String text, int most) {
        return prose(Prose.of(text), most).plain();
    }

    public static Prose prose(Prose prose, int most) {
        return prose(prose, most, cut -> cut.plain().length());
    }

    /** The longest beginning whose length, as {@code length} measures it when it is written, is at most {@code most}. */
    public static Prose prose(Prose prose, int most, ToIntFunction<Prose> length) {
        String plain = prose.plain();
        if (plain.length() <= most && length.applyAsInt(prose) <= most) {
            return prose;
        }
        int fits = 0;
        int fitsNot = Math.min(plain.length(), most + 1);
        while (fits + 1 < fitsNot) {
            int middle = (fits + fitsNot) / 2;
            if (length.applyAsInt(cut(prose, plain, middle, most)) <= most) {
                fits = middle;
            } else {
                fitsNot = middle;
            }
        }
        return cut(prose, plain, fits, most);
    }

    private static Prose cut(Prose prose, String plain, int kept, int most) {
        int end = kept > 0 && Character.isHighSurrogate(plain.charAt(kept - 1)) ? kept - 1 : kept;
        Prose cut = Prose.empty();
        int left = end;
        for (Prose.Span span : prose.spans()) {
            int taken = Math.min(left, span.text().length());
            cut = cut.then(new Prose.Span(span.text().substring(0, taken), span.style()));
            left -= taken;
        }
        return cut.then(most < ROOMY ? MARK : counted(plain.codePointCount(end, plain.length())));
    }

    private static String counted(int characters) {
        return MARK + " (" + String.format(Locale.ROOT, "%,d", characters) + " more characters)";
    }
}
