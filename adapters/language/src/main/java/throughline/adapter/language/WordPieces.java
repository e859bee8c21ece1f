package throughline.adapter.language;

import java.util.OptionalInt;
import java.util.stream.LongStream;

/** Turns text into the numbers of its pieces of words, as the model was trained to read them (WordPiece). Thread-safe. */
final class WordPieces {
    /** More than these the model was not trained to read, both ends included. */
    static final int MOST = 128;

    private static final int LONGEST_WORD = 100;
    private static final String INSIDE_A_WORD = "##";

    private final Vocabulary vocabulary;
    private final int beginning;
    private final int end;
    private final int unknown;

    WordPieces(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        beginning = vocabulary.get("[CLS]");
        end = vocabulary.get("[SEP]");
        unknown = vocabulary.get("[UNK]");
    }

    /** At least the two ends, at most {@link #MOST} numbers; the rest of the text is not read. */
    long[] of(String text) {
        LongStream pieces = PlainWords.of(text).flatMapToLong(this::pieces).limit(MOST - 2);
        return LongStream.concat(LongStream.concat(LongStream.of(beginning), pieces), LongStream.of(end))
                .toArray();
    }

    /** The longest piece first, again and again; a word that does not come out even is unknown as a whole. */
    private LongStream pieces(String word) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return LongStream.of(unknown);
        }
        LongStream.Builder pieces = LongStream.builder();
        int from = 0;
        while (from < word.length()) {
            int to = longest(word, from);
            if (to == from) {
                return LongStream.of(unknown);
            }
            pieces.add(find(word, from, to).orElseThrow());
            from = to;
        }
        return pieces.build();
    }

    /** Where the longest known piece from here ends; here itself if there is none. */
    private int longest(String word, int from) {
        int to = word.length();
        while (to > from && find(word, from, to).isEmpty()) {
            to--;
        }
        return to;
    }

    private OptionalInt find(String word, int from, int to) {
        String piece = word.substring(from, to);
        return vocabulary.find(from == 0 ? piece : INSIDE_A_WORD + piece);
    }
}
