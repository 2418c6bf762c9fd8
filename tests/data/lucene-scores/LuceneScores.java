import java.io.PrintWriter;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Writes scores.txt: 200 documents ("doc TEXT") and the hits of queries on them ("CLASS TERM... => DOC:SCOREBITS ...").
 * Run with Apache Lucene 8.7's or 8.8's core and analyzers-common jars: java -cp JARS LuceneScores.java scores.txt
 */
public class LuceneScores {
    static String word(Random random) {
        return "w" + (int) (60 * Math.pow(random.nextDouble(), 3));
    }

    public static void main(String[] args) throws Exception {
        Random random = new Random(7);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (PrintWriter out = new PrintWriter(args[0], "UTF-8")) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                for (int i = 0; i < 200; i++) {
                    StringBuilder text = new StringBuilder();
                    for (int j = 1 + random.nextInt(random.nextInt(4) == 0 ? 90 : 12); j > 0; j--) {
                        text.append(word(random)).append(j > 1 ? " " : "");
                    }
                    Document document = new Document();
                    document.add(new TextField("f", text.toString(), Field.Store.NO));
                    writer.addDocument(document);
                    out.print("doc " + text + "\n");
                }
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            String[] classes = {"term", "or", "and", "phrase", "sloppy", "prefix", "fuzzy", "mixed", "synonym", "dismax"};
            for (String kind : classes) {
                for (int i = 0; i < 12; i++) {
                    String[] words = {word(random), word(random), word(random)};
                    StringBuilder line = new StringBuilder(kind + " " + String.join(" ", words) + " =>");
                    for (ScoreDoc hit : searcher.search(query(kind, words), 8).scoreDocs) {
                        line.append(' ').append(hit.doc).append(':').append(Float.floatToIntBits(hit.score));
                    }
                    out.print(line + "\n");
                }
            }
        }
    }

    static Query query(String kind, String[] words) {
        Term[] t = {new Term("f", words[0]), new Term("f", words[1]), new Term("f", words[2])};
        Query[] q = {new TermQuery(t[0]), new TermQuery(t[1]), new TermQuery(t[2])};
        switch (kind) {
            case "term": return q[0];
            case "or": return all(q, BooleanClause.Occur.SHOULD);
            case "and": return all(q, BooleanClause.Occur.MUST);
            case "phrase": return new PhraseQuery("f", words[0], words[1]);
            case "sloppy": return new PhraseQuery(4, "f", words);
            case "prefix": return new PrefixQuery(new Term("f", words[0].substring(0, 2)));
            case "fuzzy": return new FuzzyQuery(t[0], 1);
            case "synonym": return new SynonymQuery.Builder("f").addTerm(t[0]).addTerm(t[1], 0.5f).build();
            case "dismax": return new DisjunctionMaxQuery(java.util.Arrays.asList(q), 0.25f);
            default: return new BooleanQuery.Builder().add(new BoostQuery(q[0], 2f), BooleanClause.Occur.MUST)
                .add(q[1], BooleanClause.Occur.SHOULD).add(q[2], BooleanClause.Occur.SHOULD).build();
        }
    }

    static Query all(Query[] queries, BooleanClause.Occur occur) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (Query query : queries) {
            builder.add(query, occur);
        }
        return builder.build();
    }
}
