package scosearch.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** Makes the classes of queries from the words of the query texts, the same for the same index and texts. */
final class QueryClasses {
  /** A query and its specification in the grammar of the conformance suite. */
  record Named(String spec, Query query) {}

  private static final String FIELD = "words";
  private static final int FREQUENT_TERMS = 20;

  private final Map<String, List<Named>> classes = new LinkedHashMap<>();

  QueryClasses(IndexReader reader, List<JsonLines.Entry> texts) throws IOException {
    for (String name : List.of("or", "and", "phrase", "frequent", "prefix", "fuzzy")) {
      classes.put(name, new ArrayList<>());
    }
    List<String> frequent = frequentTerms(reader);
    try (Analyzer analyzer = new SmartChineseAnalyzer()) {
      int number = 0;
      for (JsonLines.Entry text : texts) {
        List<String> words = words(analyzer, text.text());
        if (words.size() >= 2) {
          add(words, frequent, number++);
        }
      }
    }
  }

  Map<String, List<Named>> classes() {
    return classes;
  }

  /** The words without repetition, in the order of the text. */
  static List<String> words(Analyzer analyzer, String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(FIELD, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!words.contains(term.toString())) {
          words.add(term.toString());
        }
      }
      stream.end();
    }
    return words;
  }

  private void add(List<String> words, List<String> frequent, int number) {
    classes.get("or").add(bool("should", Occur.SHOULD, words));
    classes.get("and").add(bool("must", Occur.MUST, words.subList(0, Math.min(3, words.size()))));
    int pair = number % (words.size() - 1);
    classes.get("phrase").add(new Named(
        "(phrase " + FIELD + " 0 " + quote(words.get(pair)) + " " + quote(words.get(pair + 1)) + ")",
        new PhraseQuery(FIELD, words.get(pair), words.get(pair + 1))));
    int first = number % frequent.size();
    int second = (first + 1 + number / frequent.size() % (frequent.size() - 1)) % frequent.size();
    classes.get("frequent").add(bool("should", Occur.SHOULD, List.of(frequent.get(first), frequent.get(second))));
    String longest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    String start = longest.substring(0, longest.offsetByCodePoints(0, 1));
    classes.get("prefix").add(new Named("(prefix " + FIELD + " " + quote(start) + ")",
        new PrefixQuery(new Term(FIELD, start))));
    classes.get("fuzzy").add(new Named("(fuzzy " + FIELD + " " + quote(longest) + " 1 0 true)",
        new FuzzyQuery(new Term(FIELD, longest), 1, 0, FuzzyQuery.defaultMaxExpansions, true)));
  }

  private static Named bool(String name, Occur occur, List<String> words) {
    StringBuilder spec = new StringBuilder("(bool");
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      spec.append(" (").append(name).append(" (term ").append(FIELD).append(' ').append(quote(word)).append("))");
      query.add(new org.apache.lucene.search.TermQuery(new Term(FIELD, word)), occur);
    }
    return new Named(spec.append(')').toString(), query.build());
  }

  /** The terms in most documents; of equals, the first in order. */
  private static List<String> frequentTerms(IndexReader reader) throws IOException {
    record Counted(String term, int docs) {}
    List<Counted> all = new ArrayList<>();
    TermsEnum terms = MultiTerms.getTerms(reader, FIELD).iterator();
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (terms.docFreq() > reader.maxDoc() / 100) {
        all.add(new Counted(term.utf8ToString(), terms.docFreq()));
      }
    }
    all.sort(Comparator.comparingInt(Counted::docs).reversed());
    return all.stream().limit(FREQUENT_TERMS).map(Counted::term).toList();
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
