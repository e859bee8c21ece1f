package throughline.adapter.language;

import java.text.Normalizer;
import java.util.stream.Stream;

/** Takes text apart into words as BERT's uncased models learned it: without case and accents, each sign on its own. */
final class PlainWords {
    private PlainWords() {}

    static Stream<String> of(String text) {
        StringBuilder spaced = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(sign -> append(spaced, sign));
        return Stream.of(spaced.toString().split(" ")).filter(word -> !word.isEmpty());
    }

    private static void append(StringBuilder spaced, int sign) {
        if (isSpace(sign)) {
            spaced.append(' ');
        } else if (standsAlone(sign)) {
            spaced.append(' ').appendCodePoint(sign).append(' ');
        } else if (!isDropped(sign)) {
            spaced.appendCodePoint(Character.toLowerCase(sign));
        }
    }

    private static boolean isSpace(int sign) {
        return sign == '\t' || sign == '\n' || sign == '\r' || Character.isSpaceChar(sign);
    }

    /** Accents, and what nobody sees. */
    private static boolean isDropped(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> sign == 0xFFFD;
        };
    }

    private static boolean standsAlone(int sign) {
        return isPunctuation(sign) || isIdeograph(sign);
    }

    private static boolean isPunctuation(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            // Of ASCII, BERT counts everything that is no letter or digit.
            default -> sign > ' ' && sign < 0x7F && !Character.isLetterOrDigit(sign);
        };
    }

    /** Chinese characters, which are words without spaces between; the blocks that BERT names. */
    private static boolean isIdeograph(int sign) {
        return within(sign, 0x4E00, 0x9FFF)
                || within(sign, 0x3400, 0x4DBF)
                || within(sign, 0x20000, 0x2A6DF)
                || within(sign, 0x2A700, 0x2B73F)
                || within(sign, 0x2B740, 0x2B81F)
                || within(sign, 0x2B820, 0x2CEAF)
                || within(sign, 0xF900, 0xFAFF)
                || within(sign, 0x2F800, 0x2FA1F);
    }

    private static boolean within(int sign, int first, int last) {
        return first <= sign && sign <= last;
    }
}
