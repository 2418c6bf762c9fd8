using ScoSearch.Lucene.Analysis;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Cuts at U+0020 and nothing else: what the reference's WhitespaceAnalyzer makes of generated texts.</summary>
public sealed class SpaceAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override string Normalize(string field, string text) => text;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        SpaceTokenizer tokenizer = new();
        return new TokenStreamComponents(tokenizer, tokenizer);
    }

    private sealed class SpaceTokenizer : Tokenizer
    {
        private int _next;

        public override void Reset() => _next = 0;

        public override bool MoveNext()
        {
            ReadOnlySpan<char> text = Text.Span;
            while (_next < text.Length && text[_next] == ' ')
            {
                _next++;
            }

            if (_next == text.Length)
            {
                return false;
            }

            int length = text[_next..].IndexOf(' ');
            int end = length < 0 ? text.Length : _next + length;
            Token.Clear();
            Token.SetTerm(text[_next..end]);
            Token.StartOffset = _next;
            Token.EndOffset = end;
            _next = end;
            return true;
        }
    }
}
