package scosearch.judge;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The analyzers by name, and what they make of a text. */
final class Tokens {
  private static final Map<String, Analyzer> ANALYZERS = Map.of(
      "smartcn", new SmartChineseAnalyzer(),
      "hmm", chain(Tokens::hmmOnly),
      "standard", new StandardAnalyzer(CharArraySet.EMPTY_SET),
      "cjk", new CJKAnalyzer(CharArraySet.EMPTY_SET),
      "cjkunigrams", chain(Tokens::bigramsAndUnigrams),
      "whitespace", new WhitespaceAnalyzer(),
      "keyword", new KeywordAnalyzer());

  private Tokens() {}

  static Analyzer analyzer(String name) {
    Analyzer found = ANALYZERS.get(name);
    if (found == null) {
      throw new IllegalArgumentException("unknown analyzer: " + name);
    }
    return found;
  }

  /** tokens ANALYZER TEXT: a row "token" each (term, start, end, increment, length, type), then a row "final". */
  static void tokens(String[] args, Reply reply) throws Exception {
    try (TokenStream stream = analyzer(args[0]).tokenStream("f", args[1])) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
      TypeAttribute type = stream.addAttribute(TypeAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        reply.row("token", term, offset.startOffset(), offset.endOffset(), increment.getPositionIncrement(),
            length.getPositionLength(), type.type());
      }
      stream.end();
      reply.row("final", offset.endOffset(), increment.getPositionIncrement());
    }
  }

  private interface Chain {
    Analyzer.TokenStreamComponents create();
  }

  private static Analyzer chain(Chain chain) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return chain.create();
      }
    };
  }

  private static Analyzer.TokenStreamComponents hmmOnly() {
    return new Analyzer.TokenStreamComponents(new HMMChineseTokenizer());
  }

  private static Analyzer.TokenStreamComponents bigramsAndUnigrams() {
    StandardTokenizer source = new StandardTokenizer();
    return new Analyzer.TokenStreamComponents(source,
        new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(source)),
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL, true));
  }
}
