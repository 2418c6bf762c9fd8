package scosearch.bench;

import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/** What a cold process does: open the index, analyse one question, search, print the best hit's stored id. */
final class ColdStart {
  private ColdStart() {}

  static void firstHit(Options options) throws Exception {
    String question = JsonLines.read(options.required("queries"), 1).get(0).text();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(options.required("index"))));
        Analyzer analyzer = new SmartChineseAnalyzer()) {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (String word : QueryClasses.words(analyzer, question)) {
        query.add(new TermQuery(new Term("words", word)), Occur.SHOULD);
      }
      IndexSearcher searcher = new IndexSearcher(reader);
      TopDocs found = searcher.search(query.build(), 10);
      System.out.println(found.scoreDocs.length == 0 ? "none" : "hit " + reader.document(found.scoreDocs[0].doc)
          .get("id"));
    }
  }
}
