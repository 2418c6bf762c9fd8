package scosearch.judge;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** A token stream that gives exactly the tokens it is told, whatever their bytes. */
final class FixedTokens extends TokenStream {
  record Token(BytesRef term, int increment, int start, int end, BytesRef payload) {}

  private final List<Token> tokens;
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
  private int next;

  FixedTokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.get(next++);
    term.setBytesRef(token.term());
    increment.setPositionIncrement(token.increment());
    offset.setOffset(token.start(), token.end());
    payload.setPayload(token.payload());
    return true;
  }

  @Override
  public void end() {
    clearAttributes();
    if (!tokens.isEmpty()) {
      int end = tokens.get(tokens.size() - 1).end();
      offset.setOffset(end, end);
    }
    increment.setPositionIncrement(0);
  }
}
