package throughline.adapter.language;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Text as stems: Lucene's English, and accents do not matter. Thread-safe. */
final class EnglishWords extends Analyzer {
    /** Signs between words that Unicode's rules take for parts of one. */
    private static final NormalizeCharMap BREAKS = breaks();

    private static NormalizeCharMap breaks() {
        NormalizeCharMap.Builder breaks = new NormalizeCharMap.Builder();
        breaks.add(":", " ");
        breaks.add("_", " ");
        return breaks.build();
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new MappingCharFilter(BREAKS, text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
        TokenStream telling = new StopFilter(plain, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(telling));
    }

    /** The stems of a text in their order, each once, and no more than {@code most}. */
    Set<String> stems(String text, int most) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stems.size() < most && stream.incrementToken()) {
                stems.add(term.toString());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stems;
    }
}
