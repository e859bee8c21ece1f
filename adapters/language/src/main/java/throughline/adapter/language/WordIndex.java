package throughline.adapter.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import throughline.core.question.Recall;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/**
 * Words of all items in Lucene, in memory, ranked by BM25. It holds one roadmap at a time; asked about another, it first writes
 * what differs.
 */
final class WordIndex implements Recall, AutoCloseable {
    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String PROSE = "prose";

    private static final int LONGEST = 1_000;
    private static final int MOST_STEMS = 200;
    private static final float TITLE_WEIGHT = 2;

    private static final FieldType WORDS = words();

    /** Equal scores stand in the order of ids, whatever was written first. */
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, new SortField(KEY, SortField.Type.STRING));

    /** Tells an operator with a newer JDK how vectors would be faster; there are none here. Held, or it would be forgotten. */
    private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private final EnglishWords english = new EnglishWords();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private Roadmap written = Roadmap.empty();
    private long writes;

    WordIndex() {
        ADVICE.setLevel(Level.OFF);
        try {
            // Without a thread of its own: what there is to merge is small.
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(english).setMergeScheduler(new SerialMergeScheduler()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public List<Hit> search(Roadmap roadmap, String text, int most) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        Set<String> stems = english.stems(beginning, MOST_STEMS);
        try {
            return stems.isEmpty() ? List.of() : hits(roadmap, query(stems), most);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How many items were written or taken out since the beginning. */
    synchronized long writes() {
        return writes;
    }

    /** From stems, so nothing that somebody writes is an operator. */
    private static Query query(Set<String> stems) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String stem : stems) {
            any.add(new BoostQuery(new TermQuery(new Term(TITLE, stem)), TITLE_WEIGHT), Occur.SHOULD);
            any.add(new TermQuery(new Term(PROSE, stem)), Occur.SHOULD);
        }
        return any.build();
    }

    private List<Hit> hits(Roadmap roadmap, Query query, int most) throws IOException {
        IndexSearcher searcher = searcher(roadmap);
        try {
            List<Hit> hits = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc found : searcher.search(query, most, BEST_FIRST, true).scoreDocs) {
                hits.add(new Hit(new ItemId(stored.document(found.doc).get(ID)), found.score));
            }
            return List.copyOf(hits);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Sees exactly this roadmap, even if another is written while it searches. */
    private synchronized IndexSearcher searcher(Roadmap roadmap) throws IOException {
        if (written != roadmap) {
            write(roadmap);
            searchers.maybeRefreshBlocking();
        }
        return searchers.acquire();
    }

    private void write(Roadmap roadmap) throws IOException {
        for (ItemId changed : roadmap.changedSince(written)) {
            write(roadmap, changed);
            writes++;
        }
        written = roadmap;
    }

    private void write(Roadmap roadmap, ItemId id) throws IOException {
        Term key = new Term(KEY, id.folded());
        Optional<Item> item = roadmap.find(id).filter(WordIndex::isSearched);
        if (item.isPresent()) {
            writer.updateDocument(key, document(item.get()));
        } else {
            writer.deleteDocuments(key);
        }
    }

    /** What is kept beside the roadmap is found by other means. */
    private static boolean isSearched(Item item) {
        return !item.kind().isBeside();
    }

    private static Document document(Item item) {
        Document document = new Document();
        String key = item.id().folded();
        document.add(new StringField(KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(key)));
        document.add(new StoredField(ID, item.id().text()));
        document.add(new Field(TITLE, item.title(), WORDS));
        item.prose().forEach(prose -> document.add(new Field(PROSE, prose, WORDS)));
        return document;
    }

    /** How often a word stands there, not where: nobody asks for phrases. */
    private static FieldType words() {
        FieldType words = new FieldType();
        words.setTokenized(true);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        words.freeze();
        return words;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
