package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of Hugging Face's tokenizers 0.23.2 with the model's own tokenizer.json. */
class WordPiecesTest {
    private static WordPieces pieces;

    @BeforeAll
    static void read() throws IOException {
        pieces = new WordPieces(ModelFile.vocabulary());
    }

    static Stream<Arguments> reads_as_the_model_was_trained_to() {
        return Stream.of(
                numbers("Invoices that customers pay by themselves", 1999, 6767, 23522, 2008, 6304, 3477, 2011, 3209),
                numbers("Crème brûlée for Zoë", 13675, 21382, 7987, 9307, 2063, 2005, 11199),
                numbers("e\u0301t\u00e9 STRASSE straße", 3802, 2063, 2358, 8180, 3366, 2358, 27807),
                numbers(
                        "self-service, isn't it?! ($5)",
                        2969,
                        1011,
                        2326,
                        1010,
                        3475,
                        1005,
                        1056,
                        2009,
                        1029,
                        999,
                        1006,
                        1002,
                        1019,
                        1007),
                numbers("snake_case ~x~ “quoted” …", 7488, 1035, 2553, 1066, 1060, 1066, 1523, 9339, 1524, 1529),
                numbers("zzyzx unaffable", 1062, 9096, 2480, 2595, 14477, 20961, 3468),
                numbers("北京 roadmap", 1781, 1755, 2346, 2863, 2361),
                numbers("\uD840\uDC00x Ⅷ ½", 100, 1060, 100, 1092),
                numbers("한국어 ñandú", 1469, 30006, 30021, 29991, 30014, 30020, 29999, 30008, 16660, 8566),
                numbers("١٢٣ हिन्दी", 100, 1339, 29877, 29863, 29861, 29878),
                numbers("İstanbul ΣΑΣ", 9960, 1173, 14608, 29733),
                numbers("ﬁne ＡＢ", 1984, 2638, 100),
                numbers("🙂 ok", 100, 7929),
                numbers("a\u0000b\u200bc\u00a0d\ufffde", 5925, 2139),
                numbers("\tx\ny\u2028z\u3000w", 1060, 1061, 1062, 1059),
                numbers("\ud83d lone", 10459),
                numbers("a".repeat(101) + " b", 100, 1038),
                numbers(""));
    }

    @ParameterizedTest
    @MethodSource
    void reads_as_the_model_was_trained_to(String text, long... numbers) {
        assertArrayEquals(numbers, pieces.of(text));
    }

    @Test
    void names_of_special_pieces_are_words_like_others() {
        assertEquals(
                1, Arrays.stream(pieces.of("[CLS] [SEP]")).filter(n -> n == 101).count());
    }

    @Test
    void a_long_text_is_cut_where_the_model_ends() {
        String[] texts = {"word ".repeat(8_000), "ab".repeat(20_000), "北".repeat(40_000), "🙂 ".repeat(13_000)};
        for (String text : texts) {
            long[] numbers = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> pieces.of(text));
            assertEquals(102, numbers[numbers.length - 1]);
            assertEquals(text.startsWith("ab") ? 3 : WordPieces.MOST, numbers.length);
        }
    }

    private static Arguments numbers(String text, long... inside) {
        long[] all = Stream.of(new long[] {101}, inside, new long[] {102})
                .flatMapToLong(Arrays::stream)
                .toArray();
        return Arguments.of(text, all);
    }
}
