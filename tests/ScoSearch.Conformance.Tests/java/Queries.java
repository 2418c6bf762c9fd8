package scosearch.judge;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocValuesFieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.NormsFieldExistsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Builds the reference's queries from specifications; README.md has the grammar. */
final class Queries {
  private Queries() {}

  static Query parse(String spec) {
    return query(SExpression.parse(spec));
  }

  static Query query(SExpression e) {
    return switch (e.head()) {
      case "term" -> new TermQuery(term(e));
      case "termbytes" -> new TermQuery(new Term(e.text(1), new BytesRef(Escapes.unhex(e.text(2)))));
      case "terms" -> termsQuery(e);
      case "bool" -> bool(e);
      case "phrase" -> phrase(e);
      case "phraseat" -> phraseAt(e);
      case "multiphrase" -> multiPhrase(e);
      case "prefix" -> new PrefixQuery(term(e));
      case "wildcard" -> new WildcardQuery(term(e));
      case "regexp" -> new RegexpQuery(term(e));
      case "fuzzy" -> new FuzzyQuery(term(e), e.integer(3), e.integer(4),
          e.size() > 6 ? e.integer(6) : FuzzyQuery.defaultMaxExpansions, e.bool(5));
      case "termrange" -> new TermRangeQuery(e.text(1), bound(e.get(2)), bound(e.get(3)), e.bool(4), e.bool(5));
      case "numrange" -> NumericDocValuesField.newSlowRangeQuery(e.text(1), e.longValue(2), e.longValue(3));
      case "sortednumrange" ->
          SortedNumericDocValuesField.newSlowRangeQuery(e.text(1), e.longValue(2), e.longValue(3));
      case "sortedrange" ->
          SortedDocValuesField.newSlowRangeQuery(e.text(1), bound(e.get(2)), bound(e.get(3)), e.bool(4), e.bool(5));
      case "sortedsetrange" ->
          SortedSetDocValuesField.newSlowRangeQuery(e.text(1), bound(e.get(2)), bound(e.get(3)), e.bool(4), e.bool(5));
      case "dvexists" -> new DocValuesFieldExistsQuery(e.text(1));
      case "normsexists" -> new NormsFieldExistsQuery(e.text(1));
      case "const" -> new ConstantScoreQuery(query(e.get(1)));
      case "boost" -> new BoostQuery(query(e.get(2)), e.floatValue(1));
      case "dismax" -> disMax(e);
      case "synonym" -> synonym(e);
      case "all" -> new MatchAllDocsQuery();
      case "none" -> new MatchNoDocsQuery();
      default -> throw new IllegalArgumentException("unknown query: " + e.head());
    };
  }

  private static Term term(SExpression e) {
    return new Term(e.text(1), e.text(2));
  }

  /** A bare star is an open end. */
  private static BytesRef bound(SExpression e) {
    return e.isBare("*") ? null : new BytesRef(e.text());
  }

  private static Query termsQuery(SExpression e) {
    List<BytesRef> terms = new ArrayList<>();
    for (int i = 2; i < e.size(); i++) {
      terms.add(new BytesRef(e.text(i)));
    }
    return new TermInSetQuery(e.text(1), terms);
  }

  private static Query bool(SExpression e) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (int i = 1; i < e.size(); i++) {
      SExpression clause = e.get(i);
      switch (clause.head()) {
        case "must" -> builder.add(query(clause.get(1)), Occur.MUST);
        case "should" -> builder.add(query(clause.get(1)), Occur.SHOULD);
        case "filter" -> builder.add(query(clause.get(1)), Occur.FILTER);
        case "mustnot" -> builder.add(query(clause.get(1)), Occur.MUST_NOT);
        case "msm" -> builder.setMinimumNumberShouldMatch(clause.integer(1));
        default -> throw new IllegalArgumentException("unknown clause: " + clause.head());
      }
    }
    return builder.build();
  }

  private static Query phrase(SExpression e) {
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(e.integer(2));
    for (int i = 3; i < e.size(); i++) {
      builder.add(new Term(e.text(1), e.text(i)));
    }
    return builder.build();
  }

  private static Query phraseAt(SExpression e) {
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(e.integer(2));
    for (int i = 3; i < e.size(); i += 2) {
      builder.add(new Term(e.text(1), e.text(i + 1)), e.integer(i));
    }
    return builder.build();
  }

  /** (multiphrase FIELD SLOP (POSITION TERM TERM ...) ...). */
  private static Query multiPhrase(SExpression e) {
    MultiPhraseQuery.Builder builder = new MultiPhraseQuery.Builder().setSlop(e.integer(2));
    for (int i = 3; i < e.size(); i++) {
      SExpression at = e.get(i);
      Term[] terms = new Term[at.size() - 1];
      for (int t = 0; t < terms.length; t++) {
        terms[t] = new Term(e.text(1), at.text(t + 1));
      }
      builder.add(terms, at.integer(0));
    }
    return builder.build();
  }

  private static Query disMax(SExpression e) {
    List<Query> parts = new ArrayList<>();
    for (int i = 2; i < e.size(); i++) {
      parts.add(query(e.get(i)));
    }
    return new DisjunctionMaxQuery(parts, e.floatValue(1));
  }

  /** (synonym FIELD (TERM BOOST) ...). */
  private static Query synonym(SExpression e) {
    SynonymQuery.Builder builder = new SynonymQuery.Builder(e.text(1));
    for (int i = 2; i < e.size(); i++) {
      builder.addTerm(new Term(e.text(1), e.get(i).text(0)), e.get(i).floatValue(1));
    }
    return builder.build();
  }
}
