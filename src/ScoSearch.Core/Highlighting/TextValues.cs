using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Highlight;

namespace ScoSearch.Core.Highlighting;

/// <summary>The values of one field as they were indexed, and as they are shown: joined by a separator. Immutable.</summary>
/// <param name="values">The values in order.</param>
/// <param name="separator">What stands between them when they are shown.</param>
internal sealed class TextValues(IReadOnlyList<string> values, string separator = "")
{
    /// <summary>The values as they are shown.</summary>
    public string Text { get; } = values.Count == 1 ? values[0] : string.Join(separator, values);

    /// <summary>Where in <see cref="Text"/> the tokens of some positions stand.</summary>
    /// <param name="analyzer">Cuts the values as they were cut for the index.</param>
    /// <param name="field">The field they were indexed in.</param>
    /// <param name="wanted">Terms that were looked for; a position with one of them is that term's alone. Null for any.</param>
    /// <param name="positions">The positions that are asked for.</param>
    public Dictionary<int, TextSpan> FindOffsets(Analyzer analyzer, string field, HashSet<string>? wanted, IReadOnlySet<int> positions)
    {
        Dictionary<int, TextSpan> offsets = new(positions.Count);

        // A character and the pair it begins share a position: the one that was asked for counts.
        HashSet<int> settled = [];
        int position = -1;
        int start = 0;
        foreach (string value in values)
        {
            TokenStream stream = analyzer.GetTokenStream(field, value);
            while (stream.MoveNext())
            {
                Token token = stream.Token;
                position += token.PositionIncrement;
                if (!positions.Contains(position))
                {
                    continue;
                }

                int length = wanted is null ? 0 : WantedLength(token, wanted);
                TextSpan span = new(start + token.StartOffset, start + token.StartOffset + (length > 0 ? length : token.EndOffset - token.StartOffset));
                if (length > 0)
                {
                    offsets[position] = settled.Add(position) ? span : Unite(offsets[position], span);
                }
                else if (!settled.Contains(position))
                {
                    offsets[position] = offsets.TryGetValue(position, out TextSpan known) ? Unite(known, span) : span;
                }
            }

            stream.End();
            position += stream.Token.PositionIncrement + analyzer.GetPositionIncrementGap(field);
            start += value.Length + separator.Length;
        }

        return offsets;
    }

    // How much of a token was looked for: all of it, the beginning of an ending, or nothing.
    private static int WantedLength(Token token, HashSet<string> wanted)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> terms = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        int length = token.EndOffset - token.StartOffset;
        if (terms.Contains(token.Term))
        {
            return length;
        }

        // Only where folding kept the length can a part of the term be found again in the text.
        if (token.Term is [RunPieces.Ending, ..] && length == token.Length - 1)
        {
            for (int part = length - 1; part > 0; part--)
            {
                if (terms.Contains(token.Term[..(1 + part)]))
                {
                    return part;
                }
            }
        }

        return 0;
    }

    private static TextSpan Unite(TextSpan a, TextSpan b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));
}
